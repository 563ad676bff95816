//! A sentence as a row of items: finite verbs, noun phrases with the preposition before them, and the marks and words between clauses.

use std::ops::Range;

use musnad_data::lexicon;

use super::class::Class;
use super::item::{Item, Kind, mark};
use super::notes::TokenNotes;
use super::prep::{Prep, suffixed_preposition};
use super::{Findings, Resources};
use crate::morphology::{Analysis, Features, Pos, Proclitics};
use crate::text::token::TokenKind;

/// Cuts sentences into items.
pub(super) struct Chunker<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) resources: &'a Resources,
    pub(super) notes: &'a TokenNotes,
}

impl Chunker<'_> {
    /// The items of a sentence, into `items`.
    pub(super) fn cut(&self, tokens: Range<usize>, items: &mut Vec<Item>) {
        items.clear();
        let text = self.findings.text;
        let mut pending = Prep::None;
        let mut pending_joined = false;
        let mut token = tokens.start;
        while token < tokens.end {
            let reading = self.findings.morphology.best(token);
            let key = text.key(token);
            let joined = std::mem::take(&mut pending_joined)
                || reading.proclitics.any(Proclitics::WA.with(Proclitics::FA))
                || self.notes.name(token).is_some() && self.before_name(token).contains(&"و");
            if text.kind(token) == TokenKind::Punctuation {
                match key {
                    "،" | "," => items.push(mark(Kind::Comma, token)),
                    "." | "؟" | "!" | "؛" | ";" | ":" | "(" | ")" | "[" | "]" | "…" | "-" | "–" | "—" => {
                        items.push(mark(Kind::Stop, token));
                    }
                    _ => {}
                }
                if !matches!(key, "\"" | "«" | "»" | "“" | "”" | "'" | "‘" | "’") {
                    pending = Prep::None;
                }
                token += 1;
                continue;
            }
            let named = self.notes.name(token);
            if named.is_none() {
                let word = text.word_key(token, reading);
                // «نحو 70 مسلحا»: about, not towards.
                if word == "نحو" && self.notes.quantity(token + 1).is_some() {
                    token += 1;
                    continue;
                }
                // «ما بين 15 و20 مقاتلا» counts as one.
                if matches!(word, "ما" | "بين")
                    && let Some(end) = self.range_end(token, tokens.end)
                {
                    let counted = self.phrase(
                        end - 1,
                        tokens.end,
                        self.findings.morphology.best(end - 1),
                        Prep::None,
                        joined,
                    );
                    items.push(Item {
                        start: token,
                        end: counted.end.max(end),
                        prep: std::mem::take(&mut pending),
                        class: counted.class.with(self.class_of(token, end)),
                        trigger: false,
                        ..counted
                    });
                    token = counted.end.max(end);
                    continue;
                }
                if word == "و" || word == "او" || word == "ثم" {
                    pending_joined = true;
                    token += 1;
                    continue;
                }
                if self.notes.is_time(token) {
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if let Some(kind) = connective(word) {
                    items.push(mark(kind, token));
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                // «27 أمس الجمعة»: days are no participants.
                if self.notes.is_time(token) && !self.resources.can_trigger(self.findings, token) {
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if reading.pos == Pos::Verb
                    && let Some(action) = self.action_after_subject(token, reading, items)
                {
                    let item = self.phrase(token, tokens.end, action, Prep::None, joined);
                    token = item.end.max(token + 1);
                    items.push(item);
                    continue;
                }
                if reading.pos == Pos::Verb || self.verb_of_event(token, reading, items) {
                    items.push(self.verb(token, reading, joined));
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if reading.suffix > 0
                    && reading.pos == Pos::Adposition
                    && let Some(prep) =
                        Prep::from_token(text.stem_key(token, reading)).or_else(|| suffixed_preposition(word))
                {
                    items.push(Item {
                        prep,
                        class: Class::PRONOUN,
                        kind: Kind::Phrase,
                        definite: true,
                        ..mark(Kind::Phrase, token)
                    });
                    pending = Prep::None;
                    token += 1;
                    continue;
                }
                if let Some(prep) = self.preposition(token, word) {
                    let (prep, used) = prep;
                    // «من قبل القوات», «في شمال سوريا»: what is nearer the phrase says more.
                    pending = if pending == Prep::From && prep == Prep::Near {
                        Prep::From
                    } else {
                        prep
                    };
                    pending_joined = joined;
                    token += used;
                    continue;
                }
                if !opens_phrase(reading) {
                    pending = if matches!(reading.pos, Pos::Adverb | Pos::Determiner) {
                        pending
                    } else {
                        Prep::None
                    };
                    token += 1;
                    continue;
                }
            }
            let item = self.phrase(token, tokens.end, reading, std::mem::take(&mut pending), joined);
            token = item.end.max(token + 1);
            // «عدد من الجنود», «كل من الرئيس»: what is counted is what is meant.
            if item.prep == Prep::From
                && !item.joined
                && let Some(count) = items.last_mut()
                && count.kind == Kind::Phrase
                && count.end + 1 == item.start
                && self.is_quantifier(count.start)
            {
                count.end = item.end;
                count.class = count.class.with(item.class);
                count.name = count.name.or(item.name);
                continue;
            }
            items.push(item);
        }
    }

    /// The end of the quantity that begins at the token.
    fn range_end(&self, token: usize, limit: usize) -> Option<usize> {
        let quantity = self.notes.quantity(token)?;
        let first = token
            .checked_sub(1)
            .is_none_or(|before| self.notes.quantity(before) != Some(quantity));
        let end = (token..limit)
            .take_while(|at| self.notes.quantity(*at) == Some(quantity))
            .last()?
            + 1;
        (first && end > token + 2).then_some(end)
    }

    /// The reading as an action noun of what looks like a perfect after a verb that wants such a noun: «نفى الجيش قصف المستشفى».
    fn action_after_subject(&self, token: usize, reading: Analysis, items: &[Item]) -> Option<Analysis> {
        let perfect = Features::PERFECT.with(Features::THIRD).with(Features::SINGULAR);
        if !reading.features.has(perfect) || reading.proclitics.0 != 0 || reading.features.has(Features::FEMININE) {
            return None;
        }
        let mut subjects = 0;
        for item in items.iter().rev().take(4) {
            match item.kind {
                Kind::Phrase if item.is_bare() && !item.joined => subjects += 1,
                Kind::Phrase if item.joined || matches!(item.prep, Prep::From | Prep::In) => {}
                Kind::Verb if subjects <= 1 => {
                    let lexeme = self.findings.morphology.best(item.start).lexeme?;
                    if !self.resources.control.takes_action(lexeme.0) {
                        return None;
                    }
                    return self.findings.morphology.all(token).find(|other| {
                        other.pos != Pos::Verb && other.proclitics.0 == 0 && other.features.has(Features::MASDAR)
                    });
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether what looks like a noun with a pronoun is the verb that carries the event noun before it: «هجوم شنه مسلحون».
    fn verb_of_event(&self, token: usize, reading: Analysis, items: &[Item]) -> bool {
        reading.suffix > 0
            && reading.proclitics.0 == 0
            && items
                .last()
                .is_some_and(|item| item.kind == Kind::Phrase && item.trigger && !item.definite && item.end == token)
            && self.findings.morphology.all(token).any(|other| {
                other.pos == Pos::Verb
                    && other.suffix > 0
                    && other.features.has(Features::PERFECT)
                    && other
                        .lexeme
                        .is_some_and(|id| self.resources.light.of_lexeme(id.0).is_some())
            })
    }

    fn verb(&self, token: usize, reading: Analysis, joined: bool) -> Item {
        let auxiliary = reading
            .lexeme
            .is_some_and(|id| self.resources.auxiliaries.contains(&id.0));
        Item {
            kind: if auxiliary { Kind::Auxiliary } else { Kind::Verb },
            start: token,
            end: token + 1,
            prep: Prep::None,
            joined,
            class: Class::default(),
            name: None,
            trigger: self.resources.can_trigger(self.findings, token),
            definite: false,
        }
    }

    /// The preposition at a token with the number of tokens it takes; a proclitic one is the phrase's own matter.
    fn preposition(&self, token: usize, word: &str) -> Option<(Prep, usize)> {
        let next = |at: usize| {
            let reading = self.findings.morphology.best(at);
            self.findings.text.word_key(at, reading)
        };
        match (word, next(token + 1)) {
            ("من", "قبل" | "جانب" | "طرف") | ("علي", "يد" | "ايدي" | "يدي") => {
                // «من قبل أن» is a time.
                return if next(token + 2) == "ان" {
                    Some((Prep::When, 2))
                } else {
                    Some((Prep::By, 2))
                };
            }
            ("بالقرب", "من") => return Some((Prep::Near, 2)),
            _ => {}
        }
        Prep::from_token(word)
            .or_else(|| Prep::from_token(self.findings.text.key(token)))
            .map(|prep| (prep, 1))
    }
}

/// Words that open a clause.
fn connective(word: &str) -> Option<Kind> {
    Some(match word {
        "الذي" | "التي" | "الذين" | "اللذان" | "اللذين" | "اللتان" | "اللتين" | "اللواتي" | "اللاتي" | "ممن" => {
            Kind::Relative
        }
        "ان" | "انه" | "انها" | "انهم" | "انهما" | "بان" | "بانه" | "بانها" | "بانهم" | "لان" | "لانه" | "لانها"
        | "حيث" | "فيما" | "بينما" | "اذا" | "لو" | "كي" | "لكي" | "لكن" | "لكنه" | "لكنها" | "اذ" | "عندما"
        | "حين" | "حينما" | "كما" | "مما" | "ما" | "لكنهم" | "انني" | "اننا" | "هل" => {
            Kind::Clause
        }
        _ => return None,
    })
}

fn opens_phrase(reading: Analysis) -> bool {
    matches!(
        reading.pos,
        Pos::Noun | Pos::ProperNoun | Pos::Adjective | Pos::Number | Pos::Other
    ) || matches!(reading.pos, Pos::Pronoun | Pos::Determiner) && reading.features.any(Features::FIRST)
}

/// Ids of «كان» and its sisters.
pub(super) fn auxiliaries() -> Vec<u32> {
    ["كان/I", "ظلّ/I", "بات/I", "أصبح/IV", "ليس/I", "كاد/I", "ليس"]
        .iter()
        .flat_map(|key| lexicon::find(key))
        .collect()
}
