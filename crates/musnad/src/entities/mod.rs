//! Which mentions are one thing, and which thing it is.
//!
//! «خليفة حفتر», «حفتر» and «المشير» may be one man. Names become one entity when they share a row of the gazetteer, are the
//! same words, have the same consonants (persons), or one is the last name of the other. A definite class noun («البعثة»,
//! the mission) joins the nearest organisation before it that opens with that noun, «الوزير التركي» the person that had
//! this title; an office («الرئيس الأميركي») is whoever held it on the day of publication. Places get the row that the text
//! means ([`places`]) and points by distance ([`offset`]).
//!
//! A capital that speaks or acts stands for its country ([`metonymy`]). Pronouns mean what is salient before them ([`pronoun`]).
//!
//! Not handled: two persons of one family name in one text, where the shorter form joins the nearest before it.

mod cluster;
mod code;
mod facts;
mod metonymy;
mod nominal;
mod office;
mod offset;
mod places;
mod pronoun;
mod romanize;
mod title;

use std::collections::HashMap;

use crate::document::{Date, Entity, EntityId, EntityType, Event, Mention, MentionForm, Quantity, Statement, Token};
use crate::error::Error;
use crate::morphology::Morphology;
use crate::names::lookup::Lookup;
use crate::names::{Name, Tagger};
use crate::syntax::Trees;
use crate::text::{Span, Text};
use cluster::Clusters;
pub(crate) use code::give_codes;
use facts::Bodies;
use metonymy::Capitals;
pub(crate) use metonymy::takes_government;
use office::Offices;
use places::Scene;
pub(crate) use pronoun::join;

/// The tables beside the gazetteer.
#[derive(Debug, Clone)]
pub(crate) struct Resolver {
    bodies: Bodies,
    capitals: Capitals,
}

/// What earlier stages found.
#[derive(Clone, Copy)]
pub(crate) struct Found<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) morphology: &'a Morphology,
    pub(crate) tagger: &'a Tagger,
    pub(crate) lookup: &'a Lookup,
    pub(crate) names: &'a [Name],
    pub(crate) quantities: &'a [Quantity],
    pub(crate) published_at: Option<Date>,
    pub(crate) trees: &'a Trees,
    /// Of the learned reader; empty where only rules have read.
    pub(crate) tokens: &'a [Token],
}

impl Resolver {
    /// Reads the tables.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            bodies: Bodies::new()?,
            capitals: Capitals::new(),
        })
    }

    /// Lets a capital that speaks or acts stand for its country.
    pub(crate) fn governments(
        &self,
        tagger: &Tagger,
        mentions: &[Mention],
        entities: &mut Vec<Entity>,
        events: &mut [Event],
        statements: &mut [Statement],
    ) {
        self.capitals
            .give(tagger.gazetteer(), mentions, entities, events, statements);
    }

    /// Turns names (and nominals that refer) into mentions, in order of the text, and gathers them into entities; the
    /// pronouns that mean these come apart ([`join`]).
    pub(crate) fn resolve(&self, found: Found<'_, '_>) -> (Vec<Mention>, Vec<Entity>, Vec<Mention>) {
        let Found { text, names, .. } = found;
        let mut clusters = Clusters::new(text, found.tagger.gazetteer(), &self.bodies);
        let of_names: Vec<u32> = names.iter().map(|name| clusters.put(name)).collect();
        let mut mentions: Vec<Mention> = names
            .iter()
            .zip(&of_names)
            .map(|(name, cluster)| mention(text, name, *cluster))
            .collect();
        nominal::find(text, found.morphology, found.tagger.gazetteer(), names, &mut mentions);
        let offices = Offices {
            text,
            lookup: found.lookup,
            gazetteer: found.tagger.gazetteer(),
        };
        let roles = title::find(found, offices, &of_names, &mut clusters, &mut mentions);
        let chosen = found.places(&of_names, &mut clusters, &mut mentions);
        mentions.sort_by_key(|mention| (mention.span, mention.form != MentionForm::Name));
        let (mut entities, order) = clusters.entities(text, &mut mentions, &chosen);
        title::give(roles, &order, &mut entities);
        let pronouns = pronoun::find(
            pronoun::Reading {
                text,
                morphology: found.morphology,
                trees: found.trees,
                tokens: found.tokens,
            },
            &mentions,
        );
        (mentions, entities, pronouns)
    }
}

impl Found<'_, '_> {
    /// Chooses among places of one name, and points at those told by distance.
    fn places(
        self,
        of_names: &[u32],
        clusters: &mut Clusters<'_, '_>,
        mentions: &mut Vec<Mention>,
    ) -> HashMap<u32, u32> {
        let offsets = offset::find(self.text, self.quantities, self.names);
        let scene = Scene {
            text: self.text,
            lookup: self.lookup,
            gazetteer: self.tagger.gazetteer(),
            names: self.names,
            clusters: of_names,
            offsets: &offsets,
        };
        let chosen = places::resolve(&scene);
        for offset in &offsets {
            let from = of_names.get(offset.from).copied();
            let Some((start, radius)) = from.and_then(|from| clusters.place_of(from, &chosen)) else {
                continue;
            };
            let (point, radius) = offset.point(start, radius);
            if let Some(of) = offset.of.and_then(|of| of_names.get(of)) {
                clusters.point_at(*of, point, radius);
            }
            let span = self.text.span_of(offset.tokens.clone());
            let cluster = clusters.pointed(point, radius);
            mentions.push(Mention {
                span,
                head: self.text.span(offset.tokens.start),
                entity_type: EntityType::Location,
                form: MentionForm::Nominal,
                entity: EntityId(cluster),
                title: None,
                score: 0.6,
                evidence: "entities.offset".into(),
            });
        }
        chosen
    }
}

fn mention(text: &Text<'_>, name: &Name, cluster: u32) -> Mention {
    // The head must lie inside: the first token may have particles before the name.
    let head = text.span(name.tokens.start);
    Mention {
        span: name.span,
        head: Span::new(head.start.max(name.span.start), head.end.min(name.span.end)),
        entity_type: name.entity_type,
        form: MentionForm::Name,
        entity: EntityId(cluster),
        title: name.title,
        score: name.score,
        evidence: name.evidence.clone(),
    }
}
