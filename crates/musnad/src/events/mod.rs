//! Who did what to whom, where, when, how, and whether it happened.
//!
//! «قصفت طائرات التحالف مواقع الحوثيين في صعدة» (coalition aircraft bombed Houthi positions in Saada): trigger قصفت, ASSAULT/aerial,
//! actor «طائرات التحالف», recipient «مواقع الحوثيين», place «صعدة», occurred.
//!
//! Each sentence is cut into verbs and phrases ([`chunk`]); words of the trigger lexicon whose frame holds become events
//! ([`trigger`]); word order, voice and prepositions give the participants ([`argument`]), particles and governing words the status
//! ([`status`]), the nearest place and weapon the rest ([`circumstance`]), all days of the text the event's own ([`dating`]). Types, modes and scores are PLOVER's ([`ontology`]).
//!
//! Not handled: participants named in another sentence except as a hidden subject or pronoun; events told by a noun that has no
//! event sense by itself («ليلة دامية»); one happening told in two sentences stays two events.
//!
//! Sources: the PLOVER manual for the classes; Arabic grammar for the rest; the tables are ours.

mod acled;
mod ambiguity;
mod argument;
mod bag;
mod casualty;
mod chunk;
mod circumstance;
mod class;
mod classifier;
mod condition;
mod context;
mod dating;
mod days;
mod draft;
mod fact;
mod figures;
mod item;
mod lexicon;
mod notes;
mod ontology;
mod path;
mod phrase;
mod places;
mod prep;
mod reader;
mod relation;
mod repeat;
mod roles;
mod same;
mod status;
mod trigger;
mod user;
mod victims;
mod words;

use std::sync::Arc;

use musnad_data::events as tables;

use crate::document::{
    Date, Entity, Event, EventContext, EventMode, EventType, Mention, Quantity, TimeExpression, Token,
};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::reader::{Projected, Projection};
use crate::syntax::Trees;
use crate::text::{Span, Text};
use argument::LightRole;
pub use dating::{DatedEvent, DayCandidate};
pub(crate) use user::UserOntology;
use words::{WordMap, fault, rows};

/// What earlier stages found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Findings<'a> {
    /// The text.
    pub(crate) text: &'a Text<'a>,
    /// Readings of its tokens.
    pub(crate) morphology: &'a Morphology,
    /// Times, in order.
    pub(crate) times: &'a [TimeExpression],
    /// Quantities, in order.
    pub(crate) quantities: &'a [Quantity],
    /// Mentions, in order.
    pub(crate) mentions: &'a [Mention],
    /// Entities.
    pub(crate) entities: &'a [Entity],
    /// The outlet of the article, empty where unknown.
    pub(crate) outlet: &'a str,
    /// The trees of the learned reader; empty where rules read alone.
    pub(crate) trees: &'a Trees,
    /// The words of each token and how they hang together, where the learned reader has read them.
    pub(crate) tokens: &'a [Token],
    /// What the trigger classifier takes of the reader's states.
    pub(crate) projected: Option<&'a Projected>,
    /// Day of publication.
    pub(crate) published_at: Option<Date>,
}

/// A word that the lexicon proposes as the trigger of an event, for training the classifier.
#[derive(Debug, Clone)]
pub struct TriggerCandidate {
    /// Where it stands.
    pub span: Span,
    /// The type that the lexicon proposes.
    pub event_type: EventType,
    /// On what ground it is proposed: `frame` a row of the lexicon holds, `word` one would in other company.
    pub ground: &'static str,
    /// Whether the rules alone take it for an event.
    pub by_rules: bool,
    /// Place among the candidates of the earlier one that names the same happening, by the rules.
    pub repeats: Option<usize>,
    /// What is known of it: numbers of buckets.
    pub facts: Vec<u16>,
    /// The state of the learned reader; empty in a build without weights.
    pub state: Vec<f32>,
    /// Phrases that may take part.
    pub participants: Vec<ParticipantCandidate>,
}

