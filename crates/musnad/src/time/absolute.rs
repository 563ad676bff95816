//! Dates with a month's name: «15 مايو/أيار 2011», «الثاني من أكتوبر», «سبتمبر 10», «فبراير/شباط الماضي»,
//! «25 شوال 1436 هـ الموافق 10 أغسطس 2015».

use musnad_data::words::time as words;

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Unit};
use super::scan::{Moment, Scan};
use super::tense::Direction;
use crate::document::{Calendar, Date};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// A date of any form but a range.
    pub(super) fn date(&self, at: usize) -> Option<Moment> {
        self.numeric_date(at)
            .or_else(|| self.nth_weekday(at))
            .or_else(|| self.day_month_year(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.weekend(at))
            .or_else(|| self.phase(at))
            .or_else(|| self.part_of_year(at))
            .or_else(|| self.week_of_date(at))
            .or_else(|| self.nth_day(at))
            .or_else(|| self.month_year(at))
            .or_else(|| self.year(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.decade_or_century(at))
            .or_else(|| self.season_of_year(at))
            .or_else(|| self.near_day(at))
            .or_else(|| self.week_with_weekday(at))
            .or_else(|| self.unit_with_direction(at))
            .or_else(|| self.remainder(at))
    }

    /// A day of the month in digits or words: «15», «الخامس», «الحادي والعشرين».
    pub(super) fn day_number(&self, at: usize) -> Option<(u32, usize, u8)> {
        if self.text.kind(at) == TokenKind::Number {
            let day = plain_digits(self.text.key(at)).filter(|day| (1..=31).contains(day))?;
            return Some((day, at + 1, 0));
        }
        let ordinal = self
            .numbers
            .ordinal(self.text, at)
            .map(|found| (found.value as u32, found.end, found.prefix));
        let (day, end, prefix) = ordinal.or_else(|| self.cardinal(at))?;
        (1..=31).contains(&day).then_some((day, end, prefix))
    }

    /// «[يوم] [الأربعاء] 15 [من] [شهر] مايو/أيار 2011».
    pub(super) fn day_month_year(&self, at: usize) -> Option<Moment> {
        let (mut start, mut prefix) = (at, None);
        if let Some(found) = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Day)))
            .filter(|found| !found.definite)
        {
            (start, prefix) = (found.end, Some(found.prefix));
        }
        let weekday = self.word(start, |c| matches!(c, Class::Weekday { .. }));
        if let Some(found) = weekday {
            let comma = usize::from(matches!(self.text.key(found.end), "،" | "," | "الموافق" | "("));
            prefix = prefix.or(Some(found.prefix));
            start = found.end + comma;
        }
        if self.text.key(start) == "في" && weekday.is_some() {
            start += 1;
        }
        let (day, after, day_prefix) = self.day_number(start)?;
        if day_prefix > 0 && start > at {
            return None;
        }
        let prefix = prefix.unwrap_or(day_prefix);
        let of = after + usize::from(self.text.key(after) == "من" || self.dotted_month(after));
        let month_word = self
            .word(of, |c| matches!(c, Class::Unit(Unit::Month)))
            .filter(|found| !found.and);
        let name_at = month_word.filter(|found| !found.definite).map_or(of, |found| found.end);
        if let Some(name) = self.month_name(name_at).filter(|name| name.prefix == 0) {
            let (year, end) = self.year_of(name.end, name, Some(day));
            let bracket = usize::from(self.text.key(start.wrapping_sub(1)) == "(" && self.text.key(end) == ")");
            let stretch = self.resolve(year, name, Some(day))?;
            let rule = if year.is_none() {
                "time.relative.day_month"
            } else if name.hijri {
                "time.hijri_day_month_year"
            } else {
                "time.day_month_year"
            };
            let mut moment = Moment::date(at, end + bracket, prefix, stretch, rule);
            if name.hijri {
                moment.calendar = Calendar::Hijri;
                self.era_mark(&mut moment);
            }
            self.both_calendars(&mut moment);
            self.weekday_behind(&mut moment);
            return Some(moment);
        }
        // «17 بالشهر ذاته», «27 الشهر الجاري», «الخامس من هذا الشهر».
        let this = usize::from(self.text.key(of) == "هذا");
        let found = self
            .word(of + this, |c| matches!(c, Class::Unit(Unit::Month)))
            .filter(|found| found.definite && !found.and)?;
        let unresolved = |end| {
            let stretch = Stretch {
                days: None,
                value: format!("XXXX-XX-{day:02}"),
                grain: Unit::Day,
            };
            Some(Moment::date(at, end, prefix, stretch, "time.relative.day_of_month"))
        };
        let same = self.word(found.end, |c| c == Class::Same);
        if let Some(same) = same.filter(|_| self.last_unresolved) {
            return unresolved(same.end);
        }
        if self.today.is_none() && same.is_none() {
            let end = if this == 1 {
                found.end
            } else {
                self.direction(found.end).map_or(found.end, |(_, end)| end)
            };
            return unresolved(end);
        }
        let base = if this == 1 {
            (self.today?, found.end)
        } else if let Some(same) = same {
            (self.last.as_ref()?.days?.first, same.end)
        } else {
            // «الرابع من الشهر»: the one in which the text was written.
            let this_month = (self.clause_ends(found.end) && of > after).then_some((Direction::This, found.end));
            let (direction, end) = self.direction(found.end).or(this_month)?;
            let months = match direction {
                Direction::Past => -1,
                Direction::Next => 1,
                _ => 0,
            };
            let first = Date::new(self.today?.year(), self.today?.month(), 1)?;
            (calendar::plus_months(first, months)?, end)
        };
        let date = Date::new(base.0.year(), base.0.month(), day)?;
        Some(Moment::date(
            at,
            base.1,
            prefix,
            Stretch::day(date),
            "time.relative.day_of_month",
        ))
    }

    /// «16. نوفمبر. 2016»: the dot between day and month, where a dot and a year follow.
    fn dotted_month(&self, dot: usize) -> bool {
        self.text.key(dot) == "."
            && self
                .word(dot + 1, |c| matches!(c, Class::Month { weak: false, .. }))
                .is_some_and(|name| {
                    name.prefix == 0
                        && self.text.key(name.end) == "."
                        && self.text.key(name.end + 1).len() == 4
                        && plain_digits(self.text.key(name.end + 1)).is_some()
                })
    }

    fn era_mark(&self, moment: &mut Moment) {
        if matches!(self.text.key(moment.end), "ه" | "هجريه" | "هجري") {
            moment.end += 1;
        }
    }

    /// «… الموافق 10 أغسطس 2015 م»: the same day in the other calendar, one expression.
    fn both_calendars(&self, moment: &mut Moment) {
        let open = usize::from(matches!(self.text.key(moment.end), "(" | "،" | "-"));
        let equal = usize::from(matches!(
            self.text.key(moment.end + open),
            "الموافق" | "الموافقه" | "الموافقة" | "الموافق:"
        ));
        if open + equal == 0 || (equal == 0 && moment.calendar == Calendar::Gregorian) {
            return;
        }
        let Some(other) = self.day_month_year(moment.end + open + equal) else {
            return;
        };
        if other.calendar == moment.calendar || other.stretch.grain != Unit::Day {
            return;
        }
        let closed = usize::from(open == 1 && self.text.key(other.end) == ")");
        moment.end = other.end + closed;
        // The printed Gregorian day stands; Hijri calendars differ by a day.
        if other.calendar == Calendar::Gregorian {
            moment.stretch = other.stretch;
        }
    }

    /// «يناير الثاني والعشرين، 2018», «سبتمبر 10».
    pub(super) fn month_day(&self, at: usize) -> Option<Moment> {
        let name = self.month_name(at).filter(|name| !name.hijri && !name.weak)?;
        let (day, end, prefix) = self.day_number(name.end)?;
        if prefix > 0 || (self.text.kind(name.end) != TokenKind::Number && !self.text.key(name.end).starts_with("ال"))
        {
            return None;
        }
        let (year, end) = self.year_of(end, name, Some(day));
        let rule = if year.is_none() {
            "time.relative.month_day"
        } else {
            "time.month_day_year"
        };
        Some(Moment::date(
            at,
            end,
            name.prefix,
            self.resolve(year, name, Some(day))?,
            rule,
        ))
    }

    /// «[شهر] مارس/آذار [الماضي | 2011 | من العام الماضي]».
    pub(super) fn month_year(&self, at: usize) -> Option<Moment> {
        let word = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Month)))
            .filter(|found| !found.definite);
        let this = usize::from(self.text.key(at) == "هذا");
        let start = word.map_or(at + this, |found| found.end);
        let name = self.month_name(start)?;
        if start > at && name.prefix > 0 {
            return None;
        }
        let (year, end) = if this == 1 {
            (self.today.map(Date::year), name.end)
        } else {
            self.year_of(name.end, name, None)
        };
        if end == name.end && name.weak && word.is_none() && this == 0 {
            // «مارس» is also a verb, «آب» a father: only after a preposition of time.
            let after_preposition = words::is_before_month(self.before(at)) && name.prefix == 0;
            let two_letters = self.text.key(at).chars().count() < 3 || name.hijri;
            let only = self.alone && self.text.tokens.len() == 1;
            if !only && (!after_preposition || (two_letters && self.before(at) != "في") || self.text.key(at) == "صفر")
            {
                return None;
            }
        }
        if (name.governed && name.weak) || (end == name.end && words::is_named_after_month(self.before(at))) {
            return None;
        }
        // «الوزير نيسان قاسم»: a man after his title.
        let titled = at.checked_sub(1).is_some_and(|title| {
            self.text.key(title).starts_with("ال")
                && self
                    .morphology
                    .best(title)
                    .entry()
                    .is_some_and(|lexeme| lexeme.has_tag("human"))
        });
        if titled && end == name.end && word.is_none() && name.prefix == 0 {
            return None;
        }
        let prefix = word.map_or(name.prefix, |found| found.prefix);
        let mut moment = Moment::date(
            at,
            end,
            prefix,
            self.resolve(year, name, None)?,
            if year.is_none() {
                "time.relative.month"
            } else {
                "time.month_year"
            },
        );
        if name.hijri {
            moment.calendar = Calendar::Hijri;
            self.era_mark(&mut moment);
        }
        Some(moment)
    }
}
