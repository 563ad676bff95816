//! Active and passive participles of a verb.
//!
//! Derived forms make both from the imperfect with م; where the two are spelled alike, one form carries both features.

use crate::feature::{FEMININE, MASCULINE, PARTICIPLE, PASSIVE_PARTICIPLE};
use crate::fold;
use crate::inflect::{Forms, KASRATAN, but_last, feminine_plural, is_hamza, last, masculine_plural, singular};
use crate::verb::Verb;

/// Adds the participles with their inflection.
pub(crate) fn add(forms: &mut Forms, verb: &Verb) {
    let (active, passive) = if verb.form == "I" { simple(verb) } else { derived(verb) };
    match (active, passive) {
        (Some(active), Some(passive)) if fold::key(&active) == fold::key(&passive) => {
            inflect(forms, &active, PARTICIPLE | PASSIVE_PARTICIPLE);
        }
        (active, passive) => {
            if let Some(active) = active {
                inflect(forms, &active, PARTICIPLE);
            }
            for passive in passive.iter().flat_map(|passive| spellings(passive)) {
                inflect(forms, &passive, PASSIVE_PARTICIPLE);
            }
        }
    }
}

fn inflect(forms: &mut Forms, base: &str, features: u32) {
    singular(forms, base, MASCULINE, features);
    let feminine = match last(base) {
        Some(KASRATAN) => format!("{}ية", but_last(base)),
        Some('ى') => format!("{}اة", but_last(base)),
        _ => format!("{base}ة"),
    };
    singular(forms, &feminine, FEMININE, features);
    masculine_plural(forms, base, features);
    feminine_plural(forms, &feminine, features);
}

/// «مسؤول» is also written «مسئول».
fn spellings(passive: &str) -> Vec<String> {
    let mut all = vec![passive.to_owned()];
    if passive.contains("ؤو") {
        all.push(passive.replace("ؤو", "ئو"));
    }
    all
}

/// فاعل and مفعول of form I.
fn simple(verb: &Verb) -> (Option<String>, Option<String>) {
    let letters: Vec<char> = verb.perfect.chars().collect();
    let (c1, c2, c3) = match letters[..] {
        [c1, c2] if verb.doubled => (c1, c2, c2),
        [c1, c2, c3] => (c1, c2, c3),
        _ => return (None, None),
    };
    let head = if is_hamza(c1) {
        "آ".to_owned()
    } else {
        format!("{c1}ا")
    };
    if verb.doubled {
        return (Some(format!("{head}{c2}")), Some(format!("م{c1}{c2}و{c2}")));
    }
    if verb.is_hollow() {
        let long = if verb.imperfect.chars().rev().nth(1) == Some('ي') {
            'ي'
        } else {
            'و'
        };
        let active = if is_hamza(c3) {
            format!("{c1}ائي")
        } else {
            format!("{head}ئ{c3}")
        };
        return (Some(active), Some(format!("م{c1}{long}{c3}")));
    }
    let middle = if is_hamza(c2) { 'ئ' } else { c2 };
    let passive_middle = if is_hamza(c2) { 'ؤ' } else { c2 };
    if verb.is_defective() {
        let end = if last(&verb.imperfect) == Some('و') {
            'و'
        } else {
            'ي'
        };
        return (
            Some(format!("{head}{middle}{KASRATAN}")),
            Some(format!("م{c1}{passive_middle}{end}")),
        );
    }
    let (active_end, passive_end) = if is_hamza(c3) { ('ئ', 'ء') } else { (c3, c3) };
    (
        Some(format!("{head}{middle}{active_end}")),
        Some(format!("م{c1}{passive_middle}و{passive_end}")),
    )
}

fn derived(verb: &Verb) -> (Option<String>, Option<String>) {
    let stem = verb.imperfect.as_str();
    if verb.is_defective() {
        let base = but_last(stem);
        return (Some(format!("م{base}{KASRATAN}")), Some(format!("م{base}ى")));
    }
    let mut active = format!("م{stem}");
    if let Some('أ') = last(&active) {
        // «يتنبأ» «متنبئ»
        active = format!("{}ئ", but_last(&active));
    }
    let passive = if matches!(verb.form, "VII" | "IX" | "QII") {
        None
    } else if let Some(passive) = verb.passive_imperfect() {
        Some(format!("م{passive}"))
    } else if last(stem) == Some('ئ') {
        Some(format!("م{}أ", but_last(stem)))
    } else {
        Some(format!("م{stem}"))
    };
    (Some(active), passive)
}
