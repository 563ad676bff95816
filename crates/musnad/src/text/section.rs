//! Parts of an article: title, dateline, headings, paragraphs, credits line.
//!
//! The rules look at lines only: how long, how they end, how they begin. A *title* is a first line that is short, has no
//! full stop at its end and is followed by more text. A *heading* is such a line further down. *Credits* are last lines
//! that begin with «المصدر» (source) and its like. A *dateline* stands at the start of the first paragraph and ends with
//! a dash or colon after an agency in brackets or a date: «هراري 15-7 (اف ب) -», «دبي، الإمارات (CNN) --».
//!
//! Not handled: datelines without any mark («طرابلس في 3 يونيو»), bylines inside the first paragraph.

use std::ops::Range;

use super::token::{TextToken, TokenKind};
use crate::document::SectionKind;

/// A section, as a range of tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) kind: SectionKind,
    pub(crate) tokens: Range<usize>,
}

/// Most words a headline has in the desks seen; longer first lines are text.
const TITLE_WORDS: usize = 26;
/// Most words of a heading between paragraphs.
const HEADING_WORDS: usize = 14;
/// Most tokens of a dateline, its closing dash included.
const DATELINE_TOKENS: usize = 24;

/// Token ranges of the lines that have tokens.
pub(crate) fn lines(folded: &str, tokens: &[TextToken]) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut first = 0;
    for index in 1..=tokens.len() {
        let breaks = match tokens.get(index) {
            None => true,
            Some(token) => folded[tokens[index - 1].end as usize..token.start as usize].contains('\n'),
        };
        if breaks {
            lines.push(first..index);
            first = index;
        }
    }
    lines
}

/// Sorts lines into sections.
pub(crate) fn layout(folded: &str, tokens: &[TextToken], lines: &[Range<usize>]) -> Vec<Part> {
    let key = |index: usize| &folded[tokens[index].start as usize..tokens[index].end as usize];
    let words = |line: &Range<usize>| {
        tokens[line.clone()]
            .iter()
            .filter(|token| token.kind != TokenKind::Punctuation)
            .count()
    };
    let ends_like_text = |line: &Range<usize>| {
        // A closing quotation mark or bracket may follow the full stop.
        line.clone()
            .rev()
            .map(key)
            .find(|key| !matches!(*key, "\"" | "»" | "”" | ")" | "'"))
            .is_some_and(|key| matches!(key, "." | "،" | "؛" | ":"))
    };
    let mut parts = Vec::with_capacity(lines.len() + 1);
    let mut paragraph_seen = false;
    for (number, line) in lines.iter().enumerate() {
        let has_more = number + 1 < lines.len();
        if number > 0 && is_agency_line(line, &key, tokens) {
            parts.push(Part {
                kind: SectionKind::Dateline,
                tokens: line.clone(),
            });
            continue;
        }
        if number > 0 && is_credits(line, &key) {
            parts.push(Part {
                kind: SectionKind::Credits,
                tokens: line.clone(),
            });
            continue;
        }
        let dateline = if paragraph_seen {
            0
        } else {
            dateline_len(folded, tokens, line)
        };
        if number == 0 && has_more && dateline == 0 && words(line) <= TITLE_WORDS && !ends_like_text(line) {
            parts.push(Part {
                kind: SectionKind::Title,
                tokens: line.clone(),
            });
            continue;
        }
        if number > 0
            && has_more
            && dateline == 0
            && words(line) <= HEADING_WORDS
            && !ends_like_text(line)
            && !is_list_item(key(line.start))
        {
            parts.push(Part {
                kind: SectionKind::Heading,
                tokens: line.clone(),
            });
            continue;
        }
        paragraph_seen = true;
        if dateline > 0 {
            parts.push(Part {
                kind: SectionKind::Dateline,
                tokens: line.start..line.start + dateline,
            });
        }
        if line.start + dateline < line.end {
            parts.push(Part {
                kind: SectionKind::Paragraph,
                tokens: line.start + dateline..line.end,
            });
        }
    }
    parts
}

