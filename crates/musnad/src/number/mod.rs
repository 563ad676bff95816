//! Numbers in digits and words.
//!
//! Recognises cardinals («مئة وخمسة وعشرون ألفا», 125,000; «5,2 مليون»), ordinals («الحادية والعشرون», 21st), percentages
//! («في المئة», «٪»), ranges («بين 30 و35», between 30 and 35) and bounded numbers («ما لا يقل عن عشرة», not less than
//! ten) in any script of digits and any spelling of the words. A chain of small rules, each named for what it reads, on
//! the classes of `tables/number/words.tsv`.
//!
//! No numbers: codes («إف-16», «5+5»), clock times and scores («2-1»), telephone numbers, web addresses, «أحد» in «أحد المسؤولين» (one of
//! the officials), ordinals inside month names. Not handled: Roman numerals, numbers in other languages.
//!
//! Source: the grammar of Arabic numerals as in Wright, *A Grammar of the Arabic Language* I §318–336.

mod address;
mod cardinal;
mod digits;
mod forms;
mod fraction;
mod lexicon;
mod ordinal;
mod power;
mod range;
mod share;

use std::ops::Range;

use crate::document::NumberKind;
use crate::error::Error;
use crate::text::token::TokenKind;
use crate::text::{Span, Text};

pub(crate) use address::address_end;
pub(crate) use digits::plain as plain_digits;
pub(crate) use forms::Forms;
pub(crate) use lexicon::{Bound, Lexicon};

/// A number in the text, with the tokens that write it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NumberMention {
    /// Its tokens, bounding words included where they make it a range.
    pub(crate) tokens: Range<usize>,
    /// Bytes of particles in front of the first token.
    pub(crate) prefix: u8,
    /// The tokens of the number itself, with the percent sign.
    pub(crate) core: Range<usize>,
    /// What it is.
    pub(crate) kind: NumberKind,
    /// The value; of a range absent.
    pub(crate) value: Option<f64>,
    /// Lower bound of a range.
    pub(crate) min: Option<f64>,
    /// Upper bound of a range.
    pub(crate) max: Option<f64>,
    /// What bounds it.
    pub(crate) bound: Bound,
    /// First token of the bounding words, or of the number where there are none.
    pub(crate) bound_start: usize,
    /// Bytes of particles in front of that token.
    pub(crate) bound_prefix: u8,
    /// Measured in percent; also inside a range.
    pub(crate) percent: bool,
    /// A fraction («نصف»).
    pub(crate) fraction: bool,
    /// Definite by ال («الخمسة»).
    pub(crate) definite: bool,
    /// Joined to what precedes by و.
    pub(crate) and: bool,
}

impl NumberMention {
    fn decimal(tokens: Range<usize>, value: f64) -> Self {
        Self {
            core: tokens.clone(),
            prefix: 0,
            kind: NumberKind::Cardinal,
            value: Some(value),
            min: None,
            max: None,
            bound: Bound::Exact,
            bound_start: tokens.start,
            bound_prefix: 0,
            percent: false,
            fraction: false,
            definite: false,
            and: false,
            tokens,
        }
    }

    /// Whether letters are written onto the digits («20دولار», «25مل»): a measure, which belongs to the quantities.
    pub(crate) fn is_glued(&self, text: &Text<'_>) -> bool {
        self.tokens.end.checked_sub(1).is_some_and(|last| {
            text.kind(last) == TokenKind::Number
                && text.joined_to_next(last)
                && matches!(text.kind(last + 1), TokenKind::Word | TokenKind::Foreign)
        })
    }

    /// Where it stands in the text as given, without particles.
    pub(crate) fn span(&self, text: &Text<'_>) -> Span {
        span_after(text, self.tokens.clone(), self.prefix)
    }
}

/// Span of tokens without the particles in front of the first.
pub(crate) fn span_after(text: &Text<'_>, tokens: Range<usize>, prefix: u8) -> Span {
    match (
        text.tokens.get(tokens.start),
        tokens.end.checked_sub(1).and_then(|last| text.tokens.get(last)),
    ) {
        (Some(first), Some(last)) if first.start + u32::from(prefix) < last.end => {
            text.span_of_key(first.start + u32::from(prefix), last.end)
        }
        _ => Span::default(),
    }
}

/// Finds numbers.
#[derive(Debug, Clone)]
pub(crate) struct NumberReader {
    pub(crate) lexicon: Lexicon,
}

impl NumberReader {
    /// Parses the number words.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Resources`], with table and line.
    pub(crate) fn new() -> Result<Self, Error> {
        Ok(Self {
            lexicon: Lexicon::new()?,
        })
    }

