//! Whom a protest is against, or of whom it asks something.
//!
//! «تظاهر العشرات أمام السفارة احتجاجا على قرار الحكومة» (dozens demonstrated before the embassy in protest at the government's decision):
//! the words beside the protest that say what it is about (`causes.tsv`) lead to a party, which often stands inside what it has done
//! («قرار الحكومة»); «مطالبين البرلمان بـ» names it at once, «ضد» and «أمام مقر …» do without such a word. Who protests and nobody names
//! beside the verb is any crowd of protesters in the sentence.
//!
//! Not handled: a wall, a film or a law that is protested against is no party, and who made it is seldom told.

use super::{ArgumentReader, Parties, Party, push};
use crate::document::{EntityType, EventMode, EventType};
use crate::events::class::Class;
use crate::events::item::{Item, Kind};
use crate::events::lexicon::FINITE;
use crate::events::prep::Prep;
use crate::events::trigger::Trigger;

/// Items after the trigger that are looked at.
const REACH: usize = 28;
/// Phrases between a word of the cause and the party inside the cause.
const DEPTH: usize = 4;

/// Parties of one protest.
const MOST: usize = 3;

/// How the one whom a protest is against stands beside a word of its cause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::events) enum Cause {
    /// As the object, or behind one of two prepositions.
    Beside([Prep; 2]),
    /// As the genitive: «رحيل الرئيس».
    Of,
}

impl Cause {
    pub(in crate::events) fn from_code(code: &str) -> Option<Self> {
        if code == "of" {
            return Some(Self::Of);
        }
        let prep = |word: &str| {
            if word == "-" {
                Some(Prep::None)
            } else {
                Prep::from_word(word)
            }
        };
        let (first, second) = code.split_once('/').unwrap_or((code, code));
        Some(Self::Beside([prep(first)?, prep(second)?]))
    }
}

/// Protests that are directed at somebody who stands aside from them: throwing stones has its victims as its object.
fn has_cause(mode: Option<EventMode>) -> bool {
    matches!(
        mode,
        None | Some(EventMode::Demo | EventMode::Strike | EventMode::Hunger | EventMode::Riot | EventMode::Obstruct)
    )
}

