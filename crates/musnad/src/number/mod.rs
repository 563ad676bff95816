//! Numbers in digits and words.

use std::ops::Range;

use crate::document::NumberKind;
use crate::morphology::Morphology;
use crate::text::Text;

/// A number in the text, with the tokens that write it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NumberMention {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What it is.
    pub(crate) kind: NumberKind,
    /// The value; of a range absent.
    pub(crate) value: Option<f64>,
    /// Lower bound of a range.
    pub(crate) min: Option<f64>,
    /// Upper bound of a range.
    pub(crate) max: Option<f64>,
}

/// Finds the numbers of a text, in order, without overlap.
pub(crate) fn read(_text: &Text<'_>, _morphology: &Morphology) -> Vec<NumberMention> {
    Vec::new()
}