/// A phrase that may take part in an event, for training the classifier.
#[derive(Debug, Clone)]
pub struct ParticipantCandidate {
    /// Where it stands.
    pub span: Span,
    /// What the rules take it for: 0 neither, 1 an actor, 2 a recipient.
    pub by_rules: u8,
    /// The rules take it for where it was.
    pub is_place: bool,
    /// Place among the participants of the one that it is joined to.
    pub joins: Option<usize>,
    /// What is known of it: numbers of buckets.
    pub facts: Vec<u16>,
    /// What only says whether it is a place, likewise.
    pub place_facts: Vec<u16>,
}

/// The tables, resolved against the lexicon.
#[derive(Debug)]
struct Resources {
    triggers: lexicon::TriggerLexicon,
    ontology: ontology::Ontology,
    /// Class of each lexeme.
    classes: Vec<class::Class>,
    auxiliaries: Vec<u32>,
    /// Verbs whose lone noun after them is the victim («قتل ثلاثة»).
    victims: Vec<u32>,
    light: WordMap<LightRole>,
    governors: WordMap<status::Governs>,
    instruments: WordMap<EventMode>,
    contents: Vec<(EventType, WordMap<EventMode>)>,
    contexts: context::ContextWords,
    /// Verbs that take an action noun.
    control: argument::control::ControlVerbs,
    /// Words that say whom a protest is against.
    causes: WordMap<argument::cause::Cause>,
    /// Common nouns of places.
    sites: WordMap<()>,
    nationalities: WordMap<()>,
    /// What a word needs beside it to be taken for its political or violent sense.
    ambiguous: WordMap<ambiguity::Needs>,
    registers: WordMap<ambiguity::Register>,
}

impl Resources {
    fn new() -> Result<Self, Error> {
        let mut contents: Vec<(EventType, WordMap<EventMode>)> = Vec::new();
        for (line, row) in rows(tables::CONTENTS) {
            let wrong = |what: &str| fault("events/contents.tsv", line, what);
            let mut columns = row.split('\t');
            let (Some(kind), Some(word), Some(mode)) = (columns.next(), columns.next(), columns.next()) else {
                return Err(wrong("wants three columns"));
            };
            let kind = EventType::from_code(kind).ok_or_else(|| wrong("no PLOVER type"))?;
            let mode = EventMode::from_code(mode).ok_or_else(|| wrong("no PLOVER mode"))?;
            let index = contents
                .iter()
                .position(|(known, _)| *known == kind)
                .unwrap_or_else(|| {
                    contents.push((kind, WordMap::new()));
                    contents.len() - 1
                });
            if let Some((_, map)) = contents.get_mut(index) {
                map.insert(word, mode)?;
            }
        }
        let victims = [
            "قتل/I",
            "جرح/I",
            "أصاب/IV",
            "خطف/I",
            "اختطف/VIII",
            "اعتقل/VIII",
            "اغتال/VIII",
            "أسر/I",
            "أعدم/IV",
            "أوقف/IV",
            "احتجز/VIII",
            "سجن/I",
        ];
        Ok(Self {
            triggers: lexicon::TriggerLexicon::new()?,
            ontology: ontology::Ontology::new()?,
            classes: class::lexeme_classes(),
            auxiliaries: chunk::auxiliaries(),
            victims: victims.iter().flat_map(|key| musnad_data::lexicon::find(key)).collect(),
            light: word_map(tables::LIGHT_VERBS, "events/light.tsv", |role| {
                Some(match role {
                    "A" => LightRole::Actor,
                    "R" => LightRole::Recipient,
                    "P" => LightRole::Place,
                    "N" => LightRole::Event,
                    "T" => LightRole::Target,
                    "S" => LightRole::Site,
                    _ => return None,
                })
            })?,
            governors: word_map(tables::GOVERNORS, "events/governors.tsv", status::Governs::from_code)?,
            instruments: word_map(tables::INSTRUMENTS, "events/instruments.tsv", EventMode::from_code)?,
            contents,
            contexts: context::ContextWords::new()?,
            ambiguous: word_map(tables::AMBIGUOUS, "events/ambiguous.tsv", ambiguity::Needs::from_code)?,
            registers: word_map(
                tables::REGISTERS,
                "events/registers.tsv",
                ambiguity::Register::from_code,
            )?,
            control: argument::control::ControlVerbs::new()?,
            causes: word_map(tables::CAUSES, "events/causes.tsv", argument::cause::Cause::from_code)?,
            sites: word_map(tables::SITES, "events/sites.tsv", |_| Some(()))?,
            nationalities: word_map(tables::NATIONALITIES, "events/nationalities.tsv", |_| Some(()))?,
        })
    }
}

