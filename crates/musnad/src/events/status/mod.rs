//! Whether it happened: particles, tense, and the words the event is the content of.
//!
//! «لن تنسحب» (will not withdraw) is negated, «ستنسحب» planned, «قد تنسحب» possible, «طالب بانسحاب» demanded, «يخشى انسحاب» possible.
//! [`particle`] reads what stands before a verb, [`governor`] what takes the event as its content: of several the nearest before the
//! trigger decides. Irony and counterfactuals are not read.

mod governor;
mod particle;

use super::argument::control;
use super::item::{Item, Kind};
use super::lexicon::FINITE;
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::EventStatus;
use crate::morphology::Pos;
pub(super) use governor::Governs;
use governor::by_governor;
use particle::{by_auxiliary, by_particle, of_verb};

/// The status of the event at a trigger, by what stands before it in its sentence.
pub(super) fn status(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
) -> EventStatus {
    let Some(item) = items.get(trigger.item) else {
        return EventStatus::Occurred;
    };
    let first = findings
        .text
        .sentence_tokens(findings.text.sentence_of(item.start))
        .start;
    if trigger.row.roles.refuses {
        return EventStatus::Occurred;
    }
    let finite = trigger.part == FINITE;
    if let Some(status) = by_particle(findings, trigger, item.start, first, finite) {
        return status;
    }
    if finite && let Some(status) = by_auxiliary(findings, trigger, item.start, first) {
        return status;
    }
    let status = by_governor(findings, resources, items, trigger, first);
    if finite || status != Some(EventStatus::Occurred) && status.is_some() {
        return status.unwrap_or(EventStatus::Occurred);
    }
    let any = item
        .start
        .checked_sub(1)
        .is_some_and(|before| before >= first && findings.text.key(before) == "اي");
    // «لم تسجل أي اشتباكات»: «أي» under a negated verb is none.
    if any && status.is_none() && negated_verb_before(findings, items, trigger.item, first) {
        return EventStatus::Negated;
    }
    // «دعت … الأطراف، في بيان صدر أمس، إلى وقف إطلاق النار»: the verb that takes the action may stand far off.
    let verb = control::governor(findings, resources, items, trigger.item).and_then(|verb| items.get(verb));
    let governed = verb.and_then(|verb| {
        let verbs = || {
            findings
                .morphology
                .all(verb.start)
                .filter(|reading| reading.pos == Pos::Verb)
        };
        let own = verbs().find_map(|reading| reading.lexeme.and_then(|id| resources.governors.of_lexeme(id.0)));
        match own {
            Some(governs) => governs.of_kind(trigger.row.kind),
            // «قد تلجأ إلى فرض حظر»: what the verb does not do for certain, the action is not.
            None => of_verb(findings, verb.start, first),
        }
    });
    match governed {
        Some(status) => status,
        // «من أن أي هجوم سيؤدي إلى …»: no attack is told of.
        None if any => EventStatus::Possible,
        None => EventStatus::Occurred,
    }
}

/// Whether the nearest verb before an item, in its clause, is negated.
fn negated_verb_before(findings: Findings<'_>, items: &[Item], index: usize, first: usize) -> bool {
    items
        .get(index.saturating_sub(4)..index)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|item| !matches!(item.kind, Kind::Stop | Kind::Clause | Kind::Comma))
        .find(|item| matches!(item.kind, Kind::Verb | Kind::Auxiliary))
        .is_some_and(|verb| particle::is_negated(findings, verb.start, first))
}
