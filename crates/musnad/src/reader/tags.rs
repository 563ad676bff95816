//! Names as tags of tokens: the best path through a linear chain, and how probable its names are.

use std::ops::Range;

use super::activation::{largest, log_sum_exp, relu_add};
use super::file::{File, damaged};
use super::kernel::{Activations, Cpu};
use super::weights::Linear;
use crate::document::EntityType;
use crate::error::Error;

const FORBIDDEN: f32 = -10_000.0;

/// A name as the weights see it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TaggedName {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Letters of particles before it in its first token.
    pub(crate) particles: usize,
    pub(crate) entity_type: EntityType,
    /// Probability of exactly these tokens with this type.
    pub(crate) probability: f32,
}

/// A name whose probability is asked for.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Asked {
    pub(crate) tokens: Range<usize>,
    pub(crate) entity_type: EntityType,
}

/// What a tag says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tag {
    Outside,
    Begin(EntityType),
    Inside(EntityType),
}

impl Tag {
    fn read(name: &str) -> Result<Self, Error> {
        if name == "O" {
            return Ok(Self::Outside);
        }
        let kind = |name: &str| {
            Some(match name {
                "PERSON" => EntityType::Person,
                "ORGANIZATION" => EntityType::Organization,
                "GEOPOLITICAL" => EntityType::Geopolitical,
                "LOCATION" => EntityType::Location,
                "FACILITY" => EntityType::Facility,
                "MISCELLANEOUS" => EntityType::Miscellaneous,
                _ => return None,
            })
        };
        match name.split_once('-') {
            Some(("B", name)) => kind(name).map(Self::Begin),
            Some(("I", name)) => kind(name).map(Self::Inside),
            _ => None,
        }
        .ok_or_else(|| damaged(format!("{name:?} is no tag of a name")))
    }

    /// Whether a token with this tag may follow one with the other.
    fn follows(self, before: Option<Self>) -> bool {
        match self {
            Self::Inside(kind) => matches!(before, Some(Self::Begin(other) | Self::Inside(other)) if other == kind),
            _ => true,
        }
    }
}

/// The weights that tag names.
#[derive(Debug)]
pub(crate) struct NameTagger {
    tags: Vec<Tag>,
    hidden: Linear,
    /// What each annotated corpus adds to the hidden layer; ours is the first.
    schemes: Vec<Vec<f32>>,
    out: Linear,
    /// `moves[from * tags + to]`, forbidden ones at [`FORBIDDEN`].
    moves: Vec<f32>,
    start: Vec<f32>,
    temperature: f32,
}

impl NameTagger {
    pub(crate) fn read(file: &File<'_>, state: usize) -> Result<Self, Error> {
        let tags = file
            .labels()
            .names
            .iter()
            .map(|name| Tag::read(name))
            .collect::<Result<Vec<_>, _>>()?;
        let hidden = Linear::read(file, "names.h", Some("names.b"), None, state)?;
        let schemes = file
            .table("names.corpora")?
            .shaped("names.corpora", None, hidden.outputs())?
            .to_floats();
        let out = Linear::read(
            file,
            "names.out",
            Some("names.out.b"),
            Some(tags.len()),
            hidden.outputs(),
        )?;
        let mut moves = file.vector("names.transitions", tags.len() * tags.len())?;
        let mut start = file.vector("names.start", tags.len())?;
        for (score, tag) in start.iter_mut().zip(&tags) {
            if !tag.follows(None) {
                *score = FORBIDDEN;
            }
        }
        for (row, before) in moves.chunks_exact_mut(tags.len().max(1)).zip(&tags) {
            for (score, tag) in row.iter_mut().zip(&tags) {
                if !tag.follows(Some(*before)) {
                    *score = FORBIDDEN;
                }
            }
        }
        Ok(Self {
            tags,
            schemes: schemes
                .chunks_exact(hidden.outputs().max(1))
                .map(<[f32]>::to_vec)
                .collect(),
            hidden,
            out,
            moves,
            start,
            temperature: file.temperature("names"),
        })
    }

    /// Scores of all tags for each token, by an annotation scheme.
    pub(crate) fn emissions(&self, cpu: Cpu, states: &Activations, scheme: usize) -> Vec<f32> {
        let mut hidden = self.hidden.apply(cpu, states);
        let width = self.hidden.outputs().max(1);
        let scheme = self
            .schemes
            .get(scheme)
            .or(self.schemes.first())
            .map_or(&[][..], Vec::as_slice);
        for row in hidden.chunks_exact_mut(width) {
            relu_add(row, scheme);
        }
        self.out.apply(cpu, &Activations::round(cpu, &hidden, width))
    }

