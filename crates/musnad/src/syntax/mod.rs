//! How words hang together.

use std::ops::Range;

use crate::document::Token;
use crate::morphology::Morphology;
use crate::text::Text;

/// The base noun phrase that begins at a token: head, construct chain, adjectives; without relative clauses,
/// prepositional phrases and coordination. Empty where the token opens none.
pub(crate) fn noun_phrase(_text: &Text<'_>, _morphology: &Morphology, start: usize) -> Range<usize> {
    start..start
}

/// The syntax layer: tokens with their words, features, heads and relations.
pub(crate) fn read(_text: &Text<'_>, _morphology: &Morphology) -> Vec<Token> {
    Vec::new()
}
