//! Verbs far from the people they count: a place or a relative clause between them («قتل في الهجوم الذي استهدف حاجزا 8 جنود»,
//! eight soldiers were killed in the attack that struck a roadblock), or the subject first («14 مدنيا معظمهم أطفال لقوا حتفهم»).
//!
//! Not handled: verbs of which two objects are uncounted, clauses longer than [`REACH`] tokens.

use std::ops::Range;

use super::Reading;
use super::lexicon::Predicate;
use crate::document::QuantityKind;
use crate::morphology::{Features, Pos, Proclitics};
use crate::syntax::noun_phrase;
use crate::text::token::TokenKind;

/// How many tokens before the counted people a verb may stand.
const REACH: usize = 32;

/// Verbs that say with a noun after them what happened: «لقوا حتفهم», «فقدوا حياتهم», «تعرضوا لإصابات».
const LIGHT: [(&str, &[&str]); 6] = [
    ("لقي/I", &["مصرع", "حتف"]),
    ("لاقى/III", &["مصرع", "حتف"]),
    ("فارق/III", &["الحياه", "حيات"]),
    ("فقد/I", &["حيات", "ارواح"]),
    ("قضى/I", &["نحب"]),
    ("راح/I", &["ضحيه", "ضحايا", "ضحيت"]),
];

/// A relative clause that is being passed over.
#[derive(Clone, Copy)]
struct Relative {
    /// Its verb has been read.
    verb: bool,
    /// Its verb has what it needs, or a place of its own.
    filled: bool,
}

impl Reading<'_, '_> {
    /// What the nearest verb before says that still lacks a subject or object where the people at `start` are counted.
    pub(super) fn awaited(&self, start: usize) -> Option<QuantityKind> {
        let sentence = self.text.sentence_tokens(self.text.sentence_of(start));
        if self.is_governed(start) {
            return None;
        }
        for at in (sentence.start..start).rev().take(REACH) {
            if matches!(self.text.key(at), "." | "؛" | ":" | "؟" | "!") {
                return None;
            }
            let best = self.morphology.best(at);
            if best.pos != Pos::Verb || best.suffix > 0 || self.time_end(at).is_some() {
                continue;
            }
            let Some(Predicate::Kind(kind)) = self.lexicon.predicate(self.text, self.morphology, at) else {
                continue;
            };
            return self.has_room(at + 1, start).then_some(kind);
        }
        None
    }

    /// Whether a preposition governs the counted people, so that they are neither subject nor object.
    fn is_governed(&self, start: usize) -> bool {
        let Some(before) = start.checked_sub(1) else {
            return true;
        };
        let best = self.morphology.best(before);
        let particles = self.morphology.best(start).proclitics;
        best.pos == Pos::Adposition
            || self.text.key(start).starts_with('و')
            || self.text.kind(start) == TokenKind::Word && particles.any(Proclitics::BI.with(Proclitics::LI))
    }

    /// Whether nothing between a verb and the counted people is both of its subject and object.
    fn has_room(&self, from: usize, start: usize) -> bool {
        let (mut at, mut bare) = (from, 0);
        let mut relative: Option<Relative> = None;
        // The last phrase was indefinite, so that a verb right after it describes it.
        let mut described = false;
        while at < start {
            if let Some(end) = self.time_end(at) {
                at = end;
                continue;
            }
            let key = self.text.key(at);
            let best = self.morphology.best(at);
            let was_described = std::mem::take(&mut described);
            match self.text.kind(at) {
                TokenKind::Punctuation if matches!(key, "،" | "," | "\"" | "«" | "»" | "-") => {
                    if relative.is_some_and(|clause| clause.verb) {
                        relative = None;
                    }
                    at += 1;
                    continue;
                }
                TokenKind::Punctuation if key == "(" => {
                    at = (at..start.min(at + 10))
                        .find(|end| self.text.key(*end) == ")")
                        .map_or(start + 1, |end| end + 1);
                    continue;
                }
                TokenKind::Punctuation => return false,
                TokenKind::Number => return false,
                TokenKind::Word | TokenKind::Foreign => {}
            }
            if best.features.has(Features::RELATIVE) && !matches!(key, "ما" | "من") {
                relative = Some(Relative {
                    verb: false,
                    filled: false,
                });
                at += 1;
                continue;
            }
            if best.pos == Pos::Verb {
                match relative.as_mut() {
                    Some(clause) if !clause.verb => clause.verb = true,
                    None if was_described && best.prefix == 0 => {
                        relative = Some(Relative {
                            verb: true,
                            filled: best.suffix > 0,
                        });
                    }
                    _ => return false,
                }
                at += 1;
                continue;
            }
            let preposition = best.pos == Pos::Adposition;
            let noun = at + usize::from(preposition);
            let phrase = noun_phrase(self.text, self.morphology, noun);
            let end = phrase.end.max(at + 1).max(noun);
            let particles = best.proclitics;
            let placed = preposition || particles.any(Proclitics::BI.with(Proclitics::LI).with(Proclitics::KA));
            let nominal = !phrase.is_empty();
            if nominal && placed {
                if let Some(clause) = relative.as_mut() {
                    clause.filled |= clause.verb;
                }
                let head = self.morphology.best(noun);
                described = !head.features.has(Features::DEFINITE) && !self.is_definite_phrase(noun, end);
            } else if nominal && !particles.has(Proclitics::WA) && !best.features.has(Features::TIME) {
                match relative.as_mut() {
                    Some(clause) if clause.verb => clause.filled = true,
                    _ => bare += 1,
                }
            }
            at = end;
        }
        let open = relative.is_some_and(|clause| !clause.filled);
        at == start && bare <= 1 && !open
    }

