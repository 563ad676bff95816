//! Words of tokens: part of speech, features, dictionary form.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::activation::{largest, probability};
use super::file::{File, Table, damaged};
use super::kernel::{Activations, Cpu};
use super::lemma::Lemmatizer;
use super::types::{TYPE, TypeTable};
use super::weights::{Linear, relu};
use crate::document::known_upos;
use crate::error::Error;

/// A word that is to be read.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    /// Row of its token among the states.
    pub(crate) token: usize,
    /// Its place in the token.
    pub(crate) slot: usize,
    /// As it would be written alone.
    pub(crate) form: String,
}

/// What the weights say of a word.
#[derive(Debug, Clone)]
pub(crate) struct Tags {
    pub(crate) upos: &'static str,
    pub(crate) xpos: usize,
    pub(crate) lemma: String,
    /// Probability of the part of speech.
    pub(crate) probability: f32,
}

/// The treebank writes «ذٰلك» for what is cut off «وذلك»; dictionary forms have no such signs.
fn without_marks(form: &str) -> Cow<'_, str> {
    if form.contains(musnad_data::fold::is_mark) {
        form.chars().filter(|c| !musnad_data::fold::is_mark(*c)).collect()
    } else {
        Cow::Borrowed(form)
    }
}

/// Place of each word of a token: the longest is the stem (0), those before it are 1 to 3, those after it 4 and 5.
pub(crate) fn slots(lengths: &[usize]) -> impl Iterator<Item = usize> {
    let stem = lengths
        .iter()
        .enumerate()
        .rev()
        .max_by_key(|(_, length)| **length)
        .map_or(0, |(at, _)| at);
    (0..lengths.len()).map(move |at| match at.cmp(&stem) {
        std::cmp::Ordering::Less => (1 + at).min(3),
        std::cmp::Ordering::Equal => 0,
        std::cmp::Ordering::Greater => (3 + at - stem).min(5),
    })
}

/// The weights that tag words.
#[derive(Debug)]
pub(crate) struct WordTagger<'f> {
    hidden: Linear,
    kind: Linear,
    slots: Vec<f32>,
    clitics: Vec<f32>,
    clitic_numbers: BTreeMap<String, usize>,
    upos: Linear,
    upos_labels: Vec<&'static str>,
    upos_temperature: f32,
    xpos: Linear,
    xpos_labels: Vec<String>,
    feats: BTreeMap<String, String>,
    lemma: Linear,
    lemmatizer: Lemmatizer<'f>,
}

/// The state of words after the hidden layer.
#[derive(Debug)]
pub(crate) struct WordStates {
    pub(crate) activations: Activations,
}

