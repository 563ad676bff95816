//! From one date to another: «من 3 حتى 12 سبتمبر», «بين الخامس والثامن من الشهر الجاري», «17 يوليو حتى 19 منه».

use super::calendar::Stretch;
use super::lexicon::{Class, Unit};
use super::month::MonthName;
use super::scan::{Moment, Scan};
use crate::document::Date;

impl Scan<'_, '_> {
    /// «من يناير إلى مارس 2019»: the first end, which gives no year, in the year of the second or the one before.
    fn in_year_of(&self, a: &Moment, b: &Moment) -> Option<Stretch> {
        let gives_no_year = |moment: &Moment| {
            moment.rule == "time.relative.numeric_day_month"
                || moment
                    .end
                    .checked_sub(1)
                    .and_then(|last| self.word(last, |c| matches!(c, Class::Month { .. })))
                    .is_some()
        };
        let in_order = || Stretch::span(&a.stretch, &b.stretch).is_some();
        if !gives_no_year(a) || gives_no_year(b) && in_order() {
            return None;
        }
        let (first, last) = (a.stretch.days?.first, b.stretch.days?.last);
        let later = (first.month(), first.day()) > (last.month(), last.day());
        let year = last.year() - i32::from(later);
        match a.stretch.grain {
            Unit::Day => Date::new(year, first.month(), first.day()).map(Stretch::day),
            Unit::Month => Stretch::month(year, first.month()),
            _ => None,
        }
    }

    /// «شهري يناير وفبراير الماضيين», «بين شهري مارس ومايو», «أشهر يونيو ويوليو وأغسطس 2019»: months one after another.
    pub(super) fn listed_months(&self, at: usize) -> Option<Moment> {
        let between = usize::from(self.text.key(at) == "بين");
        let prefix = match self.text.key(at + between) {
            "شهري" | "اشهر" | "شهور" => 0,
            "لشهري" | "بشهري" | "وشهري" => 2,
            _ => return None,
        };
        if between == 1 && prefix > 0 {
            return None;
        }
        let first = self.month_name(at + between + 1).filter(|name| name.prefix == 0)?;
        let mut last: Option<MonthName> = None;
        while let Some(next) = {
            let end = last.map_or(first.end, |last| last.end);
            let alone = usize::from(self.text.key(end) == "و");
            self.month_name(end + alone)
                .filter(|name| name.hijri == first.hijri && (alone == 1 || self.text.key(end).starts_with('و')))
        } {
            last = Some(next);
        }
        let last = last?;
        let (year, end) = self.year_of(last.end, last, None);
        let rule = if year.is_none() {
            "time.relative.listed_months"
        } else {
            "time.listed_months"
        };
        let until = self.resolve(year, last, None)?;
        let from = self.resolve(year.map(|year| year - i32::from(first.month > last.month)), first, None)?;
        let stretch = Stretch::span(&from, &until)?;
        Some(Moment::date(at, end, prefix, stretch, rule))
    }

    /// «[يناير إلى] مارس»: the name of a month without more, at the end of a range.
    pub(super) fn month_alone(&self, at: usize) -> Option<Moment> {
        let name = self.month_name(at)?;
        let (year, end) = self.year_of(name.end, name, None);
        let stretch = self.resolve(year, name, None)?;
        let rule = if year.is_none() {
            "time.relative.month"
        } else {
            "time.month_year"
        };
        Some(Moment::date(at, end, name.prefix, stretch, rule))
    }

    /// «يومي 5 و6 يونيو», «أيام 3 و4 و5 مايو», «يومي الثلاثاء والأربعاء الماضيين»: days one after another.
    pub(super) fn listed_days(&self, at: usize) -> Option<Moment> {
        let prefix = match self.text.key(at) {
            "يومي" | "ايام" | "ليلتي" => 0,
            "ويومي" | "ليومي" | "بيومي" | "وايام" => 2,
            _ => return None,
        };
        let joined = |at: usize| match self.text.key(at) {
            "و" => Some((at + 1, 0)),
            key if key.starts_with('و') => Some((at, 2)),
            _ => None,
        };
        if let Some((first, mut end, 0)) = self.day_number(at + 1) {
            for _ in 0..6 {
                let (next, particle) = joined(end)?;
                if let Some(last) = self
                    .day_month_year(next)
                    .filter(|last| last.stretch.grain == Unit::Day && last.prefix == particle)
                {
                    let until = last.stretch.days?.first;
                    let from = Date::new(until.year(), until.month(), first).filter(|from| *from < until)?;
                    return Some(Moment {
                        start: at,
                        prefix,
                        stretch: Stretch::from_to(from, until),
                        rule: "time.listed_days",
                        ..last
                    });
                }
                let (_, after, _) = self.day_number(next).filter(|(_, _, prefix)| *prefix == particle)?;
                end = after;
            }
            return None;
        }
        let first = self.word(at + 1, |c| matches!(c, Class::Weekday { bare: false, .. }))?;
        let Class::Weekday { day, .. } = first.class else {
            return None;
        };
        let (next, particle) = joined(first.end)?;
        let last = self.weekday(next, false).filter(|last| last.prefix == particle)?;
        let until = last.stretch.days?.first;
        let back = i64::from((until.weekday() + 7 - day) % 7);
        let from = until.plus_days(-back)?;
        Some(Moment {
            start: at,
            prefix,
            stretch: Stretch::from_to(from, until),
            rule: "time.relative.listed_days",
            ..last
        })
    }

