//! Takes tokens apart.

use musnad_data::feature;
use musnad_data::lexicon::{self, Class};

use super::analysis::{Analysis, Features, LexemeId, Morphology, Pos, Proclitics};
use super::clitics;
use super::context::Before;
use super::entry::{Entry, entry};
use super::guess;
use super::weigh::{fits, read_marks, spelling_cost, verb_pos, weight};
use crate::error::{Error, ErrorKind};
use crate::text::Text;
use crate::text::token::TokenKind;

/// Most readings kept of a token.
const READINGS: usize = 8;
/// What readings with particles lose where the lexicon has the whole word.
const WHOLE: i16 = 7;

/// Finds the readings of tokens.
#[derive(Debug, Clone)]
pub(crate) struct Analyser {
    entries: std::sync::Arc<[Entry]>,
}

impl Analyser {
    /// Opens the form table.
    pub(crate) fn new() -> Result<Self, Error> {
        let entries = (0..lexicon::len())
            .filter_map(lexicon::lexeme)
            .map(|lexeme| entry(&lexeme))
            .collect::<Result<Vec<_>, _>>()?;
        if lexicon::readings("في").next().is_none() {
            return Err(Error::new(
                ErrorKind::Resources,
                "the form table of musnad-data cannot be read: build it again",
            ));
        }
        Ok(Self {
            entries: entries.into(),
        })
    }

    /// Reads all tokens of a text.
    pub(crate) fn read(&self, text: &Text<'_>) -> Morphology {
        let count = text.tokens.len();
        let mut best = Vec::with_capacity(count);
        let mut others: Vec<Analysis> = Vec::with_capacity(count);
        let mut offsets = Vec::with_capacity(count + 1);
        let mut readings: Vec<Analysis> = Vec::with_capacity(32);
        let mut before = Before::Start;
        let mut sentences = text
            .sentences
            .iter()
            .map(|sentence| sentence.first_token as usize)
            .peekable();
        for token in 0..count {
            offsets.push(others.len() as u32);
            if sentences.next_if_eq(&token).is_some() {
                before = Before::Start;
            }
            let kind = text.kind(token);
            if kind != TokenKind::Word {
                let pos = match kind {
                    TokenKind::Number => Pos::Number,
                    TokenKind::Punctuation => punctuation(text.key(token)),
                    _ => Pos::Other,
                };
                let reading = plain(pos);
                best.push(reading);
                // A colon or an opening mark begins what is said.
                before = match text.key(token) {
                    ":" | "\"" | "«" | "“" => Before::Start,
                    // «(» and the dash leave the expectation as it was.
                    _ if kind == TokenKind::Foreign => Before::Name,
                    _ => Before::after(&reading, ""),
                };
                continue;
            }
            let raw = text.raw_of(token);
            readings.clear();
            self.readings(text.key(token), raw, &mut readings);
            for reading in &mut readings {
                reading.weight += before.bonus(reading);
            }
            readings.sort_by_key(|reading| std::cmp::Reverse(reading.weight));
            let Some(mut first) = readings.first().copied() else {
                continue;
            };
            settle(&mut first, before);
            before = Before::after(&first, raw);
            best.push(first);
            others.extend(readings.iter().skip(1).take(READINGS - 1));
        }
        offsets.push(others.len() as u32);
        Morphology { best, others, offsets }
    }

    /// The readings of one word, unordered; at least one.
    fn readings(&self, word: &str, raw: &str, readings: &mut Vec<Analysis>) {
        // «ة» and «ى» end a word; folding makes them look like pronouns.
        let last = raw.chars().rev().find(|c| !musnad_data::fold::is_mark(*c));
        let marked = raw.len() > word.len();
        clitics::cuts(word, |cut| {
            if cut.misreads_article(raw) {
                return;
            }
            let rest = word.get(usize::from(cut.stem)..).unwrap_or_default();
            for (len, found) in lexicon::prefixes(rest) {
                let suffix = rest.get(len..).unwrap_or_default();
                let cost = if suffix.is_empty() {
                    0
                } else {
                    match clitics::pronoun_cost(suffix) {
                        Some(_) if last == Some('ة') || last == Some('ى') => continue,
                        Some(cost) => cost,
                        None => continue,
                    }
                };
                for found in found {
                    let Some(entry) = self.entries.get(found.lexeme as usize) else {
                        continue;
                    };
                    if !fits(entry, found.features, cut, suffix) {
                        continue;
                    }
                    let mut reading = Analysis {
                        lexeme: Some(LexemeId(found.lexeme)),
                        pos: entry.pos,
                        features: Features(found.features & !(feature::FREE | feature::JOINED)).with(entry.features),
                        proclitics: cut.proclitics,
                        prefix: cut.prefix,
                        stem: cut.stem,
                        suffix: suffix.len() as u8,
                        weight: weight(entry, found.features) - cost - clitics::proclitics_cost(cut.proclitics),
                    };
                    if cut.proclitics.has(Proclitics::AL) {
                        reading.features = reading.features.with(Features::DEFINITE);
                    }
                    if entry.class == Class::Verb {
                        reading.pos = verb_pos(reading.features, entry.pos);
                    }
                    reading.weight -= spelling_cost(entry.lemma, raw, cut, suffix);
                    if marked {
                        read_marks(&mut reading, entry, raw, cut);
                    }
                    readings.push(reading);
                }
            }
        });
        // A word of the lexicon as it stands is seldom something else with particles («وزير», «بيان»).
        if readings
            .iter()
            .any(|reading| reading.prefix == 0 && reading.suffix == 0 && !reading.features.has(Features::SECOND))
        {
            for reading in readings
                .iter_mut()
                .filter(|reading| reading.prefix > 0 && !is_closed(reading.pos))
            {
                reading.weight -= WHOLE;
            }
        }
        guess::seen_stems(word, raw, last, readings);
        if readings.is_empty() {
            guess::unknown(word, raw, last, readings);
        }
        if readings.is_empty() {
            readings.push(plain(Pos::Other));
        }
    }
}

