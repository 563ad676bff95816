//! Sections, sentences, tokens and words of the result.

use super::Score;
use crate::text::Span;

/// What part of an article a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionKind {
    /// The first line, where it is a headline.
    Title,
    /// Place, day and agency before the first sentence: «هراري 15-7 (اف ب) -».
    Dateline,
    /// A line between paragraphs that heads what follows.
    Heading,
    /// Running text.
    Paragraph,
    /// The line that names where the article comes from: «المصدر : الجزيرة + وكالات».
    Credits,
}

/// A part of the article; sections come in the order of the text and do not overlap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// Where.
    pub span: Span,
    /// What.
    pub kind: SectionKind,
}

/// A sentence with its tokens, a half-open range of token indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Where.
    pub span: Span,
    /// Index of the first token.
    pub first_token: u32,
    /// Index after the last token.
    pub end_token: u32,
}

/// What stands between spaces and punctuation.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// Its syntactic words, at least one.
    pub words: Vec<Word>,
}

/// A syntactic word of Universal Dependencies.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// As it would be written alone.
    pub form: String,
    /// Dictionary form without vowel signs; empty where unknown.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: &'static str,
    /// Part of speech and inflection as the tag of the training treebank; empty where only rules have read.
    pub xpos: String,
    /// UD features, sorted, `_`-free: empty where there are none.
    pub feats: String,
    /// Number of the head in its sentence, from 1; 0 for the root.
    pub head: u32,
    /// Relation to the head.
    pub deprel: &'static str,
    /// The letters that write the word.
    pub span: Span,
    /// Probability of what is least sure: the cut into words, the part of speech, the head, or the relation.
    pub score: Score,
}

/// The universal part of speech of that name (UD v2).
pub(crate) fn known_upos(name: &str) -> Option<&'static str> {
    UPOS.iter().copied().find(|known| *known == name)
}

/// The relation of that name: the universal ones (UD v2), with the subtypes of UD Arabic-PADT.
pub(crate) fn known_deprel(name: &str) -> Option<&'static str> {
    DEPRELS.get(deprel_number(name)?).copied()
}

/// The place of a relation among those that are known.
pub(crate) fn deprel_number(name: &str) -> Option<usize> {
    let letter = usize::from(*name.as_bytes().first()?);
    let (first, end) = (*FIRST.get(letter)?, *FIRST.get(letter + 1)?);
    let found = DEPRELS.get(first..end)?.iter().position(|known| *known == name)?;
    Some(first + found)
}

/// For each first letter how many relations come before those that it opens.
const FIRST: [usize; 128] = {
    let mut first = [0; 128];
    let mut letter = 0;
    while letter < 128 {
        let mut at = 0;
        while at < DEPRELS.len() {
            if (DEPRELS[at].as_bytes()[0] as usize) < letter {
                first[letter] += 1;
            }
            at += 1;
        }
        letter += 1;
    }
    first
};

const UPOS: [&str; 17] = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ",
    "SYM", "VERB", "X",
];

/// Sorted.
const DEPRELS: [&str; 53] = [
    "acl",
    "acl:relcl",
    "advcl",
    "advcl:relcl",
    "advmod",
    "advmod:emph",
    "amod",
    "appos",
    "aux",
    "aux:pass",
    "case",
    "cc",
    "ccomp",
    "clf",
    "compound",
    "compound:prt",
    "conj",
    "cop",
    "csubj",
    "csubj:pass",
    "dep",
    "det",
    "discourse",
    "dislocated",
    "expl",
    "fixed",
    "flat",
    "flat:foreign",
    "flat:name",
    "goeswith",
    "iobj",
    "list",
    "mark",
    "nmod",
    "nmod:poss",
    "nmod:tmod",
    "nsubj",
    "nsubj:pass",
    "nummod",
    "nummod:gov",
    "obj",
    "obl",
    "obl:agent",
    "obl:arg",
    "obl:loc",
    "obl:tmod",
    "orphan",
    "parataxis",
    "punct",
    "reparandum",
    "root",
    "vocative",
    "xcomp",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_is_known_by_its_number() {
        assert!(DEPRELS.is_sorted());
        for (number, name) in DEPRELS.iter().enumerate() {
            assert_eq!(deprel_number(name), Some(number));
        }
        for name in ["", "nsub", "nsubj:passive", "zzz", "ة"] {
            assert_eq!(known_deprel(name), None);
        }
    }
}
