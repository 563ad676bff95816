//! Time expressions and days.

use std::fmt;

use super::{Evidence, Score};
use crate::error::{Error, ErrorKind};
use crate::text::Span;

/// A day of the proleptic Gregorian calendar, years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// A day, if there is such a day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        valid.then_some(Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        })
    }

    /// Reads `YYYY-MM-DD`, with or without a time after `T` or a space (RFC 3339; the time is checked and dropped).
    ///
    /// # Errors
    /// [`ErrorKind::InvalidDate`], with the text.
    pub fn parse_iso(text: &str) -> Result<Self, Error> {
        let invalid = || {
            Error::new(
                ErrorKind::InvalidDate,
                format!("{text:?} is no ISO 8601 date such as 2020-06-11"),
            )
        };
        let (day, time) = match text.split_once(['T', ' ']) {
            Some((day, time)) => (day, Some(time)),
            None => (text, None),
        };
        if time.is_some_and(|time| !is_iso_time(time)) {
            return Err(invalid());
        }
        let digits = |part: &str, width: usize| {
            (part.len() == width && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u32>().ok())
                .flatten()
        };
        let mut parts = day.split('-');
        let (Some(y), Some(m), Some(d), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err(invalid());
        };
        let (Some(y), Some(m), Some(d)) = (digits(y, 4), digits(m, 2), digits(d, 2)) else {
            return Err(invalid());
        };
        Self::new(y as i32, m, d).ok_or_else(invalid)
    }

    /// The year.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        u32::from(self.month)
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        u32::from(self.day)
    }

    /// Days since 1970-01-01 (Howard Hinnant's `days_from_civil`).
    pub fn to_epoch_days(self) -> i64 {
        let (m, d) = (i64::from(self.month), i64::from(self.day));
        let y = i64::from(self.year) - i64::from(m <= 2);
        let era = y.div_euclid(400);
        let year_of_era = y.rem_euclid(400);
        let day_of_year = (153 * ((m + 9) % 12) + 2) / 5 + d - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The inverse of [`Date::to_epoch_days`]; `None` outside the years 1 to 9999.
    pub fn from_epoch_days(days: i64) -> Option<Self> {
        let z = days + 719_468;
        let era = z.div_euclid(146_097);
        let day_of_era = z.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let mp = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * mp + 2) / 5 + 1;
        let month = if mp < 10 { mp + 3 } else { mp - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self::new(i32::try_from(year).ok()?, month as u32, day as u32)
    }

    /// The day `days` later (earlier where negative).
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_epoch_days(self.to_epoch_days() + days)
    }

    /// Day of the week, 0 for Monday to 6 for Sunday.
    pub fn weekday(self) -> u32 {
        (self.to_epoch_days() + 3).rem_euclid(7) as u32
    }
}

/// Length of a month in days.
pub(crate) fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

fn is_iso_time(time: &str) -> bool {
    let zone = time.find(['Z', 'z', '+', '-']).unwrap_or(time.len());
    let (clock, zone) = time.split_at(zone);
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let two = |part: &str, limit: u32| part.len() == 2 && part.parse::<u32>().is_ok_and(|n| n < limit);
    let parts: Vec<&str> = clock.split(':').collect();
    let clock_valid =
        (2..=3).contains(&parts.len()) && two(parts[0], 25) && parts[1..].iter().all(|part| two(part, 61));
    let zone_valid = match zone.split_at_checked(1) {
        None | Some(("Z" | "z", "")) => true,
        Some(("+" | "-", offset)) => {
            let digits: String = offset.chars().filter(|c| *c != ':').collect();
            matches!(digits.len(), 2 | 4) && digits.bytes().all(|b| b.is_ascii_digit())
        }
        Some(_) => false,
    };
    clock_valid && zone_valid && !fraction.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit())
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A stretch of days, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Days {
    /// First day meant.
    pub first: Date,
    /// Last day meant.
    pub last: Date,
}

/// The TIMEX3 kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeKind {
    /// A day or any longer stretch of the calendar.
    Date,
    /// A time of the day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

/// The TIMEX3 modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names are TIMEX3's own")]
pub enum TimeModifier {
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
    Start,
    Mid,
    End,
    Approx,
}

/// The calendar an expression is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calendar {
    /// The civil calendar.
    Gregorian,
    /// Umm al-Qura.
    Hijri,
}

/// A time expression.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeExpression {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: TimeKind,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<TimeModifier>,
    /// The days meant, where resolved.
    pub days: Option<Days>,
    /// The calendar it is written in.
    pub calendar: Calendar,
    /// Confidence.
    pub score: Score,
    /// The rule.
    pub evidence: Evidence,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epoch_days_round_trip_over_four_centuries() {
        let first = Date::new(1700, 1, 1).unwrap().to_epoch_days();
        let mut expected = Date::new(1700, 1, 1).unwrap();
        for days in first..first + 146_097 {
            let date = Date::from_epoch_days(days).unwrap();
            assert_eq!(date, expected);
            assert_eq!(date.to_epoch_days(), days);
            let (y, m, d) = (date.year(), date.month(), date.day());
            expected = Date::new(y, m, d + 1)
                .or_else(|| Date::new(y, m + 1, 1))
                .or_else(|| Date::new(y + 1, 1, 1))
                .unwrap();
        }
    }

    #[test]
    fn a_known_thursday() {
        assert_eq!(Date::parse_iso("2020-06-11").unwrap().weekday(), 3);
    }

    #[test]
    fn date_times_are_read_and_nonsense_is_refused() {
        for good in [
            "2020-06-11",
            "2020-06-11T10:00:00Z",
            "2020-06-11T10:00",
            "2020-06-11 10:00:00.5+02:00",
        ] {
            assert_eq!(Date::parse_iso(good).unwrap().to_string(), "2020-06-11", "{good}");
        }
        for bad in [
            "",
            "11/6/2020",
            "2020-13-01",
            "2020-02-30",
            "2020-6-1",
            "2020-06-11T",
            "2020-06-11Tnoon",
            "أمس",
        ] {
            assert_eq!(
                Date::parse_iso(bad).unwrap_err().kind(),
                ErrorKind::InvalidDate,
                "{bad}"
            );
        }
    }
}
