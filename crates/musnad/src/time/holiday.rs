//! Feasts and memorial days: «عيد الفطر», «عيد الميلاد 2020», «رأس السنة الهجرية».

use super::calendar::{self, Stretch};
use super::lexicon::Class;
use super::scan::{Moment, Scan};
use crate::document::Date;

impl Scan<'_, '_> {
    /// «عيد الفطر», «عيد الميلاد 2020».
    pub(super) fn holiday(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Holiday(_)))?;
        let Class::Holiday(holiday) = found.class else {
            return None;
        };
        let given = self
            .year_number(found.end, false)
            .filter(|(year, ..)| (1300..2100).contains(year));
        let end = given.map_or(found.end, |(_, end, _)| end);
        let day_in = |year: i32| match (holiday.hijri, holiday.month) {
            (_, 0) => calendar::easter(year),
            (true, month) => calendar::from_hijri(year, month, holiday.day),
            (false, month) => Date::new(year, month, holiday.day),
        };
        let first = match given {
            Some((year, ..)) if holiday.hijri && year > 1600 => {
                let hijri = calendar::hijri_year(Date::new(year, 1, 1)?)?;
                [hijri, hijri + 1]
                    .into_iter()
                    .filter_map(day_in)
                    .find(|day| day.year() == year)
            }
            Some((year, ..)) => day_in(year),
            None => {
                // The nearest one.
                let Some(today) = self.today else {
                    return Some(Moment::bare(
                        at,
                        end,
                        found.prefix,
                        crate::document::TimeKind::Date,
                        String::new(),
                        "time.relative.holiday",
                    ));
                };
                let year = if holiday.hijri {
                    calendar::hijri_year(today)?
                } else {
                    today.year()
                };
                (year - 1..=year + 1)
                    .filter_map(day_in)
                    .min_by_key(|day| (day.to_epoch_days() - today.to_epoch_days()).abs())
            }
        }?;
        let stretch = if holiday.more == 0 {
            Stretch::day(first)
        } else {
            Stretch::from_to(first, first.plus_days(holiday.more - 1 + i64::from(holiday.hijri))?)
        };
        Some(Moment::date(
            at,
            end,
            found.prefix,
            stretch,
            if given.is_some() {
                "time.holiday"
            } else {
                "time.relative.holiday"
            },
        ))
    }
}
