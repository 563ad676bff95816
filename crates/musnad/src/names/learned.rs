//! Joins what the learned reader takes for names with what the rules found.
//!
//! The reader saw the rules' names and decided; its names stand. Of the rules' own, those stay that no name of the reader
//! touches and that it does not find improbable. Where both agree on the tokens, the rules know the row of the gazetteer
//! and the title beside the name.

use std::ops::Range;

use super::lookup::{Lookup, Match};
use super::words::Words;
use super::{Candidate, Name, Tagger, entity_type, name, title_span};
use crate::document::{EntityType, Score, TimeExpression};
use crate::morphology::Morphology;
use crate::text::Text;

/// Most tokens between the title and the name that it goes with.
const TITLE_DISTANCE: usize = 16;
/// Least probability with which a name of the rules stays where the reader sees none.
const LEAST: Score = 0.3;

/// A name that the reader proposes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Proposal {
    pub(crate) tokens: Range<usize>,
    /// Bytes of particles before it in the folded first token.
    pub(crate) skip: u8,
    pub(crate) entity_type: EntityType,
    pub(crate) score: Score,
}

impl Tagger {
    /// The names of both, in order, without overlap. Both come in order, those of the rules with the probability that the
    /// reader gives them.
    pub(crate) fn join(
        &self,
        text: &Text<'_>,
        morphology: &Morphology,
        times: &[TimeExpression],
        lookup: &Lookup,
        rules: impl Iterator<Item = (Name, Score)>,
        proposals: &[Proposal],
    ) -> Vec<Name> {
        let timed = super::timed(text, times);
        let words = Words {
            text,
            morphology,
            lookup,
            gazetteer: &self.gazetteer,
            timed: &timed,
        };
        let mut names = Vec::with_capacity(proposals.len());
        let mut rules = rules.peekable();
        for proposal in proposals {
            let mut found = proposed(&words, proposal);
            while let Some((rule, probability)) = rules.next_if(|(rule, _)| rule.tokens.start < proposal.tokens.end) {
                if rule.tokens.end <= proposal.tokens.start {
                    names.extend((probability >= LEAST).then_some(rule));
                    continue;
                }
                agree(&mut found, rule);
            }
            if found.title.is_none() && found.entity_type == EntityType::Person {
                found.title = title(&words, found.tokens.start);
            }
            names.push(found);
        }
        names.extend(
            rules
                .filter(|(_, probability)| *probability >= LEAST)
                .map(|(rule, _)| rule),
        );
        names
    }
}

/// Takes over what the rules know of a name in the same place.
fn agree(found: &mut Name, rule: Name) {
    if rule.tokens.start != found.tokens.start {
        return;
    }
    // Tables know where the particles of a name end better than its context.
    found.span.start = rule.span.start;
    if rule.entity_type != found.entity_type {
        return;
    }
    found.title = rule.title;
    if rule.tokens.end == found.tokens.end {
        found.entry = rule.entry.or(found.entry);
        found.span = rule.span;
        found.evidence = rule.evidence;
    }
}

fn proposed(words: &Words<'_, '_>, proposal: &Proposal) -> Name {
    let fits = |found: &&Match| {
        found.kind.is_name()
            && entity_type(found.kind) == proposal.entity_type
            && found.end as usize == proposal.tokens.end
            && found.skip == proposal.skip
    };
    let entry = words
        .lookup
        .at(proposal.tokens.start)
        .iter()
        .filter(fits)
        .min_by_key(|found| found.weak)
        .map(|found| found.entry);
    let candidate = Candidate {
        start: proposal.tokens.start,
        skip: proposal.skip,
        end: proposal.tokens.end,
        entity_type: proposal.entity_type,
        entry,
        score: proposal.score,
        evidence: "names.reader",
    };
    name(words, candidate)
}

/// The title before a person's name.
fn title(words: &Words<'_, '_>, start: usize) -> Option<crate::text::Span> {
    (start.saturating_sub(TITLE_DISTANCE)..start)
        .rev()
        .find_map(|token| words.titled(token).filter(|titled| titled.start == start))
        .map(|titled| title_span(words, titled))
}
