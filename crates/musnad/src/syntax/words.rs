//! Cuts tokens into syntactic words as UD does: particles and pronouns are words, ال is not.
//!
//! «وللسفارة» (and to the embassy) has the words و ، ل ، السفارة.

use std::ops::Range;

use super::feats::{feats, pronoun_feats, upos};
use crate::document::{Score, Word};
use crate::morphology::{Analysis, Features, Morphology, Pos, Proclitics};
use crate::text::token::TokenKind;
use crate::text::{Span, Text};

/// How sure the rules are of a word.
const RULE_SCORE: Score = 0.5;

/// What attachment needs to know of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Node {
    pub(super) upos: &'static str,
    pub(super) role: Role,
    pub(super) reading: Analysis,
}

/// Which part of its token a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// و, ف written onto a word.
    Conjunction,
    /// ب, ل, ك written onto a word.
    Preposition,
    /// س, and ل before a verb.
    Marker,
    /// The word itself.
    Stem,
    /// A pronoun at its end.
    Pronoun,
}

/// The words of a token, without heads.
pub(super) fn words(text: &Text<'_>, morphology: &Morphology, token: usize) -> Vec<(Word, Node)> {
    let reading = morphology.best(token);
    let key = text.key(token);
    if text.kind(token) != TokenKind::Word {
        let node = Node {
            upos: other_upos(text, token),
            role: Role::Stem,
            reading,
        };
        let feats = if node.upos == "NUM" { "NumForm=Digit" } else { "" };
        let raw = text.raw_of(token);
        return vec![(
            word(
                raw.to_owned(),
                raw.to_owned(),
                node.upos,
                feats.to_owned(),
                text.span(token),
            ),
            node,
        )];
    }
    let mut words = Vec::with_capacity(3);
    let start = text.tokens.get(token).map_or(0, |token| token.start);
    let span = |range: Range<usize>| text.span_of_key(start + range.start as u32, start + range.end as u32);
    let mut at = 0;
    let mut particle = |letter: &str, lemma: &str, upos: &'static str, feats: &str, role: Role| {
        let node = Node { upos, role, reading };
        words.push((
            word(
                letter.to_owned(),
                lemma.to_owned(),
                upos,
                feats.to_owned(),
                span(at..at + letter.len()),
            ),
            node,
        ));
        at += letter.len();
    };
    let particles = reading.proclitics;
    let verb = matches!(reading.pos, Pos::Verb | Pos::Auxiliary);
    for (bit, letter) in [(Proclitics::WA, "و"), (Proclitics::FA, "ف")] {
        if particles.has(bit) {
            particle(letter, letter, "CCONJ", "", Role::Conjunction);
        }
    }
    if particles.has(Proclitics::SA) {
        particle("س", "س", "AUX", "", Role::Marker);
    }
    for (bit, letter) in [(Proclitics::BI, "ب"), (Proclitics::LI, "ل"), (Proclitics::KA, "ك")] {
        if particles.has(bit) && verb {
            particle(letter, letter, "CCONJ", "", Role::Marker);
        } else if particles.has(bit) {
            particle(letter, letter, "ADP", "AdpType=Prep", Role::Preposition);
        }
    }
    let end = key.len().saturating_sub(usize::from(reading.suffix));
    if at < end {
        let upos = upos(reading);
        let written = span(at..end);
        let node = Node {
            upos,
            role: Role::Stem,
            reading,
        };
        words.push((
            word(
                alone(text, reading, written),
                lemma(text, token, reading),
                upos,
                feats(reading, upos),
                written,
            ),
            node,
        ));
    }
    if reading.suffix > 0 {
        let written = span(end..key.len());
        let form = written.of(text.raw).to_owned();
        let node = Node {
            upos: "PRON",
            role: Role::Pronoun,
            reading,
        };
        let feats = pronoun_feats(key.get(end..).unwrap_or_default(), verb);
        words.push((word(form, "هو".to_owned(), "PRON", feats, written), node));
    }
    words
}

