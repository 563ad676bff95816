//! What the learned reader sees of a text, for training.
//!
//! Reads JSON, one object a line, from standard input or files: `{"id","text"}`, or `{"id","tokens":[…]}` and
//! `{"id","sentences":[[…],…]}` for corpora that are cut into tokens already. Writes, in the same order,
//! `{"id","tokens":[{"text","start","end"},…],"sentences":[[first,end],…],"bits":[[…],…]}`: offsets count characters of the
//! text, sentences are ranges of tokens, and the bits of a token are numbers in [`musnad::reader::FEATURES`]. Given tokens
//! and sentences stay as they are: tokens are joined with spaces, sentences with line ends, and a token that musnad
//! cuts into several has the bits of all of them.

use std::path::PathBuf;

use anyhow::{Result, bail};
use musnad::reader::{FEATURES, TokenInput};
use musnad::{Document, Extractor};
use serde::{Deserialize, Serialize};

use crate::jsonl;

/// What `features` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Files to read; standard input when none is given
    files: Vec<PathBuf>,
    /// Print the names of the bits and stop
    #[arg(long)]
    list: bool,
}

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: Option<String>,
    tokens: Option<Vec<String>>,
    sentences: Option<Vec<Vec<String>>>,
}

#[derive(Serialize)]
struct Output<'i> {
    id: &'i serde_json::Value,
    tokens: Vec<Token>,
    sentences: Vec<(usize, usize)>,
    bits: Vec<Vec<usize>>,
}

#[derive(Serialize)]
struct Token {
    text: String,
    start: usize,
    end: usize,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    if arguments.list {
        for (number, name) in FEATURES.iter().enumerate() {
            println!("{number}\t{name}");
        }
        return Ok(());
    }
    let extractor = Extractor::builder().build()?;
    jsonl::map(&arguments.files, |input: &Input, out| {
        Ok(serde_json::to_writer(out, &output(&extractor, input)?)?)
    })
}

fn output<'i>(extractor: &Extractor, input: &'i Input) -> Result<Output<'i>> {
    match (&input.text, &input.tokens, &input.sentences) {
        (Some(text), None, None) => of_text(extractor, &input.id, text),
        (None, Some(tokens), None) => of_tokens(extractor, &input.id, &[tokens.as_slice()]),
        (None, None, Some(sentences)) => {
            let sentences: Vec<&[String]> = sentences.iter().map(Vec::as_slice).collect();
            of_tokens(extractor, &input.id, &sentences)
        }
        _ => bail!("give one of text, tokens and sentences"),
    }
}

fn of_text<'i>(extractor: &Extractor, id: &'i serde_json::Value, text: &str) -> Result<Output<'i>> {
    let (tokens, sentences) = extractor.reader_input(&Document::new(text))?;
    let place = characters(text);
    Ok(Output {
        id,
        sentences: sentences
            .iter()
            .map(|sentence| (sentence.first_token as usize, sentence.end_token as usize))
            .collect(),
        bits: tokens.iter().map(|token| numbers(token.features)).collect(),
        tokens: tokens
            .into_iter()
            .map(|token| Token {
                start: place[token.span.start as usize],
                end: place[token.span.end as usize],
                text: token.text,
            })
            .collect(),
    })
}

fn of_tokens<'i>(extractor: &Extractor, id: &'i serde_json::Value, sentences: &[&[String]]) -> Result<Output<'i>> {
    let mut text = String::new();
    let mut given = Vec::new();
    let mut ranges = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let first = given.len();
        for token in *sentence {
            let start = text.len();
            text.push_str(token);
            given.push((start, text.len()));
            text.push(' ');
        }
        text.push('\n');
        ranges.push((first, given.len()));
    }
    let (found, _) = extractor.reader_input(&Document::new(&text))?;
    let place = characters(&text);
    let mut output = Output {
        id,
        tokens: Vec::with_capacity(given.len()),
        sentences: ranges,
        bits: Vec::with_capacity(given.len()),
    };
    let mut at = 0;
    for (start, end) in given {
        let mut plain = String::new();
        let mut bits = 0;
        while let Some(token) = found.get(at).filter(|token| (token.span.start as usize) < end) {
            plain.push_str(&token.text);
            bits = merged(bits, token);
            at += 1;
        }
        output.tokens.push(Token {
            text: plain,
            start: place[start],
            end: place[end],
        });
        output.bits.push(numbers(bits));
    }
    Ok(output)
}

/// A token of several parts begins a name where its first part does; what only goes on inside it is the same name.
fn merged(before: u64, part: &TokenInput) -> u64 {
    let mut bits = before | part.features;
    for (number, name) in FEATURES.iter().enumerate() {
        let Some((table, tag)) = name.split_once(".B-") else {
            continue;
        };
        let inside = FEATURES.iter().position(|other| {
            other
                .strip_prefix(table)
                .and_then(|rest| rest.strip_prefix(".I-"))
                .is_some_and(|inside| inside == tag)
        });
        if let Some(inside) = inside
            && bits >> number & 1 == 1
            && before >> inside & 1 == 0
        {
            bits &= !(1 << inside);
        }
    }
    bits
}

fn numbers(bits: u64) -> Vec<usize> {
    (0..FEATURES.len()).filter(|number| bits >> number & 1 == 1).collect()
}

/// Characters before each byte, and their number at the end.
pub(crate) fn characters(text: &str) -> Vec<usize> {
    let mut place = vec![0; text.len() + 1];
    let mut before = 0;
    for (at, c) in text.char_indices() {
        place[at..at + c.len_utf8()].fill(before);
        before += 1;
    }
    place[text.len()] = before;
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> serde_json::Value {
        let extractor = Extractor::builder().build().unwrap();
        let input: Input = serde_json::from_str(line).unwrap();
        serde_json::to_value(output(&extractor, &input).unwrap()).unwrap()
    }

    #[test]
    fn texts_are_cut_and_given_tokens_are_kept() {
        let text = read(r#"{"id":1,"text":"وَصَلَ إلى عدن. ثم عاد."}"#);
        assert_eq!(text["tokens"][0]["text"], "وصل");
        assert_eq!(text["tokens"][2]["end"], 14);
        assert_eq!(text["sentences"], serde_json::json!([[0, 4], [4, 7]]));

        let tokens = read(r#"{"id":"a","tokens":["وصل","الى","عدن","U.S.","."]}"#);
        assert_eq!(tokens["tokens"].as_array().unwrap().len(), 5);
        assert_eq!(tokens["tokens"][3]["text"], "U.S.");
        assert_eq!(tokens["bits"][2], text["bits"][2]);

        let sentences = read(r#"{"id":"a","sentences":[["وصل","."],[],["عاد"]]}"#);
        assert_eq!(sentences["sentences"], serde_json::json!([[0, 2], [2, 2], [2, 3]]));
    }

    #[test]
    fn nothing_or_too_much_given_is_an_error() {
        let extractor = Extractor::builder().build().unwrap();
        for line in [r#"{"id":1}"#, r#"{"id":1,"text":"نعم","tokens":["نعم"]}"#] {
            let input: Input = serde_json::from_str(line).unwrap();
            assert!(output(&extractor, &input).is_err());
        }
    }
}
