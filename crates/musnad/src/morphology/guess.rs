//! Words that are not in the lexicon: part of speech by shape, particles by what other words show.
//!
//! Most are names. Particles are taken off where ال follows («والزعتري»), where the rest is a stem seen often in
//! newspapers (`stems.tsv`), and و also before anything else that does not begin with it for good («وزان»).

use super::analysis::{Analysis, Features, Pos, Proclitics};
use super::clitics::{self, Cut};

/// Weight of a guess at a word nobody knows.
const UNKNOWN: i16 = 40;
/// Weight of a stem that newspapers use; the logarithm of how often comes on top.
const SEEN: i16 = 84;

/// Adds readings of the word by the frequency of stems.
pub(super) fn seen_stems(word: &str, raw: &str, last: Option<char>, readings: &mut Vec<Analysis>) {
    clitics::cuts(word, |cut| {
        let stem = word.get(usize::from(cut.stem)..).unwrap_or_default();
        if cut.proclitics.any(Proclitics::SA) || cut.misreads_article(raw) {
            return;
        }
        if let Some(frequency) = musnad_data::stems::frequency(stem) {
            let weight = SEEN + i16::from(frequency) / 2 - clitics::proclitics_cost(cut.proclitics);
            let (pos, features) = shape(stem, cut.proclitics, last);
            let pos = if pos == Pos::Noun && !cut.proclitics.has(Proclitics::AL) && features == Features::NONE {
                Pos::ProperNoun
            } else {
                pos
            };
            readings.push(reading(cut, pos, features, weight));
        }
    });
}

/// Adds guesses at a word without any reading.
pub(super) fn unknown(word: &str, raw: &str, last: Option<char>, readings: &mut Vec<Analysis>) {
    clitics::cuts(word, |cut| {
        if cut.misreads_article(raw) {
            return;
        }
        let stem = word.get(usize::from(cut.stem)..).unwrap_or_default();
        let (pos, features) = shape(stem, cut.proclitics, last);
        let Some(weight) = unknown_weight(cut, stem) else {
            return;
        };
        readings.push(reading(cut, pos, features, weight));
    });
}

/// Weight of one way to cut an unknown word, `None` where too little would be left.
fn unknown_weight(cut: Cut, stem: &str) -> Option<i16> {
    let letters = stem.len() / 2;
    let particles = cut.proclitics;
    if particles == Proclitics::NONE {
        Some(UNKNOWN)
    } else if particles.has(Proclitics::AL) {
        // «الـ» needs no other evidence; the shortest way to it wins. «للزعتري»: a name that itself begins with lam is rare.
        let lam = i16::from(cut.stem == cut.prefix) * 3;
        (letters >= 2).then(|| UNKNOWN + 16 - lam - clitics::proclitics_cost(particles) / 4)
    } else if particles.has(Proclitics::SA) {
        (letters >= 4 && stem.starts_with(['ي', 'ت', 'ن'])).then_some(UNKNOWN + 4)
    } else if particles == Proclitics::WA {
        (letters >= 3).then_some(UNKNOWN + 5)
    } else {
        (letters >= 3).then(|| UNKNOWN - clitics::proclitics_cost(particles))
    }
}

fn reading(cut: Cut, pos: Pos, features: Features, weight: i16) -> Analysis {
    let features = if cut.proclitics.has(Proclitics::AL) {
        features.with(Features::DEFINITE)
    } else {
        features
    };
    Analysis {
        lexeme: None,
        pos,
        features,
        proclitics: cut.proclitics,
        prefix: cut.prefix,
        stem: cut.stem,
        suffix: 0,
        weight,
    }
}

/// Part of speech by how the stem begins and ends. `last` is the last letter as written, since folding hides ta marbuta.
fn shape(stem: &str, proclitics: Proclitics, last: Option<char>) -> (Pos, Features) {
    let letters = stem.len() / 2;
    if proclitics.has(Proclitics::SA) {
        return (Pos::Verb, Features::IMPERFECT.with(Features::THIRD));
    }
    if letters >= 4 {
        if stem.ends_with("يه") && last == Some('ة') {
            return (Pos::Adjective, Features::FEMININE.with(Features::SINGULAR));
        }
        if last == Some('ة') {
            return (Pos::Noun, Features::FEMININE.with(Features::SINGULAR));
        }
        if letters >= 5 && stem.ends_with("ات") {
            return (Pos::Noun, Features::FEMININE.with(Features::PLURAL));
        }
        if letters >= 5 && stem.ends_with("ون") && proclitics.has(Proclitics::AL) {
            return (
                Pos::Noun,
                Features::MASCULINE.with(Features::PLURAL).with(Features::NOMINATIVE),
            );
        }
        if letters >= 5 && stem.ends_with("يين") {
            return (Pos::Adjective, Features::MASCULINE.with(Features::PLURAL));
        }
        if last == Some('ي') && proclitics.has(Proclitics::AL) {
            return (Pos::Adjective, Features::MASCULINE.with(Features::SINGULAR));
        }
        if !proclitics.any(Proclitics::AL.with(Proclitics::BI).with(Proclitics::KA))
            && (stem.starts_with("يت") || stem.starts_with("يست"))
        {
            return (
                Pos::Verb,
                Features::IMPERFECT.with(Features::THIRD).with(Features::MASCULINE),
            );
        }
    }
    if proclitics.has(Proclitics::AL) {
        (Pos::Noun, Features::NONE)
    } else {
        (Pos::ProperNoun, Features::NONE)
    }
}
