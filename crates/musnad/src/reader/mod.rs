//! The learned reader: words inside tokens, parts of speech, dictionary forms, syntax and names from one small encoder.
//!
//! «وقالت السفارة إن…» becomes و + قالت + السفارة + إن with their tags and the tree in which السفارة is the subject of
//! قالت. In steps:
//! 1. `features`: what rules and tables say of each token;
//! 2. `types`: what its letters say;
//! 3. `encoder`: three recurrent layers over the sentence;
//! 4. on its states: `segment`, then for the words `words` and `lemma`, `arcs` with `tree`, and for the tokens
//!    `tags` of names.
//!
//! Sentences are read side by side in batches of bounded size; one has at most `text::sentence::LONGEST` tokens,
//! so that time and memory stay linear. What a sentence yields does not depend on its neighbours in the batch, on the
//! processor, or on the number of threads: `kernel` counts in whole numbers.
//!
//! Sentences without an Arabic word are left to the rules.
//!
//! Not handled: diacritised forms (vowel signs are dropped first); words across tokens. The weights and their sources are
//! described in `docs/model-card.md`.

mod activation;
mod arcs;
mod encoder;
mod features;
mod file;
mod kernel;
mod lemma;
mod projection;
mod segment;
mod tags;
#[cfg(test)]
mod tests;
mod tree;
mod types;
mod weights;
mod words;

pub use features::FEATURES;
pub(crate) use features::features;
pub(crate) use projection::{Projected, Projection};
pub(crate) use tags::TaggedName;

use std::ops::Range;

use crate::document::{EntityType, Layer, Layers, Score, Token, Word};
use crate::error::Error;
use crate::names::Name;
use crate::text::token::TokenKind;
use crate::text::{Span, Text};
use arcs::Parser;
use encoder::{Encoder, Shape};
pub(crate) use file::{File, damaged};
use kernel::Cpu;
use segment::{Cut, Segmenter};
use tags::{Asked, NameTagger};
use types::{Alphabet, TypeEncoder};
use words::{Item, WordTagger, slots};

/// Most tokens that are read together, but for a sentence that is longer by itself.
const BATCH: usize = 1024;

/// A token as the encoder takes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenInput {
    /// Its letters without vowel signs, tatweel and format controls, digits in ASCII.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The bits of [`FEATURES`], the first one lowest.
    pub features: u64,
}

/// Whose idea of a name: the reader was trained on corpora that annotate differently, and tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameScheme {
    /// The types of [`EntityType`], as in every extraction.
    Musnad,
    /// Persons, organisations, locations, other names.
    Anercorp,
}

/// A name among tokens that were given.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundName {
    /// Its tokens, counted over all sentences.
    pub tokens: Range<usize>,
    /// What it names.
    pub entity_type: EntityType,
    /// Probability of exactly these tokens with this type.
    pub score: Score,
}

/// What is asked of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) names: bool,
    pub(crate) words: bool,
}

impl Wanted {
    /// What layers need: names and trees stand behind entities, events and statements.
    pub(crate) fn new(layers: Layers) -> Self {
        let both = [Layer::Entities, Layer::Events, Layer::Statements]
            .into_iter()
            .any(|layer| layers.contains(layer));
        Self {
            names: both,
            words: both || layers.contains(Layer::Syntax),
        }
    }
}

/// Tokens with their sentences, ready to be read.
#[derive(Debug, Default)]
struct Input {
    plain: String,
    tokens: Vec<(Range<usize>, TokenKind)>,
    bits: Vec<u64>,
    sentences: Vec<Range<usize>>,
    /// Names to weigh, in order.
    asked: Vec<Asked>,
}

impl Input {
    /// The tokens of a text.
    fn new(text: &Text<'_>, bits: Vec<u64>, names: &[Name]) -> Self {
        let mut input = Self {
            plain: String::with_capacity(text.folded.len()),
            tokens: Vec::with_capacity(text.tokens.len()),
            bits,
            sentences: (0..text.sentences.len())
                .map(|sentence| text.sentence_tokens(sentence))
                .collect(),
            asked: names
                .iter()
                .map(|name| Asked {
                    tokens: name.tokens.clone(),
                    entity_type: name.entity_type,
                })
                .collect(),
        };
        for token in 0..text.tokens.len() {
            let start = input.plain.len();
            text.plain_into(token, &mut input.plain);
            input.tokens.push((start..input.plain.len(), text.kind(token)));
        }
        input
    }

