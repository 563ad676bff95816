//! Sources without a name, each one thing across the text.
//!
//! «قال مصدر عسكري إن … وأضاف المصدر ذاته» (a military source said … the same source added) is one source. Each gets an
//! entity and nominal mentions, so that whoever counts sources counts it once:
//! - a definite noun means the last one of that noun that has all its qualities: «المصدر», «الشهود», «المسؤول الأمني»; also
//!   the person who was named with it («المتحدث» after «المتحدث باسم الجيش سالم علي»); «المصدر» and «المسؤول» alone also
//!   whoever spoke right before;
//! - the same words again are the same source, unless they come with «آخر» (another) or through another outlet;
//! - «البيان» is the statement through which a body spoke last («في بيان»), and speaks for that body.
//!
//! Not handled: «مصدر» and «مصادر» of one desk, two anonymous voices in one phrase («مصدران»), what a second article calls it.

mod phrase;
mod told;

use std::collections::HashMap;

use super::context::Context;
use crate::document::{
    Entity, EntityId, EntityType, Mention, MentionForm, MentionIndex, Source, SourceKind, Statement,
};
use crate::text::Span;
use phrase::{Class, Count, Phrase};
use told::{Relay, Told, documents, speakers};

/// How many things back one is still meant.
const KEPT: usize = 64;

/// What was found: mentions and entities that come after those of names.
#[derive(Debug, Default)]
pub(crate) struct Unnamed {
    pub(crate) mentions: Vec<Mention>,
    pub(crate) entities: Vec<Entity>,
}

/// Somebody or something that spoke.
struct Thing {
    phrase: Phrase,
    /// Given when it is first a source: a statement that was only a medium («في بيان») has none.
    entity: Option<EntityId>,
    /// Whom it speaks for, or who issued it.
    body: Option<EntityId>,
    relay: Option<Relay>,
}

/// Gives the sources of the statements that have no entity theirs.
pub(super) fn gather(context: &Context<'_>, statements: &mut [Statement]) -> Unnamed {
    let mut gathering = Gathering {
        context,
        things: Vec::new(),
        found: Unnamed::default(),
        by_span: HashMap::new(),
    };
    let speakers = speakers(context, statements);
    for told in speakers.iter().filter(|told| told.source.kind != SourceKind::Document) {
        gathering.person(told);
    }
    gathering.give(statements);
    gathering.things.clear();
    // By now the bodies that speak through documents are known, also those that stand behind them.
    for told in &documents(context, statements) {
        gathering.document(told);
    }
    gathering.give(statements);
    gathering.found
}

struct Gathering<'c, 'a> {
    context: &'c Context<'a>,
    /// The latest at the end.
    things: Vec<Thing>,
    found: Unnamed,
    by_span: HashMap<Span, (MentionIndex, EntityId)>,
}

impl Gathering<'_, '_> {
    fn person(&mut self, told: &Told) {
        let text = self.context.findings.text;
        let source = &told.source;
        // «المتحدث باسم الجيش سالم علي»: the title says by what he may be called.
        let mention = source.mention.map(|MentionIndex(index)| index as usize);
        let mention = mention.and_then(|index| self.context.findings.mentions.get(index));
        let title = mention.and_then(|mention| mention.title);
        let words = match (source.entity, title) {
            (Some(_), Some(title)) => title,
            _ => source.span,
        };
        let Some(phrase) = Phrase::read(self.context, text.tokens_in(words)) else {
            return;
        };
        let thing = Thing {
            phrase,
            entity: source.entity,
            body: source.speaks_for,
            relay: told.relay.clone(),
        };
        if source.entity.is_some() {
            self.things.push(thing);
        } else if source.kind != SourceKind::Named {
            let known = self.known(&thing);
            self.mention(source, thing, known);
        }
    }

    /// The place of the same one among what spoke before.
    fn known(&self, thing: &Thing) -> Option<usize> {
        let phrase = &thing.phrase;
        let agree = |other: &Thing| match (other.body, thing.body) {
            (Some(one), Some(two)) => one == two,
            _ => true,
        };
        if phrase.other {
            return None;
        }
        if !phrase.refers {
            let relayed = |other: &Thing| match (&other.relay, &thing.relay) {
                (Some(one), Some(two)) => one == two,
                _ => true,
            };
            return self.latest(|other| {
                !other.phrase.refers
                    && other.phrase.has_words_of(phrase)
                    && agree(other)
                    && relayed(other)
                    && !other.phrase.other
            });
        }
        let same = self.latest(|other| other.phrase.is_meant_by(phrase) && agree(other));
        // «قال مدير المشفى … وأضاف المسؤول»: whoever spoke last, if he can be called so.
        same.or_else(|| {
            let last = self.things.last()?;
            let unnamed = last.entity.is_some_and(|entity| entity.0 as usize >= self.named());
            let one = last.phrase.count == Count::One && phrase.count == Count::One;
            let called = match phrase.head.as_str() {
                "مسوول" => last.phrase.official,
                "مصدر" => last.phrase.class == Class::Human && unnamed,
                _ => false,
            };
            (called && one && phrase.qualities.is_empty()).then(|| self.things.len() - 1)
        })
    }

    /// The place of the last thing that fits.
    fn latest(&self, fits: impl Fn(&Thing) -> bool) -> Option<usize> {
        let from = self.things.len().saturating_sub(KEPT);
        let found = self.things.get(from..)?.iter().rposition(fits)?;
        Some(from + found)
    }