impl ArgumentReader<'_> {
    /// Adds whom a protest is against and a crowd that nobody else is beside.
    pub(super) fn add_cause(&self, trigger: &Trigger<'_>, parties: &mut Parties) {
        if trigger.row.kind != EventType::Protest || !has_cause(trigger.row.mode) || trigger.row.by_user {
            return;
        }
        if !matches!(trigger.row.mode, Some(EventMode::Riot | EventMode::Obstruct)) {
            // «ضد قرار الحكومة»: the party is inside; a wall is none.
            let before = std::mem::take(&mut parties.recipients);
            for party in before {
                if self.holds_party(party.start, party.end) {
                    push(&mut parties.recipients, party);
                }
            }
        }
        let mut found: Vec<Party> = Vec::new();
        let mut fronts = Vec::new();
        if let Some(cause) = self.cause_at(trigger.item) {
            self.follow(trigger.item, cause, &mut found);
        }
        for at in trigger.item + 1..self.items.len().min(trigger.item + REACH) {
            let Some(item) = self.item(at) else { break };
            if item.kind == Kind::Stop && !matches!(self.findings.text.key(item.start), "(" | ")" | "-" | "–") {
                break;
            }
            // «مطالبين البرلمان بـ… ومطالبة الحكومة بـ…»
            if found.len() < MOST {
                if item.kind == Kind::Phrase && item.prep == Prep::Against {
                    self.resolve(at, &mut found);
                } else if matches!(item.kind, Kind::Phrase | Kind::Verb)
                    && let Some(cause) = self.cause_at(at)
                {
                    self.follow(at, cause, &mut found);
                }
            }
            if fronts.is_empty() && self.stands_in_front(item) {
                fronts.push(Party::of(item));
            }
        }
        for party in found.into_iter().chain(fronts) {
            if !parties.actors.iter().any(|actor| actor.start == party.start) {
                push(&mut parties.recipients, party);
            }
        }
        if parties.actors.is_empty()
            && let Some(crowd) = self.crowd(trigger)
        {
            push(&mut parties.actors, crowd);
        }
    }

    fn cause_at(&self, index: usize) -> Option<Cause> {
        let item = self.item(index)?;
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let causes = &self.resources.causes;
        causes.get(text, morphology, item.start).or_else(|| {
            let mut readings = morphology.all(item.start).filter_map(|reading| reading.lexeme);
            readings.find_map(|id| causes.of_lexeme(id.0))
        })
    }

    /// The party behind a word of the cause.
    fn follow(&self, index: usize, cause: Cause, out: &mut Vec<Party>) {
        let Some(item) = self.item(index) else { return };
        match cause {
            Cause::Of => {
                // The genitive may belong to the same phrase.
                if item.kind == Kind::Phrase && item.end > item.start + 1 && self.holds_party(item.start + 1, item.end)
                {
                    push(
                        out,
                        Party {
                            start: item.start + 1,
                            ..Party::of(item)
                        },
                    );
                } else if self
                    .item(index + 1)
                    .is_some_and(|next| next.is_bare() && next.start == item.end && self.is_party(next))
                {
                    self.group(index + 1, out);
                }
            }
            Cause::Beside(preps) => {
                for at in index + 1..(index + 4).min(self.items.len()) {
                    let Some(next) = self.item(at) else { return };
                    match next.kind {
                        Kind::Phrase if preps.contains(&next.prep) => {
                            if next.prep == Prep::None && at > index + 1 {
                                return;
                            }
                            self.resolve(at, out);
                            return;
                        }
                        Kind::Phrase => {}
                        _ => return,
                    }
                }
            }
        }
    }

    /// The party that a phrase names, or the first one inside of what it names: «قرار الحكومة», «مقتل صبي على يد الشرطة», «الانقلاب الذي
    /// قاده الجنرال», «الغارات الإسرائيلية».
    fn resolve(&self, index: usize, out: &mut Vec<Party>) {
        let suffering = self.item(index).is_some_and(|item| self.is_harm(item));
        let mut told = false;
        for (step, at) in (index..self.items.len().min(index + DEPTH)).enumerate() {
            let Some(item) = self.item(at) else { return };
            match item.kind {
                Kind::Phrase => {}
                Kind::Relative | Kind::Verb if step > 0 => {
                    told = true;
                    continue;
                }
                _ => return,
            }
            if step == 0 && self.is_party(item) {
                self.group(at, out);
                return;
            }
            if let Some(nation) = self.nation_of(item).filter(|_| step == 0) {
                push(out, nation);
                return;
            }
            let by = item.class.has(Class::ARMED) || item.prep == Prep::By;
            if step > 0
                && !item.joined
                && self.is_party(item)
                && (!suffering || by)
                && (!told || item.prep == Prep::None)
            {
                push(out, Party::of(item));
                return;
            }
            if step > 0 && self.cause_at(at) == Some(Cause::Of) {
                self.follow(at, Cause::Of, out);
                return;
            }
        }
    }

    /// «الغارات الإسرائيلية»: the adjective names whose they are.
    fn nation_of(&self, item: &Item) -> Option<Party> {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let at =
            (item.start + 1..item.end).find(|at| self.resources.nationalities.get(text, morphology, *at).is_some())?;
        Some(Party {
            start: at,
            end: at + 1,
            class: Class::GPE,
            name: None,
            sure: false,
            hurt: false,
        })
    }

    /// Whether what the phrase names is done to the one named behind it: «مقتل صبي», «اعتقال ناشط».
    fn is_harm(&self, item: &Item) -> bool {
        let reading = self.findings.morphology.best(item.start);
        item.trigger
            && reading.lexeme.is_some_and(|id| {
                self.resources
                    .triggers
                    .rows(id.0)
                    .iter()
                    .any(|row| matches!(row.kind, EventType::Assault | EventType::Coerce))
            })
    }

    fn is_party(&self, item: &Item) -> bool {
        let head = self
            .findings
            .text
            .stem_key(item.start, self.findings.morphology.best(item.start));
        let rule = item.end == item.start + 1 && matches!(head, "حكم" | "نظام" | "سلطه");
        (rule || self.holds_party(item.start, item.end))
            && !item.class.any(Class::KILLED.with(Class::INJURED).with(Class::CROWD))
    }

    /// Whether the words name a power: a body, an official, a country, a person.
    fn holds_party(&self, start: usize, end: usize) -> bool {
        let power = Class::ORG.with(Class::OFFICIAL).with(Class::ARMED).with(Class::COURT);
        (start..end).any(|token| {
            let by_word = self
                .findings
                .morphology
                .best(token)
                .lexeme
                .is_some_and(|id| self.resources.class(id.0).any(power));
            by_word || self.names_power(token)
        })
    }

    fn names_power(&self, token: usize) -> bool {
        let span = self.findings.text.span(token);
        let first = self
            .findings
            .mentions
            .partition_point(|mention| mention.span.end <= span.start);
        self.findings.mentions.get(first).is_some_and(|mention| {
            mention.form == crate::document::MentionForm::Name
                && mention.span.overlaps(span)
                && matches!(
                    mention.entity_type,
                    EntityType::Person | EntityType::Organization | EntityType::Geopolitical
                )
        })
    }

    /// «أمام السفارة», «خارج مقر الحزب»: a seat of power that the protest stands before.
    fn stands_in_front(&self, item: &Item) -> bool {
        let (text, morphology) = (self.findings.text, self.findings.morphology);
        let before = item
            .start
            .checked_sub(1)
            .map_or("", |at| text.word_key(at, morphology.best(at)));
        item.kind == Kind::Phrase
            && (matches!(before, "امام" | "قباله" | "خارج")
                || matches!(item.prep, Prep::To | Prep::Toward) && item.class.has(Class::FACILITY))
            && self.holds_party(item.start, item.end)
            && item.class.any(Class::ORG.with(Class::FACILITY))
    }

    /// A crowd of protesters in the sentence, the nearest before or after the trigger.
    fn crowd(&self, trigger: &Trigger<'_>) -> Option<Party> {
        let is_crowd = |item: &&Item| {
            item.kind == Kind::Phrase && item.class.has(Class::CROWD.with(Class::CIVILIAN)) && !item.trigger
        };
        let beside = |from: usize, to: usize| self.items.get(from..to).unwrap_or_default();
        if trigger.part == FINITE {
            return None;
        }
        let after = beside(trigger.item + 1, self.items.len().min(trigger.item + REACH))
            .iter()
            .find(is_crowd);
        let before = || {
            beside(trigger.item.saturating_sub(REACH), trigger.item)
                .iter()
                .rev()
                .find(is_crowd)
        };
        after.or_else(before).map(Party::of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_cause_stands_is_read() {
        assert_eq!(Cause::from_code("of"), Some(Cause::Of));
        assert_eq!(Cause::from_code("على"), Some(Cause::Beside([Prep::On, Prep::On])));
        assert_eq!(Cause::from_code("ل/-"), Some(Cause::Beside([Prep::Li, Prep::None])));
        assert_eq!(Cause::from_code("هنا"), None);
    }
}
