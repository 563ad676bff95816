//! Names in the part of `ANERcorp` that training leaves out: every tenth block of forty sentences.
//!
//! The reader tags musnad's tokens by the scheme of `ANERcorp`; a token of the corpus has the tag of its first part with letters.
//! Names agree where they cover the same tokens of the corpus with the same type.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use musnad::reader::{NameScheme, TokenInput};
use musnad::{Document, EntityType, Extractor};

use super::calibration::Calibration;
use super::{Row, Scores};

/// Sentences that stand together and are left out together.
const BLOCK: usize = 40;
const EVERY: usize = 10;

struct Sentence {
    tokens: Vec<String>,
    names: Vec<Name>,
}

/// First token, token after the last, type.
type Name = (usize, usize, &'static str);

pub(super) fn score(extractor: &Extractor, shared: &Path) -> Result<Scores> {
    let path = shared.join("data/ner/anercorp-train.conll");
    let content = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let sentences: Vec<Sentence> = content
        .split("\n\n")
        .map(parse)
        .filter(|sentence| !sentence.tokens.is_empty())
        .collect();
    let (mut right, mut ours, mut gold) = (0_u64, 0_u64, 0_u64);
    let mut calibration = Calibration::default();
    for block in sentences.chunks(BLOCK).skip(EVERY - 1).step_by(EVERY) {
        let (inputs, origins) = tokens(extractor, block)?;
        let slices: Vec<&[TokenInput]> = inputs.iter().map(Vec::as_slice).collect();
        let found = extractor.reader_names(&slices, NameScheme::Anercorp);
        let mut first = 0;
        for ((sentence, inputs), origins) in block.iter().zip(&inputs).zip(&origins) {
            let end = first + inputs.len();
            gold += sentence.names.len() as u64;
            for name in found.iter().filter(|name| (first..end).contains(&name.tokens.start)) {
                let place = |token: usize| origins.get(token - first).copied().unwrap_or_default();
                let name_in_corpus = (
                    place(name.tokens.start),
                    place(name.tokens.end - 1) + 1,
                    type_of(name.entity_type),
                );
                let is_right = sentence.names.contains(&name_in_corpus);
                ours += 1;
                right += u64::from(is_right);
                calibration.add(name.score, is_right);
            }
            first = end;
        }
    }
    let share = |of: u64| right as f64 / of.max(1) as f64;
    Ok(Scores {
        set: "anercorp",
        rows: vec![
            Row {
                measure: "names".to_owned(),
                value: 2.0 * right as f64 / (ours + gold).max(1) as f64,
                balance: Some((share(ours), share(gold))),
                count: gold,
            },
            calibration.row("names")?,
        ],
    })
}

fn type_of(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PER",
        EntityType::Organization => "ORG",
        EntityType::Geopolitical | EntityType::Location | EntityType::Facility => "LOC",
        EntityType::Miscellaneous => "MISC",
    }
}

fn parse(block: &str) -> Sentence {
    let mut sentence = Sentence {
        tokens: Vec::new(),
        names: Vec::new(),
    };
    for line in block.lines() {
        let mut fields = line.split_whitespace();
        let Some(token) = fields.next() else { continue };
        let at = sentence.tokens.len();
        let kind = |tag: &str| ["PER", "ORG", "LOC", "MISC"].into_iter().find(|kind| tag == *kind);
        match fields.next_back().and_then(|tag| tag.split_once('-')) {
            Some(("I", tag))
                if sentence
                    .names
                    .last()
                    .is_some_and(|(_, end, kind)| *end == at && *kind == tag) =>
            {
                if let Some((_, end, _)) = sentence.names.last_mut() {
                    *end = at + 1;
                }
            }
            Some((_, tag)) => sentence.names.extend(kind(tag).map(|kind| (at, at + 1, kind))),
            None => {}
        }
        sentence.tokens.push(token.to_owned());
    }
    sentence
}

/// The tokens that musnad makes of each sentence, and the token of the corpus that each is part of.
#[expect(
    clippy::type_complexity,
    reason = "tokens, and for each the token of the corpus it is part of, by sentence"
)]
fn tokens(extractor: &Extractor, block: &[Sentence]) -> Result<(Vec<Vec<TokenInput>>, Vec<Vec<usize>>)> {
    let mut text = String::new();
    // Where each token of the corpus ends, and each sentence.
    let mut ends = Vec::new();
    for (number, sentence) in block.iter().enumerate() {
        for (token, letters) in sentence.tokens.iter().enumerate() {
            text.push_str(letters);
            ends.push((text.len(), number, token));
            text.push(' ');
        }
        text.push('\n');
    }
    let (found, _) = extractor.reader_input(&Document::new(&text))?;
    let mut inputs: Vec<Vec<TokenInput>> = block.iter().map(|_| Vec::new()).collect();
    let mut origins: Vec<Vec<usize>> = block.iter().map(|_| Vec::new()).collect();
    let mut place = ends.into_iter().peekable();
    for token in found {
        while place.next_if(|(end, ..)| *end <= token.span.start as usize).is_some() {}
        let (_, sentence, origin) = *place.peek().context("a token stands behind the text")?;
        origins[sentence].push(origin);
        inputs[sentence].push(token);
    }
    Ok((inputs, origins))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_tokens_of_the_corpus_are_read() {
        let sentence = parse("زار B-PER\nعلي I-PER\n( O\nباريس B-LOC\nروما B-LOC\n.");
        assert_eq!(sentence.tokens.len(), 6);
        assert_eq!(sentence.names, [(0, 2, "PER"), (3, 4, "LOC"), (4, 5, "LOC")]);
        let extractor = Extractor::builder().build().unwrap();
        let block = [parse("زار O\nأ.ب. O"), parse("روما B-LOC")];
        let (inputs, origins) = tokens(&extractor, &block).unwrap();
        assert_eq!(inputs[0].len(), 5);
        assert_eq!(origins, [vec![0, 1, 1, 1, 1], vec![0]]);
    }
}
