//! Number words and the particles written onto them.

use std::collections::{HashMap, HashSet};

use musnad_data::{fold, measure};
use rustc_hash::FxBuildHasher;

use super::forms::Forms;
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
    /// «حداشر», «خمستاشر»: eleven to nineteen in one word, as spoken.
    Teens,
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
type Phrase = (Vec<String>, Bound);

/// Words that begin a rule without being numbers or bounds themselves.
const OPENERS: [&str; 16] = [
    "ثمن",
    "ال",
    "بين",
    "وبين",
    "فبين",
    "ما",
    "من",
    "ومن",
    "بالميه",
    "بالمايه",
    "نسبه",
    "بنسبه",
    "جزء",
    "جزءا",
    "سالب",
    "ناقص",
];

/// The number words and bounding phrases, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Lexicon {
    words: Forms<Word>,
    before: Forms<u32>,
    after: HashMap<String, Vec<u32>, FxBuildHasher>,
    /// Of words with the same first word the longest phrase comes first.
    phrases: Vec<Phrase>,
    openers: HashSet<&'static str, FxBuildHasher>,
}

impl Lexicon {
    /// Parses the tables.
    pub(crate) fn new() -> Result<Self, Error> {
        let fault =
            |table: &str, line: usize| Error::new(ErrorKind::Resources, format!("number/{table}.tsv:{line}: bad row"));
        let mut words: Vec<(String, Word)> = Vec::new();
        for (line, row) in measure::rows(measure::NUMBER_WORDS) {
            let [form, class, value] = row[..] else {
                return Err(fault("words", line));
            };
            let class = class_of(class).ok_or_else(|| fault("words", line))?;
            let value = value_of(value).ok_or_else(|| fault("words", line))?;
            let form = fold::key(form);
            if !words.iter().any(|(other, word)| *other == form && word.class == class) {
                words.push((form, Word { class, value }));
            }
        }
        let mut rows: Vec<(bool, String, Phrase)> = Vec::new();
        for (line, row) in measure::rows(measure::NUMBER_BOUNDS) {
            let [phrase, place, bound] = row[..] else {
                return Err(fault("bounds", line));
            };
            let bound = bound_of(bound).ok_or_else(|| fault("bounds", line))?;
            let before = match place {
                "before" => true,
                "after" => false,
                _ => return Err(fault("bounds", line)),
            };
            let key = fold::key(phrase);
            let mut parts = key.split(' ').map(str::to_owned);
            let first = parts.next().ok_or_else(|| fault("bounds", line))?;
            rows.push((before, first, (parts.collect(), bound)));
        }
        rows.sort_by_key(|(_, _, (rest, _))| std::cmp::Reverse(rest.len()));
        let (mut before, mut phrases) = (Vec::new(), Vec::new());
        let mut after: HashMap<String, Vec<u32>, FxBuildHasher> = HashMap::default();
        for (is_before, first, phrase) in rows {
            let index = phrases.len() as u32;
            if is_before {
                before.push((first, index));
            } else {
                after.entry(first).or_default().push(index);
            }
            phrases.push(phrase);
        }
        Ok(Self {
            words: Forms::new(words),
            before: Forms::new(before),
            after,
            phrases,
            openers: OPENERS.into_iter().collect(),
        })
    }

    /// Whether a number, or a bound or range of one, can begin with this folded word.
    #[inline]
    pub(crate) fn can_begin(&self, key: &str) -> bool {
        self.words.has(key) || self.before.has(key) || self.openers.contains(key)
    }

    /// The number word in a token, read as one of the classes asked for.
    pub(crate) fn atom(&self, text: &Text<'_>, token: usize, wanted: impl Fn(Class) -> bool) -> Option<Atom> {
        let key = text.key(token);
        let form = self.words.get(key).iter().find(|form| wanted(form.value.class))?;
        // «كميات» is quantities, not «like hundreds».
        if form.governed && key.trim_start_matches('و').starts_with("كمي") {
            return None;
        }
        Some(Atom {
            word: form.value,
            prefix: form.prefix,
            and: form.and,
            governed: form.governed,
            definite: form.definite,
        })
    }

    /// Whether the token is a number word of any kind.
    pub(crate) fn is_number_word(&self, text: &Text<'_>, token: usize) -> bool {
        self.atom(text, token, |_| true).is_some()
    }

    /// The bounding phrase that begins at a token: bound, token after it, bytes of particles in front of it.
    pub(crate) fn bound_before(&self, text: &Text<'_>, token: usize) -> Option<(Bound, usize, u8)> {
        self.before.get(text.key(token)).iter().find_map(|form| {
            self.phrase(text, token, form.value)
                .map(|(bound, end)| (bound, end, form.prefix))
        })
    }

    /// The bounding phrase after a number, from this token on.
    pub(crate) fn bound_after(&self, text: &Text<'_>, token: usize) -> Option<(Bound, usize)> {
        let phrases = self.after.get(text.key(token))?;
        phrases.iter().find_map(|index| self.phrase(text, token, *index))
    }

    /// The bound of a phrase whose first word stands at the token, if the others follow.
    fn phrase(&self, text: &Text<'_>, token: usize, index: u32) -> Option<(Bound, usize)> {
        let (rest, bound) = self.phrases.get(index as usize)?;
        let fits = rest.iter().enumerate().all(|(n, word)| text.key(token + 1 + n) == word);
        fits.then_some((*bound, token + 1 + rest.len()))
    }
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
        "teens" => Class::Teens,
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
