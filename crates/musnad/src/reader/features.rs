//! What rules and tables say about each token, as bits that the encoder takes beside the letters.
//!
//! The rules' own names are among them, so that the learned names are a correction of the rules. Training computes the
//! bits with the same code (`cargo xtask features`); a new bit goes to the end, since the weights know them by number.

use std::ops::Range;

use musnad_data::gazetteer::Kind;

use crate::document::{EntityType, TimeExpression};
use crate::morphology::{Analysis, Morphology, Pos};
use crate::names::Name;
use crate::names::lookup::Lookup;
use crate::text::Text;
use crate::text::token::TokenKind;

/// The bits, lowest first.
pub const FEATURES: [&str; 56] = [
    // The rules' names.
    "rule.B-PERSON",
    "rule.B-ORGANIZATION",
    "rule.B-GEOPOLITICAL",
    "rule.B-LOCATION",
    "rule.B-FACILITY",
    "rule.B-MISCELLANEOUS",
    "rule.I-PERSON",
    "rule.I-ORGANIZATION",
    "rule.I-GEOPOLITICAL",
    "rule.I-LOCATION",
    "rule.I-FACILITY",
    "rule.I-MISCELLANEOUS",
    // Names of the gazetteer that begin at the token, and that go on there, whether or not the rules took them.
    "listed.B-PERSON",
    "listed.B-ORGANIZATION",
    "listed.B-GEOPOLITICAL",
    "listed.B-LOCATION",
    "listed.B-FACILITY",
    "listed.B-MISCELLANEOUS",
    "listed.I-PERSON",
    "listed.I-ORGANIZATION",
    "listed.I-GEOPOLITICAL",
    "listed.I-LOCATION",
    "listed.I-FACILITY",
    "listed.I-MISCELLANEOUS",
    // The listed name needs context; it was found behind particles.
    "listed.weak",
    "listed.particles",
    // What the tables of names say of the word.
    "word.demonym",
    "word.head",
    "word.head_definite",
    "word.qualifier",
    "word.nested",
    "word.title",
    "word.office",
    "word.title_adjunct",
    "word.given_name",
    "word.family_name",
    "word.common",
    // The rule-based reading.
    "best.noun",
    "best.adjective",
    "best.proper_noun",
    "best.verb",
    "best.closed",
    "best.unknown",
    "best.particles",
    "best.article",
    "best.pronoun",
    // Whether the lexicon has any such reading.
    "any.noun",
    "any.adjective",
    "any.verb",
    "any.closed",
    "any.particles",
    "any.pronoun",
    // Surroundings.
    "in_time",
    "in_quotation",
    "set_off",
    "first_in_sentence",
];

const NAMED: u32 = 0;
const LISTED: u32 = 12;
const WEAK: u32 = 24;
const WORD: u32 = 26;
const BEST: u32 = 37;
const ANY: u32 = 46;
const AROUND: u32 = 52;
/// Distance from the bit of a type that begins to the bit of the same type that goes on.
const INSIDE: u32 = 6;

/// The bits of every token.
pub(crate) fn features(
    text: &Text<'_>,
    morphology: &Morphology,
    lookup: &Lookup,
    times: &[TimeExpression],
    names: &[Name],
) -> Vec<u64> {
    let mut bits: Vec<u64> = (0..text.tokens.len())
        .map(|token| reading_bits(text, morphology, token) | word_bits(lookup, token))
        .collect();
    for name in names {
        set(&mut bits, name.tokens.clone(), NAMED + entity_type(name.entity_type));
    }
    for token in 0..text.tokens.len() {
        for found in lookup.at(token) {
            let Some(kind) = listed(found.kind) else { continue };
            set(&mut bits, token..found.end as usize, LISTED + kind);
        }
    }
    surroundings(text, times, &mut bits);
    bits
}

fn add(bits: &mut [u64], token: usize, bit: u32) {
    if let Some(bits) = bits.get_mut(token) {
        *bits |= 1 << bit;
    }
}

/// Marks the first token of a range with the bit, and the others with the one for what goes on.
fn set(bits: &mut [u64], tokens: Range<usize>, bit: u32) {
    for token in tokens.clone() {
        add(bits, token, if token == tokens.start { bit } else { bit + INSIDE });
    }
}

fn entity_type(entity_type: EntityType) -> u32 {
    match entity_type {
        EntityType::Person => 0,
        EntityType::Organization => 1,
        EntityType::Geopolitical => 2,
        EntityType::Location => 3,
        EntityType::Facility => 4,
        EntityType::Miscellaneous => 5,
    }
}

fn listed(kind: Kind) -> Option<u32> {
    match kind {
        Kind::Person => Some(0),
        Kind::Organization | Kind::Media => Some(1),
        Kind::Place => Some(2),
        Kind::Location => Some(3),
        Kind::Facility => Some(4),
        Kind::Miscellaneous => Some(5),
        _ => None,
    }
}

fn word_bits(lookup: &Lookup, token: usize) -> u64 {
    let mut bits = 0;
    for found in lookup.at(token) {
        if found.kind.is_name() {
            bits |= u64::from(found.weak) << WEAK | u64::from(found.skip > 0) << (WEAK + 1);
        } else if found.kind <= Kind::Common
            && let Some(offset) = (found.kind as u32).checked_sub(Kind::Demonym as u32)
        {
            bits |= 1 << (WORD + offset);
        }
    }
    bits
}

