//! Number words and the particles written onto them.

use std::collections::HashMap;

use musnad_data::{fold, measure};

use crate::error::{Error, ErrorKind};
use crate::text::Text;

/// What a number word does in the grammar of [`super::cardinal`] and [`super::ordinal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// One to nine.
    Unit,
    /// «أحد», «إحدى»: one, only inside eleven, twenty-one …
    One,
    /// «عشر»: ten, and the second word of the teens.
    Ten,
    /// Twenty to ninety.
    Tens,
    /// «مئة».
    Hundred,
    /// «مئتان», «ثلاثمئة»: a hundred with its factor in one word.
    Hundreds,
    /// «ألف», «مليون».
    Scale,
    /// «ألفا»: a scale in the accusative after its factor, or the dual before a noun («ألفا جندي»).
    ScaleAlif,
    /// «آلاف», «ملايين»: a scale after three to ten, or an open number by itself.
    Scales,
    /// «ألفان».
    DualScale,
    /// «عشرات», «مئات»: open numbers.
    Vague,
    /// «بضع», «بضعة»: a few.
    Few,
    /// «الخامس».
    Ordinal,
    /// «الخامسة».
    OrdinalFeminine,
    /// «الحادي»: first, only inside eleventh, twenty-first …
    OrdinalOne,
    /// «نصف», «ثلثا».
    Fraction,
    /// «أرباع»: the denominator after a numerator.
    Parts,
}

/// A number word.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Word {
    /// Its class.
    pub(crate) class: Class,
    /// Its value; of [`Class::Parts`] the denominator.
    pub(crate) value: f64,
}

/// A number word as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Atom {
    /// Class and value of the stem.
    pub(crate) word: Word,
    /// Bytes of the particles in front of it (ال belongs to the word).
    pub(crate) prefix: u8,
    /// Joined by و.
    pub(crate) and: bool,
    /// Governed by ب, ل or ك.
    pub(crate) governed: bool,
    /// Definite by ال.
    pub(crate) definite: bool,
}

/// Splits particles off a folded word: tries every way, shortest first, until `known` takes the rest.
///
/// Returns what `known` gave, the bytes of the particles, and whether there was a و or ف, a ب ل or ك, and ال.
pub(crate) fn peel<T>(key: &str, known: impl Fn(&str) -> Option<T>) -> Option<(T, u8, bool, bool, bool)> {
    if let Some(found) = known(key) {
        return Some((found, 0, false, false, false));
    }
    let after_and = key.strip_prefix(['و', 'ف']);
    for (and, rest) in [(false, Some(key)), (true, after_and)] {
        let Some(rest) = rest else { continue };
        let bytes = (key.len() - rest.len()) as u8;
        if and && let Some(found) = known(rest) {
            return Some((found, bytes, and, false, false));
        }
        if let Some(stem) = rest.strip_prefix("ال")
            && let Some(found) = known(stem)
        {
            return Some((found, bytes, and, false, true));
        }
        // ل swallows the alif of ال: «للثلاثين».
        if let Some(stem) = rest.strip_prefix("لل")
            && let Some(found) = known(stem)
        {
            return Some((found, bytes + 2, and, true, true));
        }
        if let Some(governed) = rest.strip_prefix(['ب', 'ل', 'ك']) {
            if let Some(found) = known(governed) {
                return Some((found, bytes + 2, and, true, false));
            }
            if let Some(stem) = governed.strip_prefix("ال")
                && let Some(found) = known(stem)
            {
                return Some((found, bytes + 2, and, true, true));
            }
        }
    }
    None
}

/// What a phrase does to the number beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// No bound: the number itself.
    Exact,
    /// «نحو», «قرابة».
    About,
    /// «أكثر من».
    More,
    /// «أقل من».
    Less,
    /// «ما لا يقل عن», «على الأقل».
    AtLeast,
    /// «لا يزيد على», «تصل إلى».
    AtMost,
    /// «بين 30 و35».
    Between,
    /// «عشرات».
    Vague,
}

/// A phrase that bounds a number: the folded words after the first, and the bound.
type Phrases = HashMap<String, Vec<(Vec<String>, Bound)>>;

/// The number words and bounding phrases, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    words: HashMap<String, Vec<Word>>,
    before: Phrases,
    after: Phrases,
}

