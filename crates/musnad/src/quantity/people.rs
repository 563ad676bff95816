//! What has become of the people that are counted: the counted noun, or the predicate of the clause.

use std::ops::Range;

use super::lexicon::Predicate;
use super::{Last, Reading};
use crate::document::QuantityKind;
use crate::morphology::Pos;
use crate::text::token::TokenKind;

impl Reading<'_, '_> {
    /// The kind that the tags of a noun say.
    pub(super) fn tag_kind(&self, noun: usize) -> Option<QuantityKind> {
        const TAGS: [(&str, QuantityKind); 8] = [
            ("killed", QuantityKind::Killed),
            ("injured", QuantityKind::Injured),
            ("missing", QuantityKind::Missing),
            ("detained", QuantityKind::Detained),
            ("displaced", QuantityKind::Displaced),
            ("weapon", QuantityKind::Weapons),
            ("vehicle", QuantityKind::Vehicles),
            ("human", QuantityKind::People),
        ];
        let tags = |reading: crate::morphology::Analysis| {
            let lexeme = reading.entry()?;
            TAGS.iter().find(|(tag, _)| lexeme.has_tag(tag)).map(|(_, kind)| *kind)
        };
        self.morphology
            .all(noun)
            .find_map(tags)
            .or_else(|| self.is_person_by_origin(noun).then_some(QuantityKind::People))
    }

    /// «فلسطينيا», «حوثيين»: an adjective of origin that stands for a person.
    pub(super) fn is_person_by_origin(&self, noun: usize) -> bool {
        let key = self.text.key(noun);
        let best = self.morphology.best(noun);
        let adjective = best.pos == Pos::Adjective || best.lexeme.is_none();
        if key.starts_with("ال") {
            return adjective && ["يين", "يون"].iter().any(|ending| key.ends_with(ending));
        }
        adjective
            && ["يا", "يين", "يون", "ي"]
                .iter()
                .any(|ending| key.len() > ending.len() + 4 && key.ends_with(ending))
            && !key.starts_with("ال")
    }

    /// The kind of what is counted: by the noun, and for people by what is said of them.
    pub(super) fn people_kind(&self, noun: usize, tokens: Range<usize>, last: &Last) -> Option<QuantityKind> {
        let others = self.is_others(noun);
        let by_noun = if others {
            Some(QuantityKind::People)
        } else {
            self.tag_kind(noun)
        };
        match by_noun {
            None => Some(QuantityKind::Count),
            Some(QuantityKind::People) => {
                let between = self.text.key(tokens.end) == "بين" && self.text.key(tokens.end + 1).starts_with("قت");
                if between {
                    return Some(QuantityKind::People);
                }
                Some(
                    self.fate(tokens.clone(), 8)
                        .or_else(|| self.inherited(tokens.start, last))
                        .unwrap_or(QuantityKind::People),
                )
            }
            kind => kind,
        }
    }

    /// What is said to have happened to the people at these tokens.
    pub(super) fn fate(&self, tokens: Range<usize>, reach: usize) -> Option<QuantityKind> {
        let sentence = self.text.sentence_tokens(self.text.sentence_of(tokens.start));
        let kind = |predicate| match predicate {
            Predicate::Kind(kind) => kind,
            Predicate::Fallen => QuantityKind::Killed,
            Predicate::Released => QuantityKind::People,
        };
        // «و20 جرحوا»: the verb right after is nearer than what the clause before says.
        let next = tokens.end;
        if !self.text.key(next).starts_with('و')
            && self.morphology.best(next).pos == Pos::Verb
            && let Some(Predicate::Kind(kind)) = self.lexicon.predicate(self.text, self.morphology, next)
            && next < sentence.end
        {
            return Some(kind);
        }
        let mut left = None;
        for (distance, at) in (sentence.start..tokens.start).rev().take(reach).enumerate() {
            if let Some(predicate) = self.lexicon.predicate(self.text, self.morphology, at) {
                left = Some((distance, kind(predicate)));
                break;
            }
            // Another number, a stop or another verb ends the clause.
            let stop =
                matches!(self.text.key(at), "." | "؛" | ":" | "؟" | "!") || self.text.kind(at) == TokenKind::Number;
            let verb = self.morphology.best(at).pos == Pos::Verb && self.morphology.best(at).lexeme.is_some();
            if stop || verb || self.numbers.lexicon.is_number_word(self.text, at) && distance > 0 {
                break;
            }
        }
        if let Some((distance, kind)) = left
            && distance < 3
        {
            return Some(kind);
        }
        let mut right = None;
        for at in (tokens.end..sentence.end).take(if reach > 3 { 6 } else { 2 }) {
            let key = self.text.key(at);
            if let Some(predicate) = self.lexicon.predicate(self.text, self.morphology, at) {
                let best = self.morphology.best(at);
                // «و» opens another clause, and a noun of killing there has its own number.
                let verb = best.pos == Pos::Verb || matches!(key, "مصرعهم" | "مصرعهما" | "حتفهم");
                if verb && !key.starts_with('و') {
                    right = Some(kind(predicate));
                }
                break;
            }
            if matches!(
                key,
                "." | "،" | "؛" | ":" | "و" | "في" | "بعد" | "خلال" | "فيما" | "بينما" | "كما"
            ) || self.morphology.best(at).pos == Pos::Verb && self.morphology.best(at).lexeme.is_some()
            {
                break;
            }
        }
        right.or(left.map(|(_, kind)| kind))
    }

    /// «مقتل 5 جنود و7 مسلحين», «157 شخصا بينهم 39 طفلا»: the kind of the number before.
    pub(super) fn inherited(&self, start: usize, last: &Last) -> Option<QuantityKind> {
        let (kind, tokens) = last.as_ref()?;
        let people = !matches!(
            kind,
            QuantityKind::Weapons
                | QuantityKind::Vehicles
                | QuantityKind::DistanceKm
                | QuantityKind::Money
                | QuantityKind::Percent
                | QuantityKind::Count
        );
        let same_sentence = self.text.sentence_of(tokens.start) == self.text.sentence_of(start);
        if !people || !same_sentence || start < tokens.end || start - tokens.end > 8 {
            return None;
        }
        let between = tokens.end..start;
        let verb = between
            .clone()
            .any(|at| self.morphology.best(at).pos == Pos::Verb && self.morphology.best(at).lexeme.is_some());
        let among = between.clone().any(|at| {
            matches!(
                self.text.key(at),
                "بينهم" | "بينهن" | "منهم" | "ضمنهم" | "اصل" | "بينها"
            )
        });
        let joined = self.text.key(start).starts_with('و')
            || between.clone().any(|at| self.text.key(at) == "و")
            || self.text.key(start - 1) == "و";
        (!verb && (among || (joined && between.len() <= 4))).then_some(*kind)
    }
}