    /// The numbers of a text, in order, without overlap.
    pub(crate) fn read(&self, text: &Text<'_>) -> Vec<NumberMention> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < text.tokens.len() {
            if let Some(end) = address_end(text, at) {
                at = end;
                continue;
            }
            let next = match text.kind(at) {
                TokenKind::Foreign => at + 1,
                TokenKind::Number => match self.joined_digits(text, at) {
                    Joined::Number => self.number_at(text, at, &mut found),
                    Joined::Mention(mention) => push(&mut found, mention),
                    Joined::Code(end) => end,
                },
                TokenKind::Word if !self.lexicon.can_begin(text.key(at)) => at + 1,
                TokenKind::Punctuation if !matches!(text.key(at), ">" | "<" | "%" | "-" | "." | "٫") => at + 1,
                TokenKind::Punctuation if matches!(text.key(at), "." | "٫") => self.bare_decimal(text, at, &mut found),
                TokenKind::Word | TokenKind::Punctuation => self.number_at(text, at, &mut found),
            };
            at = next.max(at + 1);
        }
        found
    }

    fn number_at(&self, text: &Text<'_>, at: usize, found: &mut Vec<NumberMention>) -> usize {
        let mention = self
            .bounded(text, at)
            .or_else(|| self.between(text, at))
            .or_else(|| self.range_from_to(text, at))
            .or_else(|| self.percent_before(text, at))
            .or_else(|| self.percent_word_before(text, at))
            .or_else(|| self.ordinal_mention(text, at))
            .or_else(|| self.plain(text, at));
        match mention {
            Some(mention) => push(found, mention),
            None => at + 1,
        }
    }

    /// «.77»: a decimal without its zero.
    fn bare_decimal(&self, text: &Text<'_>, at: usize, found: &mut Vec<NumberMention>) -> usize {
        let apart = at == 0 || !text.joined_to_next(at - 1);
        let digits = plain_long(text.key(at + 1)) && text.kind(at + 1) == TokenKind::Number;
        let value = format!("0.{}", text.key(at + 1)).parse().ok();
        match (apart && digits && text.joined_to_next(at), value) {
            (true, Some(value)) => push(found, NumberMention::decimal(at..at + 2, value)),
            _ => at + 1,
        }
    }

    fn ordinal_mention(&self, text: &Text<'_>, at: usize) -> Option<NumberMention> {
        if text.kind(at) != TokenKind::Word {
            return None;
        }
        let ordinal = self.lexicon.ordinal(text, at)?;
        Some(NumberMention {
            tokens: at..ordinal.end,
            prefix: ordinal.prefix,
            core: at..ordinal.end,
            kind: NumberKind::Ordinal,
            value: Some(ordinal.value),
            min: None,
            max: None,
            bound: Bound::Exact,
            bound_start: at,
            bound_prefix: ordinal.prefix,
            percent: false,
            fraction: false,
            definite: ordinal.definite,
            and: false,
        })
    }
}

fn push(found: &mut Vec<NumberMention>, mention: NumberMention) -> usize {
    let end = mention.tokens.end;
    found.push(mention);
    end
}

/// What digits with other tokens joined to them are.
enum Joined {
    /// A number by itself.
    Number,
    /// A range or fraction written with marks.
    Mention(NumberMention),
    /// A code, score, clock time or date; the token after it.
    Code(usize),
}

impl NumberReader {
    /// Tells numbers from codes by what touches the digits.
    fn joined_digits(&self, text: &Text<'_>, at: usize) -> Joined {
        const PARTICLES: [&str; 12] = ["ال", "وال", "بال", "لل", "فال", "كال", "و", "ب", "ل", "ف", "ول", "وب"];
        let key = text.key(at);
        if key.len() >= 6 && key.starts_with('0') && plain_long(key) {
            return Joined::Code(at + 1);
        }
        if at > 0 && text.joined_to_next(at - 1) {
            let before = text.key(at - 1);
            let word_before_mark = at > 1 && text.joined_to_next(at - 2) && text.kind(at - 2) != TokenKind::Punctuation;
            let code = match text.kind(at - 1) {
                TokenKind::Word => !PARTICLES.contains(&before),
                TokenKind::Foreign | TokenKind::Number => true,
                TokenKind::Punctuation => {
                    before == "+"
                        || (matches!(before, "-" | "–" | "=" | "&" | "_" | "/" | ":" | "@") && word_before_mark)
                }
            };
            // «<>30», «=<30» say nothing that can be read.
            let formula = matches!(before, "<" | ">")
                && at > 1
                && text.joined_to_next(at - 2)
                && matches!(text.key(at - 2), "<" | ">" | "=");
            if code || formula {
                return Joined::Code(if before == "+" { telephone_end(text, at) } else { at + 1 });
            }
        }
        let exponent = text.key(at + 1).strip_prefix(['e', 'E']);
        if text.joined_to_next(at)
            && (text.key(at + 1) == "^" || exponent.is_some_and(|rest| rest.is_empty() || plain_long(rest)))
        {
            return Joined::Number;
        }
        // The run of digits and marks that touch one another.
        let is_mark = |token: usize| matches!(text.key(token), "-" | "–" | "/" | ":" | "+" | "~");
        let mut parts = vec![at];
        let mut end = at + 1;
        while is_mark(end)
            && text.joined_to_next(end - 1)
            && text.joined_to_next(end)
            && text.kind(end + 1) == TokenKind::Number
        {
            parts.push(end + 1);
            end += 2;
        }
        if text.joined_to_next(end - 1) && text.kind(end) == TokenKind::Foreign && text.key(end).len() == 1 {
            return Joined::Code(end + 1);
        }
        match parts[..] {
            [_] => Joined::Number,
            [first, second] => self
                .two_joined(text, first, second)
                .map_or(Joined::Code(end), Joined::Mention),
            _ => Joined::Code(end),
        }
    }
}

/// The end of the groups of digits after «+», where they are a telephone number.
fn telephone_end(text: &Text<'_>, at: usize) -> usize {
    let (mut end, mut digits) = (at, 0);
    while text.kind(end) == TokenKind::Number && plain_long(text.key(end)) {
        digits += text.key(end).len();
        end += 1;
        let mark = usize::from(text.key(end) == "-" && text.kind(end + 1) == TokenKind::Number);
        end += mark;
    }
    if digits >= 7 { end } else { at + 1 }
}

fn plain_long(key: &str) -> bool {
    key.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests;
