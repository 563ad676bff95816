//! Dates with a month's name: «15 مايو/أيار 2011», «الثاني من أكتوبر», «سبتمبر 10», «فبراير/شباط الماضي»,
//! «25 شوال 1436 هـ الموافق 10 أغسطس 2015».

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Unit};
use super::scan::{Direction, Moment, Scan, is_month_joint};
use crate::document::{Calendar, Date};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

/// A month name, with its second name where it has one.
#[derive(Clone, Copy)]
pub(super) struct MonthName {
    pub(super) month: u32,
    pub(super) hijri: bool,
    pub(super) end: usize,
    pub(super) prefix: u8,
    pub(super) governed: bool,
    /// Needs other signs that it is a month.
    pub(super) weak: bool,
}

/// «صحيفة أيار»: what is called after a month.
const CALLED: [&str; 10] = [
    "صحيفه",
    "جريده",
    "مجله",
    "قناه",
    "موقع",
    "شركه",
    "مطعم",
    "مقهي",
    "فرقه",
    "السيده",
];

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

    /// A month name, or two names of one month: «مارس/آذار», «آذار - مارس», «يوليو (تموز)».
    pub(super) fn month_name(&self, at: usize) -> Option<MonthName> {
        let one = |at: usize| {
            let found = self.word(at, |c| matches!(c, Class::Month { .. } | Class::Hijri { .. }))?;
            let (month, hijri, weak) = match found.class {
                Class::Month { month, weak } => (month, false, weak),
                Class::Hijri { month, weak } => (month, true, weak),
                _ => return None,
            };
            // No month has ال, but for a slip after a day («4 من المايو»).
            let slip =
                !hijri && !weak && self.before(at) == "من" && at > 1 && self.text.kind(at - 2) == TokenKind::Number;
            (!found.definite || slip).then_some((found, month, hijri, weak))
        };
        let Some((found, month, hijri, weak)) = one(at) else {
            return self.numbered_month(at);
        };
        let mut name = MonthName {
            month,
            hijri,
            end: found.end,
            prefix: found.prefix,
            governed: found.governed,
            weak,
        };
        let bracket = self.text.key(name.end) == "(";
        let joint = usize::from(bracket || is_month_joint(self.text.key(name.end)));
        if let Some((second, again, false, _)) = one(name.end + joint)
            && again == month
            && !hijri
            && second.prefix == 0
            && (!bracket || self.text.key(second.end) == ")")
        {
            name.end = second.end + usize::from(bracket);
            name.weak = false;
        }
        Some(name)
    }

    /// «شهر 3», «شهر عشرة»: a month by its number, at the number.
    fn numbered_month(&self, at: usize) -> Option<MonthName> {
        // «شهر واحد» is a length.
        if !matches!(self.before(at), "شهر" | "بشهر" | "لشهر") || matches!(self.text.key(at), "واحد" | "واحده")
        {
            return None;
        }
        let (month, end, _) = self
            .cardinal(at)
            .filter(|(month, _, prefix)| (1..=12).contains(month) && *prefix == 0)?;
        (self.text.key(end) == "من" || self.year_word(end).is_some() || !self.counts(end)).then_some(MonthName {
            month,
            hijri: false,
            end,
            prefix: 0,
            governed: false,
            weak: false,
        })
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

    /// The year after a day and month, in whichever way it is given.
    pub(super) fn year_of(&self, at: usize, month: MonthName, day: Option<u32>) -> (Option<i32>, usize) {
        let comma = usize::from(matches!(self.text.key(at), "،" | "," | "-" | "/" | "."));
        // «من عام 2014», «عام 2003», «بعام 2014».
        let of = usize::from(matches!(self.text.key(at), "من" | "في"));
        if let Some(found) = self.year_word(at + of)
            && let Some((year, end, _)) = self.year_number(found.end, false)
        {
            return (Some(year), end);
        }
        if let Some(found) = self.year_word(at + of)
            && let Some((direction, end)) = self.direction(found.end)
            && let Some(today) = self.today
        {
            let year = today.year()
                + match direction {
                    Direction::Past => -1,
                    Direction::Next => 1,
                    _ => 0,
                };
            return (Some(year), end);
        }
        // «الحادي والعشرين من ألف وتسعمئة وثمانية وسبعين», «15 مايو من 2011».
        if self.text.key(at) == "من"
            && day.is_some()
            && let Some((year, end, _)) = self
                .year_number(at + 1, false)
                .filter(|(year, end, _)| (1900..2100).contains(year) && !self.counts(*end))
        {
            return (Some(year), end);
        }
        // «سبتمبر هذا العام», «سبتمبر من هذه السنة».
        if matches!(self.text.key(at + of), "هذا" | "هذه") && self.year_word(at + of + 1).is_some() {
            return (self.today.map(Date::year), at + of + 2);
        }
        if let Some((year, end, _)) = self
            .year_number(
                at + comma,
                comma == 0 && self.text.kind(at) == TokenKind::Number && day.is_some(),
            )
            .filter(|(_, end, _)| comma == 0 || self.text.kind(at + 1) == TokenKind::Number || *end > at + 2)
            .filter(|(year, ..)| comma == 0 || (1900..2100).contains(year) || month.hijri)
        {
            return (Some(year), end);
        }
        let (direction, end) = self.direction(at).unwrap_or_else(|| (self.tense(at), at));
        (self.nearest_year(month, day, direction), end)
    }

    /// The year of a month and day that the text gives no year.
    pub(super) fn nearest_year(&self, month: MonthName, day: Option<u32>, direction: Direction) -> Option<i32> {
        let today = self.today?;
        if month.hijri {
            let year = calendar::hijri_year(today)?;
            let first = calendar::from_hijri(year, month.month, day.unwrap_or(1))?;
            let last = match day {
                Some(_) => first,
                None => calendar::hijri_month(year, month.month)?.last,
            };
            return Some(match direction {
                Direction::Next if last < today => year + 1,
                Direction::Past | Direction::Unsaid if first > today => year - 1,
                _ => year,
            });
        }
        let year = today.year();
        let this = (month.month, day.unwrap_or(today.day()));
        let now = (today.month(), today.day());
        Some(match direction {
            Direction::This => year,
            // A day alone that has just been is that day.
            Direction::Next
                if self.alone
                    && this < now
                    && day
                        .and_then(|day| Date::new(year, month.month, day))
                        .is_some_and(|date| today.to_epoch_days() - date.to_epoch_days() <= 31) =>
            {
                year
            }
            Direction::Next if this < now => year + 1,
            Direction::Past if this > now || (day.is_none() && month.month == today.month()) => year - 1,
            Direction::Unsaid if this > now => {
                // A day in the next weeks is not one of last year.
                let soon = day
                    .and_then(|day| Date::new(year, month.month, day))
                    .is_some_and(|date| date.to_epoch_days() - today.to_epoch_days() <= 45);
                if soon { year } else { year - 1 }
            }
            // Half a year to either side; this month is this year's.
            Direction::Nearest => {
                let ahead = (month.month + 12 - today.month()) % 12;
                match ahead {
                    0 => year,
                    1..=6 => year + i32::from(month.month < today.month()),
                    _ => year - i32::from(month.month > today.month()),
                }
            }
            _ => year,
        })
    }

    pub(super) fn resolve(&self, year: Option<i32>, month: MonthName, day: Option<u32>) -> Option<Stretch> {
        // «رمضان 2016»: the month of the Hijra that begins in that year.
        let year = match year {
            Some(common) if month.hijri && common > 1600 => {
                let first = calendar::hijri_year(Date::new(common, 1, 1)?)?;
                let begins = |year: &i32| {
                    calendar::from_hijri(*year, month.month, day.unwrap_or(1)).is_some_and(|date| date.year() == common)
                };
                Some([first, first + 1].into_iter().find(begins)?)
            }
            year => year,
        };
        let Some(year) = year else {
            if month.hijri {
                return Some(Stretch {
                    days: None,
                    value: String::new(),
                    grain: Unit::Month,
                });
            }
            let value = day.map_or_else(
                || format!("XXXX-{:02}", month.month),
                |day| format!("XXXX-{:02}-{day:02}", month.month),
            );
            return Some(Stretch {
                days: None,
                value,
                grain: if day.is_some() { Unit::Day } else { Unit::Month },
            });
        };
        match (month.hijri, day) {
            (false, Some(day)) => Date::new(year, month.month, day).map(Stretch::day),
            (false, None) => Stretch::month(year, month.month),
            (true, Some(day)) => calendar::from_hijri(year, month.month, day).map(Stretch::day),
            (true, None) => {
                let days = calendar::hijri_month(year, month.month)?;
                Some(Stretch {
                    days: Some(days),
                    value: format!("{}/{}", days.first, days.last),
                    grain: Unit::Month,
                })
            }
        }
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
            const BEFORE: [&str; 12] = [
                "في",
                "منذ",
                "خلال",
                "حتي",
                "بحلول",
                "قبل",
                "بعد",
                "مطلع",
                "نهايه",
                "منتصف",
                "اواخر",
                "اوائل",
            ];
            let after_preposition = BEFORE.contains(&self.before(at)) && name.prefix == 0;
            let two_letters = self.text.key(at).chars().count() < 3 || name.hijri;
            let only = self.alone && self.text.tokens.len() == 1;
            if !only && (!after_preposition || (two_letters && self.before(at) != "في") || self.text.key(at) == "صفر")
            {
                return None;
            }
        }
        if (name.governed && name.weak) || (end == name.end && CALLED.contains(&self.before(at))) {
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
