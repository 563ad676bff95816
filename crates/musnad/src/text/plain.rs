//! Plain text: letters as written, without what no reader sees.
//!
//! «وَقَالَ» is «وقال», «ﻷﺣﻤﺪ» is «لأحمد», «٣» is «3». Hamzas, ى and ة stay, unlike in the folded text; the two have the same
//! number of characters, so that the n-th of one is the n-th of the other.

use musnad_data::fold::{Folded, plain_char};

use super::{Text, reference};

impl Text<'_> {
    /// Appends the plain letters of a token; as many as its key has.
    pub(crate) fn plain_into(&self, token: usize, plain: &mut String) {
        let raw = self.raw_of(token);
        let mut resume = 0;
        for (at, c) in raw.char_indices() {
            if at < resume {
                continue;
            }
            let letters = match reference::read(&raw[at..]) {
                Some((len, meant)) if c == '&' => {
                    resume = at + len;
                    plain_char(meant)
                }
                _ => plain_char(c),
            };
            match letters {
                Folded::Dropped | Folded::Control => {}
                Folded::One(c) => plain.push(c),
                Folded::Two(first, second) => plain.extend([first, second]),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_goes_with_the_folded_text() {
        let text = Text::new("وَقَالَ ﻷﺣﻤـد إنّ المدرسةَ ٣ &quot;كبرى&quot; R&D 😀");
        let plain: Vec<String> = (0..text.tokens.len())
            .map(|token| {
                let mut plain = String::new();
                text.plain_into(token, &mut plain);
                plain
            })
            .collect();
        assert_eq!(
            plain,
            [
                "وقال",
                "لأحمد",
                "إن",
                "المدرسة",
                "3",
                "\"",
                "كبرى",
                "\"",
                "R",
                "&",
                "D",
                "😀"
            ]
        );
        for (token, plain) in plain.iter().enumerate() {
            assert_eq!(plain.chars().count(), text.key(token).chars().count());
        }
    }
}
