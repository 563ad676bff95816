//! Numbers, and what they count.

use super::{Evidence, Score};
use crate::text::Span;

/// What a number is by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NumberKind {
    /// «خمسة», «12».
    Cardinal,
    /// «الخامس».
    Ordinal,
    /// «10 في المئة».
    Percent,
    /// «بين 30 و35».
    Range,
}

/// A number in the text, also one that counts nothing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: NumberKind,
    /// The value; of a range absent.
    pub value: Option<f64>,
    /// Lower bound of a range.
    pub min: Option<f64>,
    /// Upper bound of a range.
    pub max: Option<f64>,
}

/// What is counted or measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "the names are the documentation; borders are in docs/ontology.md"
)]
pub enum QuantityKind {
    Killed,
    Injured,
    Missing,
    Detained,
    Displaced,
    People,
    Weapons,
    Vehicles,
    DistanceKm,
    Money,
    Percent,
    Count,
}

/// A number that counts or measures something, with its noun and bound words.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Number, counted noun and bound word.
    pub span: Span,
    /// What.
    pub kind: QuantityKind,
    /// Lower bound, included.
    pub min: Option<f64>,
    /// Upper bound, included.
    pub max: Option<f64>,
    /// The counted noun as written; empty where there is none.
    pub item: String,
    /// ISO 4217; empty for anything but money.
    pub currency: String,
    /// The unit as written; empty where there is none.
    pub unit: String,
    /// Confidence.
    pub score: Score,
    /// The rule.
    pub evidence: Evidence,
}
