//! Other events that may say of what day one is.
//!
//! «غارة على المخيم … وقعت الغارة الثلاثاء» (a raid on the camp … the raid came on Tuesday): the second has the word of the first.

use crate::events::Findings;
use crate::events::days::{entities_in_common, in_title, section};
use crate::events::draft::Draft;

/// Events before and after that are looked at: the cost of a long text stays linear.
const EVENTS: usize = 40;

/// How another event may say of what day one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Relation {
    /// The same word and somebody in common.
    WordAndParty,
    /// The same word.
    Word,
    /// The same type and somebody in common.
    Party,
    /// The same type and mode.
    Mode,
    /// The same type, close by.
    Near,
    /// In the same sentence.
    Sentence,
    /// In the sentence before, of the same paragraph.
    Before,
    /// Two sentences before.
    LongBefore,
    /// In the next sentence.
    Next,
    /// Of the same type as this one in the title.
    Titled,
    /// In the first sentences under the title, for one in the title.
    Lead,
}

/// Other events that may say of what day an event is.
pub(super) fn told(findings: Findings<'_>, drafts: &[Draft], number: usize) -> Vec<(Relation, usize)> {
    let Some(draft) = drafts.get(number) else {
        return Vec::new();
    };
    let title = in_title(findings, draft.event.trigger);
    let own = section(findings, draft.event.trigger);
    let mut told = Vec::new();
    let window = number.saturating_sub(EVENTS)..(number + EVENTS).min(drafts.len());
    for (index, other) in drafts.iter().enumerate().take(window.end).skip(window.start) {
        if index == number {
            continue;
        }
        let kind = other.event.event_type == draft.event.event_type;
        let status = other.event.status == draft.event.status;
        if kind && status {
            let word = other.lexeme == draft.lexeme;
            let party = entities_in_common(draft, other);
            let mode = draft.event.mode.is_some() && other.event.mode == draft.event.mode;
            let near = other.sentence.abs_diff(draft.sentence) <= 2;
            let relation = match (word, party) {
                (true, true) => Some(Relation::WordAndParty),
                (true, false) => Some(Relation::Word),
                (false, true) => Some(Relation::Party),
                _ if mode => Some(Relation::Mode),
                _ => near.then_some(Relation::Near),
            };
            told.extend(relation.map(|relation| (relation, index)));
        }
        if other.sentence == draft.sentence && status {
            told.push((Relation::Sentence, index));
        }
        let paragraph = section(findings, other.event.trigger) == own;
        match draft.sentence.checked_sub(other.sentence) {
            Some(1) if paragraph => told.push((Relation::Before, index)),
            Some(2) if paragraph => told.push((Relation::LongBefore, index)),
            _ => {}
        }
        if other.sentence == draft.sentence + 1 {
            told.push((Relation::Next, index));
        }
        if title && kind {
            told.push((Relation::Titled, index));
        }
        if title && other.sentence <= draft.sentence + 2 && !in_title(findings, other.event.trigger) {
            told.push((Relation::Lead, index));
        }
    }
    told
}

/// For each relation the greatest of what its events say.
pub(super) fn loudest(told: &[(Relation, usize)], chance: impl Fn(usize) -> f32) -> Vec<(Relation, f32)> {
    let mut loudest: Vec<(Relation, f32)> = Vec::new();
    for (relation, other) in told {
        let chance = chance(*other);
        match loudest.iter_mut().find(|(known, _)| known == relation) {
            Some((_, known)) => *known = known.max(chance),
            None => loudest.push((*relation, chance)),
        }
    }
    loudest
}