    /// «من 3 حتى 12 سبتمبر», «بين الخامس والثامن من الشهر الجاري», «17 يوليو حتى 19 منه», «5 أو 12 نوفمبر».
    pub(super) fn range(&self, at: usize) -> Option<Moment> {
        let (mut start, mut opened) = (at, 0);
        // «الفترة [الممتدة|ما] بين …».
        if matches!(self.text.key(start), "الفتره" | "المده" | "للفتره" | "بالفتره") {
            start += 1 + usize::from(matches!(self.text.key(start + 1), "الممتده" | "الواقعه" | "ما"));
            opened = 1;
        }
        if self.text.key(start) == "ما" && self.text.key(start + 1) == "بين" {
            start += 1;
        }
        let between = self.text.key(start) == "بين";
        let from = matches!(self.text.key(start), "من" | "ومن");
        if opened == 1 && !between && !from {
            return None;
        }
        let first = start + usize::from(between || from);
        let joint = |at: usize| match self.text.key(at) {
            "و" if between => Some(at + 1),
            "الي" | "حتي" | "وحتي" | "لغايه" if !between => Some(at + 1),
            "-" | "–" | "او" if !between => Some(at + 1),
            key if between && key.starts_with('و') && key.len() > 2 => Some(at),
            _ => None,
        };
        // Both ends are dates.
        if let Some(a) = self
            .date(first)
            .filter(|a| a.prefix == 0 && a.stretch.grain >= Unit::Day)
            && let Some(second) = joint(a.end)
        {
            // «19 منه»: the day of the same month.
            if let Some((day, end, _)) = self.day_number(second)
                && self.text.key(end) == "منه"
                && let Some(days) = a.stretch.days
            {
                let last = Date::new(days.first.year(), days.first.month(), day)?;
                let stretch = Stretch::span(&a.stretch, &Stretch::day(last))?;
                return Some(Moment {
                    start: at,
                    end: end + 1,
                    stretch,
                    ..a
                });
            }
            let marked = between || from || matches!(self.text.key(a.end), "حتي" | "الي");
            let b = self
                .date(second)
                .or_else(|| self.month_alone(second).filter(|_| a.stretch.grain == Unit::Month))
                .filter(|b| (b.prefix == 0 || (between && b.prefix == 2)) && b.stretch.grain == a.stretch.grain);
            let from = b.as_ref().and_then(|b| self.in_year_of(&a, b));
            if let (true, Some(b)) = (marked, b)
                && let Some(stretch) = Stretch::span(from.as_ref().unwrap_or(&a.stretch), &b.stretch)
            {
                return Some(Moment {
                    start: at,
                    end: b.end,
                    stretch,
                    prefix: 0,
                    rule: if a.rule.starts_with("time.relative") {
                        "time.relative.range"
                    } else {
                        "time.range"
                    },
                    ..a
                });
            }
        }
        // The first end is a day only; month and year are those of the second.
        let (day, after, prefix) = self.day_number(first)?;
        let second = joint(after)?;
        let b = self
            .day_month_year(second)
            .filter(|b| b.stretch.grain == Unit::Day && (b.prefix == 0 || between))?;
        let last = b.stretch.days.map(|days| days.first);
        let stretch = match last {
            Some(last) => {
                let begin = Date::new(last.year(), last.month(), day).filter(|begin| *begin < last)?;
                Stretch::from_to(begin, last)
            }
            None => b.stretch.clone(),
        };
        Some(Moment {
            start: at,
            end: b.end,
            prefix: if start == at && first == at { prefix } else { 0 },
            stretch,
            ..b
        })
    }
}
