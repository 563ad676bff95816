//! Takes tokens apart.

use super::analysis::{Analysis, Features, Morphology, Pos, Proclitics};
use crate::error::Error;
use crate::text::Text;
use crate::text::token::TokenKind;

/// Finds the readings of tokens.
#[derive(Debug, Clone)]
pub(crate) struct Analyser {}

impl Analyser {
    /// Opens the form table.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {})
    }

    /// Reads all tokens of a text.
    pub(crate) fn read(&self, text: &Text<'_>) -> Morphology {
        let best = (0..text.tokens.len())
            .map(|token| Analysis {
                lexeme: None,
                pos: if text.kind(token) == TokenKind::Punctuation {
                    Pos::Punctuation
                } else {
                    Pos::Noun
                },
                features: Features::NONE,
                proclitics: Proclitics::NONE,
                prefix: 0,
                stem: 0,
                suffix: 0,
                weight: 0,
            })
            .collect();
        Morphology {
            best,
            others: Vec::new(),
            offsets: vec![0; text.tokens.len() + 1],
        }
    }
}
