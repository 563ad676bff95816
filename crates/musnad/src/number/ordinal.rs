//! Ordinals: «الأول», «الثانية عشرة», «الخامس والعشرون», «المئة والخامسة والعشرون».
//!
//! Not ordinals: the second word of month names («كانون الأول», «ربيع الثاني»), «أول أمس», indefinite feminine forms
//! («ثانية» is also a second, «رابعة» a name).

use super::lexicon::{Class, Lexicon};
use crate::text::Text;

/// An ordinal read from the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Ordinal {
    /// Token after its last.
    pub(crate) end: usize,
    /// Bytes of particles in front of its first token.
    pub(crate) prefix: u8,
    /// The value.
    pub(crate) value: f64,
    /// Definite by ال.
    pub(crate) definite: bool,
}

impl Lexicon {
    /// The ordinal that begins at a token.
    pub(crate) fn ordinal(&self, text: &Text<'_>, start: usize) -> Option<Ordinal> {
        if start
            .checked_sub(1)
            .is_some_and(|before| begins_month_name(text.key(before)))
        {
            return None;
        }
        let mut found = self
            .ordinal_from_hundreds(text, start)
            .or_else(|| self.ordinal_below_hundred(text, start))?;
        // «الخامس بعد المئة», «الحادية والعشرون بعد المئتين».
        if found.value < 100.0
            && text.key(found.end) == "بعد"
            && let Some(hundred) = self
                .atom(text, found.end + 1, |class| {
                    matches!(
                        class,
                        Class::Hundred | Class::Hundreds | Class::Scale | Class::DualScale
                    )
                })
                .filter(|hundred| hundred.definite && hundred.prefix == 0)
        {
            let twice = hundred.word.class == Class::DualScale;
            found.value += hundred.word.value * if twice { 2.0 } else { 1.0 };
            found.end += 2;
        }
        Some(found)
    }

    fn ordinal_below_hundred(&self, text: &Text<'_>, start: usize) -> Option<Ordinal> {
        let is_ordinal = |class| {
            matches!(
                class,
                Class::Ordinal | Class::OrdinalFeminine | Class::OrdinalOne | Class::Tens | Class::One | Class::Ten
            )
        };
        let atom = self
            .atom(text, start, is_ordinal)
            .or_else(|| self.atom(text, start, |class| class == Class::Unit))?;
        let (class, value) = (atom.word.class, atom.word.value);
        let found = |value, end| {
            Some(Ordinal {
                end,
                prefix: atom.prefix,
                value,
                definite: atom.definite,
            })
        };
        let alone = text.key(start + 1) == "و";
        let tens = self
            .atom(text, start + 1 + usize::from(alone), |class| class == Class::Tens)
            .filter(|next| next.definite && !next.governed && (next.and || alone));
        if let Some(tens) = tens
            && atom.definite
            && matches!(
                class,
                Class::Ordinal | Class::OrdinalFeminine | Class::OrdinalOne | Class::One | Class::Unit
            )
            && value < 10.0
        {
            // «الثلاثة والعشرين» is a definite cardinal; «الواحد والعشرون» has no other form.
            let cardinal = class == Class::Unit && value > 1.0;
            return if cardinal {
                None
            } else {
                found(value + tens.word.value, start + 2 + usize::from(alone))
            };
        }
        let ten = self
            .atom(text, start + 1, |class| class == Class::Ten)
            .filter(|next| next.prefix == 0);
        if ten.is_some()
            && value < 10.0
            && (matches!(class, Class::Ordinal | Class::OrdinalFeminine | Class::OrdinalOne)
                || (atom.definite && class == Class::One))
        {
            return found(value + 10.0, start + 2);
        }
        match class {
            Class::Ordinal => {
                let day = text.key(start + 1) == "امس" || (text.key(start + 1) == "من" && text.key(start + 2) == "امس");
                if value < 1.5 && day {
                    None
                } else {
                    found(value, start + 1)
                }
            }
            Class::OrdinalFeminine if atom.definite || (value < 1.5 && atom.prefix == 0) => found(value, start + 1),
            Class::Tens if atom.definite && !atom.and && !self.is_number_word(text, start + 1) => {
                found(value, start + 1)
            }
            _ => None,
        }
    }

    /// «المئة», «الألف» with a smaller ordinal, or alone after a definite noun.
    fn ordinal_from_hundreds(&self, text: &Text<'_>, start: usize) -> Option<Ordinal> {
        let atom = self
            .atom(text, start, |class| {
                matches!(class, Class::Hundred | Class::Hundreds | Class::Scale)
            })
            .filter(|atom| atom.definite)?;
        let next = self.atom(text, start + 1, |class| {
            matches!(class, Class::Ordinal | Class::OrdinalFeminine | Class::OrdinalOne)
        });
        if next.is_some_and(|next| next.and && next.definite && !next.governed) {
            let rest = self.ordinal_below_hundred(text, start + 1)?;
            return Some(Ordinal {
                end: rest.end,
                prefix: atom.prefix,
                value: atom.word.value + rest.value,
                definite: true,
            });
        }
        let after_noun = start > 0
            && text.key(start - 1).starts_with("ال")
            && !atom.and
            && !atom.governed
            && !self.is_number_word(text, start - 1);
        (after_noun && !self.is_number_word(text, start + 1)).then_some(Ordinal {
            end: start + 1,
            prefix: atom.prefix,
            value: atom.word.value,
            definite: true,
        })
    }
}

/// First words of month names whose second word looks like an ordinal.
fn begins_month_name(key: &str) -> bool {
    const FIRST: [&str; 4] = ["كانون", "تشرين", "ربيع", "جمادي"];
    FIRST.iter().any(|first| {
        key.strip_suffix(first)
            .is_some_and(|particles| matches!(particles, "" | "و" | "ب" | "ل" | "ف" | "ال" | "وال"))
    })
}