    /// How many entities earlier stages found.
    fn named(&self) -> usize {
        self.context.findings.entities.len()
    }

    fn document(&mut self, told: &Told) {
        let context = self.context;
        let text = context.findings.text;
        let mut tokens = text.tokens_in(told.source.span);
        if told.medium {
            let is_medium = |&token: &usize| context.cues.is_medium(text, context.findings.morphology, token);
            let Some(noun) = tokens.clone().find(is_medium) else {
                return;
            };
            tokens.start = noun;
        }
        let Some(phrase) = Phrase::read(context, tokens.clone()) else {
            return;
        };
        let named = (phrase.token + 1..tokens.end).find_map(|token| context.mention_over(token));
        let named = named.and_then(|index| context.findings.mentions.get(index as usize));
        let thing = Thing {
            entity: told.source.entity,
            body: told.issuer.or(named.map(|mention| mention.entity)),
            relay: None,
            phrase,
        };
        let known = self.latest(|other| {
            let same_issuer = other.body.is_some() && other.body == thing.body;
            let meant =
                thing.phrase.refers && other.phrase.is_meant_by(&thing.phrase) && (same_issuer || thing.body.is_none());
            let again = other.phrase.head == thing.phrase.head && same_issuer && !thing.phrase.other;
            meant || again
        });
        if told.medium || thing.entity.is_some() {
            let thing = match known {
                // The latest is the one that «البيان» means.
                Some(known) => self.things.remove(known),
                None => thing,
            };
            self.things.push(thing);
        } else {
            self.mention(&told.source, thing, known);
        }
    }

    /// Makes the phrase a mention of a known thing or a new one.
    fn mention(&mut self, source: &Source, mut thing: Thing, known: Option<usize>) {
        let (mentions, entities) = (self.context.findings.mentions, self.context.findings.entities);
        let head = self.context.findings.text.span(thing.phrase.token);
        let head = Span::new(head.start.max(source.span.start), head.end.min(source.span.end));
        let known = known.map(|known| self.things.remove(known));
        let entity = known.as_ref().and_then(|known| known.entity).unwrap_or_else(|| {
            let id = EntityId((entities.len() + self.found.entities.len()) as u32);
            let mut entity = Entity::new(id, thing.phrase.entity_type(source.kind));
            entity.evidence = "statements.unnamed".into();
            entity.score = 0.6;
            if !thing.phrase.sector.is_empty() {
                entity.sectors.push(thing.phrase.sector.to_owned());
            }
            self.found.entities.push(entity);
            id
        });
        let words = source.span.of(self.context.findings.text.raw);
        let own = (entity.0 as usize).checked_sub(entities.len());
        let entity_type = match own.and_then(|own| self.found.entities.get_mut(own)) {
            Some(entity) => {
                name(entity, words, thing.phrase.refers);
                entity.entity_type
            }
            None => entities
                .get(entity.0 as usize)
                .map_or(EntityType::Person, |entity| entity.entity_type),
        };
        let index = MentionIndex((mentions.len() + self.found.mentions.len()) as u32);
        self.found.mentions.push(Mention {
            span: source.span,
            head,
            entity_type,
            form: MentionForm::Nominal,
            entity,
            title: None,
            score: 0.6,
            evidence: "statements.unnamed".into(),
        });
        self.by_span.insert(source.span, (index, entity));
        // What was said of it before still holds.
        if let Some(known) = known {
            thing.body = thing.body.or(known.body);
            thing.relay = thing.relay.or(known.relay);
            if known.phrase.qualities.len() > thing.phrase.qualities.len() || !known.phrase.refers {
                thing.phrase = known.phrase;
            }
        }
        thing.entity = Some(entity);
        self.things.push(thing);
    }

    /// Tells the statements who their sources are.
    fn give(&self, statements: &mut [Statement]) {
        let entities = &self.context.findings.entities;
        let bodies: HashMap<EntityId, EntityId> = self
            .things
            .iter()
            .filter_map(|thing| Some((thing.entity?, thing.body?)))
            .collect();
        let issuer = |entity: EntityId| {
            let body = *bodies.get(&entity)?;
            let entity_type = entities.get(body.0 as usize)?.entity_type;
            matches!(entity_type, EntityType::Organization | EntityType::Geopolitical).then_some(body)
        };
        let sources = statements
            .iter_mut()
            .flat_map(|statement| statement.source.iter_mut().chain(&mut statement.via));
        for source in sources.filter(|source| source.entity.is_none()) {
            if let Some(&(mention, entity)) = self.by_span.get(&source.span) {
                source.mention = Some(mention);
                source.entity = Some(entity);
                if source.kind == SourceKind::Document {
                    source.speaks_for = source.speaks_for.or_else(|| issuer(entity));
                }
            }
        }
    }
}

/// The fullest words that do not only take it up again are the name.
fn name(entity: &mut Entity, words: &str, refers: bool) {
    if entity.name.is_empty() {
        words.clone_into(&mut entity.name);
    } else if words != entity.name && !entity.aliases.iter().any(|alias| alias == words) {
        let fuller = !refers && words.chars().count() > entity.name.chars().count();
        let alias = if fuller {
            std::mem::replace(&mut entity.name, words.to_owned())
        } else {
            words.to_owned()
        };
        entity.aliases.push(alias);
    }
}
