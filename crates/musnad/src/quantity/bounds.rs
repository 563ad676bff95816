//! The least and the most that a bounded number can be.

use crate::document::{NumberKind, QuantityKind};
use crate::number::{Bound, NumberMention};

/// Bounds of a number that counts whole things, or measures.
///
/// «أكثر من مئة» is at least 101; «نحو مئة» is 90 to 110; of measures the bound itself stands («أقل من متر»).
pub(super) fn of(number: &NumberMention, after: Option<Bound>, kind: QuantityKind) -> (Option<f64>, Option<f64>) {
    let whole = !number.fraction && kind != QuantityKind::Percent;
    let step = if whole { 1.0 } else { 0.0 };
    let bound = if number.bound == Bound::Exact {
        after.unwrap_or(Bound::Exact)
    } else {
        number.bound
    };
    let exact = number.value;
    match (bound, number.kind) {
        (Bound::More, _) => (number.min.or(exact).map(|n| n + step), None),
        (Bound::Less, _) => {
            let measured = matches!(kind, QuantityKind::DistanceKm | QuantityKind::Money);
            (None, number.max.or(exact).map(|n| if measured { n } else { n - step }))
        }
        (Bound::AtLeast, _) => (number.min.or(exact), None),
        (Bound::AtMost, _) => (None, number.max.or(exact)),
        (Bound::About, NumberKind::Range) | (Bound::Between | Bound::Vague, _) => {
            (number.min.or(exact), number.max.or(exact))
        }
        // People and things come whole: «نحو 14» is 13 to 15.
        (Bound::About, _) if whole && !matches!(kind, QuantityKind::DistanceKm | QuantityKind::Money) => (
            exact.map(|n| round(n * 0.9).ceil()),
            exact.map(|n| round(n * 1.1).floor()),
        ),
        (Bound::About, _) => (exact.map(|n| round(n * 0.9)), exact.map(|n| round(n * 1.1))),
        (Bound::Exact, _) => (number.min.or(exact), number.max.or(exact)),
    }
}

/// Takes the noise of binary fractions off.
pub(super) fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
