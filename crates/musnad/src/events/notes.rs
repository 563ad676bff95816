//! What earlier stages say of each token: the name, quantity and time that cover it.

use super::Findings;
use crate::document::MentionForm;

/// What earlier stages say of each token.
pub(super) struct TokenNotes {
    /// Index of the name that covers the token, plus one.
    names: Vec<u32>,
    /// Index of the quantity that covers the token, plus one.
    quantities: Vec<u16>,
    times: Vec<bool>,
}

impl TokenNotes {
    pub(super) fn new(findings: Findings<'_>) -> Self {
        let text = findings.text;
        let count = text.tokens.len();
        let mut notes = Self {
            names: vec![0; count],
            quantities: vec![0; count],
            times: vec![false; count],
        };
        for (index, mention) in findings
            .mentions
            .iter()
            .enumerate()
            .filter(|(_, m)| m.form == MentionForm::Name)
        {
            for token in text.tokens_in(mention.span) {
                if let Some(slot) = notes.names.get_mut(token) {
                    *slot = index as u32 + 1;
                }
            }
        }
        for (index, quantity) in findings.quantities.iter().enumerate() {
            for token in text.tokens_in(quantity.span) {
                if let Some(slot) = notes.quantities.get_mut(token) {
                    *slot = (index as u16).saturating_add(1);
                }
            }
        }
        for time in findings.times {
            for token in text.tokens_in(time.span) {
                if let Some(slot) = notes.times.get_mut(token) {
                    *slot = true;
                }
            }
        }
        notes
    }

    /// The name that covers the token.
    pub(super) fn name(&self, token: usize) -> Option<u32> {
        self.names.get(token).and_then(|index| index.checked_sub(1))
    }

    /// The quantity that covers the token.
    pub(super) fn quantity(&self, token: usize) -> Option<usize> {
        self.quantities
            .get(token)
            .and_then(|index| index.checked_sub(1))
            .map(usize::from)
    }

    /// Whether the token belongs to a time expression.
    pub(super) fn is_time(&self, token: usize) -> bool {
        self.times.get(token).copied().unwrap_or_default()
    }
}
