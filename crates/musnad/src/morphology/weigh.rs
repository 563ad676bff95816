//! Which particles, stems and pronouns go together, and what a reading weighs before its neighbours are asked.

use musnad_data::feature;
use musnad_data::lexicon::Class;

use super::analysis::{Analysis, Features, Pos, Proclitics};
use super::clitics::Cut;
use super::entry::Entry;

/// What a reading weighs before anything is taken off.
const PARTICLE: i16 = 106;
const NOUN: i16 = 90;
const ADJECTIVE: i16 = 89;
const VERB: i16 = 88;
const PARTICIPLE: i16 = 86;
const MASDAR: i16 = 87;

/// Whether particles, stem and pronoun go together.
pub(super) fn fits(entry: &Entry, features: u32, cut: Cut, suffix: &str) -> bool {
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
            let takes_preposition = match entry.pos {
                Pos::Noun | Pos::Number | Pos::Subordinator => true,
                Pos::Determiner => !joined,
                _ => false,
            };
            if article {
                matches!(entry.pos, Pos::Noun | Pos::Number)
            } else {
                (takes_preposition || !preposition) && suffix != "ني"
            }
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

/// Part of speech of a form of a verb.
pub(super) fn verb_pos(features: Features, finite: Pos) -> Pos {
    if features.any(Features::PERFECT.with(Features::IMPERFECT).with(Features::IMPERATIVE)) {
        finite
    } else if features.has(Features::MASDAR) {
        Pos::Noun
    } else {
        Pos::Adjective
    }
}

/// What a reading weighs by class and by how rare the form is in news.
pub(super) fn weight(entry: &Entry, features: u32) -> i16 {
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
pub(super) fn spelling_cost(lemma: &'static str, raw: &str, cut: Cut, suffix: &str) -> i16 {
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
pub(super) fn read_marks(reading: &mut Analysis, entry: &Entry, raw: &str, cut: Cut) {
    const DAMMA: char = '\u{64f}';
    let first = usize::from(cut.stem) / 2 + 1;
    let mut letters = 0;
    let mut damma = false;
    // «اُستُهدف», «اتُّهم»: the letters before the root have it too.
    let mut augment = false;
    for c in raw.chars() {
        if !musnad_data::fold::is_mark(c) {
            letters += 1;
            augment = match letters - first.min(letters) {
                0 => c == 'ا',
                1 => augment && matches!(c, 'ت' | 'س' | 'ن' | 'ص' | 'ض' | 'ط' | 'ز'),
                2 => augment && c == 'ت',
                _ => false,
            };
        } else if c == DAMMA
            && (letters == first || letters > first && augment && reading.features.has(Features::PERFECT))
        {
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
