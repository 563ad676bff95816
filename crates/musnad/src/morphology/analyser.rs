//! Takes tokens apart.

use musnad_data::feature;
use musnad_data::lexicon::{self, Class, Lexeme};

use super::analysis::{Analysis, Features, LexemeId, Morphology, Pos, Proclitics};
use super::clitics::{self, Cut};
use super::context::Before;
use super::guess;
use crate::error::{Error, ErrorKind};
use crate::text::Text;
use crate::text::token::TokenKind;

/// Most readings kept of a token.
const READINGS: usize = 8;
/// What a reading weighs before anything is taken off.
const PARTICLE: i16 = 106;
const NOUN: i16 = 90;
const ADJECTIVE: i16 = 89;
const VERB: i16 = 88;
const PARTICIPLE: i16 = 86;
const MASDAR: i16 = 87;
/// What readings with particles lose where the lexicon has the whole word.
const WHOLE: i16 = 7;

/// What the analyser needs of a lexeme, read once.
#[derive(Debug, Clone, Copy)]
struct Entry {
    lemma: &'static str,
    class: Class,
    pos: Pos,
    /// Features that follow from tags.
    features: Features,
    /// Passive of forms I and V to X shows in the vowel of the prefix («يُقتل»).
    vowel_tells_voice: bool,
    /// A verb of form I.
    is_simple: bool,
}

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

fn entry(lexeme: &Lexeme) -> Result<Entry, Error> {
    let pos = match (lexeme.class, lexeme.form) {
        (Class::Verb, _) if matches!(lexeme.lemma, "كان") => Pos::Auxiliary,
        (Class::Verb, _) => Pos::Verb,
        (Class::Noun, _) | (Class::Particle, "NOUN") => Pos::Noun,
        (Class::Adjective, _) => Pos::Adjective,
        (Class::Particle, "ADP") => Pos::Adposition,
        (Class::Particle, "ADV") => Pos::Adverb,
        (Class::Particle, "AUX") => Pos::Auxiliary,
        (Class::Particle, "CCONJ") => Pos::Coordinator,
        (Class::Particle, "DET") => Pos::Determiner,
        (Class::Particle, "INTJ") => Pos::Interjection,
        (Class::Particle, "NUM") => Pos::Number,
        (Class::Particle, "PART") => Pos::Particle,
        (Class::Particle, "PRON") => Pos::Pronoun,
        (Class::Particle, "SCONJ") => Pos::Subordinator,
        (Class::Particle, other) => {
            let message = format!(
                "particles.tsv: {} has the part of speech {other}, which the analyser does not know",
                lexeme.lemma
            );
            return Err(Error::new(ErrorKind::Resources, message));
        }
    };
    let mut features = Features::NONE;
    for tag in lexeme.tags.split(',') {
        features = features.with(match tag {
            "rel" => Features::RELATIVE,
            "dem" => Features::DEMONSTRATIVE,
            "negation" => Features::NEGATION,
            "jussive" | "subjunctive" | "future" | "perfective" => Features::BEFORE_VERB,
            "complementizer" => Features::COMPLEMENTIZER,
            "quantifier" => Features::QUANTIFIER,
            "time" => Features::TIME,
            "possessive" => Features::POSSESSIVE,
            "interrogative" => Features::INTERROGATIVE,
            "human" => Features::HUMAN,
            "p1" => Features::FIRST,
            "p2" => Features::SECOND,
            "p3" => Features::THIRD,
            "m" => Features::MASCULINE,
            "f" => Features::FEMININE,
            "s" => Features::SINGULAR,
            "d" => Features::DUAL,
            "p" => Features::PLURAL,
            _ => Features::NONE,
        });
    }
    Ok(Entry {
        lemma: lexeme.lemma,
        class: lexeme.class,
        pos,
        features,
        is_simple: lexeme.form == "I",
        vowel_tells_voice: !matches!(lexeme.form, "II" | "III" | "IV" | "Q"),
    })
}

/// Whether particles, stem and pronoun go together.
fn fits(entry: &Entry, features: u32, cut: Cut, suffix: &str) -> bool {
    let joined = !suffix.is_empty();
    if joined && features & feature::FREE != 0 || !joined && features & feature::JOINED != 0 {
        return false;
    }
    let particles = cut.proclitics;
    let preposition = particles.any(Proclitics::BI.with(Proclitics::LI).with(Proclitics::KA));
    let article = particles.has(Proclitics::AL);
    if article && joined {
        return false;
    }
    let finite = features & (feature::PERFECT | feature::IMPERFECT) != 0;
    if particles.has(Proclitics::SA) {
        return features & feature::IMPERFECT != 0 && features & feature::SHORT == 0;
    }
    match entry.class {
        Class::Particle => {
            !article
                && (!preposition || matches!(entry.pos, Pos::Noun | Pos::Number | Pos::Determiner | Pos::Subordinator))
                && !(preposition && joined && entry.pos == Pos::Determiner)
                && suffix != "ني"
                || article && matches!(entry.pos, Pos::Noun | Pos::Number) && !joined
        }
        Class::Verb if finite => {
            let purpose = particles.has(Proclitics::LI) && features & feature::IMPERFECT != 0;
            !article && (!preposition || purpose) && suffix != "ي"
        }
        _ => {
            let indefinite_alif = features & feature::ACCUSATIVE != 0 && features & feature::GENITIVE == 0;
            let construct = features & feature::CONSTRUCT != 0;
            let nominative = features & feature::NOMINATIVE != 0;
            !(article && (construct || indefinite_alif))
                && !(preposition && (nominative || indefinite_alif))
                && suffix != "ني"
        }
    }
}

