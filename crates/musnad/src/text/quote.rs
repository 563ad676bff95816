//! Pairs of quotation marks.
//!
//! Guillemets and curly marks show which way they open; straight marks (") alternate. A quotation ends at the latest with
//! the paragraph it opened in, or with the next one where that opens with a mark of its own; a mark without a partner is reported once and
//! then passed over. Time is linear: there is one stack, and what is unmatched at the end of a paragraph is dropped.

use super::section::Part;
use super::token::{TextToken, TokenKind};

/// A quotation: the tokens of its two marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Quote {
    /// Token of the opening mark.
    pub(crate) open: usize,
    /// Token of the closing mark.
    pub(crate) close: usize,
}

/// Finds the quotations of each section, by opening mark in order, and the first mark without a partner.
pub(crate) fn pair(folded: &str, tokens: &[TextToken], layout: &[Part]) -> (Vec<Quote>, Option<usize>) {
    let mut quotes = Vec::new();
    let mut unbalanced: Option<usize> = None;
    let mut note = |index: usize| unbalanced = Some(unbalanced.map_or(index, |first| first.min(index)));
    for part in layout {
        let mut stack: Vec<(usize, char)> = Vec::new();
        for index in part.tokens.clone() {
            let token = tokens[index];
            if token.kind != TokenKind::Punctuation {
                continue;
            }
            let Some(mark) = folded[token.start as usize..token.end as usize].chars().next() else {
                continue;
            };
            match mark {
                '«' | '“' | '„' => stack.push((index, mark)),
                '»' | '”' => {
                    if let Some(&(open, opened)) = stack.last()
                        && closes(opened, mark)
                    {
                        stack.pop();
                        quotes.push(Quote { open, close: index });
                    } else {
                        note(index);
                    }
                }
                '"' => match stack.last() {
                    Some(&(open, '"')) => {
                        stack.pop();
                        quotes.push(Quote { open, close: index });
                    }
                    _ => stack.push((index, '"')),
                },
                _ => {}
            }
        }
        if let Some((index, _)) = stack.first() {
            note(*index);
        }
    }
    quotes.sort_unstable_by_key(|quote| (quote.open, quote.close));
    (quotes, unbalanced)
}

fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('«', '»') | ('“' | '„', '”') | ('“', '"'))
}
