//! The dependency tree of a sentence: which word hangs on which.
//!
//! In «وقالت السفارة إن …» (and the embassy said that …) «السفارة» hangs on «قالت», and so does the word «و» of its token. Words are known by
//! their place in the sentence; [`Trees`](super::Trees) asks the same by token, for a whole text.

use std::ops::Range;

use crate::document::{Token, Word};

/// The words of one sentence with their tokens. Empty where the syntax was not read.
#[derive(Debug, Default)]
pub(crate) struct Tree<'a> {
    words: Vec<(usize, &'a Word)>,
    /// First word of each token of the sentence, and the end.
    first: Vec<u32>,
    /// The word of each token that carries its meaning.
    stems: Vec<Option<u32>>,
    start: usize,
}

impl<'a> Tree<'a> {
    /// The tree over the tokens of a sentence, of all tokens of a text.
    pub(crate) fn over(all: &'a [Token], tokens: Range<usize>) -> Self {
        let mut tree = Self::default();
        tree.read(all, tokens);
        tree
    }

    /// Reads another sentence.
    pub(crate) fn read(&mut self, all: &'a [Token], tokens: Range<usize>) {
        self.words.clear();
        self.first.clear();
        self.stems.clear();
        self.start = tokens.start;
        for (token, read) in tokens.clone().zip(all.get(tokens).unwrap_or_default()) {
            let first = self.words.len();
            self.first.push(first as u32);
            let length = |index: usize| read.words.get(index).map_or(0, |word| word.form.len());
            let stem = (0..read.words.len()).max_by_key(|index| (length(*index), std::cmp::Reverse(*index)));
            self.stems.push(stem.map(|index| (first + index) as u32));
            self.words.extend(read.words.iter().map(|word| (token, word)));
        }
        self.first.push(self.words.len() as u32);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words of a token.
    pub(crate) fn of(&self, token: usize) -> Range<usize> {
        let range = || {
            let at = token.checked_sub(self.start)?;
            Some(*self.first.get(at)? as usize..*self.first.get(at + 1)? as usize)
        };
        range().unwrap_or_default()
    }

    /// The word that carries the meaning of a token: the longest one.
    pub(crate) fn stem(&self, token: usize) -> Option<usize> {
        let stem = *self.stems.get(token.checked_sub(self.start)?)?;
        stem.map(|word| word as usize)
    }

    /// The word that a phrase hangs by: the first whose head stands outside.
    pub(crate) fn top(&self, tokens: Range<usize>) -> Option<usize> {
        let inside = |word: usize| self.token(word).is_some_and(|token| tokens.contains(&token));
        let stems = || tokens.clone().take(12).filter_map(|token| self.stem(token));
        stems()
            .find(|word| self.head(*word).is_none_or(|head| !inside(head)))
            .or_else(|| stems().next())
    }

    pub(crate) fn word(&self, index: usize) -> Option<&'a Word> {
        self.words.get(index).map(|(_, word)| *word)
    }

    pub(crate) fn token(&self, index: usize) -> Option<usize> {
        self.words.get(index).map(|(token, _)| *token)
    }

    /// The word that a word hangs on.
    pub(crate) fn head(&self, index: usize) -> Option<usize> {
        (self.word(index)?.head as usize)
            .checked_sub(1)
            .filter(|head| *head < self.words.len())
    }

    /// The words that hang on a word, in order.
    pub(crate) fn children(&self, index: usize) -> impl Iterator<Item = (usize, &'a Word)> + '_ {
        let number = index as u32 + 1;
        self.words
            .iter()
            .enumerate()
            .filter(move |(_, (_, word))| word.head == number)
            .map(|(index, (_, word))| (index, *word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;
    use crate::text::Text;

    #[test]
    fn words_are_asked_by_place_and_by_token() {
        let text = Text::new("ثم جاء. وقالت السفارة إنها ترفض القرار");
        let morphology = Analyser::new().unwrap().read(&text);
        // The rules' trees have the same shape as those of the reader.
        let tokens = crate::syntax::read(&text, &morphology);
        let tree = Tree::over(&tokens, 3..8);
        assert_eq!((tree.of(3), tree.of(4), tree.of(99)), (0..2, 2..3, 0..0));
        // «و» and «قالت»: the longer one.
        assert_eq!(
            (tree.stem(3), tree.token(1), tree.token(2)),
            (Some(1), Some(3), Some(4))
        );
        assert_eq!((tree.head(1), tree.head(2)), (None, Some(1)));
        assert_eq!(tree.top(3..5), Some(1));
        let mut children = tree.children(1).map(|(index, word)| (index, word.deprel));
        assert_eq!(children.next(), Some((0, "cc")));
        assert_eq!(children.next(), Some((2, "nsubj")));
    }

    #[test]
    fn nothing_hangs_where_nothing_was_read() {
        let tree = Tree::over(&[], 0..3);
        assert!(tree.is_empty());
        assert_eq!((tree.stem(0), tree.top(0..3), tree.head(0)), (None, None, None));
    }
}
