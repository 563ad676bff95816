//! The English words of a report.

use std::fmt::{Debug, Display};

use musnad::{Bounds, Days, Event, Quantity, QuantityKind};

/// An enum value in words: `HeavyWeapons` is «heavy weapons».
pub(crate) fn words(value: impl Debug) -> String {
    let name = format!("{value:?}");
    let mut words = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase());
    }
    words
}

/// What happened: `assault: heavy weapons`.
pub(crate) fn event(event: &Event) -> String {
    match event.mode {
        Some(mode) => format!("{}: {}", words(event.event_type), words(mode)),
        None => words(event.event_type),
    }
}

/// A count with its bounds: `3`, `20–99`, `≥ 19`.
pub(crate) fn bounds(min: Option<f64>, max: Option<f64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if (min - max).abs() < f64::EPSILON => min.to_string(),
        (Some(min), Some(max)) => format!("{min}–{max}"),
        (Some(min), None) => format!("≥ {min}"),
        (None, Some(max)) => format!("≤ {max}"),
        (None, None) => String::new(),
    }
}

/// Bounds that may be absent.
pub(crate) fn count(count: Option<Bounds>) -> String {
    count.map(|count| bounds(count.min, count.max)).unwrap_or_default()
}

/// A day, or the first and the last of several.
pub(crate) fn days(days: Option<Days>) -> String {
    match days {
        None => String::new(),
        Some(Days { first, last }) if first == last => first.to_string(),
        Some(Days { first, last }) => format!("{first} – {last}"),
    }
}

/// The figure of a quantity with its unit: `25 km`, `≥ 3 %`.
pub(crate) fn amount(quantity: &Quantity) -> String {
    let figure = bounds(quantity.min, quantity.max);
    let with = |unit: &dyn Display| format!("{figure} {unit}");
    match quantity.kind {
        QuantityKind::DistanceKm => with(&"km"),
        QuantityKind::Percent => with(&"%"),
        QuantityKind::Money if !quantity.currency.is_empty() => with(&quantity.currency),
        _ => figure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enums_read_as_english() {
        assert_eq!(words(musnad::EventMode::HeavyWeapons), "heavy weapons");
        assert_eq!(words(musnad::EventStatus::Occurred), "occurred");
    }

    #[test]
    fn bounds_say_what_is_open() {
        assert_eq!(bounds(Some(3.0), Some(3.0)), "3");
        assert_eq!(bounds(Some(20.0), Some(99.0)), "20–99");
        assert_eq!(bounds(Some(19.0), None), "≥ 19");
        assert_eq!(bounds(None, Some(4.5)), "≤ 4.5");
    }
}
