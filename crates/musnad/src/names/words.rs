//! The text as the patterns of names see it: tokens with their classes.

use musnad_data::gazetteer::{Gazetteer, Kind};

use super::lookup::{Lookup, Match};
use crate::morphology::{Features, Morphology, Pos, Proclitics};
use crate::text::Text;
use crate::text::token::TokenKind;

/// Population from which a town is known well enough to be meant by a word that is also in the lexicon.
const LARGE_TOWN: u32 = 300_000;

/// A text with all that is known of its tokens.
#[derive(Clone, Copy)]
pub(crate) struct Words<'a, 't> {
    pub(crate) text: &'a Text<'t>,
    pub(crate) morphology: &'a Morphology,
    pub(crate) lookup: &'a Lookup,
    pub(crate) gazetteer: &'a Gazetteer,
    /// Tokens inside time expressions.
    pub(crate) timed: &'a [bool],
}

impl Words<'_, '_> {
    /// Whether an Arabic word stands there.
    pub(crate) fn is_word(&self, token: usize) -> bool {
        self.text.kind(token) == TokenKind::Word && token < self.text.tokens.len()
    }

    /// Whether it is written with the article and no particle before it.
    pub(crate) fn is_definite(&self, token: usize) -> bool {
        self.is_word(token) && self.text.key(token).starts_with("ال") && self.text.key(token).len() > 6
    }

    /// Whether no table and no lexicon knows the word, so that it may well be a name.
    pub(crate) fn is_unknown(&self, token: usize) -> bool {
        if !self.is_word(token) || self.timed.get(token).copied().unwrap_or(false) || self.text.key(token).len() < 4 {
            return false;
        }
        if self
            .lookup
            .at(token)
            .iter()
            .any(|m| m.end as usize == token + 1 && !matches!(m.kind, Kind::GivenName | Kind::FamilyName | Kind::Place))
        {
            return false;
        }
        if self
            .lookup
            .at(token)
            .iter()
            .any(|m| m.end as usize == token + 1 && m.kind == Kind::Place && !m.weak)
        {
            return false;
        }
        // «ونبيل»: a name behind a particle opens a name of its own.
        if self
            .lookup
            .at(token)
            .iter()
            .any(|m| m.skip > 0 && !m.weak && m.end as usize == token + 1)
        {
            return false;
        }
        // A particle with the article, or a pronoun at the end, makes it a common word.
        if ["وال", "بال", "فال", "كال", "لل", "ولل"]
            .iter()
            .any(|particles| self.text.key(token).starts_with(particles))
        {
            return false;
        }
        let reading = self.morphology.best(token);
        reading.lexeme.is_none()
            && reading.suffix == 0
            && !matches!(
                reading.pos,
                Pos::Verb
                    | Pos::Adposition
                    | Pos::Particle
                    | Pos::Pronoun
                    | Pos::Determiner
                    | Pos::Coordinator
                    | Pos::Subordinator
                    | Pos::Auxiliary
                    | Pos::Number
                    | Pos::Adverb
            )
    }

    /// Whether the word is a function word, a frequent verb, a day or month: never part of a name.
    pub(crate) fn is_verb(&self, token: usize) -> bool {
        self.morphology.best(token).pos == Pos::Verb && !self.text.key(token).starts_with("ال")
    }

    /// Whether the word stands alone between quotation marks or brackets, as a name may.
    pub(crate) fn is_set_off(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map_or("", |before| self.text.key(before));
        matches!(
            (before, self.text.key(token + 1)),
            ("\"", "\"") | ("«", "»") | ("“", "”") | ("(", ")")
        )
    }

    /// Whether the word before is an indefinite noun in the accusative («جنديا»).
    pub(crate) fn follows_accusative(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else {
            return false;
        };
        let reading = self.morphology.best(before);
        reading.lexeme.is_some()
            && matches!(reading.pos, Pos::Noun | Pos::Adjective)
            && reading.features.has(Features::ACCUSATIVE)
            && self.text.key(before).ends_with('ا')
    }

    /// Whether a place of one word is small and its name a word of the lexicon: «قرية الهدى» needs its class noun.
    pub(crate) fn is_doubtful_place(&self, token: usize, found: Match) -> bool {
        if found.kind != Kind::Place || found.end as usize != token + 1 || self.morphology.best(token).lexeme.is_none()
        {
            return false;
        }
        let population = self
            .gazetteer
            .entry(found.entry)
            .filter(|entry| !entry.by_hand)
            .map(|entry| entry.population.unwrap_or_default());
        found.weak || self.is_attribute(token) || population.is_some_and(|population| population <= LARGE_TOWN)
    }

    /// «مساعدات مالية», «فساد مالي» (financial): an adjective that is spelled like the name of a place, behind a bare noun of things.
    /// «رئيس مالي», «حكومة مالي» are of Mali.
    fn is_attribute(&self, token: usize) -> bool {
        let Some(before) = token.checked_sub(1) else {
            return false;
        };
        let (noun, reading) = (self.morphology.best(before), self.morphology.best(token));
        let bare = !noun.proclitics.has(Proclitics::AL) && noun.suffix == 0;
        let agrees = reading.features.has(Features::FEMININE)
            || !noun.features.any(Features::FEMININE.with(Features::PLURAL)) && !reading.features.has(Features::PLURAL);
        reading.pos == Pos::Adjective
            && reading.proclitics == Proclitics::default()
            && noun.pos == Pos::Noun
            && bare
            && agrees
            && noun
                .entry()
                .is_some_and(|entry| !["human", "org", "armed"].iter().any(|tag| entry.has_tag(tag)))
    }

    /// Whether «على» is written so that it can only be the preposition.
    pub(crate) fn is_preposition(&self, token: usize) -> bool {
        self.text.key(token).ends_with("علي") && self.text.raw_of(token).ends_with('ى')
    }

    /// A definite adjective of nationality.
    pub(crate) fn demonym(&self, token: usize) -> Option<Match> {
        let found = self
            .lookup
            .at(token)
            .iter()
            .filter(|m| m.kind == Kind::Demonym && m.skip == 0)
            .max_by_key(|m| m.end)
            .copied()?;
        let key = self.text.key(token);
        (key.starts_with("ال") && !key.ends_with("ين") && !key.ends_with("ون")).then_some(found)
    }

    /// The token after a closing quotation mark that belongs to a quotation opened inside `start..end`.
    pub(crate) fn close_quote(&self, start: usize, end: usize) -> usize {
        let opened = (start..end)
            .filter(|t| matches!(self.text.key(*t), "\"" | "«" | "“"))
            .count();
        let closed = (start..end).filter(|t| matches!(self.text.key(*t), "»" | "”")).count();
        let open = match opened {
            0 => false,
            _ if self.text.key(end) == "\"" => opened % 2 == 1,
            _ => opened > closed,
        };
        if open && matches!(self.text.key(end), "\"" | "»" | "”") {
            end + 1
        } else {
            end
        }
    }
}
