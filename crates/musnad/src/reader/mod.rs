//! The learned reader.

mod features;

pub use features::FEATURES;
pub(crate) use features::features;

use crate::text::Span;

/// A token as the encoder takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInput {
    /// Its letters without vowel signs, tatweel and format controls, digits in ASCII.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The bits of [`FEATURES`], the first one lowest.
    pub features: u64,
}