impl Lexicon {
    /// Parses the tables.
    pub(crate) fn new() -> Result<Self, Error> {
        let fault =
            |table: &str, line: usize| Error::new(ErrorKind::Resources, format!("number/{table}.tsv:{line}: bad row"));
        let mut words: HashMap<String, Vec<Word>> = HashMap::new();
        for (line, row) in measure::rows(measure::NUMBER_WORDS) {
            let [form, class, value] = row[..] else {
                return Err(fault("words", line));
            };
            let class = class_of(class).ok_or_else(|| fault("words", line))?;
            let value = value_of(value).ok_or_else(|| fault("words", line))?;
            let entry = words.entry(fold::key(form)).or_default();
            if !entry.iter().any(|word| word.class == class) {
                entry.push(Word { class, value });
            }
        }
        let (mut before, mut after) = (Phrases::new(), Phrases::new());
        for (line, row) in measure::rows(measure::NUMBER_BOUNDS) {
            let [phrase, place, bound] = row[..] else {
                return Err(fault("bounds", line));
            };
            let bound = bound_of(bound).ok_or_else(|| fault("bounds", line))?;
            let table = match place {
                "before" => &mut before,
                "after" => &mut after,
                _ => return Err(fault("bounds", line)),
            };
            let key = fold::key(phrase);
            let mut parts = key.split(' ').map(str::to_owned);
            let first = parts.next().ok_or_else(|| fault("bounds", line))?;
            table.entry(first).or_default().push((parts.collect(), bound));
        }
        for table in [&mut before, &mut after] {
            #[expect(clippy::iter_over_hash_type, reason = "each entry is sorted by itself")]
            for phrases in table.values_mut() {
                phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
            }
        }
        Ok(Self { words, before, after })
    }

    /// The number word in a token, read as one of the classes asked for.
    pub(crate) fn atom(&self, text: &Text<'_>, token: usize, wanted: impl Fn(Class) -> bool) -> Option<Atom> {
        let known = |stem: &str| {
            self.words
                .get(stem)
                .and_then(|words| words.iter().copied().find(|word| wanted(word.class)))
        };
        let (word, prefix, and, governed, definite) = peel(text.key(token), known)?;
        // «كميات» is quantities, not «like hundreds».
        if governed && text.key(token).trim_start_matches('و').starts_with("كمي") {
            return None;
        }
        Some(Atom {
            word,
            prefix,
            and,
            governed,
            definite,
        })
    }

    /// Whether the token is a number word of any kind.
    pub(crate) fn is_number_word(&self, text: &Text<'_>, token: usize) -> bool {
        self.atom(text, token, |_| true).is_some()
    }

    /// The bounding phrase that begins at a token: bound, token after it, bytes of particles in front of it.
    pub(crate) fn bound_before(&self, text: &Text<'_>, token: usize) -> Option<(Bound, usize, u8)> {
        find_phrase(&self.before, text, token, true)
    }

    /// The bounding phrase after a number, from this token on.
    pub(crate) fn bound_after(&self, text: &Text<'_>, token: usize) -> Option<(Bound, usize)> {
        find_phrase(&self.after, text, token, false).map(|(bound, end, _)| (bound, end))
    }
}

fn find_phrase(table: &Phrases, text: &Text<'_>, token: usize, particles: bool) -> Option<(Bound, usize, u8)> {
    let (phrases, prefix) = if particles {
        let (phrases, prefix, ..) = peel(text.key(token), |stem| table.get(stem))?;
        (phrases, prefix)
    } else {
        (table.get(text.key(token))?, 0)
    };
    phrases.iter().find_map(|(rest, bound)| {
        let fits = rest.iter().enumerate().all(|(n, word)| text.key(token + 1 + n) == word);
        fits.then_some((*bound, token + 1 + rest.len(), prefix))
    })
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "unit" => Class::Unit,
        "one" => Class::One,
        "ten" => Class::Ten,
        "tens" => Class::Tens,
        "hundred" => Class::Hundred,
        "hundreds" => Class::Hundreds,
        "scale" => Class::Scale,
        "scale_alif" => Class::ScaleAlif,
        "scales" => Class::Scales,
        "dual_scale" => Class::DualScale,
        "vague" => Class::Vague,
        "few" => Class::Few,
        "ordinal" => Class::Ordinal,
        "ordinal_feminine" => Class::OrdinalFeminine,
        "ordinal_one" => Class::OrdinalOne,
        "fraction" => Class::Fraction,
        "parts" => Class::Parts,
        _ => return None,
    })
}

fn bound_of(name: &str) -> Option<Bound> {
    Some(match name {
        "about" => Bound::About,
        "more" => Bound::More,
        "less" => Bound::Less,
        "at_least" => Bound::AtLeast,
        "at_most" => Bound::AtMost,
        "equal" => Bound::Between,
        _ => return None,
    })
}

fn value_of(value: &str) -> Option<f64> {
    match value.split_once('/') {
        Some((part, whole)) => Some(part.parse::<f64>().ok()? / whole.parse::<f64>().ok()?),
        None => value.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_read() {
        let lexicon = Lexicon::new().unwrap();
        let text = Text::new("وبالثلاثين");
        let atom = lexicon.atom(&text, 0, |_| true).unwrap();
        assert_eq!(
            (atom.word.value, atom.and, atom.governed, atom.definite, atom.prefix),
            (30.0, true, true, true, 4)
        );
    }

    #[test]
    fn longest_bounding_phrase_wins() {
        let lexicon = Lexicon::new().unwrap();
        let text = Text::new("ما لا يقل عن عشرة");
        assert_eq!(lexicon.bound_before(&text, 0), Some((Bound::AtLeast, 4, 0)));
        let text = Text::new("لأكثر من عام");
        assert_eq!(lexicon.bound_before(&text, 0), Some((Bound::More, 2, 2)));
    }
}
