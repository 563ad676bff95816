//! Dates in digits alone: «15/7/2015», «2015-07-15», «15.7.2015», «7/2015», «2015/7»; «15-7» where a day is sure to stand.

use super::absolute::MonthName;
use super::calendar::Stretch;
use super::lexicon::{Class, Unit};
use super::scan::{Direction, Moment, Scan};
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
                    && self.text.key(start + 1) == "/"
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
                let name = MonthName {
                    month: m,
                    hijri: false,
                    end,
                    prefix: 0,
                    governed: false,
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

    fn is_day_month(&self, at: usize, after_day: bool, end: usize) -> bool {
        // «في 22/4»; «في 1/3 من» is a third.
        let slashed = self.text.key(at + 1) == "/"
            && matches!(self.before(at), "في" | "منذ" | "حتي" | "قبل" | "بعد")
            && self.text.key(end) != "من"
            && self.text.key(at).len() == 2
            && !self.counts(end);
        let dateline = || {
            let span = self.text.span(at);
            self.text.sections.iter().any(|section| {
                section.kind == SectionKind::Dateline
                    && section.span.start <= span.start
                    && span.end <= section.span.end
            })
        };
        after_day || slashed || matches!(self.before(at), "بتاريخ" | "تاريخ") || dateline()
    }
}
