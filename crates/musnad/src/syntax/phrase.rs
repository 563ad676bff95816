//! Base noun phrases: a head, its construct chain, its adjectives, and the name that follows a title.
//!
//! «وزير الخارجية التركي مولود جاويش أوغلو» (the Turkish foreign minister Mevlüt Çavuşoğlu) is one phrase: the indefinite
//! noun governs «الخارجية», which closes the chain; a definite adjective may follow, then a name.
//!
//! Not handled: relative clauses, prepositional phrases, apposition of common nouns.

use std::ops::Range;

use musnad_data::words::syntax as words;

use crate::morphology::{Analysis, Features, Morphology, Pos};
use crate::text::Text;
use crate::text::token::TokenKind;

/// What the phrase read so far can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Its last noun may govern another.
    Open,
    /// Indefinite and complete: only adjectives without ال.
    Indefinite,
    /// Definite and complete: adjectives with ال, or a name.
    Definite,
    /// Inside a name.
    Name,
    /// A number or quantifier that needs its noun.
    Counting,
    /// A demonstrative that needs its noun.
    Pointing,
}

/// The base noun phrase that begins at a token: head, construct chain, adjectives; without relative clauses,
/// prepositional phrases and coordination. Empty where the token opens none.
pub(crate) fn noun_phrase(text: &Text<'_>, morphology: &Morphology, start: usize) -> Range<usize> {
    let limit = text.sentence_tokens(text.sentence_of(start)).end;
    let Some(mut state) = open(text, morphology.best(start), start) else {
        return start..start;
    };
    let mut end = start + 1;
    while end < limit {
        let reading = morphology.best(end);
        if reading.prefix > 0 {
            break;
        }
        let Some(next) = follow(text, state, reading, end) else {
            // «التركي مولود جاويش»: a name may begin with an adjective; the word behind it shows that.
            let names = matches!(state, State::Definite)
                && end + 1 < limit
                && matches!(reading.pos, Pos::Adjective | Pos::Noun)
                && !is_definite(reading)
                && may_be_name(reading)
                && morphology.best(end + 1).pos == Pos::ProperNoun
                && morphology.best(end + 1).prefix == 0
                && morphology.best(start).features.has(Features::HUMAN);
            if !names {
                break;
            }
            state = State::Name;
            end += 1;
            continue;
        };
        state = next;
        end += 1;
    }
    if matches!(state, State::Pointing) {
        start..start
    } else {
        start..end
    }
}

/// State after the first token of a phrase.
fn open(text: &Text<'_>, reading: Analysis, token: usize) -> Option<State> {
    match text.kind(token) {
        TokenKind::Number => return Some(State::Counting),
        TokenKind::Foreign => return Some(State::Name),
        TokenKind::Punctuation => return None,
        TokenKind::Word => {}
    }
    let features = reading.features;
    match reading.pos {
        Pos::Determiner if features.has(Features::DEMONSTRATIVE) => Some(State::Pointing),
        Pos::Noun if features.has(Features::QUANTIFIER) && reading.suffix == 0 => Some(State::Counting),
        Pos::Noun => Some(after_noun(reading)),
        Pos::Adjective => Some(if is_definite(reading) {
            State::Definite
        } else {
            State::Indefinite
        }),
        Pos::ProperNoun => Some(State::Name),
        Pos::Number => Some(State::Counting),
        _ => None,
    }
}

