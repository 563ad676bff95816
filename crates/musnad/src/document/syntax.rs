//! Sections, sentences, tokens and words of the result.

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Where.
    pub span: Span,
    /// Its syntactic words, at least one.
    pub words: Vec<Word>,
}

/// A syntactic word of Universal Dependencies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it would be written alone.
    pub form: String,
    /// Dictionary form without vowel signs; empty where unknown.
    pub lemma: String,
    /// Universal part of speech.
    pub upos: &'static str,
    /// UD features, sorted, `_`-free: empty where there are none.
    pub feats: String,
    /// Number of the head in its sentence, from 1; 0 for the root.
    pub head: u32,
    /// Relation to the head.
    pub deprel: &'static str,
    /// The letters that write the word.
    pub span: Span,
}
