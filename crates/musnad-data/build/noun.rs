//! Nouns and adjectives: what a row spells.

use crate::feature::{FEMININE, MASCULINE, SINGULAR};
use crate::inflect::{Forms, broken_plural, feminine_plural, masculine_plural, singular};

/// Forms of a noun.
pub(crate) fn noun(lemma: &str, plurals: &str, gender: &str) -> Result<Forms, String> {
    let gender = match gender {
        "m" => MASCULINE,
        "f" => FEMININE,
        other => return Err(format!("gender is m or f, not {other:?}")),
    };
    let mut forms = Forms::default();
    singular(&mut forms, lemma, gender, 0);
    plural(&mut forms, lemma, plurals, gender);
    Ok(forms)
}

/// Forms of an adjective; the feminine is ة, a word of its own («كبرى»), or - for none.
pub(crate) fn adjective(lemma: &str, feminine: &str, plurals: &str) -> Forms {
    let mut forms = Forms::default();
    singular(&mut forms, lemma, MASCULINE, 0);
    let feminine = match feminine {
        "-" => None,
        "ة" if lemma.ends_with(crate::inflect::KASRATAN) => {
            Some(format!("{}ية", lemma.trim_end_matches(crate::inflect::KASRATAN)))
        }
        "ة" => Some(format!("{lemma}ة")),
        other => Some(other.to_owned()),
    };
    if let Some(feminine) = &feminine {
        singular(&mut forms, feminine, FEMININE, 0);
    }
    for one in plurals.split(',') {
        match one.trim() {
            "ات" => feminine_plural(&mut forms, feminine.as_deref().unwrap_or(lemma), 0),
            other => plural(&mut forms, lemma, other, MASCULINE),
        }
    }
    forms
}

fn plural(forms: &mut Forms, lemma: &str, plurals: &str, gender: u32) {
    for one in plurals.split(',') {
        match one.trim() {
            "-" => {}
            "ون" => masculine_plural(forms, lemma, 0),
            "ات" => feminine_plural(forms, lemma, 0),
            // «سنوات», «مسؤوليات» spelled out are sound plurals all the same: they take no alif.
            sound if sound.ends_with("ات") && sound.chars().count() > 4 => {
                forms.add(&[sound], FEMININE | crate::feature::PLURAL);
            }
            broken => broken_plural(forms, broken, gender, 0),
        }
    }
}

/// Forms of a verbal noun.
pub(crate) fn masdar(forms: &mut Forms, word: &str) {
    let gender = if word.ends_with('ة') { FEMININE } else { MASCULINE };
    singular(forms, word, gender, crate::feature::MASDAR);
    feminine_plural(forms, word, crate::feature::MASDAR);
    debug_assert!(forms.all.iter().any(|(_, features)| features & SINGULAR != 0));
}
