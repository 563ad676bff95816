//! What the clause around a time says of when: «سيصل السبت» (he will arrive on Saturday) and «وصل السبت» (he arrived) mean different days.

use musnad_data::words::time as words;

use super::lexicon::Class;
use super::scan::Scan;
use crate::morphology::{Features, Pos, Proclitics};

/// What the tense of a clause says about a time without a year or week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    This,
    Next,
    /// Nothing was said; the latest is meant.
    Unsaid,
    /// No verb is there to say it (a headline, a caption); the nearest is meant.
    Nearest,
}

impl Scan<'_, '_> {
    /// Whether a clause ends before the token.
    pub(super) fn clause_ends(&self, at: usize) -> bool {
        at >= self.text.tokens.len() || matches!(self.text.key(at), "." | "،" | "؛" | "!" | "؟" | ")" | ":" | "…")
    }

    /// «الماضي», «المقبل», «الجاري» after a noun of time.
    pub(super) fn direction(&self, at: usize) -> Option<(Direction, usize)> {
        let found = self
            .word(at, |c| matches!(c, Class::Past | Class::Next | Class::This))
            .filter(|found| !found.and && !found.governed)?;
        let direction = match found.class {
            Class::Past => Direction::Past,
            Class::Next => Direction::Next,
            _ => Direction::This,
        };
        Some((direction, found.end))
    }

    /// Whether the clause speaks of the future: the nearest finite verb before the token, or a word such as «المقررة».
    pub(super) fn is_future(&self, at: usize) -> bool {
        let first = self.text.sentence_tokens(self.text.sentence_of(at)).start;
        let window = at.saturating_sub(10).max(first);
        for token in (window..at).rev() {
            if words::is_planned(self.text.key(token)) {
                return true;
            }
            let best = self.morphology.best(token);
            // «سأكون»: no other word begins so.
            if self.text.raw_of(token).starts_with("سأ") && self.text.key(token).chars().count() > 3 {
                return true;
            }
            if best.pos == Pos::Verb {
                if best.proclitics.has(Proclitics::SA) {
                    return true;
                }
                if best.features.has(Features::PERFECT) {
                    return false;
                }
            }
        }
        false
    }

    /// Whether the nearest finite verb before the token, within its sentence, tells of what has been.
    pub(super) fn is_past(&self, at: usize) -> bool {
        let first = self.text.sentence_tokens(self.text.sentence_of(at)).start;
        (at.saturating_sub(10).max(first)..at)
            .rev()
            .map(|token| self.morphology.best(token))
            .find(|best| best.pos == Pos::Verb)
            .is_some_and(|best| best.features.has(Features::PERFECT))
    }

    /// The tense beside a time that says no more.
    pub(super) fn tense(&self, at: usize) -> Direction {
        if self.alone || self.is_future(at) {
            return Direction::Next;
        }
        let tokens = self.text.sentence_tokens(self.text.sentence_of(at));
        let verbless = !tokens
            .into_iter()
            .any(|token| self.morphology.best(token).pos == Pos::Verb);
        if verbless {
            Direction::Nearest
        } else {
            Direction::Unsaid
        }
    }

    /// Whether the nearest finite verb before the token, a few words back, is in the imperfect.
    pub(super) fn imperfect_nearby(&self, at: usize) -> bool {
        let first = self.text.sentence_tokens(self.text.sentence_of(at)).start;
        (at.saturating_sub(4).max(first)..at)
            .rev()
            .map(|token| self.morphology.best(token))
            .find(|best| best.pos == Pos::Verb)
            .is_some_and(|best| best.features.has(Features::IMPERFECT) && !best.proclitics.has(Proclitics::SA))
    }
}
