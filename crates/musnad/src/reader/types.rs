//! Token types: what the encoder knows of a token from its letters alone.
//!
//! A word vector, a convolution over the letters, and the shape («2015» is a year). Computed once for each type of a
//! batch. A word's key for the table drops the seat of hamza on alif and turns digits into 0, so that «أحمد» and «احمد» share
//! a vector, as do 17 and 35.

use std::collections::HashMap;

use super::file::{File, Table, damaged};
use super::kernel::{Activations, Cpu};
use crate::error::Error;
use crate::text::token::TokenKind;

const WORD: usize = 100;
const CHAR: usize = 32;
const FILTERS: usize = 32;
const WIDTHS: [usize; 3] = [2, 3, 4];
const SHAPE: usize = 8;
/// Numbers of a type.
pub(crate) const TYPE: usize = WORD + FILTERS * WIDTHS.len() + SHAPE;
/// Letters that the convolution sees of a long token.
const LONGEST: usize = 22;
const PAD: usize = 0;
const UNKNOWN: usize = 1;
/// Marks of beginning and end of a token.
pub(crate) const BEGIN: usize = 2;
pub(crate) const END: usize = 3;

/// Characters that the weights know.
#[derive(Debug)]
pub(crate) struct Alphabet {
    /// By character.
    numbers: Vec<(char, u16)>,
    len: usize,
}

impl Alphabet {
    pub(crate) fn new(chars: &[String]) -> Self {
        let mut numbers: Vec<(char, u16)> = (0..)
            .zip(chars)
            .filter_map(|(number, char)| {
                let mut letters = char.chars();
                let letter = letters.next()?;
                // The special ones, «<pad>», are longer.
                letters.next().is_none().then_some((letter, number))
            })
            .collect();
        numbers.sort_unstable();
        Self {
            numbers,
            len: chars.len(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.len
    }

    pub(crate) fn number(&self, c: char) -> usize {
        self.numbers
            .binary_search_by_key(&c, |(known, _)| *known)
            .ok()
            .and_then(|at| self.numbers.get(at))
            .map_or(UNKNOWN, |(_, number)| usize::from(*number))
    }
}

/// What makes types of tokens.
#[derive(Debug)]
pub(crate) struct TypeEncoder<'f> {
    vectors: Table<'f>,
    keys: &'f str,
    /// Where the line of each row of the word table starts.
    lines: Vec<u32>,
    /// For each width and each place in the window: what each character adds to each filter.
    convolutions: [Vec<f32>; 3],
    biases: [Vec<f32>; 3],
    shapes: Vec<f32>,
}

/// The types of a batch.
#[derive(Debug)]
pub(crate) struct TypeTable {
    pub(crate) activations: Activations,
}

impl<'f> TypeEncoder<'f> {
    pub(crate) fn read(file: &File<'f>, alphabet: &Alphabet) -> Result<Self, Error> {
        let vectors = file.table("words.vectors")?.shaped("words.vectors", None, WORD)?;
        let keys = file.text("words.keys")?;
        let mut lines = vec![0];
        lines.extend(keys.match_indices('\n').map(|(at, _)| at as u32 + 1));
        lines.truncate(vectors.rows);
        if lines.len() != vectors.rows {
            return Err(damaged(format!(
                "words.keys has {} lines for {} vectors",
                lines.len(),
                vectors.rows
            )));
        }
        let chars = file
            .table("types.chars")?
            .shaped("types.chars", Some(alphabet.len()), CHAR)?
            .to_floats();
        let mut convolutions: [Vec<f32>; 3] = Default::default();
        let mut biases: [Vec<f32>; 3] = Default::default();
        for (number, width) in WIDTHS.into_iter().enumerate() {
            let name = format!("types.conv{width}.w");
            let weights = file.table(&name)?.shaped(&name, Some(FILTERS), CHAR * width)?;
            convolutions[number] = convolution(&chars, &weights.to_floats(), width);
            biases[number] = file.vector(&format!("types.conv{width}.b"), FILTERS)?;
        }
        let shapes = file
            .table("types.shapes")?
            .shaped("types.shapes", None, SHAPE)?
            .to_floats();
        Ok(Self {
            vectors,
            keys,
            lines,
            convolutions,
            biases,
            shapes,
        })
    }

