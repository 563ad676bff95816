//! The table of words that speak for a context.

use std::collections::HashMap;

use musnad_data::lexicon;

use crate::document::EventContext;
use crate::error::Error;
use crate::events::Findings;
use crate::events::words::{Words, fault, rows};
use crate::morphology::Pos;
use crate::text::token::TokenKind;

/// How far words that stand beside one another may be apart, in tokens.
const BESIDE: usize = 3;

#[derive(Debug, Clone)]
struct Row {
    context: EventContext,
    weight: u8,
    /// One of these stands beside it.
    with: Option<Words>,
    /// None of these does.
    without: Option<Words>,
}

/// The words of `contexts.tsv`.
#[derive(Debug, Clone, Default)]
pub(in crate::events) struct ContextWords {
    rows: Vec<Row>,
    /// Rows of each dictionary entry and of each spelling.
    lexemes: HashMap<u32, Vec<u16>>,
    stems: HashMap<String, Vec<u16>>,
}

impl ContextWords {
    pub(in crate::events) fn new() -> Result<Self, Error> {
        const TABLE: &str = "events/contexts.tsv";
        let mut words = Self::default();
        for (line, row) in rows(musnad_data::events::CONTEXTS) {
            let wrong = |what: &str| fault(TABLE, line, what);
            let columns: Vec<&str> = row.split('\t').collect();
            let &[word, context, weight, with, without] = columns.as_slice() else {
                return Err(wrong("wants five columns"));
            };
            let company = |list: &str| (list != "-").then(|| Words::parse(list));
            let number = words.rows.len() as u16;
            words.rows.push(Row {
                context: EventContext::from_code(context).ok_or_else(|| wrong("no PLOVER context"))?,
                weight: match weight {
                    "1" => 1,
                    "2" => 2,
                    _ => return Err(wrong("the weight is 1 or 2")),
                },
                with: company(with),
                without: company(without),
            });
            let mut known = false;
            for id in lexicon::find(word) {
                known = true;
                words.lexemes.entry(id).or_default().push(number);
            }
            if word.contains('/') {
                if !known {
                    return Err(wrong("is not in the lexicon"));
                }
            } else {
                let key = musnad_data::fold::key(word);
                words.stems.entry(key).or_default().push(number);
            }
        }
        Ok(words)
    }

    /// Tells of each row that holds at a token: its number, context and weight.
    pub(super) fn of_token(&self, findings: Findings<'_>, token: usize, mut tell: impl FnMut(u16, EventContext, u8)) {
        let (text, morphology) = (findings.text, findings.morphology);
        if text.kind(token) == TokenKind::Punctuation {
            return;
        }
        let reading = morphology.best(token);
        // Words of grammar are about nothing.
        if matches!(
            reading.pos,
            Pos::Pronoun
                | Pos::Determiner
                | Pos::Adposition
                | Pos::Coordinator
                | Pos::Subordinator
                | Pos::Particle
                | Pos::Auxiliary
                | Pos::Number
        ) {
            return;
        }
        let by_entry = reading.lexeme.and_then(|id| self.lexemes.get(&id.0));
        let (stem, word) = (text.stem_key(token, reading), text.word_key(token, reading));
        let by_stem = self.stems.get(stem);
        let by_word = if word == stem { None } else { self.stems.get(word) };
        let lists = [by_entry, by_stem, by_word].map(|list| list.map_or(&[][..], Vec::as_slice));
        let [by_entry, by_stem, _] = lists;
        for (place, list) in lists.into_iter().enumerate() {
            for number in list {
                let told = place > 0 && by_entry.contains(number) || place > 1 && by_stem.contains(number);
                if !told
                    && let Some(row) = self.rows.get(usize::from(*number))
                    && row.holds(findings, token)
                {
                    tell(*number, row.context, row.weight);
                }
            }
        }
    }
}

impl Row {
    fn holds(&self, findings: Findings<'_>, token: usize) -> bool {
        let (text, morphology) = (findings.text, findings.morphology);
        let beside = |words: &Words| {
            let sentence = text.sentence_tokens(text.sentence_of(token));
            let from = token.saturating_sub(BESIDE).max(sentence.start);
            let to = (token + BESIDE + 1).min(sentence.end);
            (from..to).any(|at| at != token && words.has(text, morphology, at))
        };
        self.with.as_ref().is_none_or(beside) && !self.without.as_ref().is_some_and(beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_context_has_a_strong_word() {
        let words = ContextWords::new().unwrap();
        for context in EventContext::ALL {
            let strong = |row: &Row| row.context == *context && row.weight == 2;
            assert!(words.rows.iter().any(strong), "{}", context.code());
        }
    }
}
