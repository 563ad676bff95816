//! Weeks by a day of theirs, and days by their week: «أسبوع 15 سبتمبر» (the week of 15 September), «الأسبوع المقبل يوم الجمعة».

use super::calendar::Stretch;
use super::lexicon::{Class, Unit};
use super::scan::{Moment, Scan};

impl Scan<'_, '_> {
    /// «22 يناير الثلاثاء», «15 مايو (الجمعة)»: the weekday behind the date, where it is that of the date.
    pub(super) fn weekday_behind(&self, moment: &mut Moment) {
        let Some(days) = moment.stretch.days else { return };
        let open = usize::from(self.text.key(moment.end) == "(");
        let day_word = usize::from(self.text.key(moment.end + open) == "يوم");
        let found = self
            .word(moment.end + open + day_word, |c| {
                matches!(c, Class::Weekday { bare: false, .. })
            })
            .filter(|found| found.prefix == 0 && (open == 0 || self.text.key(found.end) == ")"));
        if let Some(found) = found
            && matches!(found.class, Class::Weekday { day, .. } if day == days.first.weekday())
            && self.direction(found.end).is_none()
            && self.day_number(found.end).is_none()
        {
            moment.end = found.end + open;
        }
    }

    /// «أسبوع 15 سبتمبر», «الأسبوع من 3 مايو»: the week that holds a day.
    pub(super) fn week_of_date(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| c == Class::Unit(Unit::Week))?;
        let of = usize::from(self.text.key(found.end) == "من");
        if !found.definite && of == 1 {
            return None;
        }
        let date = self
            .day_month_year(found.end + of)
            .filter(|date| date.prefix == 0 && date.stretch.grain == Unit::Day)?;
        if matches!(self.text.key(date.end), "الي" | "حتي" | "وحتي")
            || !self.text.key(date.start).bytes().all(|b| b.is_ascii_digit())
        {
            return None;
        }
        let stretch = Stretch::week(date.stretch.days?.first)?;
        Some(Moment {
            start: at,
            prefix: found.prefix,
            stretch,
            ..date
        })
    }

    /// «الأسبوع المقبل يوم الجمعة», «هذا الأسبوع الجمعة».
    pub(super) fn week_with_weekday(&self, at: usize) -> Option<Moment> {
        let week = self
            .unit_with_direction(at)
            .filter(|week| week.stretch.grain == Unit::Week)?;
        // «الأسبوع المقبل بين الأربعاء والجمعة».
        if self.text.key(week.end) == "بين" {
            let weekday = |at: usize| {
                self.word(at, |c| matches!(c, Class::Weekday { bare: false, .. }))
                    .and_then(|found| match found.class {
                        Class::Weekday { day, .. } => Some((day, found)),
                        _ => None,
                    })
            };
            let (from, first) = weekday(week.end + 1).filter(|(_, found)| found.prefix == 0)?;
            let (to, second) = weekday(first.end).filter(|(_, found)| found.and && !found.governed)?;
            let monday = week.stretch.days?.first;
            let days = (monday.plus_days(i64::from(from))?, monday.plus_days(i64::from(to))?);
            return (days.0 <= days.1).then(|| Moment {
                end: second.end,
                stretch: Stretch::from_to(days.0, days.1),
                rule: "time.relative.weekdays_of_week",
                ..week
            });
        }
        let of_day = usize::from(self.text.key(week.end) == "يوم");
        let found = self
            .word(week.end + of_day, |c| matches!(c, Class::Weekday { bare: false, .. }))
            .filter(|found| found.prefix == 0 && !found.and)?;
        let Class::Weekday { day, .. } = found.class else {
            return None;
        };
        // A weekday with its own «الماضي» or date is another time.
        if self.direction(found.end).is_some() || self.day_number(found.end).is_some() {
            return None;
        }
        let date = week.stretch.days?.first.plus_days(i64::from(day))?;
        Some(Moment {
            end: found.end,
            stretch: Stretch::day(date),
            rule: "time.relative.weekday_of_week",
            ..week
        })
    }
}
