//! Dates in digits alone: «15/7/2015», «2015-07-15», «15.7.2015», «7/2015», «2015/7»; «15-7» where a day is sure to stand.

use super::calendar::Stretch;
use super::lexicon::{Class, Unit};
use super::month::MonthName;
use super::scan::{Moment, Scan};
use crate::document::{Date, SectionKind};
use crate::number::plain_digits;
use crate::text::token::TokenKind;

impl Scan<'_, '_> {
    /// «15/7/2015», «15-7-2015», «2015-07-15», «15.7.2015»; «15-7» only in a dateline or after «يوم», «بتاريخ».
    pub(super) fn numeric_date(&self, at: usize) -> Option<Moment> {
        let word = self
            .word(at, |c| matches!(c, Class::Unit(Unit::Day)))
            .filter(|found| !found.definite);
        let start = word.map_or(at, |found| found.end);
        let prefix = word.map_or(0, |found| found.prefix);
        // «الأحد 14/6/2020».
        if let Some(weekday) = self
            .word(start, |c| matches!(c, Class::Weekday { .. }))
            .filter(|weekday| word.is_none() || weekday.prefix == 0)
        {
            let comma = usize::from(matches!(self.text.key(weekday.end), "،" | "(" | "الموافق"));
            let date = self.numeric_date(weekday.end + comma).filter(|date| {
                date.prefix == 0 && date.rule == "time.numeric_date" && date.end > weekday.end + comma + 2
            })?;
            let closed = usize::from(self.text.key(weekday.end) == "(" && self.text.key(date.end) == ")");
            return Some(Moment {
                start: at,
                end: date.end + closed,
                prefix: if word.is_some() { prefix } else { weekday.prefix },
                ..date
            });
        }
        if self.text.kind(start) != TokenKind::Number {
            return None;
        }
        if start > 0 && self.text.joined_to_next(start - 1) && self.text.kind(start - 1) != TokenKind::Punctuation {
            return None;
        }
        let key = self.text.key(start);
        let (parts, end): (Vec<&str>, usize) = if key.matches('.').count() == 2 {
            (key.split('.').collect(), start + 1)
        } else if let Some(found) = self.dotted_pair(start) {
            return Some(Moment {
                start: at,
                prefix,
                ..found
            });
        } else if let Some(found) = self.american(start) {
            return Some(Moment {
                start: at,
                prefix,
                ..found
            });
        } else {
            let mut parts = vec![key];
            let mut end = start + 1;
            if let Some(year) = self.spaced_dots(start) {
                parts = vec![key, self.text.key(start + 2), self.text.key(year)];
                end = year + 1;
            }
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
            [y, m, d] if parts.len() == 3 && parts[0].len() == 4 => {
                (Date::new(y.cast_signed(), m, d)?, "time.numeric_date")
            }
            [d, m, y] if parts.len() == 3 && (parts[2].len() == 4 || parts[2].len() == 2) => {
                let year = if parts[2].len() == 4 {
                    y.cast_signed()
                } else {
                    2000 + y.cast_signed()
                };
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
                    Stretch::month(y.cast_signed(), m)?,
                    "time.numeric_month",
                ));
            }
            [y, m]
                if parts.len() == 2
                    && parts[0].len() == 4
                    && (self.text.key(start + 1) == "/" || parts[1].len() == 2 && self.is_iso_month(start))
                    && (1900..2100).contains(&y)
                    && (1..=12).contains(&m) =>
            {
                return Some(Moment::date(
                    at,
                    end,
                    prefix,
                    Stretch::month(y.cast_signed(), m)?,
                    "time.numeric_month",
                ));
            }
            [a, b] if parts.len() == 2 && self.is_day_month(start, word.is_some(), end) => {
                // The American order only where the other cannot be.
                let (d, m) = if b > 12 { (b, a) } else { (a, b) };
                if !(1..=12).contains(&m) || !(1..=31).contains(&d) {
                    return None;
                }
                let found = self.day_of_month(start, end, d, m)?;
                return Some(Moment {
                    start: at,
                    prefix,
                    ..found
                });
            }
            _ => return None,
        };
        Some(Moment::date(at, end, prefix, Stretch::day(date), rule))
    }

    /// «16. 11. 2016»: the token of the year.
    fn spaced_dots(&self, at: usize) -> Option<usize> {
        let dots = self.text.key(at + 1) == "." && self.text.key(at + 3) == ".";
        let short = |token: usize, most: u32| {
            plain_digits(self.text.key(token))
                .is_some_and(|n| self.text.key(token).len() <= 2 && (1..=most).contains(&n))
        };
        let year = plain_digits(self.text.key(at + 4)).filter(|year| (1900..2100).contains(year));
        (dots && short(at, 31) && short(at + 2, 12) && year.is_some()).then_some(at + 4)
    }

    /// «2016-06» where a month is sure to stand, not the season 2011-12.
    fn is_iso_month(&self, at: usize) -> bool {
        self.alone || matches!(self.before(at), "شهر" | "منذ" | "بتاريخ" | "حتي")
    }

    /// «في 4.22», «2015.3»: with dots, at the end of a clause, where one part can be nothing but a day or year.
    fn dotted_pair(&self, at: usize) -> Option<Moment> {
        let (a, b) = self.text.key(at).split_once('.')?;
        if !self.clause_ends(at + 1) || b.contains('.') || b.len() > 2 {
            return None;
        }
        let (first, second) = (plain_digits(a)?, plain_digits(b)?);
        if a.len() == 4 {
            let told = self.alone || self.is_future(at) || matches!(self.before(at), "منذ" | "حتي" | "بتاريخ");
            return (told && (1900..2100).contains(&first) && (1..=12).contains(&second))
                .then(|| Stretch::month(first.cast_signed(), second))?
                .map(|stretch| Moment::date(at, at + 1, 0, stretch, "time.numeric_month"));
        }
        let (day, month) = if second > 12 { (second, first) } else { (first, second) };
        let told = matches!(self.before(at), "في" | "بتاريخ" | "تاريخ" | "يوم");
        if !told || day <= 12 || !(1..=31).contains(&day) || !(1..=12).contains(&month) || a.len() > 2 {
            return None;
        }
        self.day_of_month(at, at + 1, day, month)
    }

    /// «08/12, 2015»: a comma before the year is the American order, the month first.
    fn american(&self, at: usize) -> Option<Moment> {
        let comma = at + 3;
        if self.text.key(at + 1) != "/" || !matches!(self.text.key(comma), "," | "،") {
            return None;
        }
        let year_key = self.text.key(comma + 1);
        let last = self.clause_ends(comma + 2) && year_key.len() == 2;
        let year = plain_digits(year_key).filter(|year| last || (1900..2100).contains(year))?;
        let year = if year < 100 { 2000 + year } else { year };
        let (month, day) = (plain_digits(self.text.key(at))?, plain_digits(self.text.key(at + 2))?);
        let date = Date::new(year.cast_signed(), month, day).or_else(|| Date::new(year.cast_signed(), day, month))?;
        Some(Moment::date(at, comma + 2, 0, Stretch::day(date), "time.numeric_date"))
    }

    /// A day and month in digits; the year is the nearest.
    fn day_of_month(&self, at: usize, end: usize, day: u32, month: u32) -> Option<Moment> {
        let name = MonthName {
            month,
            hijri: false,
            end,
            prefix: 0,
            governed: false,
            weak: false,
        };
        let year = self.nearest_year(name, Some(day), self.tense(at));
        let stretch = self.resolve(year, name, Some(day))?;
        Some(Moment::date(at, end, 0, stretch, "time.relative.numeric_day_month"))
    }

    fn is_day_month(&self, at: usize, after_day: bool, end: usize) -> bool {
        // «في 22/4»; «في 1/3 من» is a third.
        let slashed = self.text.key(at + 1) == "/"
            && matches!(self.before(at), "في" | "منذ" | "حتي" | "قبل" | "بعد")
            && self.text.key(end) != "من"
            && self.text.key(at).len() == 2
            && !self.counts(end);
        // «من 10/1 إلى 11/7».
        let pair = |token: usize| self.text.key(token + 1) == "/";
        let ranged = pair(at)
            && (self.before(at) == "من" && matches!(self.text.key(end), "الي" | "حتي") && pair(end + 1)
                || matches!(self.before(at), "الي" | "حتي") && at >= 5 && pair(at - 4) && self.before(at - 4) == "من");
        let alone =
            self.alone && self.text.key(at + 1) == "/" && self.text.tokens.len() == 3 && self.text.key(at).len() == 2;
        let dateline = || {
            let span = self.text.span(at);
            self.text.sections.iter().any(|section| {
                section.kind == SectionKind::Dateline
                    && section.span.start <= span.start
                    && span.end <= section.span.end
            })
        };
        // «سأعود 22-4»: nothing is won or lost, and one part is too large for a month.
        let dashed = || {
            let large = |token: usize| plain_digits(self.text.key(token)).is_some_and(|n| (13..32).contains(&n));
            self.text.key(at + 1) == "-"
                && (large(at) != large(at + 2))
                && self.clause_ends(end)
                && (self.alone || self.is_future(at))
        };
        after_day
            || slashed
            || ranged
            || alone
            || dashed()
            || matches!(self.before(at), "بتاريخ" | "تاريخ")
            || dateline()
    }
}
