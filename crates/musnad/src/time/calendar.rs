//! Stretches of the calendar: months, weeks, years, and their parts; Hijri dates by Umm al-Qura.

use icu_calendar::cal::Hijri;
use icu_calendar::types::Month;
use icu_calendar::{Date as IcuDate, Iso};

use super::lexicon::{Phase, Season, Unit};
use crate::document::{Date, Days, days_in_month};

/// A stretch of days with its TIMEX3 value; unresolved where `days` is absent.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stretch {
    pub(super) days: Option<Days>,
    pub(super) value: String,
    pub(super) grain: Unit,
}

impl Stretch {
    pub(super) fn day(date: Date) -> Self {
        Self {
            days: Some(Days {
                first: date,
                last: date,
            }),
            value: date.to_string(),
            grain: Unit::Day,
        }
    }

    pub(super) fn month(year: i32, month: u32) -> Option<Self> {
        let days = Days {
            first: Date::new(year, month, 1)?,
            last: Date::new(year, month, days_in_month(year, month))?,
        };
        Some(Self {
            days: Some(days),
            value: format!("{year:04}-{month:02}"),
            grain: Unit::Month,
        })
    }

    pub(super) fn year(year: i32) -> Option<Self> {
        Self::years(year, year, format!("{year:04}"), Unit::Year)
    }

    pub(super) fn decade(first: i32) -> Option<Self> {
        Self::years(first, first + 9, format!("{:03}", first / 10), Unit::Decade)
    }

    /// The nth century, 1901 to 2000 for the twentieth.
    pub(super) fn century(n: i32) -> Option<Self> {
        Self::years(n * 100 - 99, n * 100, format!("{:02}", n - 1), Unit::Century)
    }

    /// The nth thousand years, 2001 to 3000 for the third.
    pub(super) fn millennium(n: i32) -> Option<Self> {
        Self::years(n * 1000 - 999, n * 1000, format!("{}", n - 1), Unit::Century)
    }

    fn years(first: i32, last: i32, value: String, grain: Unit) -> Option<Self> {
        let days = Days {
            first: Date::new(first, 1, 1)?,
            last: Date::new(last, 12, 31)?,
        };
        Some(Self {
            days: Some(days),
            value,
            grain,
        })
    }

    /// The week, Monday to Sunday, that holds a day.
    pub(super) fn week(day: Date) -> Option<Self> {
        let first = day.plus_days(-i64::from(day.weekday()))?;
        let thursday = first.plus_days(3)?;
        let new_year = Date::new(thursday.year(), 1, 1)?;
        let number = (thursday.to_epoch_days() - new_year.to_epoch_days()) / 7 + 1;
        let days = Days {
            first,
            last: first.plus_days(6)?,
        };
        Some(Self {
            days: Some(days),
            value: format!("{:04}-W{number:02}", thursday.year()),
            grain: Unit::Week,
        })
    }

    /// The nth quarter of a year.
    pub(super) fn quarter(year: i32, n: u32) -> Option<Self> {
        let first = Date::new(year, n * 3 - 2, 1)?;
        let last = Date::new(year, n * 3, days_in_month(year, n * 3))?;
        Some(Self {
            days: Some(Days { first, last }),
            value: format!("{year:04}-Q{n}"),
            grain: Unit::Month,
        })
    }

    /// A season of a year; winter begins in December of the year before.
    pub(super) fn season(year: i32, season: Season) -> Option<Self> {
        let (from, to, code) = match season {
            Season::Spring => (3, 5, "SP"),
            Season::Summer => (6, 8, "SU"),
            Season::Autumn => (9, 11, "FA"),
            Season::Winter => (12, 2, "WI"),
        };
        let first = Date::new(if from > to { year - 1 } else { year }, from, 1)?;
        let last = Date::new(year, to, days_in_month(year, to))?;
        Some(Self {
            days: Some(Days { first, last }),
            value: format!("{year:04}-{code}"),
            grain: Unit::Month,
        })
    }

    /// From the first to the last of two stretches.
    pub(super) fn span(from: &Self, to: &Self) -> Option<Self> {
        let value = format!("{}/{}", from.value, to.value);
        let days = match (from.days, to.days) {
            (Some(a), Some(b)) if a.first <= b.last => Some(Days {
                first: a.first,
                last: b.last,
            }),
            (Some(_), Some(_)) => return None,
            _ => None,
        };
        Some(Self {
            days,
            value,
            grain: from.grain.min(to.grain),
        })
    }

    /// From one day to another.
    pub(super) fn from_to(first: Date, last: Date) -> Self {
        Self {
            days: Some(Days { first, last }),
            value: format!("{first}/{last}"),
            grain: Unit::Day,
        }
    }

