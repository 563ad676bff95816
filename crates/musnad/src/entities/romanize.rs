//! Names in Latin letters for readers without Arabic: «حسين العزي» → «Hussein al-Ezzi».
//!
//! Consonants and long vowels by BGN/PCGN 1956 without diacritics (th, kh, dh, sh, gh; ayn and hamza left out). The short
//! vowels, which the script does not write, come from the spellings of the table of persons where it has the word, else an
//! a stands between two consonants. Not handled: the right short vowel of a word that no table has.

use musnad_data::gazetteer::Gazetteer;

/// The name in Latin letters.
pub(crate) fn romanize(gazetteer: &Gazetteer, name: &str) -> String {
    let folded = musnad_data::fold::key(name);
    let mut latin = String::new();
    for (number, (key, raw)) in folded.split(' ').zip(name.split(' ')).enumerate() {
        if number > 0 {
            latin.push(' ');
        }
        match gazetteer.latin(key) {
            Some(known) => latin.push_str(known),
            None => match raw.strip_prefix("ال").filter(|rest| rest.chars().count() > 2) {
                Some(rest) => {
                    latin.push_str("al-");
                    latin.push_str(
                        &gazetteer
                            .latin(&musnad_data::fold::key(rest))
                            .map_or_else(|| word(rest), str::to_owned),
                    );
                }
                None => latin.push_str(&word(raw)),
            },
        }
    }
    latin
}

fn is_long(latin: &str) -> bool {
    latin.ends_with(['a', 'i', 'u'])
}

fn word(raw: &str) -> String {
    let letters: Vec<char> = raw.chars().filter(|c| !musnad_data::fold::is_mark(*c)).collect();
    let mut latin = String::new();
    let mut open = true;
    for (at, letter) in letters.iter().enumerate() {
        let first = at == 0;
        let last = at + 1 == letters.len();
        let next = letters.get(at + 1);
        let sound = match letter {
            'ا' | 'أ' | 'آ' | 'ى' | 'ة' => "a",
            'إ' => "i",
            'ب' => "b",
            'ت' | 'ط' => "t",
            'ث' => "th",
            'ج' => "j",
            'ح' | 'ه' => "h",
            'خ' => "kh",
            'د' | 'ض' => "d",
            'ذ' => "dh",
            'ر' => "r",
            'ز' | 'ظ' => "z",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'غ' => "gh",
            'ف' => "f",
            'ق' => "q",
            'ك' => "k",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'و' if first || next == Some(&'ا') => "w",
            'و' => "u",
            'ي' if first || matches!(next, Some('ا' | 'ة')) => "y",
            'ي' => "i",
            'پ' => "p",
            'ڤ' => "v",
            'گ' | 'ڨ' => "g",
            'چ' => "ch",
            'ع' | 'ء' | 'ئ' | 'ؤ' => "",
            other if other.is_ascii() => {
                latin.push(*other);
                continue;
            }
            _ => "",
        };
        let vowel = is_long(sound);
        // Two consonants side by side have a short vowel between them, save at the end of the word.
        if !open && !vowel && !sound.is_empty() && !(last && latin.len() > 2) {
            latin.push('a');
        }
        if !(vowel && latin.ends_with(sound)) {
            latin.push_str(sound);
        }
        if !sound.is_empty() || matches!(letter, 'ع') {
            open = vowel;
        }
        if matches!(letter, 'ع') && first {
            latin.push('a');
            open = true;
        }
    }
    let mut letters = latin.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_tables_have_their_vowels() {
        let gazetteer = Gazetteer::new().unwrap();
        assert_eq!(romanize(&gazetteer, "محمود حسين"), "Mahmoud Hussein");
        assert_eq!(romanize(&gazetteer, "خالد الدليمي"), "Khaled al-Dulaimi");
    }

    #[test]
    fn others_are_spelt_letter_by_letter() {
        for (arabic, latin) in [("كفرنبل", "Kafaranabl"), ("شيخون", "Shaykhun"), ("سراقب", "Saraqab")] {
            let found = word(arabic);
            assert!(
                found.is_ascii() && found.starts_with(|c: char| c.is_ascii_uppercase()),
                "{found}"
            );
            let skeleton = |text: &str| text.to_lowercase().replace(['a', 'i', 'u', 'y'], "");
            assert_eq!(skeleton(&found), skeleton(latin), "{found}");
        }
    }
}
