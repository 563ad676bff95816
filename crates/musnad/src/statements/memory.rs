//! Who has spoken so far, and who of them a cue without a subject can mean.
//!
//! «وأضافت» (and she added) is the last speaker of feminine gender; a plural of things («مصادر») takes the same verb.

use std::ops::Range;

use super::context::Context;
use super::cue::{Candidate, Form};
use crate::document::{EntityType, Source};
use crate::morphology::Features;
use crate::text::Span;

/// How many speakers back somebody is still in the same conversation.
const RECENT: usize = 3;

/// Gender and number as far as known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Agreement {
    pub(super) feminine: Option<bool>,
    pub(super) plural: Option<bool>,
}

impl Agreement {
    /// Of a verb or participle.
    pub(super) fn of_cue(candidate: Candidate) -> Self {
        let features = candidate.reading.features;
        if candidate.form == Form::Masdar || features.any(Features::FIRST.with(Features::SECOND)) {
            return Self::default();
        }
        Self {
            feminine: Some(features.has(Features::FEMININE)),
            plural: Some(features.any(Features::PLURAL.with(Features::DUAL))),
        }
    }

    /// Whether it shows more than the masculine singular.
    pub(super) fn is_marked(self) -> bool {
        self.feminine == Some(true) || self.plural == Some(true)
    }

    /// Of a noun phrase.
    pub(super) fn of_phrase(context: &Context<'_>, tokens: Range<usize>) -> Self {
        let head = tokens.start;
        let best = context.findings.morphology.best(head);
        let plural = best.features.any(Features::PLURAL.with(Features::DUAL));
        if let Some((index, _)) = context.name_at(head) {
            return match context.entity_type(index) {
                Some(EntityType::Person) => Self {
                    feminine: None,
                    plural: Some(false),
                },
                _ => Self {
                    feminine: if best.features.has(Features::FEMININE) {
                        Some(true)
                    } else {
                        None
                    },
                    plural: None,
                },
            };
        }
        let feminine = if best.features.has(Features::FEMININE) {
            Some(true)
        } else if best.features.has(Features::MASCULINE) && !plural {
            Some(false)
        } else {
            None
        };
        Self {
            feminine,
            plural: if best.lexeme.is_some() { Some(plural) } else { None },
        }
    }

    /// Whether a dropped subject of this cue can be that speaker. Plurals of things and sources («مصادر») take a feminine
    /// singular verb.
    pub(super) fn allows(self, speaker: Self) -> bool {
        if self.plural == Some(true) {
            return speaker.plural != Some(false);
        }
        if speaker.plural == Some(true) {
            return self.feminine != Some(false);
        }
        match (self.feminine, speaker.feminine) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        }
    }
}

/// Somebody who spoke.
#[derive(Debug, Clone)]
pub(super) struct Speaker {
    pub(super) source: Source,
    pub(super) via: Vec<Source>,
    pub(super) agreement: Agreement,
    /// Token of the cue.
    pub(super) token: usize,
    /// Whether he speaks inside another statement.
    pub(super) nested: bool,
}

/// The last speakers, the latest at the end.
#[derive(Debug, Default)]
pub(super) struct Memory {
    speakers: Vec<Speaker>,
}

impl Memory {
    pub(super) fn add(&mut self, speaker: Speaker) {
        // Nobody is meant who spoke eight speakers ago.
        if self.speakers.len() > 8 {
            self.speakers.remove(0);
        }
        self.speakers.push(speaker);
    }

    /// The latest speaker whom the cue can mean; one inside another's words only for a cue there too.
    pub(super) fn last(&self, wanted: Agreement, from: usize, nested: bool) -> Option<&Speaker> {
        let fits = |speaker: &&Speaker| speaker.token >= from && wanted.allows(speaker.agreement);
        self.speakers
            .iter()
            .rev()
            .filter(|speaker| nested || !speaker.nested)
            .find(fits)
            .or_else(|| self.speakers.iter().rev().find(fits))
    }

    /// Who spoke by the cue at the token.
    pub(super) fn of_cue(&self, token: usize) -> Option<&Speaker> {
        self.speakers.iter().rev().find(|speaker| speaker.token == token)
    }

    /// The chain of the last speaker, where the source is the same: by the same noun («المصدر» after «مصدر عسكري»), the same
    /// entity, a part of the name; or where the cue goes on with what was said.
    pub(super) fn chain_of(&self, context: &Context<'_>, source: &Source, goes_on: bool) -> Vec<Source> {
        let raw = context.findings.text.raw;
        let bare = |word: &str| musnad_data::fold::key(word.strip_prefix("ال").unwrap_or(word));
        let head = |span: Span| bare(span.of(raw).split_whitespace().next().unwrap_or_default());
        let wanted = head(source.span);
        let is_same = |last: &&Speaker| {
            let same_head = !wanted.is_empty() && head(last.source.span) == wanted;
            let same_entity = source.entity.is_some() && source.entity == last.source.entity;
            let named = !source.span.of(raw).contains(' ') && {
                let mut words = last.source.span.of(raw).split_whitespace();
                words.any(|word| bare(word) == wanted)
            };
            same_head || same_entity || named
        };
        let mut recent = self.speakers.iter().rev().take(RECENT);
        let found = recent.find(is_same).or_else(|| {
            let last = self.speakers.iter().rev().find(|speaker| !speaker.nested);
            last.filter(|_| goes_on)
        });
        found.map_or_else(Vec::new, |last| last.via.clone())
    }
}
