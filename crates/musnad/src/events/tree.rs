//! The tree of a sentence, by the learned reader: which word hangs on which.

use std::ops::Range;

use super::Findings;
use crate::document::{Token, Word};

/// The words of one sentence with their tokens. Empty where the syntax was not read.
#[derive(Debug, Default)]
pub(super) struct Tree<'a> {
    words: Vec<(usize, &'a Word)>,
    /// The word of each token that carries its meaning.
    stems: Vec<Option<u32>>,
    start: usize,
}

impl<'a> Tree<'a> {
    /// The tree over the tokens of a sentence.
    pub(super) fn read(findings: Findings<'a>, tokens: Range<usize>) -> Self {
        Self::over(findings.tokens, tokens)
    }

    /// The same, of all tokens of a text.
    pub(super) fn over(all: &'a [Token], tokens: Range<usize>) -> Self {
        let mut tree = Self {
            start: tokens.start,
            ..Self::default()
        };
        for (token, read) in tokens.clone().zip(all.get(tokens).unwrap_or_default()) {
            // The longest one.
            let stem = read
                .words
                .iter()
                .enumerate()
                .max_by_key(|(index, word)| (word.form.len(), std::cmp::Reverse(*index)));
            tree.stems
                .push(stem.map(|(index, _)| (tree.words.len() + index) as u32));
            tree.words.extend(read.words.iter().map(|word| (token, word)));
        }
        tree
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The word that carries the meaning of a token: the longest one.
    pub(super) fn stem(&self, token: usize) -> Option<usize> {
        let stem = *self.stems.get(token.checked_sub(self.start)?)?;
        stem.map(|word| word as usize)
    }

    /// The word that a phrase hangs by: the first whose head stands outside.
    pub(super) fn top(&self, tokens: Range<usize>) -> Option<usize> {
        let inside = |word: usize| self.token(word).is_some_and(|token| tokens.contains(&token));
        let stems = || tokens.clone().take(12).filter_map(|token| self.stem(token));
        stems()
            .find(|word| self.head(*word).is_none_or(|head| !inside(head)))
            .or_else(|| stems().next())
    }

    pub(super) fn word(&self, index: usize) -> Option<&'a Word> {
        self.words.get(index).map(|(_, word)| *word)
    }

    pub(super) fn token(&self, index: usize) -> Option<usize> {
        self.words.get(index).map(|(token, _)| *token)
    }

    /// The word that a word hangs on.
    pub(super) fn head(&self, index: usize) -> Option<usize> {
        (self.word(index)?.head as usize)
            .checked_sub(1)
            .filter(|head| *head < self.words.len())
    }

    /// The words that hang on a word, in order.
    pub(super) fn children(&self, index: usize) -> impl Iterator<Item = (usize, &'a Word)> + '_ {
        let number = index as u32 + 1;
        self.words
            .iter()
            .enumerate()
            .filter(move |(_, (_, word))| word.head == number)
            .map(|(index, (_, word))| (index, *word))
    }
}