/// «المصدر : الجزيرة + وكالات», «المصادر: رويترز», «(وكالات)».
fn is_credits<'a>(line: &Range<usize>, key: &impl Fn(usize) -> &'a str) -> bool {
    if line.len() > DATELINE_TOKENS {
        return false;
    }
    let colon = line.clone().take(4).find(|index| key(*index) == ":");
    match key(line.start) {
        "المصدر" | "المصادر" => colon == Some(line.start + 1),
        // «مصدر: …» also opens headlines.
        "مصدر" | "مصادر" => colon == Some(line.start + 1) && line.clone().any(|index| is_agency(key(index))),
        "اعداد" | "تحرير" | "ترجمه" | "كتب" | "كتبت" | "مراسله" => {
            colon == Some(line.start + 1) && line.len() <= 8
        }
        "(" | "[" => {
            line.len() <= 8 && matches!(key(line.end - 1), ")" | "]") && line.clone().any(|index| is_agency(key(index)))
        }
        "وكالات" | "الوكالات" => line.len() <= 6,
        _ => false,
    }
}

/// A line of its own with date and agency: «الرياض 25 شوال 1436 هـ الموافق 10 أغسطس 2015 م واس».
fn is_agency_line<'a>(line: &Range<usize>, key: &impl Fn(usize) -> &'a str, tokens: &[TextToken]) -> bool {
    line.len() <= DATELINE_TOKENS
        && tokens[line.clone()].iter().any(|token| token.kind == TokenKind::Number)
        && line.clone().rev().take(3).any(|index| is_agency(key(index)))
        && !line.clone().any(|index| matches!(key(index), "." | ":" | "،"))
}

fn is_agency(key: &str) -> bool {
    matches!(
        key,
        "وكالات"
            | "الوكالات"
            | "رويترز"
            | "اف"
            | "فرانس"
            | "افب"
            | "اب"
            | "واس"
            | "بنا"
            | "وام"
            | "كونا"
            | "سانا"
            | "قنا"
            | "بترا"
            | "واع"
            | "شينخوا"
            | "تاس"
            | "سبوتنيك"
            | "الاناضول"
            | "معا"
            | "وفا"
            | "CNN"
            | "AFP"
            | "BBC"
            | "AP"
            | "REUTERS"
            | "Reuters"
    )
}

fn is_list_item(key: &str) -> bool {
    matches!(key, "-" | "–" | "—" | "•" | "*" | "·")
}

/// Number of tokens of the dateline at the start of the line, 0 where there is none.
fn dateline_len(folded: &str, tokens: &[TextToken], line: &Range<usize>) -> usize {
    let key = |index: usize| &folded[tokens[index].start as usize..tokens[index].end as usize];
    let mut bracket = false;
    let mut agency_in_bracket = false;
    let mut digits = false;
    let mut words_before_bracket = 0;
    for index in line.clone().take(DATELINE_TOKENS) {
        match key(index) {
            "(" | "[" => bracket = true,
            ")" | "]" => bracket = false,
            "." | "؟" | "!" | "\"" | "«" | "“" if !bracket => return 0,
            "-" | "–" | "—" | ":" if !bracket && index > line.start => {
                let between_digits = tokens[index - 1].kind == TokenKind::Number
                    && tokens
                        .get(index + 1)
                        .is_some_and(|next| next.kind == TokenKind::Number && next.start == tokens[index].end);
                let evidence = agency_in_bracket || (digits && words_before_bracket <= 4);
                if !between_digits && evidence {
                    // «--» is one dash typed twice.
                    let twice = index + 1 < line.end && key(index + 1) == key(index);
                    return index + 1 + usize::from(twice) - line.start;
                }
                if key(index) == ":" && !digits {
                    return 0;
                }
            }
            // «(أ ف ب)», «(د ب أ)» are written letter by letter.
            word if bracket => {
                agency_in_bracket |=
                    is_agency(word) || tokens[index].kind == TokenKind::Foreign || word.chars().count() == 1;
            }
            _ => {
                digits |= tokens[index].kind == TokenKind::Number;
                words_before_bracket += usize::from(tokens[index].kind == TokenKind::Word);
                if words_before_bracket > 8 {
                    return 0;
                }
            }
        }
    }
    0
}
