//! Names of months, and the year that a month is of: «مارس/آذار», «شهر 3»; «15 مايو» of this year or the last.

use super::calendar::{self, Stretch};
use super::lexicon::{Class, Unit};
use super::scan::Scan;
use super::tense::Direction;
use crate::document::Date;
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

impl Scan<'_, '_> {
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
}

/// The marks that join two names of one month.
fn is_month_joint(key: &str) -> bool {
    matches!(key, "/" | "-" | "–")
}