/// A table of a word and a value.
fn word_map<V: Copy>(table: &'static str, name: &str, read: impl Fn(&str) -> Option<V>) -> Result<WordMap<V>, Error> {
    let mut map = WordMap::new();
    for (line, row) in rows(table) {
        let (word, value) = row.split_once('\t').unwrap_or((row, ""));
        let value = read(value).ok_or_else(|| fault(name, line, &format!("unknown value {value:?}")))?;
        map.insert(word, value)
            .map_err(|error| fault(name, line, &error.to_string()))?;
    }
    Ok(map)
}

/// What the events of a text are, and what it is about.
#[derive(Debug)]
pub(crate) struct Reading {
    /// By trigger, in order.
    pub(crate) events: Vec<Event>,
    /// Contexts of the whole text, the most telling first.
    pub(crate) contexts: Vec<EventContext>,
}

/// Finds events.
#[derive(Debug, Clone)]
pub(crate) struct EventReader {
    resources: Arc<Resources>,
    model: Option<Arc<classifier::TriggerModel>>,
    roles: Option<Arc<roles::RoleModel>>,
    days: Option<Arc<dating::DayModel>>,
}

impl EventReader {
    /// Opens the trigger lexicon.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            resources: Arc::new(Resources::new()?),
            model: None,
            roles: None,
            days: None,
        })
    }

    /// Has the classifier with these weights weigh what the lexicon proposes. States of the learned reader have `state` numbers; what
    /// comes back is to be computed of them.
    pub(crate) fn learn(&mut self, weights: &[u8], state: usize) -> Result<Projection, Error> {
        let (model, projection) = classifier::TriggerModel::new(weights, state)?;
        self.model = Some(Arc::new(model));
        Ok(projection)
    }

    /// Has the classifier with these weights decide who takes part.
    pub(crate) fn learn_roles(&mut self, weights: &[u8]) -> Result<(), Error> {
        self.roles = Some(Arc::new(roles::RoleModel::new(weights)?));
        Ok(())
    }

    /// Has the chooser with these weights decide of what day events are.
    pub(crate) fn learn_days(&mut self, weights: &[u8]) -> Result<(), Error> {
        self.days = Some(Arc::new(dating::DayModel::new(weights)?));
        Ok(())
    }

    /// Adds the types and triggers of users.
    pub(crate) fn extend(&mut self, ontologies: &[UserOntology]) -> Result<(), Error> {
        let Some(resources) = Arc::get_mut(&mut self.resources) else {
            return Ok(());
        };
        ontologies
            .iter()
            .try_for_each(|ontology| resources.triggers.extend(ontology))
    }

    /// The events of a text, by trigger in order, and what the text is about.
    pub(crate) fn read(&self, findings: Findings<'_>) -> Reading {
        reader::read(findings, &self.resources, self.models())
    }

    fn models(&self) -> reader::Models<'_> {
        reader::Models {
            triggers: self.model.as_deref(),
            roles: self.roles.as_deref(),
            days: self.days.as_deref(),
        }
    }

    /// The events of a text with the days that each may be of, for training.
    pub(crate) fn dated(&self, findings: Findings<'_>) -> Vec<DatedEvent> {
        dating::told(findings, &reader::drafts(findings, &self.resources, self.models()))
    }

    /// What the lexicon proposes, with all that the classifier is told of it, for training. The states must not have been projected.
    pub(crate) fn candidates(&self, findings: Findings<'_>) -> Vec<TriggerCandidate> {
        reader::candidates(findings, &self.resources)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_loads() {
        Resources::new().unwrap();
    }
}