    /// Row of the word table; 0 is for words that are not there.
    fn row(&self, token: &str) -> usize {
        let key: String = token
            .chars()
            .map(|c| match c {
                'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
                '1'..='9' => '0',
                c => c,
            })
            .collect();
        let known = self.lines.get(1..).unwrap_or_default();
        known
            .binary_search_by(|start| {
                let rest = self.keys.get(*start as usize..).unwrap_or_default();
                rest.split('\n').next().unwrap_or_default().cmp(key.as_str())
            })
            .map_or(0, |at| at + 1)
    }

    /// The numbers of a type.
    fn encode(&self, alphabet: &Alphabet, token: &str, kind: TokenKind, target: &mut [f32]) {
        let Some((word, rest)) = target.split_at_mut_checked(WORD) else {
            return;
        };
        self.vectors.add_row(self.row(token), word);
        let mut chars: Vec<usize> = Vec::with_capacity(LONGEST + 2);
        chars.push(BEGIN);
        chars.extend(token.chars().take(LONGEST).map(|c| alphabet.number(c)));
        chars.push(END);
        while chars.len() < WIDTHS[2] {
            chars.push(PAD);
        }
        let mut rest = rest.chunks_exact_mut(FILTERS);
        for ((width, table), bias) in WIDTHS.into_iter().zip(&self.convolutions).zip(&self.biases) {
            let Some(best) = rest.next() else { return };
            for window in chars.windows(width) {
                let mut sums = [0.0_f32; FILTERS];
                sums.copy_from_slice(bias);
                for (place, char) in window.iter().enumerate() {
                    let start = (place * alphabet.len() + char) * FILTERS;
                    for (sum, part) in sums
                        .iter_mut()
                        .zip(table.get(start..start + FILTERS).unwrap_or_default())
                    {
                        *sum += part;
                    }
                }
                // Negative values do not count, so that the zeros there are the right start.
                for (best, sum) in best.iter_mut().zip(sums) {
                    *best = best.max(sum);
                }
            }
        }
        let shape = shape(token, kind) * SHAPE;
        let shape = self.shapes.get(shape..shape + SHAPE).unwrap_or_default();
        for (target, value) in rest.into_remainder().iter_mut().zip(shape) {
            *target = *value;
        }
    }

    /// The types of some tokens, and the number of each token's type.
    pub(crate) fn types<'t>(
        &self,
        cpu: Cpu,
        alphabet: &Alphabet,
        tokens: impl Iterator<Item = (&'t str, TokenKind)>,
    ) -> (TypeTable, Vec<usize>) {
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        let mut values: Vec<f32> = Vec::new();
        let kinds = tokens
            .map(|(token, kind)| {
                let next = numbers.len();
                *numbers.entry(token).or_insert_with(|| {
                    let start = values.len();
                    values.resize(start + TYPE, 0.0);
                    self.encode(alphabet, token, kind, values.get_mut(start..).unwrap_or_default());
                    next
                })
            })
            .collect();
        let activations = Activations::round(cpu, &values, TYPE);
        (TypeTable { activations }, kinds)
    }
}

/// What each character adds to each filter, at each place of the window.
fn convolution(chars: &[f32], weights: &[f32], width: usize) -> Vec<f32> {
    let count = chars.len() / CHAR;
    let mut table = Vec::with_capacity(width * count * FILTERS);
    for place in 0..width {
        for char in chars.chunks_exact(CHAR) {
            for filter in weights.chunks_exact(CHAR * width) {
                let values = filter.iter().skip(place * CHAR);
                table.push(char.iter().zip(values).map(|(a, b)| a * b).sum());
            }
        }
    }
    table
}

/// Word, foreign word, number, year, number with a mark, punctuation.
fn shape(token: &str, kind: TokenKind) -> usize {
    match kind {
        TokenKind::Word => 0,
        TokenKind::Foreign => 1,
        TokenKind::Number if !token.bytes().all(|byte| byte.is_ascii_digit()) => 4,
        TokenKind::Number if token.len() == 4 => 3,
        TokenKind::Number => 2,
        TokenKind::Punctuation => 5,
    }
}
