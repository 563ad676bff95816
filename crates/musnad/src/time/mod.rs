//! Time expressions.

use crate::document::{Date, TimeExpression, TimeKind};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::number::Lexicon as Numbers;
use crate::text::Text;

/// Finds time expressions.
#[derive(Debug, Clone)]
pub(crate) struct TimeReader {}

impl TimeReader {
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// The time expressions of a text, in order, without overlap, resolved against the day of publication.
    pub(crate) fn read(
        &self,
        _text: &Text<'_>,
        _morphology: &Morphology,
        _numbers: &Numbers,
        _published_at: Option<Date>,
    ) -> Vec<TimeExpression> {
        Vec::new()
    }
}

/// Whether the expression is a date or clock time, whose digits are no numbers.
pub(crate) fn is_calendar(time: &TimeExpression) -> bool {
    matches!(time.kind, TimeKind::Date | TimeKind::Time)
}
