//! The stages before the events, in order: text, words, numbers, times, quantities, names, trees, entities.

use super::Extractor;
use crate::document::{Document, Entity, EntityType, Layer, Layers, Mention, Quantity, TimeExpression, Token};
use crate::entities::Found;
use crate::error::Error;
use crate::events::Findings;
use crate::morphology::Morphology;
use crate::names::Name;
use crate::names::learned::Proposal;
use crate::names::lookup::Lookup;
use crate::reader::{self, Projected, TaggedName, Wanted};
use crate::syntax::{self, Trees};
use crate::text::Text;

/// What the stages before the events found.
pub(super) struct Read<'t> {
    pub(super) text: Text<'t>,
    pub(super) morphology: Morphology,
    pub(super) lookup: Lookup,
    pub(super) times: Vec<TimeExpression>,
    pub(super) quantities: Vec<Quantity>,
    pub(super) mentions: Vec<Mention>,
    pub(super) pronouns: Vec<Mention>,
    pub(super) entities: Vec<Entity>,
    pub(super) trees: Trees,
    pub(super) tokens: Vec<Token>,
    pub(super) projected: Option<Projected>,
}

impl Read<'_> {
    pub(super) fn findings<'a>(&'a self, document: &'a Document<'_>) -> Findings<'a> {
        Findings {
            text: &self.text,
            morphology: &self.morphology,
            times: &self.times,
            quantities: &self.quantities,
            mentions: &self.mentions,
            entities: &self.entities,
            outlet: document.source,
            trees: &self.trees,
            // Trees by the rules would make events depend on the layers that are asked for.
            tokens: if self.projected.is_some() { &self.tokens } else { &[] },
            projected: self.projected.as_ref(),
            published_at: document.published_at,
        }
    }
}

impl Extractor {
    /// All stages before the events.
    pub(super) fn read<'t>(&self, document: &Document<'t>, layers: Layers) -> Result<Read<'t>, Error> {
        self.check(document.text)?;
        let text = Text::new(document.text);
        let morphology = self.analyser.read(&text);
        let numbers = self.numbers.read(&text);
        let mut times = self
            .times
            .read(&text, &morphology, &self.numbers.lexicon, document.published_at);
        let mut quantities = self
            .quantities
            .read(&text, &morphology, &self.numbers, &numbers, &times);
        let lookup = self.tagger.lookup(&text);
        let names = self.tagger.tag(&text, &morphology, &times, &lookup);
        let wanted = Wanted::new(layers);
        let reading = self
            .reader
            .as_ref()
            .filter(|_| wanted.names || wanted.words)
            .map(|reader| {
                let features = reader::features(&text, &morphology, &lookup, &times, &names);
                reader.read(&text, features, &names, wanted)
            });
        // By the rules alone, so that times and quantities do not depend on the other layers that are asked for.
        yield_to_names(&names, &mut times, &mut quantities);
        let mut projected = None;
        let (names, trees, tokens) = match reading {
            Some(reading) => {
                projected = wanted.words.then_some(reading.projected);
                let proposals: Vec<Proposal> = reading.names.iter().map(|name| proposal(&text, name)).collect();
                let rules = names.into_iter().zip(reading.rules);
                let names = self.tagger.join(&text, &morphology, &times, &lookup, rules, &proposals);
                let trees = Trees::new(&text, &reading.tokens);
                let tokens = if wanted.words {
                    syntax::fill(&text, &morphology, reading.tokens)
                } else {
                    Vec::new()
                };
                (names, trees, tokens)
            }
            None if layers.contains(Layer::Syntax) => (names, Trees::default(), syntax::read(&text, &morphology)),
            None => (names, Trees::default(), Vec::new()),
        };
        let (mentions, mut entities, pronouns) = self.resolver.resolve(Found {
            text: &text,
            morphology: &morphology,
            tagger: &self.tagger,
            lookup: &lookup,
            names: &names,
            quantities: &quantities,
            published_at: document.published_at,
            trees: &trees,
            tokens: if projected.is_some() { &tokens } else { &[] },
        });
        for ontology in self.ontologies.iter() {
            ontology.code(&mut entities);
        }
        Ok(Read {
            text,
            morphology,
            lookup,
            times,
            quantities,
            mentions,
            pronouns,
            entities,
            trees,
            tokens,
            projected,
        })
    }
}

fn proposal(text: &Text<'_>, name: &TaggedName) -> Proposal {
    let key = text.key(name.tokens.start);
    let skip = key.char_indices().nth(name.particles).map_or(0, |(at, _)| at);
    Proposal {
        tokens: name.tokens.clone(),
        skip: skip as u8,
        entity_type: name.entity_type,
        score: name.probability,
    }
}

/// A name tells no time («المصري اليوم», a paper) and counts nothing («لبنان», «سلمان», shaped like duals). Times keep
/// their place in names of happenings («ثورة 25 يناير»).
fn yield_to_names(names: &[Name], times: &mut Vec<TimeExpression>, quantities: &mut Vec<Quantity>) {
    let covering = |at: u32| {
        let name = names.get(names.partition_point(|name| name.span.end <= at))?;
        (name.span.start <= at).then_some(name)
    };
    times.retain(|time| {
        covering(time.span.start).is_none_or(|name| {
            name.entity_type == EntityType::Miscellaneous
                || !name.span.contains(time.span)
                || name.span.len() == time.span.len()
        })
    });
    quantities.retain(|quantity| covering(quantity.span.start).is_none());
}
