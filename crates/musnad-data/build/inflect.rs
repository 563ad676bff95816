//! What the paradigms share: a place to put forms, and spelling.

use crate::feature::{
    ACCUSATIVE, CONSTRUCT, DUAL, FEMININE, FREE, GENITIVE, JOINED, MASCULINE, NOMINATIVE, PLURAL, SINGULAR,
};
use crate::fold;

pub(crate) const SHADDA: char = '\u{651}';
pub(crate) const KASRATAN: char = '\u{64d}';

/// The forms of one lexeme: folded spelling and features.
#[derive(Debug, Default)]
pub(crate) struct Forms {
    pub(crate) all: Vec<(String, u32)>,
}

impl Forms {
    /// Adds the form that the parts spell together.
    pub(crate) fn add(&mut self, parts: &[&str], features: u32) {
        let form = fold::key(&parts.concat());
        if !form.is_empty() && !self.all.iter().any(|(known, has)| *known == form && *has == features) {
            self.all.push((form, features));
        }
    }
}

/// All characters but the last.
pub(crate) fn but_last(word: &str) -> &str {
    word.char_indices().next_back().map_or("", |(at, _)| &word[..at])
}

/// The last character.
pub(crate) fn last(word: &str) -> Option<char> {
    word.chars().next_back()
}

/// The character before the last.
pub(crate) fn second_last(word: &str) -> Option<char> {
    word.chars().rev().nth(1)
}

/// The word with the character before its last one replaced, or taken out where `with` is empty.
pub(crate) fn replace_second_last(word: &str, with: &str) -> String {
    let mut chars: Vec<char> = word.chars().collect();
    if chars.len() < 2 {
        return word.to_owned();
    }
    let end = chars.pop();
    chars.pop();
    let mut out: String = chars.into_iter().collect();
    out.push_str(with);
    out.extend(end);
    out
}

/// Whether the letter is a hamza, on whatever seat.
pub(crate) fn is_hamza(c: char) -> bool {
    matches!(c, 'ء' | 'أ' | 'إ' | 'ؤ' | 'ئ' | 'آ')
}

/// The seats that a final hamza takes before pronouns and endings («أعضاؤه», «أعضائه», «أعضاءه»).
pub(crate) const SEATS: [&str; 4] = ["ء", "ؤ", "ئ", "أ"];

/// Singular of a noun or participle, masculine or feminine by `gender`, with its accusative, dual and joined forms.
pub(crate) fn singular(forms: &mut Forms, base: &str, gender: u32, features: u32) {
    word(forms, base, features | gender | SINGULAR, true);
    let dual = features | gender | DUAL;
    let stem = match last(base) {
        Some('ة') => format!("{}ت", but_last(base)),
        Some('ى' | KASRATAN) => format!("{}ي", but_last(base)),
        // «عصا»: the duals of such nouns are too rare to be worth their homographs.
        Some('ا') => return,
        // «صحراء»: the waw of feminine duals and the hamza of others («قضاءان»).
        Some('ء') if second_last(base) == Some('ا') && gender == FEMININE => format!("{}و", but_last(base)),
        _ => base.to_owned(),
    };
    forms.add(&[&stem, "ان"], dual | NOMINATIVE | FREE);
    forms.add(&[&stem, "ين"], dual | ACCUSATIVE | GENITIVE | FREE);
    forms.add(&[&stem, "ا"], dual | NOMINATIVE | CONSTRUCT);
    forms.add(&[&stem, "ي"], dual | ACCUSATIVE | GENITIVE | CONSTRUCT);
}

/// Sound masculine plural.
pub(crate) fn masculine_plural(forms: &mut Forms, base: &str, features: u32) {
    let plural = features | MASCULINE | PLURAL;
    let stem = match last(base) {
        Some('ى' | KASRATAN | 'ة') => but_last(base),
        _ => base,
    };
    forms.add(&[stem, "ون"], plural | NOMINATIVE | FREE);
    forms.add(&[stem, "ين"], plural | ACCUSATIVE | GENITIVE | FREE);
    forms.add(&[stem, "و"], plural | NOMINATIVE | CONSTRUCT);
    forms.add(&[stem, "ي"], plural | ACCUSATIVE | GENITIVE | CONSTRUCT);
}

/// Sound feminine plural.
pub(crate) fn feminine_plural(forms: &mut Forms, base: &str, features: u32) {
    let plural = features | FEMININE | PLURAL;
    match last(base) {
        Some('ة') if second_last(base) == Some('ا') => {
            // «مباراة», «قناة»: the alif gives way («مباريات», «قنوات»); both spellings are tried.
            let stem = but_last(but_last(base));
            forms.add(&[stem, "يات"], plural);
            forms.add(&[stem, "وات"], plural);
        }
        Some('ة' | 'ا') => forms.add(&[but_last(base), "ات"], plural),
        Some('ى' | KASRATAN) => forms.add(&[but_last(base), "يات"], plural),
        Some('ء') if second_last(base) == Some('ا') => {
            forms.add(&[base, "ات"], plural);
            forms.add(&[but_last(base), "وات"], plural);
        }
        _ => forms.add(&[base, "ات"], plural),
    }
}

/// A broken plural.
pub(crate) fn broken_plural(forms: &mut Forms, base: &str, gender: u32, features: u32) {
    // Diptotes («مدارس», «مفاتيح») take no alif in the accusative.
    let diptote = base.chars().count() >= 5 && base.chars().nth(2) == Some('ا');
    word(forms, base, features | gender | PLURAL, !diptote);
}

/// One word with its accusative alif and the spelling it has before pronouns.
fn word(forms: &mut Forms, base: &str, features: u32, alif: bool) {
    match last(base) {
        Some('ة') => {
            forms.add(&[base], features | FREE);
            forms.add(&[but_last(base), "ت"], features | JOINED);
        }
        Some('ى') => {
            forms.add(&[base], features | FREE);
            forms.add(&[but_last(base), "ا"], features | JOINED);
        }
        Some(KASRATAN) => {
            let stem = but_last(base);
            forms.add(&[stem], features | FREE);
            forms.add(&[stem, "ي"], features);
            if alif {
                forms.add(&[stem, "يا"], features | ACCUSATIVE | FREE);
            }
        }
        Some('ا') => forms.add(&[base], features),
        Some(hamza) if is_hamza(hamza) => {
            forms.add(&[base], features | FREE);
            for seat in SEATS {
                forms.add(&[but_last(base), seat], features | JOINED);
            }
            if alif && second_last(base) != Some('ا') && hamza != 'أ' {
                // «شيئا», «جزءا»
                let seat = if second_last(base) == Some('ي') { "ئ" } else { "ء" };
                forms.add(&[but_last(base), seat, "ا"], features | ACCUSATIVE | FREE);
            }
        }
        _ => {
            forms.add(&[base], features);
            if alif {
                forms.add(&[base, "ا"], features | ACCUSATIVE | FREE);
            }
        }
    }
}
