//! From sentences to events.

use super::ambiguity::{self, Passage};
use super::argument::{ArgumentReader, Party};
use super::chunk::Chunker;
use super::class::Class;
use super::draft::{Draft, argument, draft};
use super::item::{Item, Kind};
use super::notes::TokenNotes;
use super::repeat::repeats;
use super::trigger::{Trigger, TriggerFinder};
use super::{Findings, Resources, acled, casualty, days, places};
use crate::document::{ArgumentRole, Event, EventType, SectionKind};

/// The events of a text, by trigger in order.
pub(super) fn read(findings: Findings<'_>, resources: &Resources) -> Vec<Event> {
    let notes = TokenNotes::new(findings);
    let chunker = Chunker {
        findings,
        resources,
        notes: &notes,
    };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut items: Vec<Item> = Vec::new();
    let mut earlier: Option<Party> = None;
    let passages = ambiguity::passages(findings, resources, &notes);
    for sentence in 0..findings.text.sentences.len() {
        let near = sentence.saturating_sub(1)..sentence + 2;
        let tokens = findings.text.sentence_tokens(sentence);
        if skipped(findings, tokens.start) {
            continue;
        }
        chunker.cut(tokens, &mut items);
        let finder = TriggerFinder {
            findings,
            resources,
            notes: &notes,
            fighting: passages
                .iter()
                .take(near.end)
                .skip(near.start)
                .any(|passage| passage.fights > 0),
        };
        let passage = Passage::around(&passages, sentence);
        let triggers: Vec<Trigger<'_>> = (0..items.len())
            .filter_map(|index| {
                let trigger = finder.at(&items, index)?;
                ambiguity::is_meant(findings, resources, &items, &trigger, passage).then_some(trigger)
            })
            .collect();
        let arguments = ArgumentReader {
            findings,
            resources,
            items: &items,
            earlier,
        };
        let first = drafts.len();
        for (number, trigger) in triggers.iter().enumerate() {
            let first_told = triggers
                .get(number.saturating_sub(2)..number)
                .unwrap_or_default()
                .iter()
                .rev()
                .find(|before| repeats(findings, &items, before, trigger));
            if let Some(told) = first_told {
                let word = |trigger: &Trigger<'_>| {
                    items
                        .get(trigger.item)
                        .map(|item| findings.text.word_span(item.start, trigger.reading))
                };
                let (own, again) = (word(told), word(trigger));
                if let Some(draft) = drafts.iter_mut().rev().find(|draft| Some(draft.event.trigger) == own) {
                    draft.again.extend(again);
                    // «مقتل ضابط وإصابة ثلاثة جنود», «هجوم أسفر عن مقتل خمسة»: both are its victims.
                    if draft.event.event_type == EventType::Assault && trigger.row.kind == EventType::Assault {
                        let victims = arguments.parties(trigger).recipients;
                        add_victims(findings, draft, &victims);
                    }
                }
                continue;
            }
            let parties = arguments.parties(trigger);
            drafts.push(draft(findings, resources, &items, sentence, trigger, parties));
        }
        casualty::harm(findings, sentence, drafts.get_mut(first..).unwrap_or_default());
        // Only the sentence's own are looked at again, so that a long text costs no more a sentence than a short one.
        let own = drafts.split_off(first);
        drafts.extend(
            own.into_iter()
                .filter(|draft| !draft.doubted || ambiguity::is_told(&draft.event)),
        );
        if let Some(subject) = (0..items.len())
            .filter(|index| items.get(*index).is_some_and(|item| item.kind == Kind::Verb))
            .find_map(|verb| arguments.subject(verb))
        {
            earlier = Some(subject);
        }
    }
    days::share(findings, &mut drafts);
    places::share(findings, &mut drafts);
    drafts
        .into_iter()
        .map(|draft| acled::finish(findings, resources, draft))
        .collect()
}

/// Adds people to the recipients of an event.
fn add_victims(findings: Findings<'_>, draft: &mut Draft, victims: &[Party]) {
    for victim in victims {
        let people = victim.class.is_human()
            || victim
                .class
                .any(Class::KILLED.with(Class::INJURED).with(Class::ARMED).with(Class::CROWD));
        let argument = argument(findings, ArgumentRole::Recipient, victim);
        let known = draft
            .event
            .arguments
            .iter()
            .any(|other| other.span.overlaps(argument.span));
        if people && !known {
            draft.event.arguments.push(argument);
            draft.parties.recipients.push(*victim);
        }
    }
}

/// Datelines and credits tell of nothing.
fn skipped(findings: Findings<'_>, token: usize) -> bool {
    let at = findings.text.span(token).start;
    let index = findings.text.sections.partition_point(|section| section.span.end <= at);
    findings
        .text
        .sections
        .get(index)
        .is_some_and(|section| matches!(section.kind, SectionKind::Dateline | SectionKind::Credits))
}