/// Noun, adjective, verb, or a closed class.
fn class(pos: Pos) -> Option<u32> {
    match pos {
        Pos::Noun => Some(0),
        Pos::Adjective => Some(1),
        Pos::Verb => Some(2),
        Pos::ProperNoun | Pos::Punctuation | Pos::Symbol | Pos::Other | Pos::Number => None,
        _ => Some(3),
    }
}

fn reading_bits(text: &Text<'_>, morphology: &Morphology, token: usize) -> u64 {
    if text.kind(token) != TokenKind::Word {
        return 0;
    }
    let has_article = |reading: &Analysis| reading.stem > reading.prefix;
    let best = morphology.best(token);
    let mut bits = match (best.pos, class(best.pos)) {
        (Pos::ProperNoun, _) => 1 << (BEST + 2),
        (_, Some(class @ 0..=1)) => 1 << (BEST + class),
        (_, Some(class)) => 1 << (BEST + 1 + class),
        _ => 0,
    };
    bits |= u64::from(best.lexeme.is_none()) << (BEST + 5)
        | u64::from(best.prefix > 0) << (BEST + 6)
        | u64::from(has_article(&best)) << (BEST + 7)
        | u64::from(best.suffix > 0) << (BEST + 8);
    for reading in morphology.all(token).filter(|reading| reading.lexeme.is_some()) {
        if let Some(class) = class(reading.pos) {
            bits |= 1 << (ANY + class);
        }
        bits |= u64::from(reading.prefix > 0) << (ANY + 4) | u64::from(reading.suffix > 0) << (ANY + 5);
    }
    bits
}

fn surroundings(text: &Text<'_>, times: &[TimeExpression], bits: &mut [u64]) {
    for time in times {
        for token in text.tokens_in(time.span) {
            add(bits, token, AROUND);
        }
    }
    // Quotations nest; they come by their opening mark.
    let mut marked = 0;
    for quote in &text.quotes {
        for token in quote.open.max(marked)..quote.close {
            add(bits, token, AROUND + 1);
        }
        marked = marked.max(quote.close);
    }
    for (open, close) in (0..text.tokens.len()).zip(2..) {
        let set_off = matches!(
            (text.key(open), text.key(close)),
            ("\"", "\"") | ("«", "»") | ("“", "”") | ("(", ")")
        );
        if set_off {
            add(bits, open + 1, AROUND + 2);
        }
    }
    for sentence in &text.sentences {
        add(bits, sentence.first_token as usize, AROUND + 3);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;
    use crate::names::Tagger;

    /// The bits of each token, by name.
    fn read(sentence: &str) -> Vec<(String, Vec<&'static str>)> {
        let text = Text::new(sentence);
        let morphology = Analyser::new().unwrap().read(&text);
        let tagger = Tagger::new(Vec::new()).unwrap();
        let lookup = tagger.lookup(&text);
        let names = tagger.tag(&text, &morphology, &[], &lookup);
        let bits = features(&text, &morphology, &lookup, &[], &names);
        let named = |bits: &u64| {
            (0..FEATURES.len())
                .filter(|bit| bits >> bit & 1 == 1)
                .map(|bit| FEATURES[bit])
                .collect()
        };
        (0..text.tokens.len())
            .map(|token| text.key(token).to_owned())
            .zip(bits.iter().map(named))
            .collect()
    }

    fn has(read: &[(String, Vec<&str>)], token: &str, feature: &str) -> bool {
        read.iter()
            .any(|(key, features)| key == token && features.contains(&feature))
    }

    #[test]
    fn rules_tables_and_readings_show_in_the_bits() {
        let read = read("قال الرئيس عبد الفتاح السيسي إن \"الجيش\" وصل وبغداد");
        for (token, feature) in [
            ("عبد", "rule.B-PERSON"),
            ("الفتاح", "rule.I-PERSON"),
            ("عبد", "listed.B-PERSON"),
            ("الرييس", "word.title"),
            ("قال", "best.verb"),
            ("قال", "first_in_sentence"),
            ("ان", "best.closed"),
            ("الجيش", "set_off"),
            ("الجيش", "in_quotation"),
            ("الجيش", "best.article"),
            ("وصل", "any.verb"),
            ("وبغداد", "rule.B-GEOPOLITICAL"),
            ("وبغداد", "listed.particles"),
        ] {
            assert!(has(&read, token, feature), "{token} {feature}: {read:?}");
        }
        assert!(!has(&read, "قال", "rule.B-PERSON"));
    }

    #[test]
    fn every_bit_has_its_place() {
        assert_eq!(FEATURES[LISTED as usize], "listed.B-PERSON");
        assert_eq!(FEATURES[WEAK as usize], "listed.weak");
        assert_eq!(FEATURES[WORD as usize], "word.demonym");
        assert_eq!(
            FEATURES[WORD as usize + Kind::Common as usize - Kind::Demonym as usize],
            "word.common"
        );
        assert_eq!(FEATURES[BEST as usize], "best.noun");
        assert_eq!(FEATURES[ANY as usize], "any.noun");
        assert_eq!(FEATURES[AROUND as usize], "in_time");
    }
}
