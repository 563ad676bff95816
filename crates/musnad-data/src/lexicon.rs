//! Words with their forms, compiled from `tables/lexicon`.
//!
//! A *form* is a stem in folded spelling ([`crate::fold`]), without particles, ال and pronouns. «مدينت» is a form, since
//! that is what stands before a pronoun («مدينتهم»).

use std::sync::OnceLock;

use fst::raw::{Fst, Output};

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

static FORMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.fst"));
static POSTINGS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/postings.bin"));

/// What a lexeme is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Class {
    /// A verb; its participles and verbal nouns are readings of it.
    Verb,
    /// A noun.
    Noun,
    /// An adjective.
    Adjective,
    /// A word of a closed class.
    Particle,
}

/// A dictionary entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lexeme {
    /// Dictionary form as spelled in the tables: hamza kept, final shadda of doubled verbs kept.
    pub lemma: &'static str,
    /// What it is.
    pub class: Class,
    /// Wazn of a verb (`I` to `X`, `Q`, `QII`); universal part of speech of a particle; empty otherwise.
    pub form: &'static str,
    /// Tags, separated by commas.
    pub tags: &'static str,
    /// Sector of actors in PLOVER's terms; empty where there is none.
    pub sector: &'static str,
    /// English gloss.
    pub gloss: &'static str,
}

impl Lexeme {
    /// Whether the tag is among [`Lexeme::tags`].
    pub fn has_tag(&self, tag: &str) -> bool {
        self.tags.split(',').any(|one| one == tag)
    }
}

/// What a form can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The lexeme.
    pub lexeme: u32,
    /// Bits of [`crate::feature`].
    pub features: u32,
}

/// Number of lexemes; ids are below it.
pub fn len() -> u32 {
    LEXEMES.len() as u32
}

/// The lexeme of an id.
pub fn lexeme(id: u32) -> Option<Lexeme> {
    LEXEMES.get(id as usize).copied()
}

/// Ids of the lexemes with this key: `قصف/I` for a verb, the lemma for any other word. Spelling is folded, but where some
/// lexemes are spelled exactly so, only those are given («بدأ/I», not «بدا/I»).
pub fn find(key: &str) -> impl Iterator<Item = u32> {
    // Folding leaves the Latin form after the slash as it is.
    let folded = crate::fold::key(key);
    let first = KEYS.partition_point(|(known, _)| *known < folded.as_str());
    let end = first + KEYS[first..].partition_point(|(known, _)| *known == folded);
    let found = &KEYS[first..end];
    let spelling = bare(key.split('/').next().unwrap_or(key));
    let is_exact = move |id: u32| lexeme(id).is_some_and(|lexeme| bare(lexeme.lemma) == spelling);
    let any_exact = found.iter().any(|(_, id)| is_exact(*id));
    found
        .iter()
        .map(|(_, id)| *id)
        .filter(move |id| !any_exact || is_exact(*id))
}

fn bare(word: &str) -> String {
    word.chars().filter(|c| !crate::fold::is_mark(*c)).collect()
}

/// The readings of a form.
pub fn readings(form: &str) -> Readings {
    prefixes(form)
        .find(|(len, _)| *len == form.len())
        .map_or(Readings { bytes: &[] }, |(_, readings)| readings)
}

/// Every prefix of the word that is a form, shortest first, as its length in bytes with its readings: one walk through
/// the table serves all ways to take a pronoun off.
pub fn prefixes(word: &str) -> Prefixes<'_> {
    let table = table();
    Prefixes {
        word: word.as_bytes(),
        at: 0,
        state: table.map(|fst| (fst, fst.root().addr(), Output::zero())),
    }
}

fn table() -> Option<&'static Fst<&'static [u8]>> {
    static TABLE: OnceLock<Option<Fst<&'static [u8]>>> = OnceLock::new();
    TABLE.get_or_init(|| Fst::new(FORMS).ok()).as_ref()
}

/// Iterator of [`prefixes`].
#[derive(Clone)]
pub struct Prefixes<'w> {
    word: &'w [u8],
    at: usize,
    /// The table, the node reached, and the value summed up on the way there.
    state: Option<(&'static Fst<&'static [u8]>, usize, Output)>,
}

