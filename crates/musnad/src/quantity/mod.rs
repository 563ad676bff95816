//! What numbers count.

use crate::document::{Quantity, TimeExpression};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::number::NumberMention;
use crate::text::Text;

/// Finds quantities.
#[derive(Debug, Clone)]
pub(crate) struct QuantityReader {}

impl QuantityReader {
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Finds the quantities of a text, in order, without overlap.
    pub(crate) fn read(
        &self,
        _text: &Text<'_>,
        _morphology: &Morphology,
        _numbers: &[NumberMention],
        _times: &[TimeExpression],
    ) -> Vec<Quantity> {
        Vec::new()
    }
}
