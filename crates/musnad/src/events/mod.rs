//! Who did what to whom.

use crate::document::{Date, Entity, Event, Mention, Quantity, TimeExpression};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::text::Text;

/// What earlier stages found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Findings<'a> {
    /// The text.
    pub(crate) text: &'a Text<'a>,
    /// Readings of its tokens.
    pub(crate) morphology: &'a Morphology,
    /// Times, in order.
    pub(crate) times: &'a [TimeExpression],
    /// Quantities, in order.
    pub(crate) quantities: &'a [Quantity],
    /// Mentions, in order.
    pub(crate) mentions: &'a [Mention],
    /// Entities.
    pub(crate) entities: &'a [Entity],
    /// Day of publication.
    pub(crate) published_at: Option<Date>,
}

/// Finds events.
#[derive(Debug, Clone)]
pub(crate) struct EventReader {}

impl EventReader {
    /// Opens the trigger lexicon.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// The events of a text, by trigger in order.
    pub(crate) fn read(&self, _findings: Findings<'_>) -> Vec<Event> {
        Vec::new()
    }
}
