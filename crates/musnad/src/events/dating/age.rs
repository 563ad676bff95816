//! How long ago days are, and how many.

use crate::document::{Date, Days};

/// How long before the article's day the last of the days is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Age {
    /// The article's day is not known.
    Unknown,
    ToCome,
    SameDay,
    Yesterday,
    /// Up to eight days, or a stretch that the article's day is in.
    Week,
    /// Up to 45 days: still of the news.
    News,
    Year,
    Old,
}

/// How many days there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Day,
    Two,
    Week,
    Month,
    Year,
    More,
}

crate::events::fact::words!(Age, Length);

pub(super) fn age(published: Option<Date>, days: Days) -> Age {
    let Some(published) = published else {
        return Age::Unknown;
    };
    let ago = published.to_epoch_days() - days.last.to_epoch_days();
    match ago {
        _ if days.first > published => Age::ToCome,
        0 if days.first == days.last => Age::SameDay,
        1 => Age::Yesterday,
        // A stretch that is not over yet is of the week too.
        i64::MIN..=8 => Age::Week,
        9..=45 => Age::News,
        46..=399 => Age::Year,
        _ => Age::Old,
    }
}

pub(super) fn length(days: Days) -> Length {
    match days.last.to_epoch_days() - days.first.to_epoch_days() {
        i64::MIN..=0 => Length::Day,
        1 => Length::Two,
        2..=9 => Length::Week,
        10..=30 => Length::Month,
        31..=365 => Length::Year,
        _ => Length::More,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(first: &str, last: &str) -> Days {
        Days {
            first: Date::parse_iso(first).unwrap(),
            last: Date::parse_iso(last).unwrap(),
        }
    }

    #[test]
    fn ages_count_from_the_article() {
        let published = Date::new(2020, 6, 11);
        let of = |first, last| age(published, days(first, last));
        assert_eq!(of("2020-06-11", "2020-06-11"), Age::SameDay);
        assert_eq!(of("2020-06-10", "2020-06-10"), Age::Yesterday);
        assert_eq!(of("2020-06-08", "2020-06-14"), Age::Week);
        assert_eq!(of("2020-05-01", "2020-05-31"), Age::News);
        assert_eq!(of("2011-01-01", "2011-12-31"), Age::Old);
        assert_eq!(of("2020-06-12", "2020-06-12"), Age::ToCome);
        assert_eq!(age(None, days("2020-06-11", "2020-06-11")), Age::Unknown);
    }

    #[test]
    fn lengths_are_rough() {
        assert_eq!(length(days("2020-06-11", "2020-06-11")), Length::Day);
        assert_eq!(length(days("2020-06-01", "2020-06-30")), Length::Month);
        assert_eq!(length(days("2011-01-01", "2015-12-31")), Length::More);
    }
}
