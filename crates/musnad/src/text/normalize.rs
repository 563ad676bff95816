//! Offset-preserving normalisation: the *folded* text, on which all analysis runs.
//!
//! Folding removes what Arabic writers and encoders vary freely: vowel signs (tashkil), tatweel, zero-width and bidi
//! controls, the seats of hamza («أحمد», «احمد»), final ya and alif maqsura («في», «فى»), ta marbuta («مدينة»,
//! «مدينه»), Persian letters, presentation forms, and the script of digits. One folded character comes from one
//! character of the text, or several from one ligature («ﻻ» gives «لا»), so that every folded offset has a place in
//! the text. Character references that scrapers leave behind («&quot;», «&#34;», «&nbsp;») fold to the character they
//! stand for. The [`Alignment`] keeps only the places where the distance between the two changes.
//!
//! The table of letters is [`musnad_data::fold`]; the lexicons are keyed by the same function.

use musnad_data::fold::{Folded, fold_char};

use super::alignment::Alignment;
use super::reference;

/// A text and its folded form.
#[derive(Debug)]
pub(crate) struct Normalized {
    /// The folded text.
    pub(crate) folded: String,
    /// From folded offsets to the text.
    pub(crate) alignment: Alignment,
    /// Byte offset of the first control character that does not belong into text, if any.
    pub(crate) control: Option<u32>,
    /// Whether any Arabic letter was seen.
    pub(crate) has_arabic: bool,
}

/// Folds a text.
pub(crate) fn normalize(text: &str) -> Normalized {
    let mut folded = String::with_capacity(text.len());
    let mut alignment = Alignment::new(text.len() as u32);
    let mut control = None;
    let mut has_arabic = false;
    let mut resume = 0;
    for (at, c) in text.char_indices() {
        if at < resume {
            continue;
        }
        let mut fold = fold_char(c);
        if c == '&'
            && let Some((len, meant)) = reference::read(&text[at..])
        {
            resume = at + len;
            fold = fold_char(meant);
        }
        if let Folded::Control = fold
            && c != '\r'
        {
            control = control.or(Some(at as u32));
        }
        let (first, second) = match fold {
            Folded::Dropped => continue,
            Folded::Control if c == '\r' => continue,
            Folded::Control => (' ', None),
            Folded::One(c) => (c, None),
            Folded::Two(a, b) => (a, Some(b)),
        };
        has_arabic |= ('\u{621}'..='\u{64a}').contains(&first);
        alignment.push(folded.len() as u32, at as u32);
        folded.push(first);
        if let Some(second) = second {
            alignment.push(folded.len() as u32, at as u32);
            folded.push(second);
        }
    }
    Normalized {
        folded,
        alignment,
        control,
        has_arabic,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        normalize(text).folded
    }

    #[test]
    fn spelling_variants_fall_together() {
        for (a, b) in [
            ("أَعْلَنَتْ", "اعلنت"),
            ("مدينة", "مدينه"),
            ("مســـلحون", "مسلحون"),
            ("فى", "في"),
            ("الأردن", "الاردن"),
            ("٢٠١٥", "2015"),
            ("۱۲", "12"),
            ("ﻻ", "لا"),
            ("\u{200f}قال\u{200e}", "قال"),
            ("مسؤول", "مسوول"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn character_references_become_characters() {
        assert_eq!(
            fold("&quot;نعم&#34; &laquo;لا&raquo;&nbsp;R&D &#9999999999; &"),
            "\"نعم\" «لا» R&D &#9999999999; &"
        );
    }

    #[test]
    fn different_words_stay_apart() {
        for (a, b) in [("قتل", "قبل"), ("سار", "صار"), ("حال", "هال")] {
            assert_ne!(fold(a), fold(b));
        }
    }

    #[test]
    fn controls_are_noticed_and_leave_a_space() {
        let normalized = normalize("قال\0نعم");
        assert_eq!(normalized.control, Some(6));
        assert_eq!(normalized.folded, "قال نعم");
    }
}