fn verb_pos(features: Features, finite: Pos) -> Pos {
    if features.any(Features::PERFECT.with(Features::IMPERFECT).with(Features::IMPERATIVE)) {
        finite
    } else if features.has(Features::MASDAR) {
        Pos::Noun
    } else {
        Pos::Adjective
    }
}

/// What a reading weighs by class and by how rare the form is in news.
fn weight(entry: &Entry, features: u32) -> i16 {
    let mut weight = match entry.class {
        Class::Particle => return PARTICLE,
        Class::Noun => NOUN,
        Class::Adjective => ADJECTIVE,
        Class::Verb if features & feature::MASDAR != 0 => MASDAR,
        Class::Verb if features & (feature::PARTICIPLE | feature::PASSIVE_PARTICIPLE) != 0 => PARTICIPLE,
        Class::Verb => VERB,
    };
    let finite = entry.class == Class::Verb && features & (feature::PERFECT | feature::IMPERFECT) != 0;
    for (bits, cost) in [
        (feature::SECOND, 26),
        (feature::FIRST, 8),
        (feature::SHORT, 6),
        (feature::DUAL, 5),
        (feature::CONSTRUCT, 7),
        (feature::PASSIVE, 3),
    ] {
        if features & bits != 0 {
            weight -= cost;
        }
    }
    // Hollow verbs spell it as many a noun is spelled («زير», «عيد»).
    if entry.is_simple
        && finite
        && features & (feature::PASSIVE | feature::PERFECT) == feature::PASSIVE | feature::PERFECT
    {
        weight -= 8;
    }
    if finite && features & feature::PLURAL != 0 && features & feature::FEMININE != 0 {
        weight -= 14;
    }
    if !finite && features & feature::ACCUSATIVE != 0 && features & feature::GENITIVE == 0 {
        weight -= 3;
    }
    weight
}

/// What it costs that the letters as written differ from the lemma where folding hides it («علي» for «على», «ان» for «أن»).
fn spelling_cost(lemma: &'static str, raw: &str, cut: Cut, suffix: &str) -> i16 {
    let bare = |word: &'static str| word.chars().filter(|c| !musnad_data::fold::is_mark(*c));
    let letters = raw.chars().filter(|c| !musnad_data::fold::is_mark(*c)).count();
    let stem_letters = letters.saturating_sub(usize::from(cut.stem) / 2 + suffix.len() / 2);
    if bare(lemma).count() != stem_letters {
        return 0;
    }
    let stem = raw
        .chars()
        .filter(|c| !musnad_data::fold::is_mark(*c))
        .skip(usize::from(cut.stem) / 2);
    let mut cost = 0;
    for (position, (written, expected)) in stem.take(stem_letters).zip(bare(lemma)).enumerate() {
        cost += match (written, expected) {
            _ if written == expected => 0,
            // A bare alif for hamza, a final ya for alif maqsura and the reverse, ha for ta marbuta: common slips.
            ('ا', 'أ' | 'إ' | 'آ') if position == 0 => 1,
            ('ا', 'أ' | 'إ' | 'آ') => 20,
            ('أ' | 'إ' | 'آ', 'ا' | 'أ' | 'إ' | 'آ') => 24,
            // «عليها»: alif maqsura is written at the end of a word only.
            ('ي', 'ى') if !suffix.is_empty() => 0,
            ('ي', 'ى') => 12,
            ('ى', 'ي') => 2,
            ('ه', 'ة') => 8,
            ('ة', 'ه') => 30,
            ('ؤ' | 'ئ', _) | (_, 'ؤ' | 'ئ') => 10,
            // Another form of the lexeme: nothing can be said.
            _ => return 0,
        };
    }
    cost
}

/// Vowel signs tell the voice: «قُتل», «يُقتل».
fn read_marks(reading: &mut Analysis, entry: &Entry, raw: &str, cut: Cut) {
    const DAMMA: char = '\u{64f}';
    let mut letters = 0;
    let mut damma = false;
    for c in raw.chars() {
        if !musnad_data::fold::is_mark(c) {
            letters += 1;
        } else if c == DAMMA && letters == usize::from(cut.stem) / 2 + 1 {
            damma = true;
        }
    }
    if !damma {
        return;
    }
    if reading.features.has(Features::PERFECT) {
        reading.features = reading.features.with(Features::PASSIVE);
        reading.weight += 16;
    } else if reading.features.has(Features::IMPERFECT) && entry.vowel_tells_voice {
        reading.features = reading.features.with(Features::PASSIVE);
        reading.weight += 8;
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
                let lexeme = best
                    .lexeme
                    .and_then(|id| lexicon::lexeme(id.0))
                    .map_or("", |lexeme| lexeme.lemma);
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
                best.lexeme.and_then(|id| lexicon::lexeme(id.0))
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
        let (best, _) = one("قصفت");
        assert!(!best.features.has(Features::PASSIVE));
    }
}
