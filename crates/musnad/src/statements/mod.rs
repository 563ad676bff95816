//! Who says so.

use crate::document::{Event, Statement};
use crate::error::Error;
use crate::events::Findings;

/// Finds statements.
#[derive(Debug, Clone)]
pub(crate) struct StatementReader {}

impl StatementReader {
    /// Opens the cue lexicon.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// The statements of a text, by cue in order, tied to the events inside them; what a source denies becomes negated.
    pub(crate) fn read(&self, _findings: Findings<'_>, _events: &mut [Event]) -> Vec<Statement> {
        Vec::new()
    }
}
