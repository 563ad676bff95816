//! The days that a text names.
//!
//! «منذ ثلاثة أسابيع» (for three weeks) names those up to the article's day.

use crate::document::{Date, Days, TimeExpression, TimeKind, TimeModifier};
use crate::events::Findings;
use crate::events::days::{is_since, lasting};
use crate::text::Span;

/// Times before and after an event that are looked at: the cost of a long text stays linear.
pub(super) const TIMES: usize = 24;

/// The times of a sentence that name days, with the days meant.
pub(super) fn dated(findings: Findings<'_>, sentence: Span) -> impl Iterator<Item = (Days, Span)> {
    let first = findings.times.partition_point(|time| time.span.end <= sentence.start);
    findings
        .times
        .iter()
        .skip(first)
        .take_while(move |time| time.span.start < sentence.end)
        .filter_map(move |time| {
            let days = match time.days {
                Some(days) => lasting(findings, days, time.span),
                None => stretch(findings, time)?,
            };
            Some((days, time.span))
        })
}

/// «منذ ثلاثة أسابيع»: from so long ago until the article.
fn stretch(findings: Findings<'_>, time: &TimeExpression) -> Option<Days> {
    let plain = matches!(time.modifier, None | Some(TimeModifier::Approx));
    if time.kind != TimeKind::Duration || !plain || !is_since(findings, time.span) {
        return None;
    }
    let published = findings.published_at?;
    Some(Days {
        first: before(published, &time.value)?,
        last: published,
    })
}

/// The day so long before another: `P3W`.
fn before(day: Date, length: &str) -> Option<Date> {
    let length = length.strip_prefix('P')?;
    let unit = length.chars().next_back()?;
    let count: i64 = length
        .strip_suffix(unit)?
        .parse()
        .ok()
        .filter(|count| *count < 10_000)?;
    let months_before = |months: i64| {
        let month = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 - months;
        let (year, month) = (month.div_euclid(12) as i32, month.rem_euclid(12) as u32 + 1);
        // The last day where that month is shorter.
        (0..4).find_map(|less| Date::new(year, month, day.day().saturating_sub(less)))
    };
    match unit {
        'D' => day.plus_days(-count),
        'W' => day.plus_days(-7 * count),
        'M' => months_before(count),
        'Y' => months_before(12 * count),
        _ => None,
    }
}

/// Times around a span, and the first ones of the text.
pub(super) fn around<T>(times: &[T], before: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
    let at = times.partition_point(before);
    let from = at.saturating_sub(TIMES);
    times
        .iter()
        .take(2.min(from))
        .chain(times.iter().take(at + TIMES).skip(from))
}

/// The days that an event may be of, each once.
pub(super) fn named_days(findings: Findings<'_>, trigger: Span) -> Vec<Days> {
    let mut days: Vec<Days> = Vec::new();
    for time in around(findings.times, |time| time.span.end <= trigger.start) {
        for (named, _) in dated(findings, time.span) {
            if !days.contains(&named) {
                days.push(named);
            }
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_counted_back() {
        let day = Date::new(2020, 3, 31).unwrap();
        let of = |length| before(day, length).map(|day| day.to_string());
        assert_eq!(of("P3D").as_deref(), Some("2020-03-28"));
        assert_eq!(of("P3W").as_deref(), Some("2020-03-10"));
        assert_eq!(of("P1M").as_deref(), Some("2020-02-29"));
        assert_eq!(of("P2Y").as_deref(), Some("2018-03-31"));
        assert_eq!(of("PT3H"), None);
        assert_eq!(of("P9999Y"), None);
    }
}