/// State after one more token, `None` where the phrase ends before it.
fn follow(text: &Text<'_>, state: State, reading: Analysis, token: usize) -> Option<State> {
    match text.kind(token) {
        TokenKind::Word => {}
        TokenKind::Foreign => {
            return matches!(state, State::Open | State::Name | State::Definite).then_some(State::Name);
        }
        TokenKind::Number | TokenKind::Punctuation => return None,
    }
    let definite = is_definite(reading);
    match (state, reading.pos) {
        (State::Pointing, Pos::Noun | Pos::Adjective) if definite => Some(State::Definite),
        (State::Counting, Pos::Number) => Some(State::Counting),
        (State::Counting | State::Open, Pos::Noun) => {
            if reading.features.has(Features::TIME) && state == State::Open && is_adverbial(text, token) {
                return None;
            }
            Some(after_noun(reading))
        }
        // «قوات المعارضة»: a definite adjective behind a bare noun is a noun.
        (State::Open | State::Counting, Pos::Adjective) => {
            Some(if definite { State::Definite } else { State::Indefinite })
        }
        (State::Indefinite, Pos::Adjective) if !definite && !is_circumstance(reading) => Some(State::Indefinite),
        (State::Definite | State::Name, Pos::Adjective) if definite => Some(State::Definite),
        // «الرئيس بشار»: the name behind its title. «سعيد», «سالم» are adjectives that are names behind a name.
        (State::Open | State::Definite | State::Name | State::Counting, Pos::ProperNoun) => Some(State::Name),
        (State::Name, Pos::Adjective | Pos::Noun) if !definite && reading.suffix == 0 && may_be_name(reading) => {
            Some(State::Name)
        }
        (State::Name, Pos::Noun) if definite && reading.lexeme.is_none() => Some(State::Name),
        _ => None,
    }
}

fn after_noun(reading: Analysis) -> State {
    let features = reading.features;
    if is_definite(reading) {
        State::Definite
    } else if features.has(Features::ACCUSATIVE) && !features.has(Features::GENITIVE)
        || !features.has(Features::CONSTRUCT)
            && features.any(Features::NOMINATIVE.with(Features::GENITIVE))
            && features.any(Features::DUAL.with(Features::PLURAL))
    {
        // «جنودا», «مسلحون»: the ending shows that it governs nothing.
        State::Indefinite
    } else {
        State::Open
    }
}

fn is_definite(reading: Analysis) -> bool {
    reading.features.has(Features::DEFINITE) || reading.suffix > 0
}

/// «مشيرا», «مؤكدين»: the participle says how the clause goes on.
fn is_circumstance(reading: Analysis) -> bool {
    reading.features.any(Features::PARTICIPLE) && reading.features.has(Features::ACCUSATIVE)
}

fn may_be_name(reading: Analysis) -> bool {
    reading.features.has(Features::MASCULINE.with(Features::SINGULAR))
        && !reading.features.any(
            Features::ACCUSATIVE
                .with(Features::MASDAR)
                .with(Features::HUMAN)
                .with(Features::TIME)
                .with(Features::QUANTIFIER),
        )
}

/// «أمس», «اليوم» and the names of days say when, and are no part of what stands before.
fn is_adverbial(text: &Text<'_>, token: usize) -> bool {
    words::is_adverbial(text.key(token))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::morphology::Analyser;

    /// The phrase at the word.
    fn phrase<'t>(sentence: &'t str, word: &str) -> &'t str {
        let text = Text::new(sentence);
        let morphology = Analyser::new().unwrap().read(&text);
        let start = (0..text.tokens.len())
            .find(|token| text.raw_of(*token) == word)
            .unwrap();
        text.span_of(noun_phrase(&text, &morphology, start)).of(sentence)
    }

    #[test]
    fn a_construct_closes_at_its_definite_noun() {
        assert_eq!(
            phrase("قصفت قوات حكومة الوفاق الوطني مدينة ترهونة أمس", "قوات"),
            "قوات حكومة الوفاق الوطني"
        );
        assert_eq!(phrase("قصف الجيش المدينة", "الجيش"), "الجيش");
    }

    #[test]
    fn a_name_follows_its_title() {
        assert_eq!(
            phrase("قال وزير الخارجية التركي مولود جاويش أوغلو إن بلاده", "وزير"),
            "وزير الخارجية التركي مولود جاويش أوغلو"
        );
    }

    #[test]
    fn it_stops_before_prepositions_relatives_and_circumstances() {
        assert_eq!(phrase("قتل جندي في الهجوم", "جندي"), "جندي");
        assert_eq!(phrase("الجنود الذين قتلوا", "الجنود"), "الجنود");
        assert_eq!(phrase("قال مسؤول عسكري مشيرا إلى ذلك", "مسؤول"), "مسؤول عسكري");
    }
}