    /// The names of one sentence, and the probability of each name that is asked about. Tokens are counted from its first.
    pub(crate) fn names(&self, emissions: &[f32], asked: &[Asked]) -> (Vec<TaggedName>, Vec<f32>) {
        let path = self.path(emissions);
        let mut names: Vec<TaggedName> = Vec::new();
        for (token, tag) in path.iter().filter_map(|tag| self.tags.get(*tag)).enumerate() {
            match tag {
                Tag::Outside => {}
                Tag::Begin(entity_type) => names.push(TaggedName {
                    tokens: token..token + 1,
                    particles: 0,
                    entity_type: *entity_type,
                    probability: 0.0,
                }),
                Tag::Inside(_) => {
                    if let Some(name) = names.last_mut() {
                        name.tokens.end = token + 1;
                    }
                }
            }
        }
        if names.is_empty() && asked.is_empty() {
            return (names, Vec::new());
        }
        let lattice = self.lattice(emissions, path.len());
        for name in &mut names {
            name.probability = self.probability(&lattice, emissions, &name.tokens, name.entity_type);
        }
        let asked = asked
            .iter()
            .map(|asked| self.probability(&lattice, emissions, &asked.tokens, asked.entity_type))
            .collect();
        (names, asked)
    }

    /// The best path (Viterbi 1967).
    fn path(&self, emissions: &[f32]) -> Vec<usize> {
        let count = self.tags.len();
        let mut rows = emissions.chunks_exact(count.max(1));
        let Some(first) = rows.next() else { return Vec::new() };
        let mut scores: Vec<f32> = first.iter().zip(&self.start).map(|(a, b)| a + b).collect();
        let mut back: Vec<usize> = Vec::with_capacity(emissions.len());
        let mut next = vec![0.0; count];
        for row in rows {
            for (to, (score, emission)) in next.iter_mut().zip(row).enumerate() {
                let mut best = (0, f32::NEG_INFINITY);
                for (from, before) in scores.iter().enumerate() {
                    let value = before + self.moves[from * count + to];
                    if value > best.1 {
                        best = (from, value);
                    }
                }
                back.push(best.0);
                *score = best.1 + emission;
            }
            std::mem::swap(&mut scores, &mut next);
        }
        let mut path = vec![largest(&scores)];
        for pointers in back.chunks_exact(count).rev() {
            let last = path.last().copied().unwrap_or(0);
            path.push(pointers.get(last).copied().unwrap_or(0));
        }
        path.reverse();
        path
    }

    /// Scores at the temperature that calibrates them.
    fn warm(&self, score: f32) -> f32 {
        score / self.temperature
    }

    fn emission(&self, emissions: &[f32], token: usize, tag: usize) -> f32 {
        self.warm(emissions[token * self.tags.len() + tag])
    }

    fn step(&self, from: usize, to: usize) -> f32 {
        self.warm(self.moves[from * self.tags.len() + to])
    }

    fn lattice(&self, emissions: &[f32], tokens: usize) -> Lattice {
        let count = self.tags.len();
        let emission = |token: usize, tag: usize| self.emission(emissions, token, tag);
        let mut forward = vec![0.0; tokens * count];
        for tag in 0..count {
            forward[tag] = self.warm(self.start[tag]) + emission(0, tag);
        }
        for token in 1..tokens {
            for tag in 0..count {
                let before = &forward[(token - 1) * count..token * count];
                let sum = log_sum_exp((0..count).map(|from| before[from] + self.step(from, tag)));
                forward[token * count + tag] = sum + emission(token, tag);
            }
        }
        let mut backward = vec![0.0; tokens * count];
        for token in (0..tokens.saturating_sub(1)).rev() {
            for tag in 0..count {
                let after = &backward[(token + 1) * count..(token + 2) * count];
                backward[token * count + tag] =
                    log_sum_exp((0..count).map(|to| self.step(tag, to) + emission(token + 1, to) + after[to]));
            }
        }
        let all = log_sum_exp(forward[(tokens - 1) * count..].iter().copied());
        Lattice {
            forward,
            backward,
            all,
            tokens,
        }
    }

    /// Probability of a name: the weight of all paths that have exactly it, over that of all paths.
    fn probability(&self, lattice: &Lattice, emissions: &[f32], name: &Range<usize>, entity_type: EntityType) -> f32 {
        let count = self.tags.len();
        let place = |wanted: Tag| self.tags.iter().position(|tag| *tag == wanted);
        let (Some(begin), Some(inside)) = (place(Tag::Begin(entity_type)), place(Tag::Inside(entity_type))) else {
            return 0.0;
        };
        if name.is_empty() || name.end > lattice.tokens {
            return 0.0;
        }
        let mut weight = lattice.forward[name.start * count + begin];
        let mut last = begin;
        for token in name.start + 1..name.end {
            weight += self.step(last, inside) + self.emission(emissions, token, inside);
            last = inside;
        }
        if name.end < lattice.tokens {
            // The name ends here: what comes next does not go on with it.
            let ending = (0..count).filter(|to| !matches!(self.tags[*to], Tag::Inside(_)));
            weight += log_sum_exp(ending.map(|to| {
                self.step(last, to) + self.emission(emissions, name.end, to) + lattice.backward[name.end * count + to]
            }));
        }
        (weight - lattice.all).exp().min(1.0)
    }
}

/// Sums over the paths of a sentence: up to each token, and from each token on, by tag.
struct Lattice {
    forward: Vec<f32>,
    backward: Vec<f32>,
    all: f32,
    tokens: usize,
}
