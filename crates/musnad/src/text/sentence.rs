//! Sentences.
//!
//! A sentence ends at «.», «؟», «!» or «…», and at the end of its section. It does not end
//! - at the point of an abbreviation: a single letter («د. سالم», «أ. ب.»), Latin letters by name («إم. بي. سي.»), or a
//!   short Latin word before a word;
//! - inside a quotation that goes on: the quotation and the words that report it are one sentence
//!   («"لن نقبل. سنرد بقوة"، قال الناطق»), up to [`LONGEST_QUOTE`] tokens.
//!
//! A sentence is never longer than [`LONGEST`] tokens; what is longer is read in parts, and a warning says so.

use std::ops::Range;

use super::quote::Quote;
use super::section::Part;
use super::token::{TextToken, TokenKind};

/// Longest sentence, in tokens: keeps every later stage linear.
pub(crate) const LONGEST: usize = 400;
/// Longest quotation that is kept in one sentence.
const LONGEST_QUOTE: usize = 120;

/// Token ranges of the sentences.
pub(crate) fn split(folded: &str, tokens: &[TextToken], layout: &[Part], quotes: &[Quote]) -> Vec<Range<usize>> {
    let key = |index: usize| &folded[tokens[index].start as usize..tokens[index].end as usize];
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 1);
    let mut next_quote = 0;
    // Token after the closing mark of the quotation we are in; sentences do not end before it.
    let mut quoted_until = 0;
    for part in layout {
        let mut first = part.tokens.start;
        let mut index = first;
        while index < part.tokens.end {
            while let Some(quote) = quotes.get(next_quote)
                && quote.open <= index
            {
                if quote.close - quote.open <= LONGEST_QUOTE {
                    quoted_until = quoted_until.max(quote.close);
                }
                next_quote += 1;
            }
            let ends = index >= quoted_until && is_end(key(index)) && !is_abbreviation(tokens, folded, index);
            index += 1;
            if ends {
                // Closing marks and repeated stops belong to the sentence they follow.
                while index < part.tokens.end && tokens[index - 1].end == tokens[index].start && is_closing(key(index))
                {
                    index += 1;
                }
            }
            if ends || index - first >= LONGEST {
                sentences.push(first..index);
                first = index;
            }
        }
        if first < part.tokens.end {
            sentences.push(first..part.tokens.end);
        }
    }
    sentences
}

fn is_end(key: &str) -> bool {
    matches!(key, "." | "؟" | "!" | "…" | "?" | "۔")
}

fn is_closing(key: &str) -> bool {
    is_end(key) || matches!(key, "\"" | "»" | "”" | ")" | "]" | "'")
}

/// Whether the point at `index` belongs to an abbreviation.
fn is_abbreviation(tokens: &[TextToken], folded: &str, index: usize) -> bool {
    let (Some(before), Some(after)) = (index.checked_sub(1).map(|i| tokens[i]), tokens.get(index + 1)) else {
        return false;
    };
    if before.end != tokens[index].start {
        return false;
    }
    // «..» and «...» are pauses in many desks; the last one decides.
    if after.start == tokens[index].end && &folded[after.start as usize..after.end as usize] == "." {
        return true;
    }
    let letters = folded[before.start as usize..before.end as usize].chars().count();
    match before.kind {
        TokenKind::Word if letters == 1 => after.kind != TokenKind::Punctuation,
        TokenKind::Word => {
            let key = |token: TextToken| &folded[token.start as usize..token.end as usize];
            let letter_before = index >= 3 && key(tokens[index - 2]) == "." && is_letter_name(key(tokens[index - 3]));
            is_letter_name(key(before))
                && after.kind == TokenKind::Word
                && (letter_before || is_letter_name(key(*after)))
        }
        // «U.S.», «St. »: a point without a space after it, or after a short word before another Latin word.
        TokenKind::Foreign => {
            after.start == tokens[index].end && after.kind == TokenKind::Foreign
                || letters == 1 && after.kind == TokenKind::Foreign
        }
        // «3. الملف»: a number that opens a line is an item of a list.
        _ => false,
    }
}

/// Names of Latin letters as Arabic desks spell acronyms.
fn is_letter_name(key: &str) -> bool {
    matches!(
        key,
        "اي" | "ايه"
            | "بي"
            | "سي"
            | "دي"
            | "اف"
            | "جي"
            | "اتش"
            | "جيه"
            | "كي"
            | "كيه"
            | "ال"
            | "ام"
            | "ان"
            | "او"
            | "كيو"
            | "ار"
            | "اس"
            | "تي"
            | "يو"
            | "في"
            | "دبليو"
            | "اكس"
            | "واي"
            | "زد"
    )
}

#[cfg(test)]
mod tests {
    use crate::text::Text;

    fn sentences(text: &str) -> Vec<String> {
        let read = Text::new(text);
        read.sentences
            .iter()
            .map(|sentence| sentence.span.of(text).to_owned())
            .collect()
    }

    #[test]
    fn stops_questions_and_abbreviations() {
        assert_eq!(
            sentences("قال د. سالم إن العدد 10.5 ملايين. هل يكفي؟ نعم!"),
            ["قال د. سالم إن العدد 10.5 ملايين.", "هل يكفي؟", "نعم!"]
        );
    }

    #[test]
    fn spelled_acronyms_stay_whole() {
        assert_eq!(
            sentences("قالت قناة إم. بي. سي. إن البث عاد. وانتهى."),
            ["قالت قناة إم. بي. سي. إن البث عاد.", "وانتهى."]
        );
    }

    #[test]
    fn a_quotation_stays_whole() {
        assert_eq!(
            sentences("قال: \"لن نقبل. سنرد بقوة\". وأضاف ذلك."),
            ["قال: \"لن نقبل. سنرد بقوة\".", "وأضاف ذلك."]
        );
    }
}
