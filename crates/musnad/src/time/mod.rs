//! Time expressions.

use crate::document::{Date, TimeExpression};
use crate::morphology::Morphology;
use crate::number::NumberMention;
use crate::text::Text;

/// Finds the time expressions of a text, in order, without overlap, resolved against the day of publication.
pub(crate) fn read(
    _text: &Text<'_>,
    _morphology: &Morphology,
    _numbers: &[NumberMention],
    _published_at: Option<Date>,
) -> Vec<TimeExpression> {
    Vec::new()
}