fn plain(pos: Pos) -> Analysis {
    Analysis {
        lexeme: None,
        pos,
        features: Features::NONE,
        proclitics: Proclitics::NONE,
        prefix: 0,
        stem: 0,
        suffix: 0,
        weight: 0,
    }
}

/// Whether the part of speech is a closed class.
fn is_closed(pos: Pos) -> bool {
    !matches!(pos, Pos::Noun | Pos::Adjective | Pos::ProperNoun | Pos::Verb)
}

fn punctuation(key: &str) -> Pos {
    if matches!(key, "%" | "$" | "€" | "£" | "+" | "=" | "°" | "§" | "&" | "@" | "#") {
        Pos::Symbol
    } else {
        Pos::Punctuation
    }
}

/// A participle is an adjective behind a noun, and a noun where it stands alone («المصابون»).
fn settle(reading: &mut Analysis, before: Before) {
    let participle = reading
        .features
        .any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE));
    let indefinite_alif = reading.features.has(Features::ACCUSATIVE) && !reading.features.has(Features::GENITIVE);
    if reading.pos == Pos::Adjective && participle && !indefinite_alif {
        let heads = matches!(
            before,
            Before::Noun | Before::DefiniteNoun | Before::Adjective | Before::Name | Before::Number
        );
        if !heads
            || reading
                .proclitics
                .any(Proclitics::BI.with(Proclitics::LI).with(Proclitics::KA))
        {
            reading.pos = Pos::Noun;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Stem, part of speech and key of the lexeme of each word.
    fn read(text: &str) -> Vec<(String, Pos, String)> {
        let text = Text::new(text);
        let morphology = Analyser::new().unwrap().read(&text);
        (0..text.tokens.len())
            .map(|token| {
                let best = morphology.best(token);
                let lexeme = best.entry().map_or("", |lexeme| lexeme.lemma);
                (text.stem_key(token, best).to_owned(), best.pos, lexeme.to_owned())
            })
            .collect()
    }

    fn one(word: &str) -> (Analysis, String) {
        let text = Text::new(word);
        let best = Analyser::new().unwrap().read(&text).best(0);
        let stem = text.stem_key(0, best).to_owned();
        (best, stem)
    }

    #[test]
    fn particles_and_pronouns_are_taken_off() {
        for (word, stem, pos) in [
            ("وقصفت", "قصفت", Pos::Verb),
            ("وسيقصفونها", "يقصفون", Pos::Verb),
            ("بالمدينة", "مدينه", Pos::Noun),
            ("للسفارة", "سفاره", Pos::Noun),
            ("وصفوه", "وصفو", Pos::Verb),
            ("لهم", "ل", Pos::Adposition),
            ("وعليها", "علي", Pos::Adposition),
            ("بأنه", "ان", Pos::Subordinator),
            ("مدينتهم", "مدينت", Pos::Noun),
            ("ليتحدث", "يتحدث", Pos::Verb),
            ("وقد", "قد", Pos::Auxiliary),
            ("فهذا", "هذا", Pos::Determiner),
        ] {
            let (best, found) = one(word);
            assert_eq!(
                (found.as_str(), best.pos),
                (stem, pos),
                "{word} {best:?} {:?}",
                best.entry()
            );
        }
    }

    #[test]
    fn letters_that_only_look_like_particles_stay() {
        for word in [
            "وزير",
            "وكالة",
            "فريق",
            "بعثة",
            "كبير",
            "لواء",
            "وصف",
            "فيها",
            "بيان",
            "سياسي",
            "كتيبة",
            "وقف",
            "بغداد",
            "وليد",
            "إلكتروني",
        ] {
            let (best, _) = one(word);
            assert_eq!(best.prefix, 0, "{word}");
        }
    }

    #[test]
    fn context_tells_verbs_from_nouns() {
        let words = read("قصف الجيش المدينة بعد قصف القوات");
        assert_eq!(words[0].1, Pos::Verb);
        assert_eq!(words[4].1, Pos::Noun);
        assert_eq!(words[4].2, "قصف");
    }

    #[test]
    fn hamza_as_written_tells_words_apart() {
        assert_eq!(read("قال إنه")[1].2, "إن");
        assert_eq!(read("بعد أن")[1].2, "أن");
        assert_eq!(read("كان")[0].2, "كان");
        assert_eq!(read("هجوم على")[1].2, "على");
    }

    #[test]
    fn a_damma_tells_the_passive() {
        let (best, _) = one("قُصفت");
        assert!(best.features.has(Features::PERFECT.with(Features::PASSIVE)));
        for word in ["اتُهم", "اُعتقل", "استُهدف", "وانتُخب"] {
            let (best, _) = one(word);
            assert!(best.features.has(Features::PERFECT.with(Features::PASSIVE)), "{word}");
        }
        for word in ["قصفت", "اتَهم", "استهدف"] {
            let (best, _) = one(word);
            assert!(!best.features.has(Features::PASSIVE), "{word}");
        }
    }
}
