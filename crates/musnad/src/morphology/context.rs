//! Chooses among the readings of a token by what stands before and after it.
//!
//! The evidence is local: a verb follows «لم», a noun follows a preposition, a clause likes to begin with its verb, two
//! nouns in a row are a construct unless the first is definite.

use super::analysis::{Analysis, Features, Pos, Proclitics};

/// What the token before leads one to expect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Start of a sentence or of a quotation.
    Start,
    /// Comma and other marks.
    Mark,
    /// A preposition.
    Adposition,
    /// A particle that only a verb follows.
    VerbParticle,
    /// لا, ما: mostly a verb.
    Negation,
    /// أن (إن has a noun behind it).
    ThatVerb,
    /// إن, لأن, لكن.
    ThatNoun,
    /// A relative word or subordinator.
    Clause,
    /// أو, ثم.
    Coordinator,
    /// A verb.
    Verb,
    /// A noun that may govern another.
    Noun,
    /// A definite noun or one with a pronoun: complete.
    DefiniteNoun,
    /// An adjective.
    Adjective,
    /// هذا and its like.
    Demonstrative,
    /// A name.
    Name,
    /// A number.
    Number,
    /// A personal pronoun, an adverb, anything else.
    Other,
}

#[allow(clippy::match_same_arms, reason = "a table of weights, one row for each neighbour")]
impl Before {
    /// What the chosen reading of a token leads one to expect after it.
    pub(super) fn after(reading: &Analysis, raw: &str) -> Self {
        let features = reading.features;
        match reading.pos {
            Pos::Punctuation | Pos::Symbol => Self::Mark,
            Pos::Adposition if reading.suffix > 0 => Self::Other,
            Pos::Adposition if features.has(Features::RELATIVE) => Self::Clause,
            Pos::Adposition => Self::Adposition,
            _ if features.has(Features::BEFORE_VERB) => Self::VerbParticle,
            _ if features.has(Features::RELATIVE) => Self::Clause,
            _ if features.has(Features::DEMONSTRATIVE) => Self::Demonstrative,
            Pos::Subordinator if features.has(Features::COMPLEMENTIZER) => {
                if reading.suffix > 0 {
                    Self::Clause
                } else if raw.contains('إ') {
                    Self::ThatNoun
                } else {
                    Self::ThatVerb
                }
            }
            Pos::Subordinator => Self::Clause,
            Pos::Particle if features.has(Features::NEGATION) => Self::Negation,
            Pos::Coordinator => Self::Coordinator,
            Pos::Verb | Pos::Auxiliary => Self::Verb,
            Pos::Noun if reading.suffix > 0 || features.has(Features::DEFINITE) => Self::DefiniteNoun,
            Pos::Noun => Self::Noun,
            Pos::Adjective => Self::Adjective,
            Pos::ProperNoun => Self::Name,
            Pos::Number => Self::Number,
            _ => Self::Other,
        }
    }

    /// What the place adds to the weight of a reading.
    pub(super) fn bonus(self, reading: &Analysis) -> i16 {
        // A conjunction written onto the word opens a clause or goes on with the list.
        let here = if reading.proclitics.any(Proclitics::WA.with(Proclitics::FA)) {
            match self {
                Self::Start => Self::Start,
                Self::Mark => Self::Mark,
                _ => Self::Coordinator,
            }
        } else {
            self
        };
        let prepositional = reading
            .proclitics
            .any(Proclitics::BI.with(Proclitics::LI).with(Proclitics::KA));
        match reading.pos {
            Pos::Verb | Pos::Auxiliary => here.for_verb(reading),
            Pos::Noun | Pos::Adjective | Pos::ProperNoun | Pos::Number if prepositional => {
                i16::from(here == Self::Adposition || here == Self::VerbParticle) * -12
            }
            Pos::Noun | Pos::ProperNoun => here.for_noun(reading),
            Pos::Adjective => here.for_adjective(reading),
            Pos::Adverb if here == Self::Adposition => -10,
            _ => 0,
        }
    }

    fn for_verb(self, reading: &Analysis) -> i16 {
        let perfect = reading.features.has(Features::PERFECT);
        let short = reading.features.has(Features::SHORT);
        match self {
            Self::Start => {
                if perfect {
                    14
                } else {
                    6
                }
            }
            Self::Mark => 4,
            Self::Adposition => -40,
            Self::VerbParticle => {
                if short {
                    24
                } else {
                    18
                }
            }
            Self::Negation => 8,
            Self::ThatVerb => {
                if perfect {
                    -8
                } else {
                    12 + if short { 4 } else { 0 }
                }
            }
            Self::ThatNoun => -10,
            Self::Clause => 10,
            Self::Coordinator => 3,
            Self::Verb => {
                if perfect {
                    -10
                } else {
                    2
                }
            }
            Self::Noun => -3,
            Self::DefiniteNoun | Self::Adjective => 4,
            Self::Name => 3,
            Self::Demonstrative => -6,
            Self::Number => -10,
            Self::Other => 2,
        }
    }

    fn for_noun(self, reading: &Analysis) -> i16 {
        let definite = reading.features.has(Features::DEFINITE);
        match self {
            Self::Adposition => 8,
            Self::VerbParticle => -20,
            Self::Negation => 0,
            Self::Noun => 4,
            Self::DefiniteNoun => {
                if definite {
                    0
                } else {
                    -5
                }
            }
            Self::Demonstrative => {
                if definite {
                    6
                } else {
                    -2
                }
            }
            Self::Number => 6,
            Self::Verb | Self::ThatNoun => 5,
            _ => 0,
        }
    }

    fn for_adjective(self, reading: &Analysis) -> i16 {
        let definite = reading.features.has(Features::DEFINITE);
        let circumstance = reading.features.has(Features::PARTICIPLE.with(Features::ACCUSATIVE))
            && !reading.features.has(Features::GENITIVE);
        match self {
            // «قال المسؤول مشيرا إلى ذلك»
            Self::Noun | Self::DefiniteNoun | Self::Adjective | Self::Name | Self::Mark | Self::Other
                if circumstance =>
            {
                9
            }
            // «قصف الجيش المدينة»: the city is no participle.
            Self::DefiniteNoun
                if reading
                    .features
                    .any(Features::PARTICIPLE.with(Features::PASSIVE_PARTICIPLE)) =>
            {
                if definite {
                    3
                } else {
                    -3
                }
            }
            Self::DefiniteNoun => {
                if definite {
                    6
                } else {
                    -3
                }
            }
            Self::Adjective => 4,
            Self::Noun => {
                if definite {
                    1
                } else {
                    6
                }
            }
            Self::Adposition => -2,
            Self::VerbParticle => -20,
            Self::Start => -4,
            _ => 0,
        }
    }
}
