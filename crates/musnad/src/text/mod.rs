//! From characters to sentences: the text as every later stage sees it.

pub(crate) mod alignment;
pub(crate) mod encoding;
pub(crate) mod normalize;
pub(crate) mod offset;
mod plain;
pub(crate) mod quote;
mod reference;
pub(crate) mod section;
pub(crate) mod sentence;
pub(crate) mod span;
pub(crate) mod token;

pub use encoding::read_utf8;
pub use offset::OffsetEncoding;
pub use span::Span;

use std::ops::Range;

use crate::document::{Section, Sentence};
use alignment::Alignment;
use quote::Quote;
use token::{TextToken, TokenKind};

/// A text, folded, cut into tokens, sentences and sections. Made once; every later stage reads it.
///
/// Tokens are known by their index. *Key* is the folded form of a token, *raw* the letters as written.
#[derive(Debug)]
pub(crate) struct Text<'t> {
    /// The text as given.
    pub(crate) raw: &'t str,
    /// The folded text; see [`normalize`].
    pub(crate) folded: String,
    alignment: Alignment,
    /// All tokens, in order.
    pub(crate) tokens: Vec<TextToken>,
    /// Their spans in the text as given.
    spans: Vec<Span>,
    /// All sentences, in order; every token is in one.
    pub(crate) sentences: Vec<Sentence>,
    /// All sections, in order.
    pub(crate) sections: Vec<Section>,
    /// Quotations, by their opening mark, in order; see [`quote`].
    pub(crate) quotes: Vec<Quote>,
    /// First quotation mark without a partner.
    pub(crate) unbalanced_quote: Option<usize>,
    /// First control character passed over.
    pub(crate) control: Option<u32>,
    /// Whether there is any Arabic letter.
    pub(crate) has_arabic: bool,
}

impl<'t> Text<'t> {
    /// Reads a text.
    pub(crate) fn new(raw: &'t str) -> Self {
        let normalize::Normalized {
            folded,
            alignment,
            control,
            has_arabic,
        } = normalize::normalize(raw);
        let tokens = token::tokenize(&folded);
        let lines = section::lines(&folded, &tokens);
        let layout = section::layout(&folded, &tokens, &lines);
        let (quotes, unbalanced_quote) = quote::pair(&folded, &tokens, &layout);
        let ranges = sentence::split(&folded, &tokens, &layout, &quotes);
        let spans = tokens
            .iter()
            .map(|token| alignment.span(raw, &folded, token.start, token.end))
            .collect();
        let mut text = Self {
            raw,
            folded,
            alignment,
            tokens,
            spans,
            sentences: Vec::with_capacity(ranges.len()),
            sections: Vec::with_capacity(layout.len()),
            quotes,
            unbalanced_quote,
            control,
            has_arabic,
        };
        text.sentences = ranges
            .iter()
            .map(|range| Sentence {
                span: text.span_of(range.clone()),
                first_token: range.start as u32,
                end_token: range.end as u32,
            })
            .collect();
        text.sections = layout
            .iter()
            .map(|part| Section {
                span: text.span_of(part.tokens.clone()),
                kind: part.kind,
            })
            .collect();
        text
    }

    /// The folded form of a token; empty past the end.
    pub(crate) fn key(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .map_or("", |token| &self.folded[token.start as usize..token.end as usize])
    }

    /// The letters of a token as written; empty past the end.
    pub(crate) fn raw_of(&self, token: usize) -> &'t str {
        self.span(token).of(self.raw)
    }

    /// Kind of a token; [`TokenKind::Punctuation`] past the end.
    pub(crate) fn kind(&self, token: usize) -> TokenKind {
        self.tokens
            .get(token)
            .map_or(TokenKind::Punctuation, |token| token.kind)
    }

    /// Span of a token in the text as given; empty past the end.
    pub(crate) fn span(&self, token: usize) -> Span {
        self.spans
            .get(token)
            .copied()
            .unwrap_or_else(|| Span::new(self.raw.len() as u32, self.raw.len() as u32))
    }

    /// Span of a range of tokens in the text as given.
    pub(crate) fn span_of(&self, tokens: Range<usize>) -> Span {
        match (
            self.spans.get(tokens.start),
            tokens.end.checked_sub(1).and_then(|last| self.spans.get(last)),
        ) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.cover(*last),
            _ => Span::default(),
        }
    }

    /// Span in the text as given of a byte range of the folded text.
    pub(crate) fn span_of_key(&self, start: u32, end: u32) -> Span {
        self.alignment.span(self.raw, &self.folded, start, end)
    }

    /// Index of the sentence that holds the token.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.end_token as usize <= token)
    }

    /// Tokens of a sentence.
    pub(crate) fn sentence_tokens(&self, sentence: usize) -> Range<usize> {
        self.sentences.get(sentence).map_or(0..0, |sentence| {
            sentence.first_token as usize..sentence.end_token as usize
        })
    }

    /// Index of the first token that ends after this byte of the text as given.
    pub(crate) fn token_at(&self, offset: u32) -> usize {
        self.spans.partition_point(|span| span.end <= offset)
    }

    /// The tokens that share a byte with the span of the text as given.
    pub(crate) fn tokens_in(&self, span: Span) -> Range<usize> {
        let first = self.token_at(span.start);
        let end = first
            + self.spans[first..]
                .iter()
                .take_while(|token| token.start < span.end)
                .count();
        first..end
    }

    /// Whether nothing, not even a space, stands between the token and the one after it.
    pub(crate) fn joined_to_next(&self, token: usize) -> bool {
        match (self.tokens.get(token), self.tokens.get(token + 1)) {
            (Some(this), Some(next)) => this.end == next.start,
            _ => false,
        }
    }
}
