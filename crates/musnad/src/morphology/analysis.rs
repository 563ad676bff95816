//! The readings of a token.

use musnad_data::lexicon::{Lexeme, lexeme};

use crate::text::Text;

/// Index of a lexeme in the lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct LexemeId(pub(crate) u32);

/// Part of speech of the stem (the word without its particles).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Pos {
    Noun,
    Adjective,
    ProperNoun,
    Verb,
    Adverb,
    Pronoun,
    Determiner,
    Adposition,
    Coordinator,
    Subordinator,
    Particle,
    Auxiliary,
    Number,
    Interjection,
    Punctuation,
    Symbol,
    Other,
}

macro_rules! bits {
    ($(#[$doc:meta])* $name:ident($int:ty) { $($(#[$flag_doc:meta])* $flag:ident = $bit:expr;)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
        pub(crate) struct $name(pub(crate) $int);
        impl $name {
            $($(#[$flag_doc])* pub(crate) const $flag: Self = Self(1 << $bit);)*
            pub(crate) const NONE: Self = Self(0);
            /// Whether all of `other` is in it.
            pub(crate) const fn has(self, other: Self) -> bool { self.0 & other.0 == other.0 }
            /// Whether any of `other` is in it.
            pub(crate) const fn any(self, other: Self) -> bool { self.0 & other.0 != 0 }
            /// Both together.
            pub(crate) const fn with(self, other: Self) -> Self { Self(self.0 | other.0) }
        }
    };
}

bits! {
    /// Particles written onto the front of a word.
    Proclitics(u16) {
        /// و (and)
        WA = 0;
        /// ف (so)
        FA = 1;
        /// س (will)
        SA = 2;
        /// ب (in, with)
        BI = 3;
        /// ل (for, to; before a verb: in order to)
        LI = 4;
        /// ك (like)
        KA = 5;
        /// ال (the)
        AL = 6;
    }
}

bits! {
    /// Inflection of a stem.
    Features(u32) {
        PERFECT = 0;
        IMPERFECT = 1;
        /// Jussive or subjunctive where the form shows it.
        SHORT = 2;
        IMPERATIVE = 3;
        PASSIVE = 4;
        /// Active participle.
        PARTICIPLE = 5;
        /// Passive participle.
        PASSIVE_PARTICIPLE = 6;
        /// Verbal noun.
        MASDAR = 7;
        FIRST = 8;
        SECOND = 9;
        THIRD = 10;
        MASCULINE = 11;
        FEMININE = 12;
        SINGULAR = 13;
        DUAL = 14;
        PLURAL = 15;
        /// Indefinite accusative written with alif («مشيرا»), or ين/ون told apart where the form shows it.
        ACCUSATIVE = 16;
        GENITIVE = 17;
        NOMINATIVE = 18;
        /// Construct form: dual or plural without its nun («مسؤولو»).
        CONSTRUCT = 19;
        /// Definite by ال.
        DEFINITE = 20;
        /// Relative word («الذي», «ما», «من»).
        RELATIVE = 21;
        /// Demonstrative («هذا», «تلك»).
        DEMONSTRATIVE = 22;
        /// Negation («لم», «لا», «ليس», «بلا»).
        NEGATION = 23;
        /// Particle that a verb follows («لم», «لن», «قد», «سوف»).
        BEFORE_VERB = 24;
        /// أن and إن.
        COMPLEMENTIZER = 25;
        /// Word for a part or the whole that governs a noun («كل», «بعض», «عدة», «غير»).
        QUANTIFIER = 26;
        /// Word for a time («أمس», «يوم», «عندئذ»).
        TIME = 27;
        /// ذو, ذات and their like.
        POSSESSIVE = 28;
        /// Question word.
        INTERROGATIVE = 29;
        /// Common noun for people.
        HUMAN = 30;
    }
}

/// One reading of a token.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Analysis {
    /// The lexeme, where the stem is in the lexicon.
    pub(crate) lexeme: Option<LexemeId>,
    /// Part of speech of the stem.
    pub(crate) pos: Pos,
    /// Inflection of the stem.
    pub(crate) features: Features,
    /// What is written onto the front.
    pub(crate) proclitics: Proclitics,
    /// Bytes of the folded token before the word proper: particles without ال, which belongs to the word
    /// («وبالمدينة»: 4, so that the word is «المدينه»; «للسفارة»: 2, so that the word is «لسفاره»).
    pub(crate) prefix: u8,
    /// Bytes of the folded token before the stem: particles with ال.
    pub(crate) stem: u8,
    /// Bytes of the folded token taken by a pronoun at its end («وصفها»: 4).
    pub(crate) suffix: u8,
    /// How well the reading fits, higher is better; comparable within one token.
    pub(crate) weight: i16,
}

impl Analysis {
    /// The row of the lexicon, where the stem is in it.
    pub(crate) fn entry(&self) -> Option<Lexeme> {
        lexeme(self.lexeme?.0)
    }
}

/// The readings of all tokens of a text.
#[derive(Debug)]
pub(crate) struct Morphology {
    /// The best reading of each token.
    pub(crate) best: Vec<Analysis>,
    /// Further readings by token: `others[offsets[t]..offsets[t + 1]]`, best first.
    pub(crate) others: Vec<Analysis>,
    /// Where the further readings of each token start; one more than there are tokens.
    pub(crate) offsets: Vec<u32>,
}

impl Morphology {
    /// The best reading of a token.
    pub(crate) fn best(&self, token: usize) -> Analysis {
        self.best.get(token).copied().unwrap_or(Analysis {
            lexeme: None,
            pos: Pos::Other,
            features: Features::NONE,
            proclitics: Proclitics::NONE,
            prefix: 0,
            stem: 0,
            suffix: 0,
            weight: 0,
        })
    }

    /// All readings of a token, best first.
    pub(crate) fn all(&self, token: usize) -> impl Iterator<Item = Analysis> + '_ {
        let range = match (self.offsets.get(token), self.offsets.get(token + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        };
        self.best
            .get(token)
            .copied()
            .into_iter()
            .chain(self.others[range].iter().copied())
    }

    /// PLOVER sector of the word, by the first reading that has one; empty where none has.
    pub(crate) fn sector(&self, token: usize) -> &'static str {
        self.all(token)
            .filter_map(|reading| reading.entry())
            .map(|lexeme| lexeme.sector)
            .find(|sector| sector.len() == 3)
            .unwrap_or_default()
    }
}

impl Text<'_> {
    /// The folded word of a token without its particles (ال stays).
    pub(crate) fn word_key(&self, token: usize, reading: Analysis) -> &str {
        self.key(token).get(reading.prefix as usize..).unwrap_or_default()
    }

    /// The folded stem of a token: without particles, ال and pronoun.
    pub(crate) fn stem_key(&self, token: usize, reading: Analysis) -> &str {
        let key = self.key(token);
        key.get(reading.stem as usize..key.len() - (reading.suffix as usize).min(key.len()))
            .unwrap_or_default()
    }

    /// Span of a token without its particles (ال and the pronoun stay): what annotation quotes.
    pub(crate) fn word_span(&self, token: usize, reading: Analysis) -> crate::text::Span {
        match self.tokens.get(token) {
            Some(_) if reading.prefix == 0 => self.span(token),
            Some(token) => self.span_of_key(token.start + u32::from(reading.prefix), token.end),
            None => crate::text::Span::default(),
        }
    }
}