fn word(form: String, lemma: String, upos: &'static str, feats: String, span: Span) -> Word {
    Word {
        form,
        lemma,
        upos,
        feats,
        head: 0,
        deprel: "dep",
        span,
        xpos: String::new(),
        score: RULE_SCORE,
    }
}

fn other_upos(text: &Text<'_>, token: usize) -> &'static str {
    match text.kind(token) {
        TokenKind::Number => "NUM",
        TokenKind::Punctuation if morphology_symbol(text.key(token)) => "SYM",
        TokenKind::Punctuation => "PUNCT",
        _ => "X",
    }
}

fn morphology_symbol(key: &str) -> bool {
    matches!(key, "%" | "$" | "€" | "£" | "+" | "=" | "°" | "§" | "&" | "@" | "#")
}

/// The word as written alone: «للسفارة» has السفارة, «مدينتهم» has مدينة.
fn alone(text: &Text<'_>, reading: Analysis, written: Span) -> String {
    let letters: String = written
        .of(text.raw)
        .chars()
        .filter(|c| !musnad_data::fold::is_mark(*c))
        .collect();
    if reading.proclitics.has(Proclitics::LI.with(Proclitics::AL)) {
        let rest = if reading.stem > reading.prefix {
            letters.strip_prefix('ل').unwrap_or(&letters)
        } else {
            &letters
        };
        return format!("ال{rest}");
    }
    let nominal = matches!(reading.pos, Pos::Noun | Pos::Adjective);
    if reading.suffix > 0
        && nominal
        && reading.features.has(Features::FEMININE.with(Features::SINGULAR))
        && letters.ends_with('ت')
    {
        return format!("{}ة", letters.trim_end_matches('ت'));
    }
    letters
}

/// Dictionary form without vowel signs; of a word nobody knows the word itself without ال.
fn lemma(text: &Text<'_>, token: usize, reading: Analysis) -> String {
    let bare = |lemma: &str| {
        lemma
            .chars()
            .filter(|c| !musnad_data::fold::is_mark(*c))
            .collect::<String>()
    };
    if let Some(lexeme) = reading.entry()
        && !reading.features.any(
            Features::MASDAR
                .with(Features::PARTICIPLE)
                .with(Features::PASSIVE_PARTICIPLE),
        )
    {
        return bare(lexeme.lemma);
    }
    // A verbal noun or participle is a word of its own; its singular masculine is close to its stem.
    let start = text.tokens.get(token).map_or(0, |token| token.start);
    let end = start + text.key(token).len() as u32 - u32::from(reading.suffix);
    let written = text.span_of_key(start + u32::from(reading.stem), end);
    let letters: String = written
        .of(text.raw)
        .chars()
        .filter(|c| !musnad_data::fold::is_mark(*c))
        .collect();
    singular(letters, reading.features)
}

fn singular(mut letters: String, features: Features) -> String {
    let participle = features.any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE));
    let ending = |letters: &mut String, endings: &[&str], replacement: &str| {
        if let Some(ending) = endings.iter().find(|ending| letters.ends_with(**ending)) {
            letters.truncate(letters.len() - ending.len());
            letters.push_str(replacement);
        }
    };
    if features.has(Features::ACCUSATIVE)
        && !features.has(Features::GENITIVE)
        && !features.any(Features::DUAL.with(Features::PLURAL))
    {
        ending(&mut letters, &["ا"], "");
    } else if features.has(Features::FEMININE.with(Features::PLURAL)) {
        ending(&mut letters, &["ات"], "");
    } else if features.any(Features::DUAL) || features.has(Features::MASCULINE.with(Features::PLURAL)) {
        ending(&mut letters, &["تين", "تان", "ون", "ين", "ان", "و", "ي", "ا"], "");
    } else if features.has(Features::FEMININE) && participle {
        ending(&mut letters, &["ة", "ت"], "");
    } else if features.has(Features::FEMININE) {
        ending(&mut letters, &["ت"], "ة");
    }
    letters
}
