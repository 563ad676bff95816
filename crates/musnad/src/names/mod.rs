//! Proper names, their types, and titles beside them.

use std::ops::Range;

use crate::document::{EntityType, Evidence, Score, TimeExpression};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::text::{Span, Text};

/// A proper name in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    /// Without particles written onto it.
    pub(crate) span: Span,
    /// The tokens it touches.
    pub(crate) tokens: Range<usize>,
    /// What it names.
    pub(crate) entity_type: EntityType,
    /// Row of the gazetteer, where it is there.
    pub(crate) entry: Option<u32>,
    /// The title or office beside it.
    pub(crate) title: Option<Span>,
    /// Confidence.
    pub(crate) score: Score,
    /// The rule or table.
    pub(crate) evidence: Evidence,
}

/// Finds names.
#[derive(Debug, Clone)]
pub(crate) struct Tagger {}

impl Tagger {
    /// Opens the gazetteer.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// The names of a text, in order, without overlap.
    pub(crate) fn tag(&self, _text: &Text<'_>, _morphology: &Morphology, _times: &[TimeExpression]) -> Vec<Name> {
        Vec::new()
    }
}