    /// Adds a sentence of plain tokens.
    fn push<'t>(&mut self, tokens: impl IntoIterator<Item = (&'t str, u64)>) {
        let first = self.tokens.len();
        for (token, bits) in tokens {
            let start = self.plain.len();
            self.plain.push_str(token);
            let kind = TokenKind::of(token);
            self.tokens.push((start..self.plain.len(), kind));
            self.bits.push(bits);
        }
        self.sentences.push(first..self.tokens.len());
    }

    fn token(&self, token: usize) -> (&str, TokenKind) {
        self.tokens
            .get(token)
            .map_or(("", TokenKind::Punctuation), |(range, kind)| {
                (self.plain.get(range.clone()).unwrap_or_default(), *kind)
            })
    }

    /// The names asked for in a sentence: which they are, with tokens counted from its first. One that reaches into the
    /// next sentence is none.
    fn asked_in(&self, sentence: usize) -> (Range<usize>, Vec<Asked>) {
        let tokens = &self.sentences[sentence];
        let first = self.asked.partition_point(|asked| asked.tokens.start < tokens.start);
        let end = self.asked.partition_point(|asked| asked.tokens.start < tokens.end);
        let within = |asked: &Asked| Asked {
            tokens: asked.tokens.start - tokens.start..asked.tokens.end - tokens.start,
            entity_type: asked.entity_type,
        };
        (first..end, self.asked[first..end].iter().map(within).collect())
    }

    /// Groups of sentences that are read together, the longest first. Those without an Arabic word are left out.
    fn batches(&self) -> Vec<Vec<usize>> {
        let has_arabic = |sentence: &usize| {
            let tokens = self.tokens.get(self.sentences[*sentence].clone()).unwrap_or_default();
            tokens.iter().any(|(_, kind)| *kind == TokenKind::Word)
        };
        let mut order: Vec<usize> = (0..self.sentences.len()).filter(has_arabic).collect();
        order.sort_by_key(|sentence| std::cmp::Reverse(self.sentences[*sentence].len()));
        let mut batches: Vec<Vec<usize>> = Vec::new();
        let mut room = 0;
        for sentence in order {
            let tokens = self.sentences[sentence].len();
            match batches.last_mut() {
                Some(batch) if tokens <= room => {
                    batch.push(sentence);
                    room -= tokens;
                }
                _ => {
                    batches.push(vec![sentence]);
                    room = BATCH.saturating_sub(tokens);
                }
            }
        }
        batches
    }
}

/// A word as it was read.
#[derive(Debug, Clone, PartialEq)]
struct ReadWord {
    /// Letters of its token that write it.
    letters: Range<usize>,
    form: String,
    lemma: String,
    upos: &'static str,
    xpos: usize,
    /// Number of the head in the sentence, from 1; 0 for the root.
    head: usize,
    deprel: &'static str,
    /// Probability of the cut of its token, of its part of speech, of its head, and of its relation.
    probabilities: [f32; 4],
}

/// What was read: the words of each token, and the names in order.
#[derive(Debug, Default, PartialEq)]
struct Raw {
    words: Vec<Vec<ReadWord>>,
    names: Vec<TaggedName>,
    /// Probabilities of the names asked for.
    asked: Vec<f32>,
    projected: Projected,
}

/// What was read of a text: the syntax layer where it was wanted, and the names in order.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) tokens: Vec<Token>,
    /// Of each word, in order: probability of the cut of its token, of its part of speech, of its head, of its relation.
    pub(crate) probabilities: Vec<[Score; 4]>,
    pub(crate) names: Vec<TaggedName>,
    /// Of each name of the rules, in order: how probable the weights find it.
    pub(crate) rules: Vec<Score>,
    /// What the trigger classifier takes of the states of the tokens.
    pub(crate) projected: Projected,
}

/// Reads texts with weights.
pub(crate) struct Reader<'f> {
    cpu: Cpu,
    alphabet: Alphabet,
    types: TypeEncoder<'f>,
    encoder: Encoder,
    segmenter: Segmenter,
    words: WordTagger<'f>,
    parser: Parser,
    names: NameTagger,
    projection: Projection,
}

impl std::fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").field("cpu", &self.cpu).finish_non_exhaustive()
    }
}

