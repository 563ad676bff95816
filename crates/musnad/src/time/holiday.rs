//! Feasts and memorial days: «عيد الفطر», «عيد الميلاد 2020», «رأس السنة الهجرية».

use super::calendar::{self, Stretch};
use super::lexicon::{Class, YearDay};
use super::nth::nth_in;
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::Date;

/// What is called after a feast: «سوق عيد الميلاد», «شجرة عيد الميلاد».
const ADORNED: [&str; 16] = [
    "سوق",
    "سوقا",
    "اسواق",
    "شجره",
    "اشجار",
    "هدايا",
    "هديه",
    "زينه",
    "كعكه",
    "كعك",
    "حلويات",
    "بطاقات",
    "ملابس",
    "اضاحي",
    "خروف",
    "انوار",
];

/// What is done with a memorial day: «بمناسبة ذكرى النكبة».
const COMMEMORATED: [&str; 9] = [
    "مناسبه",
    "احياء",
    "لاحياء",
    "باحياء",
    "يحيي",
    "يحيون",
    "احيا",
    "احيوا",
    "يحيي",
];

impl Scan<'_, '_> {
    /// «عيد الفطر», «عيد الميلاد 2020».
    pub(super) fn holiday(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Holiday(_)))?;
        let Class::Holiday(holiday) = found.class else {
            return None;
        };
        // «سوقا لعيد الميلاد»; «إحياء ذكرى النكبة» is what is done, not when.
        let before = at.checked_sub(1).map_or("", |token| self.text.key(token));
        if ADORNED.contains(&before.strip_prefix("ال").unwrap_or(before))
            || self.text.key(at).ends_with("ذكري")
                && COMMEMORATED.contains(&before.strip_prefix(['ب', 'ل', 'و']).unwrap_or(before))
        {
            return None;
        }
        let given = self
            .year_number(found.end, false)
            .filter(|(year, ..)| (1300..2100).contains(year));
        let said = self.direction(found.end).filter(|_| given.is_none());
        let end = given.map_or(said.map_or(found.end, |(_, end)| end), |(_, end, _)| end);
        let hijri = holiday.day.is_hijri();
        let day_in = |year: i32| match holiday.day {
            YearDay::Easter(offset) => calendar::easter(year)?.plus_days(offset),
            YearDay::Hijri { month, day } => calendar::from_hijri(year, month, day),
            YearDay::Gregorian { month, day } => Date::new(year, month, day),
            YearDay::Nth { month, weekday, n } => nth_in(Stretch::month(year, month)?.days?, weekday, n),
        };
        let first = match given {
            Some((year, ..)) if hijri && year > 1600 => {
                let first = calendar::hijri_year(Date::new(year, 1, 1)?)?;
                [first, first + 1]
                    .into_iter()
                    .filter_map(day_in)
                    .find(|day| day.year() == year)
            }
            Some((year, ..)) => day_in(year),
            None => {
                // The one before or after, where that is said; else the nearest.
                let direction = said.map_or_else(|| self.tense(at), |(direction, _)| direction);
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
                let year = if hijri {
                    calendar::hijri_year(today)?
                } else {
                    today.year()
                };
                (year - 1..=year + 1)
                    .filter_map(day_in)
                    .filter(|day| match direction {
                        Direction::Past => *day < today,
                        Direction::Next => *day >= today,
                        // What has been said to be is past, or close by: preparations for a feast.
                        Direction::Unsaid => day.to_epoch_days() - today.to_epoch_days() <= 30,
                        _ => true,
                    })
                    .min_by_key(|day| (day.to_epoch_days() - today.to_epoch_days()).abs())
            }
        }?;
        let stretch = if holiday.more == 0 {
            Stretch::day(first)
        } else {
            Stretch::from_to(first, first.plus_days(holiday.more - 1 + i64::from(hijri))?)
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