impl<'f> WordTagger<'f> {
    pub(crate) fn read(file: &File<'f>, state: usize) -> Result<Self, Error> {
        let labels = file.labels();
        let hidden = Linear::read(file, "word.h", Some("word.b"), None, state)?;
        let width = hidden.outputs();
        let head = |name: &str, count: usize| {
            Linear::read(
                file,
                &format!("{name}.w"),
                Some(&format!("{name}.b")),
                Some(count),
                width,
            )
        };
        let rows = |name: &str, count: usize| -> Result<Vec<f32>, Error> {
            Ok(Table::to_floats(&file.table(name)?.shaped(name, Some(count), width)?))
        };
        let upos_labels = labels
            .upos
            .iter()
            .map(|name| known_upos(name).ok_or_else(|| damaged(format!("{name:?} is no part of speech of UD"))))
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            kind: Linear::read(file, "word.type", None, Some(width), TYPE)?,
            slots: rows("word.slots", 6)?,
            clitics: rows("word.clitics", labels.clitics.len())?,
            clitic_numbers: labels.clitics.iter().cloned().zip(0..).collect(),
            upos: head("upos", upos_labels.len())?,
            upos_labels,
            upos_temperature: file.temperature("upos"),
            xpos: head("xpos", labels.xpos.len())?,
            xpos_labels: labels.xpos.clone(),
            feats: file.feats().clone(),
            lemma: head("lemma", labels.lemma.len())?,
            lemmatizer: Lemmatizer::read(file)?,
            hidden,
        })
    }

    /// Numbers in the state of a word.
    pub(crate) fn width(&self) -> usize {
        self.hidden.outputs()
    }

    /// The states of words.
    pub(crate) fn states(
        &self,
        cpu: Cpu,
        states: &Activations,
        types: &TypeTable,
        kinds: &[usize],
        items: &[Item],
    ) -> WordStates {
        let width = self.width();
        let of_tokens = self.hidden.apply(cpu, states);
        let of_types = self.kind.apply(cpu, &types.activations);
        let mut values = Vec::with_capacity(items.len() * width);
        for item in items {
            let row = |table: &'_ [f32], row: usize| -> std::ops::Range<usize> {
                let start = (row * width).min(table.len());
                start..(start + width).min(table.len())
            };
            let clitic = if item.slot == 0 {
                0
            } else {
                self.clitic_numbers.get(&item.form).copied().unwrap_or(1)
            };
            let kind = kinds.get(item.token).copied().unwrap_or(0);
            let parts = of_tokens
                .get(row(&of_tokens, item.token))
                .unwrap_or_default()
                .iter()
                .zip(of_types.get(row(&of_types, kind)).unwrap_or_default())
                .zip(
                    self.slots
                        .get(row(&self.slots, item.slot))
                        .unwrap_or_default()
                        .iter()
                        .zip(self.clitics.get(row(&self.clitics, clitic)).unwrap_or_default()),
                );
            values.extend(parts.map(|((token, kind), (slot, clitic))| token + kind + slot + clitic));
        }
        relu(&mut values);
        WordStates {
            activations: Activations::round(cpu, &values, width),
        }
    }

    /// Tags of words.
    pub(crate) fn tags(&self, cpu: Cpu, states: &WordStates, items: &[Item]) -> Vec<Tags> {
        let upos = self.upos.apply(cpu, &states.activations);
        let xpos = self.xpos.apply(cpu, &states.activations);
        let lemma = self.lemma.apply(cpu, &states.activations);
        let rows = upos
            .chunks_exact(self.upos.outputs().max(1))
            .zip(xpos.chunks_exact(self.xpos.outputs().max(1)))
            .zip(lemma.chunks_exact(self.lemma.outputs().max(1)));
        items
            .iter()
            .zip(rows)
            .map(|(item, ((upos, xpos), lemma))| {
                let best = largest(upos);
                let tag = self.upos_labels.get(best).copied().unwrap_or("X");
                Tags {
                    upos: tag,
                    xpos: largest(xpos),
                    lemma: self.lemmatizer.lemma(&without_marks(&item.form), tag, largest(lemma)),
                    probability: probability(upos, best, self.upos_temperature),
                }
            })
            .collect()
    }

    pub(crate) fn xpos(&self, number: usize) -> &str {
        self.xpos_labels.get(number).map_or("", String::as_str)
    }

    /// UD features of a word with these tags, the ones that are most frequent with them.
    pub(crate) fn feats(&self, upos: &str, xpos: usize) -> &str {
        let key = format!("{upos} {}", self.xpos(xpos));
        match self.feats.get(&key).map(String::as_str) {
            None | Some("_") => "",
            Some(feats) => feats,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_is_the_stem() {
        let slots = |lengths: &[usize]| slots(lengths).collect::<Vec<_>>();
        assert_eq!(slots(&[5]), [0]);
        assert_eq!(slots(&[1, 1, 6]), [1, 2, 0]);
        assert_eq!(slots(&[1, 4, 2]), [1, 0, 4]);
        assert_eq!(slots(&[2, 2]), [0, 4]);
        assert_eq!(slots(&[1, 1, 1, 1, 6, 1, 1, 1]), [1, 2, 3, 3, 0, 4, 5, 5]);
    }
}