impl<'f> Reader<'f> {
    /// Opens a file of weights.
    pub(crate) fn new(bytes: &'f [u8]) -> Result<Self, Error> {
        let file = File::open(bytes)?;
        let alphabet = Alphabet::new(&file.labels().chars);
        let encoder = Encoder::read(&file, FEATURES.len())?;
        let state = encoder.state_size();
        let words = WordTagger::read(&file, state)?;
        Ok(Self {
            cpu: Cpu::detect(),
            types: TypeEncoder::read(&file, &alphabet)?,
            segmenter: Segmenter::read(&file, &alphabet, state)?,
            parser: Parser::read(&file, words.width())?,
            names: NameTagger::read(&file, state)?,
            projection: Projection::None,
            alphabet,
            encoder,
            words,
        })
    }

    /// Has a later stage's projection of the states computed on the way.
    pub(crate) fn project(&mut self, projection: Projection) {
        self.projection = projection;
    }

    /// Numbers in the state of a token.
    pub(crate) fn state_size(&self) -> usize {
        self.encoder.state_size()
    }

    /// Reads a text; `features` are the bits of its tokens, `rules` the names that the rules found.
    pub(crate) fn read(&self, text: &Text<'_>, features: Vec<u64>, rules: &[Name], wanted: Wanted) -> Reading {
        let raw = self.read_input(&Input::new(text, features, rules), wanted, 0);
        Reading {
            probabilities: raw.words.iter().flatten().map(|word| word.probabilities).collect(),
            tokens: self.tokens(text, raw.words),
            names: raw.names,
            rules: raw.asked,
            projected: raw.projected,
        }
    }

    /// The names in sentences of tokens.
    pub(crate) fn names(&self, sentences: &[&[TokenInput]], scheme: NameScheme) -> Vec<FoundName> {
        let mut input = Input::default();
        for sentence in sentences {
            input.push(sentence.iter().map(|token| (token.text.as_str(), token.features)));
        }
        let wanted = Wanted {
            names: true,
            words: false,
        };
        let found = |name: TaggedName| FoundName {
            tokens: name.tokens,
            entity_type: name.entity_type,
            score: name.probability,
        };
        let raw = self.read_input(&input, wanted, scheme as usize);
        raw.names.into_iter().map(found).collect()
    }

    /// Reads tokens, names by the scheme of one of the corpora that were trained on; ours is 0.
    fn read_input(&self, input: &Input, wanted: Wanted, scheme: usize) -> Raw {
        let mut reading = Raw::default();
        if wanted.words {
            reading.words = vec![Vec::new(); input.tokens.len()];
        }
        reading.asked = vec![0.0; input.asked.len()];
        if wanted.words {
            reading.projected = self.projection.room(input.tokens.len(), self.state_size());
        }
        for batch in input.batches() {
            self.read_batch(input, &batch, wanted, scheme, &mut reading);
        }
        reading.names.sort_by_key(|name| name.tokens.start);
        reading
    }

