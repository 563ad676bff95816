//! Clauses: where one ends and the next begins inside a sentence.
//!
//! «قال المتحدث | إن القوات دخلت المدينة | وقتلت ثلاثة | كانوا في مبنى» : a complement opens at أن and إن, a coordinate at a
//! conjunction before a verb, a relative clause at «الذي», an adverbial one at «عندما» and its like.
//!
//! Not handled: relative clauses without a relative word («مبنى كانوا فيه»).

use std::ops::Range;

use crate::morphology::{Features, Morphology, Pos, Proclitics};
use crate::text::Text;

/// How a clause hangs on what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum ClauseKind {
    /// The first of its sentence.
    Main,
    /// و, ف, ثم, لكن and a verb.
    Coordinate,
    /// أن, إن.
    Complement,
    /// الذي.
    Relative,
    /// عندما, بعدما, حيث, فيما …
    Adverbial,
}

/// A clause, as far as the next one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Clause {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: ClauseKind,
}

/// The clauses of a sentence, in order, without overlap and without gap.
pub(crate) fn clauses(text: &Text<'_>, morphology: &Morphology, sentence: usize) -> Vec<Clause> {
    let tokens = text.sentence_tokens(sentence);
    let mut clauses: Vec<Clause> = Vec::new();
    let mut kind = ClauseKind::Main;
    let mut start = tokens.start;
    for token in tokens.clone() {
        if token > start
            && let Some(next) = opens(text, morphology, token)
        {
            clauses.push(Clause {
                tokens: start..token,
                kind,
            });
            (start, kind) = (token, next);
        } else if token == tokens.start {
            kind = ClauseKind::Main;
        }
    }
    if start < tokens.end {
        clauses.push(Clause {
            tokens: start..tokens.end,
            kind,
        });
    }
    clauses
}

/// The clause that opens at a token, if one does.
fn opens(text: &Text<'_>, morphology: &Morphology, token: usize) -> Option<ClauseKind> {
    let reading = morphology.best(token);
    let features = reading.features;
    match reading.pos {
        Pos::Subordinator if features.has(Features::COMPLEMENTIZER) => {
            // «بعد أن»: the preposition has made the clause adverbial.
            let adverbial = token > 0
                && morphology.best(token - 1).pos == Pos::Adposition
                && morphology.best(token - 1).suffix == 0;
            Some(if adverbial {
                ClauseKind::Adverbial
            } else {
                ClauseKind::Complement
            })
        }
        Pos::Subordinator => Some(ClauseKind::Adverbial),
        Pos::Determiner if features.has(Features::RELATIVE) && text.key(token).starts_with("ال") => {
            Some(ClauseKind::Relative)
        }
        Pos::Verb | Pos::Auxiliary | Pos::Particle if reading.proclitics.any(Proclitics::WA.with(Proclitics::FA)) => {
            Some(ClauseKind::Coordinate)
        }
        Pos::Coordinator if !matches!(text.key(token), "و" | "او" | "ام") => Some(ClauseKind::Coordinate),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;

    #[test]
    fn clauses_open_at_their_words() {
        let sentence = "قال المتحدث إن القوات دخلت المدينة وقتلت الجنود الذين كانوا هناك عندما وصلت";
        let text = Text::new(sentence);
        let morphology = Analyser::new().unwrap().read(&text);
        let found: Vec<(&str, ClauseKind)> = clauses(&text, &morphology, 0)
            .into_iter()
            .map(|clause| (text.raw_of(clause.tokens.start), clause.kind))
            .collect();
        assert_eq!(
            found,
            [
                ("قال", ClauseKind::Main),
                ("إن", ClauseKind::Complement),
                ("وقتلت", ClauseKind::Coordinate),
                ("الذين", ClauseKind::Relative),
                ("عندما", ClauseKind::Adverbial),
            ]
        );
    }
}