impl Iterator for Prefixes<'_> {
    type Item = (usize, Readings);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (table, address, sum) = self.state?;
            let byte = *self.word.get(self.at)?;
            let node = table.node(address);
            let Some(index) = node.find_input(byte) else {
                self.state = None;
                return None;
            };
            let transition = node.transition(index);
            let sum = sum.cat(transition.out);
            self.state = Some((table, transition.addr, sum));
            self.at += 1;
            let next = table.node(transition.addr);
            if next.is_final() {
                let value = sum.cat(next.final_output()).value();
                let (first, count) = ((value >> 8) as usize * 4, (value & 255) as usize * 4);
                return Some((
                    self.at,
                    Readings {
                        bytes: POSTINGS.get(first..first + count).unwrap_or_default(),
                    },
                ));
            }
        }
    }
}

/// The readings of one form, by lexeme.
#[derive(Debug, Clone)]
pub struct Readings {
    bytes: &'static [u8],
}

impl Iterator for Readings {
    type Item = Reading;

    fn next(&mut self) -> Option<Reading> {
        let (&[a, b, c, d], rest) = self.bytes.split_first_chunk::<4>()?;
        self.bytes = rest;
        let set = usize::from(u16::from_le_bytes([c, d]));
        Some(Reading {
            lexeme: u32::from(u16::from_le_bytes([a, b])),
            features: FEATURE_SETS.get(set).copied().unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feature::*;

    fn has(form: &str, key: &str, features: u32) -> bool {
        let ids: Vec<u32> = find(key).collect();
        assert!(!ids.is_empty(), "{key} is not in the lexicon");
        readings(&crate::fold::key(form)).any(|r| ids.contains(&r.lexeme) && r.features & features == features)
    }

    #[test]
    fn the_table_opens() {
        assert!(table().is_some());
        assert!(len() > 0);
        assert!(lexeme(len()).is_none());
    }

    #[test]
    fn verbs_of_every_class_conjugate() {
        for (form, key, features) in [
            ("وصفت", "وصف/I", PERFECT | FEMININE),
            ("وصفو", "وصف/I", PERFECT | PLURAL | JOINED),
            ("يصفون", "وصف/I", IMPERFECT | PLURAL),
            ("يوصف", "وصف/I", IMPERFECT | PASSIVE),
            ("موصوفة", "وصف/I", PASSIVE_PARTICIPLE | FEMININE),
            ("عدنا", "عاد/I", PERFECT | FIRST | PLURAL),
            ("يعد", "عاد/I", IMPERFECT | SHORT),
            ("عائدين", "عاد/I", PARTICIPLE | PLURAL | ACCUSATIVE),
            ("أعيد", "أعاد/IV", PERFECT | PASSIVE),
            ("أعيدت", "أعاد/IV", PERFECT | PASSIVE | FEMININE),
            ("يعاد", "أعاد/IV", IMPERFECT | PASSIVE),
            ("أعدنا", "أعاد/IV", PERFECT | FIRST | PLURAL),
            ("معاد", "أعاد/IV", PASSIVE_PARTICIPLE),
            ("إعادة", "أعاد/IV", MASDAR),
            ("إعادت", "أعاد/IV", MASDAR | JOINED),
            ("رموا", "رمى/I", PERFECT | PLURAL),
            ("رما", "رمى/I", PERFECT | JOINED),
            ("رميت", "رمى/I", PERFECT | FIRST),
            ("يرمون", "رمى/I", IMPERFECT | PLURAL),
            ("يرم", "رمى/I", IMPERFECT | SHORT),
            ("بقوا", "بقي/I", PERFECT | PLURAL),
            ("يبقى", "بقي/I", IMPERFECT | SINGULAR),
            ("باقين", "بقي/I", PARTICIPLE | PLURAL),
            ("بدت", "بدا/I", PERFECT | FEMININE),
            ("يبد", "بدا/I", IMPERFECT | SHORT),
            ("رددنا", "ردّ/I", PERFECT | FIRST),
            ("ترد", "ردّ/I", IMPERFECT | FEMININE),
            ("مردود", "ردّ/I", PASSIVE_PARTICIPLE),
            ("استطعنا", "استطاع/X", PERFECT | FIRST),
            ("يستطيعوا", "استطاع/X", IMPERFECT | PLURAL | SHORT),
            ("يؤخذ", "أخذ/I", IMPERFECT | PASSIVE),
            ("سئل", "سأل/I", PERFECT | PASSIVE),
            ("مسؤولون", "سأل/I", PASSIVE_PARTICIPLE | PLURAL),
            ("مسئول", "سأل/I", PASSIVE_PARTICIPLE),
            ("قرأوا", "قرأ/I", PERFECT | PLURAL),
            ("قرؤوا", "قرأ/I", PERFECT | PLURAL),
            ("يقرؤون", "قرأ/I", IMPERFECT | PLURAL),
            ("قارئ", "قرأ/I", PARTICIPLE),
            ("يروا", "رأى/I", IMPERFECT | PLURAL | SHORT),
            ("جاءت", "جاء/I", PERFECT | FEMININE),
            ("جاؤوا", "جاء/I", PERFECT | PLURAL),
            ("جئنا", "جاء/I", PERFECT | FIRST | PLURAL),
            ("استمرت", "استمرّ/X", PERFECT | FEMININE),
            ("استمررنا", "استمرّ/X", PERFECT | FIRST),
            ("مستمرة", "استمرّ/X", PARTICIPLE | FEMININE),
            ("يتلقون", "تلقى/V", IMPERFECT | PLURAL),
            ("متلقيا", "تلقى/V", PARTICIPLE | ACCUSATIVE),
            ("نتناول", "تناول/VI", IMPERFECT | FIRST | PLURAL),
            ("اختير", "اختار/VIII", PERFECT | PASSIVE),
            ("اختيارات", "اختار/VIII", MASDAR | PLURAL),
            ("مختارين", "اختار/VIII", PARTICIPLE | PASSIVE_PARTICIPLE),
            ("سوعدوا", "ساعد/III", PERFECT | PASSIVE | PLURAL),
            ("يسعون", "سعى/I", IMPERFECT | PLURAL),
            ("ساعيا", "سعى/I", PARTICIPLE | ACCUSATIVE),
        ] {
            assert!(has(form, key, features), "{form} of {key}");
        }
    }

    #[test]
    fn passive_is_marked_only_where_spelling_shows_it() {
        assert!(!has("وصف", "وصف/I", PASSIVE));
        assert!(!has("يساعد", "ساعد/III", PASSIVE));
    }

    #[test]
    fn nouns_and_adjectives_inflect() {
        for (form, key, features) in [
            ("وزيرا", "وزير", ACCUSATIVE),
            ("وزيرين", "وزير", DUAL),
            ("وزراء", "وزير", PLURAL),
            ("وزرائ", "وزير", PLURAL | JOINED),
            ("أعضاؤ", "عضو", PLURAL | JOINED),
            ("مدينت", "مدينة", SINGULAR | FEMININE | JOINED),
            ("مدينتي", "مدينة", DUAL | CONSTRUCT),
            ("سنوات", "سنة", PLURAL),
            ("سنتين", "سنة", DUAL),
            ("مبان", "مبنى", PLURAL),
            ("مباني", "مبنى", PLURAL),
            ("نادي", "نادٍ", SINGULAR),
            ("أنديت", "نادٍ", PLURAL | JOINED),
            ("جزءا", "جزء", ACCUSATIVE),
            ("كبرى", "أكبر", FEMININE),
            ("كبيرتين", "كبير", DUAL | FEMININE),
        ] {
            assert!(has(form, key, features), "{form} of {key}");
        }
        assert!(!has("مدينتا", "مدينة", SINGULAR));
    }

    #[test]
    fn one_walk_finds_all_prefixes() {
        let found: Vec<usize> = prefixes("وصفوه").map(|(len, _)| len / 2).collect();
        assert!(found.ends_with(&[3, 4]), "{found:?}");
    }
}
