//! What the analyser needs of a lexeme, read once from its tags.

use musnad_data::lexicon::{Class, Lexeme};

use super::analysis::{Features, Pos};
use crate::error::{Error, ErrorKind};

/// What the analyser needs of a lexeme, read once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    pub(super) lemma: &'static str,
    pub(super) class: Class,
    pub(super) pos: Pos,
    /// Features that follow from tags.
    pub(super) features: Features,
    /// Passive of forms I and V to X shows in the vowel of the prefix («يُقتل»).
    pub(super) vowel_tells_voice: bool,
    /// A verb of form I.
    pub(super) is_simple: bool,
}

/// Reads a lexeme.
pub(super) fn entry(lexeme: &Lexeme) -> Result<Entry, Error> {
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