    /// Its start, middle or end: quarters of a year (October to December is the end), tenths of a month, days of a week.
    #[must_use]
    pub(super) fn phase(&self, phase: Phase) -> Self {
        let Some(days) = self.days else { return self.clone() };
        let (y, m) = (days.first.year(), days.first.month());
        let cut = |first: Option<Date>, last: Option<Date>| {
            Some(Days {
                first: first?,
                last: last?,
            })
        };
        let part = match (self.grain, phase) {
            (Unit::Year, Phase::Start) => cut(Date::new(y, 1, 1), Date::new(y, 3, 31)),
            (Unit::Year, Phase::Mid) => cut(Date::new(y, 5, 1), Date::new(y, 8, 31)),
            (Unit::Year, Phase::End) => cut(Date::new(y, 10, 1), Date::new(y, 12, 31)),
            (Unit::Month, Phase::Start) => cut(Date::new(y, m, 1), Date::new(y, m, 10)),
            (Unit::Month, Phase::Mid) => cut(Date::new(y, m, 11), Date::new(y, m, 20)),
            (Unit::Month, Phase::End) => cut(Date::new(y, m, 21), Some(days.last)),
            (Unit::Week, Phase::Start) => cut(Some(days.first), days.first.plus_days(2)),
            (Unit::Week, Phase::Mid) => cut(days.first.plus_days(2), days.first.plus_days(3)),
            (Unit::Week, Phase::End) => cut(days.first.plus_days(3), Some(days.last)),
            // Of a thousand years the start is their first ten.
            (Unit::Century, Phase::Start) if days.last.year() - y > 100 => {
                cut(Date::new(y, 1, 1), Date::new(y + 9, 12, 31))
            }
            (Unit::Decade | Unit::Century, phase) => {
                let third = (days.last.year() - y + 1) / 3;
                let (from, to) = match phase {
                    Phase::Start => (y, y + third),
                    Phase::Mid => (y + third + 1, y + 2 * third),
                    Phase::End => (days.last.year() - third, days.last.year()),
                };
                cut(Date::new(from, 1, 1), Date::new(to, 12, 31))
            }
            _ => None,
        };
        Self {
            days: part.or(self.days),
            value: self.value.clone(),
            grain: self.grain,
        }
    }
}

/// A day so many months later; the last of the month where the month is too short.
pub(super) fn plus_months(date: Date, months: i32) -> Option<Date> {
    let index = date.year() * 12 + date.month() as i32 - 1 + months;
    let (year, month) = (index.div_euclid(12), index.rem_euclid(12) as u32 + 1);
    Date::new(year, month, date.day().min(days_in_month(year, month)))
}

/// A day so many units later.
pub(super) fn plus(date: Date, amount: i32, unit: Unit) -> Option<Date> {
    match unit {
        Unit::Second | Unit::Minute => Some(date),
        Unit::Hour => date.plus_days(i64::from(amount / 24)),
        Unit::Day => date.plus_days(i64::from(amount)),
        Unit::Week => date.plus_days(i64::from(amount) * 7),
        Unit::Month => plus_months(date, amount),
        Unit::Year => plus_months(date, amount.checked_mul(12)?),
        Unit::Decade => plus_months(date, amount.checked_mul(120)?),
        Unit::Century => plus_months(date, amount.checked_mul(1200)?),
    }
}

/// The Gregorian day of a Hijri date of Umm al-Qura.
pub(super) fn from_hijri(year: i32, month: u32, day: u32) -> Option<Date> {
    let month = Month::new(u8::try_from(month).ok()?);
    let date = IcuDate::try_new(year.into(), month, u8::try_from(day).ok()?, Hijri::new_umm_al_qura()).ok()?;
    let iso = date.to_calendar(Iso);
    Date::new(
        iso.year().extended_year(),
        u32::from(iso.month().ordinal),
        u32::from(iso.day_of_month().0),
    )
}

/// The Gregorian days of a Hijri month.
pub(super) fn hijri_month(year: i32, month: u32) -> Option<Days> {
    let first = from_hijri(year, month, 1)?;
    let (next_year, next) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    Some(Days {
        first,
        last: from_hijri(next_year, next, 1)?.plus_days(-1)?,
    })
}

/// The Hijri year on a day.
pub(super) fn hijri_year(date: Date) -> Option<i32> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    let iso = IcuDate::try_new_iso(date.year(), month, day).ok()?;
    Some(iso.to_calendar(Hijri::new_umm_al_qura()).year().extended_year())
}

/// Easter Sunday of the western churches (anonymous Gregorian computus).
pub(super) fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hijri_days_of_the_saudi_calendar() {
        for ((y, m, d), expected) in [
            ((1436, 10, 25), "2015-08-10"),
            ((1436, 10, 1), "2015-07-17"),
            ((1441, 9, 1), "2020-04-24"),
        ] {
            assert_eq!(from_hijri(y, m, d).unwrap().to_string(), expected);
        }
        assert_eq!(hijri_year(Date::new(2015, 8, 10).unwrap()), Some(1436));
    }

    #[test]
    fn weeks_are_iso_weeks() {
        let week = Stretch::week(Date::new(2021, 1, 2).unwrap()).unwrap();
        assert_eq!(week.value, "2020-W53");
        assert_eq!(week.days.unwrap().first.to_string(), "2020-12-28");
    }

    #[test]
    fn easter_sundays() {
        for (year, expected) in [(2013, "2013-03-31"), (2020, "2020-04-12"), (2015, "2015-04-05")] {
            assert_eq!(easter(year).unwrap().to_string(), expected);
        }
    }
}
