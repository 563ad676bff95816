//! Who does it and who has it done to them, from word order, voice and prepositions.
//!
//! «قصفت الطائرات مواقع الحوثيين» (the aircraft bombed Houthi positions): the subject is the actor, the object the recipient. Finite verbs
//! are read by [`verb`] over the subject and object that [`frame`] finds, event nouns by [`noun`] with the verb that carries them
//! ([`light`]) or controls it ([`control`]), participles by [`participle`]; [`preposition`] adds those behind prepositions, [`antecedent`] those behind pronouns,
//! [`cause`] whom a protest is against.

mod antecedent;
pub(super) mod cause;
pub(super) mod control;
mod frame;
mod fronted;
mod light;
mod noun;
mod participle;
mod preposition;
mod tree;
mod verb;

use super::class::Class;
use super::item::{Item, Kind};
use super::lexicon::{FINITE, PARTICIPLE};
use super::prep::Prep;
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::{EventMode, EventType};
use crate::morphology::{Features, Pos};
use crate::syntax::Tree;

/// A participant: tokens with what they name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Party {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) class: Class,
    pub(super) name: Option<u32>,
    /// The grammar names it: a subject, not a guess.
    pub(super) sure: bool,
    /// Told as only hurt where others were killed.
    pub(super) hurt: bool,
}

impl Party {
    pub(super) fn of(item: &Item) -> Self {
        Self {
            start: item.start,
            end: item.end,
            class: item.class,
            name: item.name,
            sure: false,
            hurt: false,
        }
    }
}

/// What a verb's subject is to the event noun that the verb carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LightRole {
    Actor,
    Recipient,
    Place,
    /// The event noun is the subject.
    Event,
    /// The same, and the object is the recipient.
    Target,
    /// The same, and the object is the place: «هز انفجار العاصمة».
    Site,
}

/// The participants of one event.
#[derive(Debug, Clone, Default)]
pub(super) struct Parties {
    pub(super) actors: Vec<Party>,
    pub(super) recipients: Vec<Party>,
    /// What it was done with.
    pub(super) means: Option<Party>,
    /// A place that stood where a participant would.
    pub(super) places: Vec<Party>,
    /// How many words say it; for the score.
    pub(super) explicit: bool,
    /// The verb is in the passive, or read as one.
    pub(super) passive: bool,
}

/// Reads arguments in one sentence.
pub(super) struct ArgumentReader<'a> {
    pub(super) findings: Findings<'a>,
    pub(super) resources: &'a Resources,
    pub(super) items: &'a [Item],
    /// The tree of the sentence, where the learned reader has read it.
    pub(super) tree: &'a Tree<'a>,
    /// The subject before the sentence began.
    pub(super) earlier: Option<Party>,
}

impl ArgumentReader<'_> {
    fn item(&self, index: usize) -> Option<&Item> {
        self.items.get(index)
    }

    /// The phrase and those joined to it by و.
    fn group(&self, index: usize, out: &mut Vec<Party>) {
        let Some(first) = self.item(index).filter(|first| !first.class.has(Class::PRONOUN)) else {
            return;
        };
        push(out, Party::of(first));
        let mut comma = false;
        for next in self.items.iter().skip(index + 1) {
            match next.kind {
                Kind::Comma if !comma => comma = true,
                Kind::Phrase
                    if next.joined && (next.prep == Prep::None || next.prep == first.prep) && !next.trigger =>
                {
                    push(out, Party::of(next));
                    comma = false;
                }
                // «مسؤولون من تونس»: what belongs to the phrase does not end the list.
                Kind::Phrase if !next.joined && matches!(next.prep, Prep::From | Prep::In | Prep::Bi) && !comma => {}
                _ => break,
            }
        }
    }

    /// Whether the lexicon says nothing of what the head of the phrase names: «والي الجهة».
    fn has_unknown_head(&self, party: &Party) -> bool {
        let head = self.findings.morphology.best(party.start);
        head.lexeme
            .is_none_or(|id| self.resources.class(id.0) == Class::default())
    }

    /// The participants of the event at a trigger.
    pub(super) fn parties(&self, trigger: &Trigger<'_>) -> Parties {
        let mut parties = match trigger.part {
            FINITE => self.of_verb(trigger),
            PARTICIPLE => self.of_participle(trigger),
            _ => self.of_noun(trigger),
        };
        self.add_from_tree(trigger, parties.passive, &mut parties);
        self.add_cause(trigger, &mut parties);
        if trigger.row.roles.reciprocal {
            let recipients = std::mem::take(&mut parties.recipients);
            for party in recipients {
                push(&mut parties.actors, party);
            }
        }
        parties.actors.retain(|party| {
            party.class.acts()
                || party.class.any(Class::DOCUMENT.with(Class::MEDIA))
                || party.sure
                    && (party.class == Class::default() || self.has_unknown_head(party))
                    && (self
                        .findings
                        .morphology
                        .best(party.start)
                        .features
                        .has(Features::DEFINITE)
                        || party.end > party.start + 1 && self.findings.text.key(party.end - 1).starts_with("ال")
                        || !matches!(
                            self.findings.morphology.best(party.start).pos,
                            Pos::Adjective | Pos::Number
                        ))
                    && !self
                        .findings
                        .morphology
                        .best(party.start)
                        .features
                        .has(Features::MASDAR)
        });
        if matches!(
            trigger.row.kind,
            EventType::Accuse
                | EventType::Reject
                | EventType::Request
                | EventType::Threaten
                | EventType::Support
                | EventType::Agree
                | EventType::Consult
        ) {
            // What is refused or asked for is no recipient; whom it is asked of is.
            parties.recipients.retain(|party| {
                party.class.acts()
                    || party
                        .class
                        .any(Class::DOCUMENT.with(Class::PLACE).with(Class::FACILITY))
            });
        }
        if trigger.row.mode == Some(EventMode::Release) {
            parties.actors.retain(|party| !party.class.has(Class::DETAINED));
        }
        parties.explicit = !parties.actors.is_empty() || !parties.recipients.is_empty();
        parties
            .actors
            .retain(|party| !parties.recipients.contains(party) || trigger.row.roles.reciprocal);
        parties
    }
}

fn push(out: &mut Vec<Party>, party: Party) {
    if !out.iter().any(|known| known.start == party.start) {
        out.push(party);
    }
}