    /// Whether the last noun of a phrase is definite.
    fn is_definite_phrase(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| {
            let best = self.morphology.best(at);
            best.pos == Pos::ProperNoun || best.suffix > 0 || self.text.word_key(at, best).starts_with("ال")
        })
    }

    /// What a verb says with the noun after it: «لقوا حتفهم», «راح ضحية الهجوم».
    pub(super) fn idiom(&self, verb: usize, reach: usize) -> Option<QuantityKind> {
        let nouns = self.morphology.all(verb).find_map(|reading| {
            let entry = reading.entry()?;
            LIGHT.iter().find_map(|(key, nouns)| {
                let (lemma, form) = key.split_once('/')?;
                (entry.lemma == lemma && entry.form == form).then_some(*nouns)
            })
        })?;
        let end = self.text.sentence_tokens(self.text.sentence_of(verb)).end;
        (verb + 1..end.min(verb + 1 + reach))
            .take_while(|at| !matches!(self.text.key(*at), "." | "؛" | ":"))
            .any(|at| {
                let key = self.text.key(at);
                nouns
                    .iter()
                    .any(|noun| key.starts_with(noun) && key.len() <= noun.len() + 6)
            })
            .then_some(QuantityKind::Killed)
    }

    /// What the first verb after a subject says of it: «إن شخصا واحدا قتل», «20 مدنيا من سكان القرية أصيبوا».
    pub(super) fn verb_of_subject(&self, tokens: Range<usize>, end: usize) -> Option<QuantityKind> {
        let first = self.text.sentence_tokens(self.text.sentence_of(tokens.start)).start;
        let introduced = tokens.start == first
            || matches!(
                self.before(tokens.start),
                "ان" | "وان" | "بان" | "فان" | "لان" | "كان" | "وكان" | ":"
            );
        if !introduced {
            return None;
        }
        let mut aside = false;
        for at in (tokens.end..end).take(18) {
            let key = self.text.key(at);
            // «من بينهم قيادي»: an aside up to the next comma.
            if matches!(key, "بينهم" | "منهم" | "الذين" | "الذي" | "التي") {
                aside = true;
            } else if key == "،" {
                aside = false;
            }
            if matches!(key, "؛" | ":" | "." | "فيما" | "بينما" | "كما" | "بعد" | "قبل") {
                return None;
            }
            let best = self.morphology.best(at);
            // «كانوا قد لقوا مصرعهم»: what comes after says it.
            let auxiliary = matches!(key, "كان" | "كانت" | "كانوا" | "كانا" | "يكونون" | "يكون");
            // «157 شخصا حصيلة الضحايا»
            if matches!(key, "حصيله" | "عدد" | "مجموع")
                && let Some(kind @ (QuantityKind::Killed | QuantityKind::Injured | QuantityKind::Missing)) =
                    self.tag_kind(at + 1)
            {
                return Some(kind);
            }
            if aside || auxiliary || best.pos != Pos::Verb || best.lexeme.is_none() {
                continue;
            }
            if let Some(kind) = self.idiom(at, 3) {
                return Some(kind);
            }
            return match self.lexicon.predicate(self.text, self.morphology, at) {
                Some(Predicate::Kind(kind)) if !key.starts_with('و') => Some(kind),
                _ => None,
            };
        }
        None
    }
}
