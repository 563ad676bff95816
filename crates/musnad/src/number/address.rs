//! Web and mail addresses (`https://example.org/2020/05/12`, `info2015@example.org`), whose digits are no numbers or dates.

use crate::text::Text;
use crate::text::token::TokenKind;

/// The token after the run of joined tokens that begins here, where that run holds an address.
pub(crate) fn address_end(text: &Text<'_>, at: usize) -> Option<usize> {
    if at > 0 && text.joined_to_next(at - 1) {
        return None;
    }
    let end = (at..text.tokens.len()).find(|token| !text.joined_to_next(*token))? + 1;
    let foreign = |token: usize| token < end && text.kind(token) == TokenKind::Foreign;
    let is_address = |token: usize| match text.key(token) {
        "@" => token > at && foreign(token + 1),
        ":" => text.key(token + 1) == "/" && text.key(token + 2) == "/" && token + 2 < end,
        "." => {
            token > at
                && foreign(token - 1)
                && foreign(token + 1)
                && (text.key(token + 2) == "/" || is_www(text.key(token - 1)))
        }
        _ => false,
    };
    (end > at + 2 && (at..end).any(is_address)).then_some(end)
}

fn is_www(key: &str) -> bool {
    key.eq_ignore_ascii_case("www")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first_address(text: &str) -> Option<usize> {
        let text = Text::new(text);
        (0..text.tokens.len()).find(|at| address_end(&text, *at).is_some())
    }

    #[test]
    fn addresses_are_told_from_words_with_marks() {
        for text in [
            "https://example.org/2020/05/12/story-15?q=30%25",
            "www.example.org",
            "example.org/2015/7",
            "info2015@example.org",
        ] {
            assert_eq!(first_address(text), Some(0), "{text}");
        }
        for text in ["قال: 15/7/2015", "F-16", "@desk2020", "من 10 إلى 20.", "الساعة 15:30"] {
            assert_eq!(first_address(text), None, "{text}");
        }
    }
}
