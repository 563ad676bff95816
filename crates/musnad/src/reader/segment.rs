//! Cuts tokens into words: «وللمدرسة» is و + ل + المدرسة.
//!
//! For each letter of an Arabic token the weights choose whether a word begins there and what is written in its place:
//! «مدرسته» is مدرسة + ه, since the ت is the ة of «مدرسة». A token without a cut keeps its spelling.

use std::ops::Range;

use super::activation::{largest, probability};
use super::file::{File, Labels, damaged};
use super::kernel::{Activations, Cpu};
use super::types::{Alphabet, BEGIN, END};
use super::weights::Linear;
use crate::error::Error;

/// Longer tokens are no Arabic words, and stay whole.
const LONGEST: usize = 40;
/// Letters that a decision sees: the letter, and three on either side.
const NEAR: usize = 7;

/// A word of a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// As it would be written alone.
    pub(crate) form: String,
    /// The letters of the token that write it.
    pub(crate) letters: Range<usize>,
}

/// The words of a token, and how sure that is. Without pieces the token is one word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Cut {
    pub(crate) pieces: Vec<Piece>,
    pub(crate) probability: f32,
}

#[derive(Debug)]
struct Label {
    begins: bool,
    replacement: Option<String>,
}

/// The weights that cut.
#[derive(Debug)]
pub(crate) struct Segmenter {
    hidden: Linear,
    out: Linear,
    /// For each place what each character adds to the hidden layer.
    near: Vec<f32>,
    labels: Vec<Label>,
    alphabet_len: usize,
    temperature: f32,
}

impl Cut {
    /// Letters of the particles before the word proper.
    pub(crate) fn particles(&self) -> usize {
        self.pieces
            .iter()
            .find(|piece| !matches!(piece.form.as_str(), "و" | "ف" | "ب" | "ل" | "ك" | "س"))
            .map_or(0, |piece| piece.letters.start)
    }
}

impl Segmenter {
    pub(crate) fn read(file: &File<'_>, alphabet: &Alphabet, state: usize) -> Result<Self, Error> {
        let hidden = Linear::read(file, "segment.h", Some("segment.b"), None, state)?;
        let width = hidden.outputs();
        let labels = labels(file.labels());
        let out = Linear::read(file, "segment.out", Some("segment.out.b"), Some(labels.len()), width)?;
        let near = file
            .table("segment.chars")?
            .shaped("segment.chars", Some(NEAR * alphabet.len()), width)?
            .to_floats();
        if labels
            .first()
            .is_none_or(|label| label.begins || label.replacement.is_some())
        {
            return Err(damaged("the first label of the segmenter does not keep the letter"));
        }
        Ok(Self {
            hidden,
            out,
            near,
            labels,
            alphabet_len: alphabet.len(),
            temperature: file.temperature("segment"),
        })
    }

    /// Cuts the tokens for which there is a text; the others are one word.
    pub(crate) fn cut(&self, cpu: Cpu, alphabet: &Alphabet, states: &Activations, tokens: &[Option<&str>]) -> Vec<Cut> {
        let whole = Cut {
            pieces: Vec::new(),
            probability: 1.0,
        };
        let mut cuts = vec![whole; tokens.len()];
        let width = self.hidden.outputs();
        let hidden = self.hidden.apply(cpu, states);
        let mut values: Vec<f32> = Vec::new();
        let mut owners: Vec<(usize, usize)> = Vec::new();
        let mut chars: Vec<usize> = Vec::new();
        for (row, token) in tokens.iter().enumerate() {
            let Some(token) = token else { continue };
            let letters = token.chars().count();
            if !(2..=LONGEST).contains(&letters) {
                continue;
            }
            chars.clear();
            chars.extend([BEGIN; 3]);
            chars.extend(token.chars().map(|c| alphabet.number(c)));
            chars.extend([END; 3]);
            owners.push((row, letters));
            let state = hidden.get(row * width..(row + 1) * width).unwrap_or_default();
            for window in chars.windows(NEAR) {
                let start = values.len();
                values.extend_from_slice(state);
                let target = values.get_mut(start..).unwrap_or_default();
                self.add_near(cpu, window, target);
            }
        }
        let logits = self.out.apply(cpu, &Activations::round(cpu, &values, width));
        let mut rows = logits.chunks_exact(self.labels.len().max(1));
        for (owner, letters) in owners {
            let mut probability_of_all = 1.0;
            let mut chosen = Vec::with_capacity(letters);
            for row in rows.by_ref().take(letters) {
                let best = largest(row);
                probability_of_all *= probability(row, best, self.temperature);
                chosen.push(best);
            }
            if let (Some(cut), Some(Some(token))) = (cuts.get_mut(owner), tokens.get(owner)) {
                cut.pieces = self.pieces(token, &chosen);
                cut.probability = probability_of_all;
            }
        }
        cuts
    }

    fn add_near(&self, cpu: Cpu, window: &[usize], target: &mut [f32]) {
        let width = target.len();
        cpu.run(
            #[inline(always)]
            || {
                for (place, char) in window.iter().enumerate() {
                    let start = (place * self.alphabet_len + char) * width;
                    let row = self.near.get(start..start + width).unwrap_or_default();
                    for (target, value) in target.iter_mut().zip(row) {
                        *target += value;
                    }
                }
                for target in target.iter_mut() {
                    *target = target.max(0.0);
                }
            },
        );
    }

    /// The words that the labels make of a token; none where they do not cut it.
    fn pieces(&self, token: &str, chosen: &[usize]) -> Vec<Piece> {
        let label = |number: &usize| self.labels.get(*number);
        if !chosen.iter().skip(1).filter_map(label).any(|label| label.begins) {
            return Vec::new();
        }
        let mut pieces: Vec<Piece> = Vec::with_capacity(3);
        let mut open = Piece {
            form: String::new(),
            letters: 0..0,
        };
        for (place, (c, label)) in token.chars().zip(chosen.iter().filter_map(label)).enumerate() {
            if label.begins && place > 0 && !open.form.is_empty() {
                pieces.push(std::mem::replace(
                    &mut open,
                    Piece {
                        form: String::new(),
                        letters: place..place,
                    },
                ));
            }
            match &label.replacement {
                None => open.form.push(c),
                Some(letters) => open.form.push_str(letters),
            }
            open.letters.end = place + 1;
        }
        if !open.form.is_empty() {
            pieces.push(open);
        } else if let Some(last) = pieces.last_mut() {
            last.letters.end = open.letters.end;
        }
        if pieces.len() < 2 { Vec::new() } else { pieces }
    }
}

fn labels(labels: &Labels) -> Vec<Label> {
    let label = |(begins, replacement): &(u8, Option<String>)| Label {
        begins: *begins != 0,
        replacement: replacement.clone(),
    };
    labels.segment.iter().map(label).collect()
}
