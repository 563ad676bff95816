//! Tokens: what stands between spaces and punctuation.
//!
//! «وقال د. سالم: 10.5%» has the tokens وقال ، د ، . ، سالم ، : ، 10.5 ، %. Letters and digits that touch («ال1701»,
//! «15جثة») are separate tokens; a decimal or thousands mark between digits stays inside the number («1,500», «10،5»);
//! hyphens, slashes and colons between digits do not, so that dates, ranges and clock times show their parts.

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum TokenKind {
    /// Arabic letters.
    Word,
    /// Letters of any other script.
    Foreign,
    /// ASCII digits (folding has brought all scripts of digits there) with decimal and thousands marks.
    Number,
    /// One mark of punctuation, or any other symbol.
    Punctuation,
}

impl TokenKind {
    /// What a token is made of, by its first character.
    pub(crate) fn of(token: &str) -> Self {
        match token.chars().next().map(class) {
            Some(Class::Arabic) => Self::Word,
            Some(Class::Foreign) => Self::Foreign,
            Some(Class::Digit) => Self::Number,
            _ => Self::Punctuation,
        }
    }
}

/// A token: a byte range of the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TextToken {
    /// First byte in the folded text.
    pub(crate) start: u32,
    /// Byte after the last in the folded text.
    pub(crate) end: u32,
    /// What it is made of.
    pub(crate) kind: TokenKind,
}

/// What a character is to the tokenizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Arabic,
    Foreign,
    Digit,
    Space,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '\u{621}'..='\u{64a}'
        | '\u{66e}'..='\u{6d3}'
        | '\u{6fa}'..='\u{6ff}'
        | '\u{750}'..='\u{77f}'
        | '\u{8a0}'..='\u{8c9}'
        | '\u{fb50}'..='\u{fdfb}' => Class::Arabic,
        '0'..='9' => Class::Digit,
        _ if c.is_whitespace() => Class::Space,
        _ if c.is_alphanumeric() => Class::Foreign,
        _ => Class::Other,
    }
}

/// Cuts the folded text into tokens.
pub(crate) fn tokenize(folded: &str) -> Vec<TextToken> {
    // An Arabic word with its space takes about eleven bytes.
    let mut tokens: Vec<TextToken> = Vec::with_capacity(folded.len() / 10 + 4);
    let mut chars = folded.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        let kind = match class(c) {
            Class::Space => continue,
            Class::Other => {
                tokens.push(TextToken {
                    start: start as u32,
                    end: (start + c.len_utf8()) as u32,
                    kind: TokenKind::Punctuation,
                });
                continue;
            }
            Class::Arabic => TokenKind::Word,
            Class::Foreign => TokenKind::Foreign,
            Class::Digit => TokenKind::Number,
        };
        let run = class(c);
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            let continues = class(next) == run
                || (run == Class::Foreign && next.is_ascii_digit())
                || (run == Class::Digit
                    && is_number_mark(next)
                    && folded[at + next.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()));
            if !continues {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        tokens.push(TextToken {
            start: start as u32,
            end: end as u32,
            kind,
        });
    }
    tokens
}

/// Decimal and thousands marks; the Arabic comma too, which many desks type for a decimal point.
fn is_number_mark(c: char) -> bool {
    matches!(c, '.' | ',' | '،')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokenize(text)
            .iter()
            .map(|t| &text[t.start as usize..t.end as usize])
            .collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(cut("وقال د. سالم: 10.5%"), ["وقال", "د", ".", "سالم", ":", "10.5", "%"]);
        assert_eq!(cut("القرار 1,500، و10،5"), ["القرار", "1,500", "،", "و", "10،5"]);
        assert_eq!(cut("15-7 ال1701 إم16"), ["15", "-", "7", "ال", "1701", "إم", "16"]);
        assert_eq!(cut("عام 2015."), ["عام", "2015", "."]);
        assert_eq!(cut("(CNN) F16 -- طالبت"), ["(", "CNN", ")", "F16", "-", "-", "طالبت"]);
    }
}
