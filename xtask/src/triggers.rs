//! What the classifier of event triggers is told of the words that the lexicon proposes, for training.
//!
//! Reads JSON, one object a line, from standard input or files: `{"id","text","published_at"?,"source"?}`. Writes, in the same order,
//! `{"id","candidates":[{"start","end","type","ground","by_rules","repeats","facts":[…],"state":[…],"participants":[…]},…]}`: offsets count characters of the text,
//! `repeats` is the place of the earlier candidate that names the same happening, `facts` are numbers of buckets, `state` is the state
//! that the learned reader has of the word, `participants` are the phrases that may take part: `{"start","end","by_rules","is_place","joins","facts","place_facts"}`
//! with `by_rules` 1 for an actor and 2 for a recipient, `is_place` where the rules say that it was there, `joins` the place of the phrase that it is joined to.

use std::path::PathBuf;

use anyhow::Result;
use musnad::{Document, Extractor};
use serde::{Deserialize, Serialize};

use crate::jsonl;

/// What `triggers` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Files to read; standard input when none is given
    files: Vec<PathBuf>,
}

/// A text.
#[derive(Deserialize)]
pub(crate) struct Input {
    pub(crate) id: serde_json::Value,
    pub(crate) text: String,
    #[serde(default)]
    published_at: Option<String>,
    #[serde(default)]
    source: Option<String>,
}

impl Input {
    #[cfg(test)]
    pub(crate) fn new(text: &str, published_at: Option<&str>) -> Self {
        Self {
            id: 1.into(),
            text: text.to_owned(),
            published_at: published_at.map(str::to_owned),
            source: None,
        }
    }

    /// As the extractor takes it.
    pub(crate) fn document(&self) -> Result<Document<'_>> {
        let mut document = Document::new(&self.text);
        if let Some(day) = self.published_at.as_deref().filter(|day| !day.is_empty()) {
            document = document.published_at(day)?;
        }
        if let Some(source) = &self.source {
            document = document.source(source);
        }
        Ok(document)
    }
}

#[derive(Serialize)]
struct Output<'i> {
    id: &'i serde_json::Value,
    candidates: Vec<Candidate>,
}

#[derive(Serialize)]
struct Candidate {
    start: usize,
    end: usize,
    r#type: &'static str,
    ground: &'static str,
    by_rules: bool,
    repeats: Option<usize>,
    facts: Vec<u16>,
    state: Vec<f32>,
    participants: Vec<Participant>,
}

#[derive(Serialize)]
struct Participant {
    start: usize,
    end: usize,
    by_rules: u8,
    is_place: bool,
    joins: Option<usize>,
    facts: Vec<u16>,
    place_facts: Vec<u16>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let extractor = Extractor::builder().for_training().build()?;
    jsonl::map(&arguments.files, |input: &Input, out| {
        Ok(serde_json::to_writer(out, &output(&extractor, input)?)?)
    })
}

fn output<'i>(extractor: &Extractor, input: &'i Input) -> Result<Output<'i>> {
    let document = input.document()?;
    let place = crate::features::characters(&input.text);
    let candidates = extractor.trigger_candidates(&document)?;
    Ok(Output {
        id: &input.id,
        candidates: candidates
            .into_iter()
            .map(|candidate| Candidate {
                start: place[candidate.span.start as usize],
                end: place[candidate.span.end as usize],
                r#type: candidate.event_type.code(),
                ground: candidate.ground,
                by_rules: candidate.by_rules,
                repeats: candidate.repeats,
                facts: candidate.facts,
                participants: candidate
                    .participants
                    .into_iter()
                    .map(|one| Participant {
                        start: place[one.span.start as usize],
                        end: place[one.span.end as usize],
                        by_rules: one.by_rules,
                        is_place: one.is_place,
                        joins: one.joins,
                        facts: one.facts,
                        place_facts: one.place_facts,
                    })
                    .collect(),
                state: candidate
                    .state
                    .into_iter()
                    .map(|value| (value * 1e4).round() / 1e4)
                    .collect(),
            })
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn candidates_stand_where_the_text_has_them() {
        let extractor = Extractor::builder().for_training().build().unwrap();
        let input = Input::new("قصف الجيش المدينة أمس.", Some("2020-06-11"));
        let found = output(&extractor, &input).unwrap();
        let first = &found.candidates[0];
        assert_eq!((first.start, first.end, first.r#type), (0, 3, "ASSAULT"));
        assert!(!first.facts.is_empty());
        assert!(!first.state.is_empty());
    }
}
