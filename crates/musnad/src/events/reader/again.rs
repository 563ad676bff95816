//! A happening that two words of a sentence tell of.

use super::{Proposed, Told};
use crate::document::{ArgumentRole, EventType};
use crate::events::Findings;
use crate::events::argument::Party;
use crate::events::class::Class;
use crate::events::classifier::Verdict;
use crate::events::draft::argument;

/// «أسفر الانفجار عن مقتل خمسة»: what is told by one of two words for one happening is told by the first of them.
pub(super) fn agree_on_repeated(proposed: &[Proposed<'_>], verdicts: &mut [Option<Verdict>]) {
    for (number, one) in proposed.iter().enumerate() {
        let Some(first) = one
            .repeats
            .filter(|first| proposed.get(*first).is_some_and(|first| first.meant))
        else {
            continue;
        };
        let told = verdicts
            .get(number)
            .copied()
            .flatten()
            .map_or(0.0, |verdict| verdict.told);
        if let Some(Some(verdict)) = verdicts.get_mut(first) {
            verdict.told = verdict.told.max(told);
        }
    }
}

/// Adds to an event what a second word for it tells.
pub(super) fn repeat<'a>(findings: Findings<'_>, told: &mut Told<'a>, one: Proposed<'a>) {
    let draft = &mut told.draft;
    draft.again.push(one.draft.event.trigger);
    // «غارة أدت إلى مقتل القيادي»: its one victim is that of the raid.
    draft.victims = draft.victims.or(one.draft.victims);
    let both = |kind| draft.event.event_type == kind && one.trigger.row.kind == kind;
    let added: Vec<Party> = if both(EventType::Protest) && draft.parties.recipients.is_empty() {
        // «مظاهرة احتجاجا على سياسة الحكومة»: what the second word is against, the first is.
        one.draft.parties.recipients.clone()
    } else if both(EventType::Assault) {
        // «مقتل ضابط وإصابة ثلاثة جنود», «هجوم أسفر عن مقتل خمسة»: both are its victims.
        let people = |victim: &Party| {
            victim.class.is_human()
                || victim
                    .class
                    .any(Class::KILLED.with(Class::INJURED).with(Class::ARMED).with(Class::CROWD))
        };
        // «قتل جندي وجرح آخر»: who is hurt does not count among the dead.
        let lemma = one.trigger.reading.entry().map_or("", |entry| entry.lemma);
        let hurt = draft.kills && matches!(lemma, "جرح" | "أصاب" | "إصابة");
        let victims = one.parties.recipients.iter().copied().filter(people);
        let marked = victims.map(|mut victim| {
            victim.hurt = hurt && !victim.class.has(Class::KILLED);
            victim
        });
        marked.collect()
    } else {
        Vec::new()
    };
    for party in added {
        let argument = argument(findings, ArgumentRole::Recipient, &party);
        let known = draft.event.arguments.iter();
        if !known.into_iter().any(|other| other.span.overlaps(argument.span)) {
            draft.event.arguments.push(argument);
            draft.parties.recipients.push(party);
            told.parties.recipients.push(party);
        }
    }
    if both(EventType::Assault) {
        told.again.push((one.trigger, one.parties));
    }
}