    fn read_batch(&self, input: &Input, batch: &[usize], wanted: Wanted, scheme: usize, reading: &mut Raw) {
        let mut shape = Shape {
            starts: Vec::with_capacity(batch.len()),
            lengths: Vec::with_capacity(batch.len()),
        };
        let mut rows: Vec<usize> = Vec::new();
        for sentence in batch {
            shape.starts.push(rows.len());
            rows.extend(input.sentences[*sentence].clone());
            shape.lengths.push(input.sentences[*sentence].len());
        }
        let tokens = || rows.iter().map(|token| input.token(*token));
        let (types, kinds) = self.types.types(self.cpu, &self.alphabet, tokens());
        let bits: Vec<u64> = rows
            .iter()
            .map(|token| input.bits.get(*token).copied().unwrap_or(0))
            .collect();
        let states = self.encoder.run(self.cpu, &shape, &types, &kinds, &bits);
        if wanted.words {
            self.projection.apply(self.cpu, &states, &rows, &mut reading.projected);
        }
        let mut names = Vec::new();
        if wanted.names {
            let emissions = self.names.emissions(self.cpu, &states, scheme);
            let tags = emissions.len().checked_div(rows.len()).unwrap_or(0);
            for ((start, length), sentence) in shape.starts.iter().zip(&shape.lengths).zip(batch) {
                let emissions = emissions.get(start * tags..(start + length) * tags).unwrap_or_default();
                let (range, asked) = input.asked_in(*sentence);
                let (found, weighed) = self.names.names(emissions, &asked);
                names.extend(found.into_iter().map(|name| TaggedName {
                    tokens: start + name.tokens.start..start + name.tokens.end,
                    ..name
                }));
                for (target, probability) in reading.asked[range].iter_mut().zip(weighed) {
                    *target = probability;
                }
            }
        }
        let mut cut: Vec<Option<&str>> = vec![None; rows.len()];
        for (row, (token, kind)) in tokens().enumerate() {
            let needed = wanted.words || names.binary_search_by_key(&row, |name| name.tokens.start).is_ok();
            if needed && kind == TokenKind::Word {
                cut[row] = Some(token);
            }
        }
        let cuts = self.segmenter.cut(self.cpu, &self.alphabet, &states, &cut);
        for name in &mut names {
            let first = name.tokens.start;
            let token = rows.get(first).copied().unwrap_or(0);
            name.particles = cuts.get(first).map_or(0, Cut::particles);
            name.tokens = token..token + name.tokens.len();
        }
        reading.names.append(&mut names);
        if !wanted.words {
            return;
        }
        let (items, letters) = items(&cuts, tokens());
        let word_states = self.words.states(self.cpu, &states, &types, &kinds, &items);
        let tags = self.words.tags(self.cpu, &word_states, &items);
        let lengths: Vec<usize> = shape
            .starts
            .iter()
            .zip(&shape.lengths)
            .map(|(start, length)| {
                let before = items.partition_point(|item| item.token < *start);
                items.partition_point(|item| item.token < start + length) - before
            })
            .collect();
        let arcs = self.parser.arcs(self.cpu, &word_states, &lengths);
        for (((item, letters), tags), arc) in items.into_iter().zip(letters).zip(tags).zip(arcs.iter().flatten()) {
            let cut = cuts.get(item.token).map_or(1.0, |cut| cut.probability);
            let Some(words) = rows.get(item.token).and_then(|token| reading.words.get_mut(*token)) else {
                continue;
            };
            words.push(ReadWord {
                letters,
                form: item.form,
                lemma: tags.lemma,
                upos: tags.upos,
                xpos: tags.xpos,
                head: arc.head,
                deprel: arc.deprel,
                probabilities: [cut, tags.probability, arc.head_probability, arc.relation_probability],
            });
        }
    }

    /// The syntax layer of a text that was read.
    fn tokens(&self, text: &Text<'_>, reading: Vec<Vec<ReadWord>>) -> Vec<Token> {
        reading
            .into_iter()
            .enumerate()
            .map(|(token, words)| Token {
                span: text.span(token),
                words: words.into_iter().map(|word| self.word(text, token, word)).collect(),
            })
            .collect()
    }

    fn word(&self, text: &Text<'_>, token: usize, word: ReadWord) -> Word {
        let key = text.key(token);
        let start = text.tokens.get(token).map_or(0, |token| token.start);
        let byte = |letter: usize| key.char_indices().nth(letter).map_or(key.len(), |(at, _)| at) as u32;
        Word {
            span: text.span_of_key(start + byte(word.letters.start), start + byte(word.letters.end)),
            feats: self.words.feats(word.upos, word.xpos).to_owned(),
            xpos: self.words.xpos(word.xpos).to_owned(),
            form: word.form,
            lemma: word.lemma,
            upos: word.upos,
            head: word.head as u32,
            deprel: word.deprel,
            score: word.probabilities.into_iter().fold(1.0, f32::min),
        }
    }
}

/// The words of tokens that were cut, and the letters of each.
fn items<'t>(cuts: &[Cut], tokens: impl Iterator<Item = (&'t str, TokenKind)>) -> (Vec<Item>, Vec<Range<usize>>) {
    let mut items = Vec::with_capacity(cuts.len() + cuts.len() / 4);
    let mut letters = Vec::with_capacity(cuts.len() + cuts.len() / 4);
    for (row, (cut, (token, _))) in cuts.iter().zip(tokens).enumerate() {
        if cut.pieces.is_empty() {
            items.push(Item {
                token: row,
                slot: 0,
                form: token.to_owned(),
            });
            letters.push(0..token.chars().count());
            continue;
        }
        let lengths: Vec<usize> = cut.pieces.iter().map(|piece| piece.form.chars().count()).collect();
        for (piece, slot) in cut.pieces.iter().zip(slots(&lengths)) {
            items.push(Item {
                token: row,
                slot,
                form: piece.form.clone(),
            });
            letters.push(piece.letters.clone());
        }
    }
    (items, letters)
}
