//! Dates with a day, month or year of their own: «15 مايو/أيار 2011», «الثاني من أكتوبر», «عام 2009», «أواخر 2019»,
//! «25 شوال 1436 هـ الموافق 10 أغسطس 2015», «15-7-2015», «من 3 إلى 12 سبتمبر».

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Found, Unit};
use super::scan::{Direction, Moment, Scan, is_month_joint};
use crate::document::{Calendar, Date, Days, SectionKind};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

/// A month name, with its second name where it has one.
#[derive(Clone, Copy)]
pub(super) struct MonthName {
    month: u32,
    hijri: bool,
    end: usize,
    prefix: u8,
    governed: bool,
    and: bool,
    /// Needs other signs that it is a month.
    weak: bool,
}

impl Scan<'_, '_> {
    /// A date of any form but a range.
    pub(super) fn date(&self, at: usize) -> Option<Moment> {
        self.numeric_date(at)
            .or_else(|| self.day_month_year(at))
            .or_else(|| self.month_day(at))
            .or_else(|| self.phase(at))
            .or_else(|| self.month_year(at))
            .or_else(|| self.year(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.decade_or_century(at))
            .or_else(|| self.near_day(at))
            .or_else(|| self.unit_with_direction(at))
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
            // No month has ال.
            (!found.definite).then_some((found, month, hijri, weak))
        };
        let (found, month, hijri, weak) = one(at)?;
        let mut name = MonthName {
            month,
            hijri,
            end: found.end,
            prefix: found.prefix,
            governed: found.governed,
            and: found.and,
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

    /// A year after a month or «عام»: «2015», «15», «1436 هـ», «ألفين وثمانية عشر».
    fn year_number(&self, at: usize, short: bool) -> Option<(i32, usize, bool)> {
        let (year, mut end) = if self.text.kind(at) == TokenKind::Number {
            let key = self.text.key(at);
            let year = plain_digits(key)? as i32;
            match key.len() {
                3 | 4 => (year, at + 1),
                2 if short => (if year < 50 { 2000 + year } else { 1900 + year }, at + 1),
                _ => return None,
            }
        } else {
            let (year, end, prefix) = self.cardinal(at)?;
            if !(1000..=2100).contains(&year) || prefix > 0 {
                return None;
            }
            (year as i32, end)
        };
        if self.text.kind(at) == TokenKind::Number && self.text.key(end) == "%" {
            return None;
        }
        let hijri = match self.text.key(end) {
            "ه" | "هجريه" | "هجري" | "للهجره" => true,
            "م" | "ميلاديه" | "ميلادي" => false,
            _ => return Some((year, end, (1300..1500).contains(&year) && false)),
        };
        end += 1;
        Some((year, end, hijri))
    }

    /// The year after a day and month, in whichever way it is given.
    fn year_of(&self, at: usize, month: MonthName, day: Option<u32>) -> (Option<i32>, usize) {
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
        if matches!(self.text.key(at), "هذا") && self.year_word(at + 1).is_some() {
            return (self.today.map(Date::year), at + 2);
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
        let (direction, end) = self.direction(at).unwrap_or_else(|| {
            (
                if self.is_future(at) {
                    Direction::Next
                } else {
                    Direction::Unsaid
                },
                at,
            )
        });
        (self.nearest_year(month, day, direction), end)
    }

    fn year_word(&self, at: usize) -> Option<Found> {
        self.word(at, |c| matches!(c, Class::Unit(Unit::Year)))
            .filter(|found| !found.and)
    }

    /// The year of a month and day that the text gives no year.
    fn nearest_year(&self, month: MonthName, day: Option<u32>, direction: Direction) -> Option<i32> {
        let today = self.today?;
        if month.hijri {
            let year = calendar::hijri_year(today)?;
            let first = calendar::from_hijri(year, month.month, day.unwrap_or(1))?;
            return Some(match direction {
                Direction::Next if first < today => year + 1,
                Direction::Past | Direction::Unsaid if first > today => year - 1,
                _ => year,
            });
        }
        let year = today.year();
        let this = (month.month, day.unwrap_or(today.day()));
        let now = (today.month(), today.day());
        Some(match direction {
            Direction::This => year,
            Direction::Next if this < now => year + 1,
            Direction::Past if this > now || (day.is_none() && month.month == today.month()) => year - 1,
            Direction::Unsaid if this > now => {
                // A day in the next weeks is not one of last year.
                let soon = day
                    .and_then(|day| Date::new(year, month.month, day))
                    .is_some_and(|date| date.to_epoch_days() - today.to_epoch_days() <= 45);
                if soon { year } else { year - 1 }
            }
            _ => year,
        })
    }

    fn resolve(&self, year: Option<i32>, month: MonthName, day: Option<u32>) -> Option<Stretch> {
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
    fn day_month_year(&self, at: usize) -> Option<Moment> {
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
        let of = after + usize::from(self.text.key(after) == "من");
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
            return Some(moment);
        }
        // «17 بالشهر ذاته», «27 الشهر الجاري», «الخامس من هذا الشهر».
        let this = usize::from(self.text.key(of) == "هذا");
        let found = self
            .word(of + this, |c| matches!(c, Class::Unit(Unit::Month)))
            .filter(|found| found.definite && !found.and)?;
        let base = if this == 1 {
            (self.today?, found.end)
        } else if let Some(same) = self.word(found.end, |c| c == Class::Same) {
            (self.last.as_ref()?.days?.first, same.end)
        } else {
            let (direction, end) = self.direction(found.end)?;
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
    fn month_day(&self, at: usize) -> Option<Moment> {
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
            if !after_preposition || (two_letters && self.before(at) != "في") || self.text.key(at) == "صفر" {
                return None;
            }
        }
        if name.governed && name.weak {
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

    /// «عام 2009», «العام 2010», «سنة 1436 هـ».
    pub(super) fn year(&self, at: usize) -> Option<Moment> {
        let word = self.word(at, |c| matches!(c, Class::Unit(Unit::Year)))?;
        let open = usize::from(self.text.key(word.end) == "(");
        let (year, end, hijri) = self.year_number(word.end + open, false)?;
        if open == 1 && self.text.key(end) != ")" {
            return None;
        }
        let mut moment = Moment::date(at, end + open, word.prefix, Stretch::year(year)?, "time.year");
        if hijri {
            let days = Days {
                first: calendar::from_hijri(year, 1, 1)?,
                last: calendar::hijri_month(year, 12)?.last,
            };
            moment.stretch = Stretch {
                days: Some(days),
                value: format!("{}/{}", days.first, days.last),
                grain: Unit::Year,
            };
            moment.calendar = Calendar::Hijri;
        }
        // «عامي 2007 و2008».
        if let Some((last, end)) = self.second_year(moment.end, year) {
            moment.stretch = Stretch::span(&moment.stretch, &Stretch::year(last)?)?;
            moment.end = end;
        }
        Some(moment)
    }

    fn second_year(&self, at: usize, first: i32) -> Option<(i32, usize)> {
        let joint = matches!(self.text.key(at), "و" | "-" | "–" | "/" | "الي" | "حتي" | "وحتي");
        let year = plain_digits(self.text.key(at + 1)).filter(|_| joint && self.text.key(at + 1).len() == 4)? as i32;
        ((first + 1..first + 60).contains(&year) && self.text.kind(at + 2) != TokenKind::Word
            || joint && year > first && year < first + 60)
            .then_some((year, at + 2))
    }

    /// A year without «عام»: «في 2014», «ثورة 2011», «(2012-2017)».
    pub(super) fn bare_year(&self, at: usize) -> Option<Moment> {
        const BEFORE: [&str; 20] = [
            "في",
            "منذ",
            "خلال",
            "حتي",
            "قبل",
            "بعد",
            "بحلول",
            "اواخر",
            "اوائل",
            "مطلع",
            "نهايه",
            "بدايه",
            "منتصف",
            "انتخابات",
            "ثوره",
            "لثوره",
            "حرب",
            "دستور",
            "اتفاق",
            "موازنه",
        ];
        let key = self.text.key(at);
        let year = plain_digits(key).filter(|year| key.len() == 4 && (1800..2100).contains(year))? as i32;
        if at > 0 && self.text.joined_to_next(at - 1) && !matches!(self.text.key(at - 1), "(" | "\"" | "«" | "و" | "[")
        {
            return None;
        }
        let stretch = Stretch::year(year)?;
        if let Some((last, end)) = self.second_year(at + 1, year).filter(|(_, end)| {
            self.before(at) == "(" || self.text.key(at + 1) != "و" || BEFORE.contains(&self.before(at)) || *end == 0
        }) {
            let (from_to, bracketed) = (
                matches!(self.text.key(at + 1), "الي" | "حتي"),
                self.text.key(at.wrapping_sub(1)) == "(",
            );
            if bracketed || BEFORE.contains(&self.before(at)) || (from_to && self.before(at) == "من") || !from_to {
                return Some(Moment::date(
                    at,
                    end,
                    0,
                    Stretch::span(&stretch, &Stretch::year(last)?)?,
                    "time.years",
                ));
            }
        }
        // What the number would count, if it were none.
        let counted = self.text.kind(at + 1) == TokenKind::Word && self.counts(at + 1);
        let alone = self.text.key(at.wrapping_sub(1)) == "(" && self.text.key(at + 1) == ")";
        (alone || (BEFORE.contains(&self.before(at)) && !counted))
            .then(|| Moment::date(at, at + 1, 0, stretch, "time.bare_year"))
    }

    /// Whether a word after a number looks like what it counts: an indefinite noun.
    fn counts(&self, at: usize) -> bool {
        let best = self.morphology.best(at);
        let key = self.text.key(at);
        let definite = key.starts_with("ال") || key.starts_with("وال");
        let noun = matches!(
            best.pos,
            crate::morphology::Pos::Noun | crate::morphology::Pos::Adjective
        ) && best.lexeme.is_some();
        (noun && !definite && best.prefix == 0)
            || matches!(
                key,
                "الف" | "مليون" | "مليار" | "متر" | "كيلومتر" | "دولار" | "شخص" | "من"
            )
    }

    /// «15/7/2015», «15-7-2015», «2015-07-15», «15.7.2015»; «15-7» only in a dateline or after «يوم», «بتاريخ».
    fn numeric_date(&self, at: usize) -> Option<Moment> {
        let word = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Day)))
            .filter(|found| !found.definite);
        let start = word.map_or(at, |found| found.end);
        let prefix = word.map_or(0, |found| found.prefix);
        if self.text.kind(start) != TokenKind::Number {
            return None;
        }
        if start > 0 && self.text.joined_to_next(start - 1) && self.text.kind(start - 1) != TokenKind::Punctuation {
            return None;
        }
        let key = self.text.key(start);
        let (parts, end): (Vec<&str>, usize) = if key.matches('.').count() == 2 {
            (key.split('.').collect(), start + 1)
        } else {
            let mut parts = vec![key];
            let mut end = start + 1;
            while parts.len() < 3
                && matches!(self.text.key(end), "/" | "-" | "\\")
                && self.text.kind(end + 1) == TokenKind::Number
            {
                parts.push(self.text.key(end + 1));
                end += 2;
            }
            (parts, end)
        };
        let numbers: Vec<u32> = parts.iter().filter_map(|part| plain_digits(part)).collect();
        let (date, rule) = match numbers[..] {
            [y, m, d] if parts.len() == 3 && parts[0].len() == 4 => (Date::new(y as i32, m, d)?, "time.numeric_date"),
            [d, m, y] if parts.len() == 3 && (parts[2].len() == 4 || parts[2].len() == 2) => {
                let year = if parts[2].len() == 4 { y as i32 } else { 2000 + y as i32 };
                (
                    Date::new(year, m, d).or_else(|| Date::new(year, d, m))?,
                    "time.numeric_date",
                )
            }
            [m, y] if parts.len() == 2 && parts[1].len() == 4 && (1900..2100).contains(&y) && (1..=12).contains(&m) => {
                return Some(Moment::date(
                    at,
                    end,
                    prefix,
                    Stretch::month(y as i32, m)?,
                    "time.numeric_month",
                ));
            }
            [d, m] if parts.len() == 2 && self.is_day_month(start, word.is_some()) => {
                let name = MonthName {
                    month: m,
                    hijri: false,
                    end,
                    prefix: 0,
                    governed: false,
                    and: false,
                    weak: false,
                };
                if !(1..=12).contains(&m) || !(1..=31).contains(&d) {
                    return None;
                }
                let year = self.nearest_year(name, Some(d), Direction::Unsaid);
                return Some(Moment::date(
                    at,
                    end,
                    prefix,
                    self.resolve(year, name, Some(d))?,
                    "time.relative.numeric_day_month",
                ));
            }
            _ => return None,
        };
        Some(Moment::date(at, end, prefix, Stretch::day(date), rule))
    }

    fn is_day_month(&self, at: usize, after_day: bool) -> bool {
        let dateline = || {
            let span = self.text.span(at);
            self.text.sections.iter().any(|section| {
                section.kind == SectionKind::Dateline
                    && section.span.start <= span.start
                    && span.end <= section.span.end
            })
        };
        after_day || matches!(self.before(at), "بتاريخ" | "تاريخ") || dateline()
    }

    /// «مطلع 2017», «منتصف يناير», «نهاية العام الماضي», «بداية شهر نوفمبر», «أواخر الأسبوع المقبل».
    fn phase(&self, at: usize) -> Option<Moment> {
        let found = self.word(at, |c| matches!(c, Class::Phase(_)))?;
        let Class::Phase(phase) = found.class else { return None };
        let bare_year = plain_digits(self.text.key(found.end))
            .filter(|year| (1800..2100).contains(year))
            .and_then(|year| Stretch::year(year as i32));
        let inner = match bare_year {
            Some(stretch) => Moment::date(found.end, found.end + 1, 0, stretch, "time.phase"),
            None => self
                .month_year(found.end)
                .or_else(|| self.year(found.end))
                .or_else(|| self.decade_or_century(found.end))
                .or_else(|| self.unit_with_direction(found.end))
                .filter(|inner| inner.prefix == 0)?,
        };
        if inner.stretch.grain < Unit::Week {
            return None;
        }
        let mut stretch = inner.stretch.phase(phase);
        if self.text.key(found.end - 1) == "بدء"
            && let Some(days) = stretch.days
        {
            stretch = Stretch::day(days.first);
        }
        let modifier = match phase {
            super::lexicon::Phase::Start => crate::document::TimeModifier::Start,
            super::lexicon::Phase::Mid => crate::document::TimeModifier::Mid,
            super::lexicon::Phase::End => crate::document::TimeModifier::End,
        };
        let rule = if inner.rule.starts_with("time.relative") {
            "time.relative.phase"
        } else {
            "time.phase"
        };
        Some(Moment {
            start: at,
            end: inner.end,
            prefix: found.prefix,
            stretch,
            modifier: Some(modifier),
            rule,
            ..inner
        })
    }

    /// «التسعينيات», «القرن العشرين».
    fn decade_or_century(&self, at: usize) -> Option<Moment> {
        if let Some(found) = self.word(at, |c| matches!(c, Class::Decade(_))) {
            let Class::Decade(decade) = found.class else {
                return None;
            };
            // «ثمانينيات القرن الماضي», «سبعينيات القرن التاسع عشر».
            let mut end = found.end;
            let mut base = if decade < 20 { 2000 } else { 1900 };
            if self.word(end, |c| matches!(c, Class::Unit(Unit::Century))).is_some() {
                if let Some((direction, after)) = self.direction(end + 1) {
                    base = if direction == Direction::Past { 1900 } else { 2000 };
                    end = after;
                } else if let Some(ordinal) = self.numbers.ordinal(self.text, end + 1) {
                    base = (ordinal.value as i32 - 1) * 100;
                    end = ordinal.end;
                }
            }
            return Some(Moment::date(
                at,
                end,
                found.prefix,
                Stretch::decade(base + decade)?,
                "time.decade",
            ));
        }
        let found = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Century)))
            .filter(|found| found.definite)?;
        if let Some(ordinal) = self
            .numbers
            .ordinal(self.text, found.end)
            .filter(|ordinal| ordinal.definite)
        {
            return Some(Moment::date(
                at,
                ordinal.end,
                found.prefix,
                Stretch::century(ordinal.value as i32)?,
                "time.century",
            ));
        }
        let (direction, end) = self.direction(found.end)?;
        let this = (self.today?.year() - 1) / 100 + 1;
        let century = match direction {
            Direction::Past => this - 1,
            Direction::Next => this + 1,
            _ => this,
        };
        Some(Moment::date(
            at,
            end,
            found.prefix,
            Stretch::century(century)?,
            "time.relative.century",
        ))
    }

    /// «عيد الفطر», «عيد الميلاد 2020».
    fn holiday(&self, at: usize) -> Option<Moment> {
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
                .filter(|b| (b.prefix == 0 || (between && b.prefix == 2)) && b.stretch.grain == a.stretch.grain);
            if let (true, Some(b)) = (marked, b)
                && let Some(stretch) = Stretch::span(&a.stretch, &b.stretch)
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
