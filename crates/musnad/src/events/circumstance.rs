//! Where and with what.

use super::argument::{Parties, Party};
use super::class::Class;
use super::item::{Item, Kind};
use super::prep::Prep;
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::{EntityType, EventMode, EventType};
use crate::text::Span;

/// The place named nearest to the trigger by a preposition of place: after it first, then before it.
pub(super) fn place(
    findings: Findings<'_>,
    items: &[Item],
    trigger: &Trigger<'_>,
    parties: &Parties,
) -> Option<(Span, Option<u32>)> {
    let taken = |item: &Item| {
        let is = |party: &Party| party.start == item.start;
        parties.actors.iter().any(is)
    };
    let motion = matches!(
        (trigger.row.kind, trigger.row.mode),
        (EventType::Consult, Some(EventMode::Visit)) | (EventType::Retreat | EventType::Mobilize | EventType::Aid, _)
    );
    let local = |item: &Item| match item.prep {
        Prep::In | Prep::Near => true,
        Prep::Bi | Prep::On | Prep::Toward => item.class.any(Class::GPE.with(Class::PLACE).with(Class::FACILITY)),
        Prep::To | Prep::Li | Prep::From => {
            motion && item.class.any(Class::GPE.with(Class::PLACE).with(Class::FACILITY))
        }
        _ => false,
    };
    let found = |item: &Item| {
        if item.kind != Kind::Phrase || !local(item) || taken(item) {
            return None;
        }
        located(findings, item)
    };
    if let Some(place) = parties
        .places
        .iter()
        .find_map(|party| located_tokens(findings, party.start, party.end))
    {
        return Some(place);
    }
    // What is attacked, entered, visited is also where: «اقتحام مخيم جنين».
    if matches!(
        trigger.row.kind,
        EventType::Assault | EventType::Coerce | EventType::Consult | EventType::Retreat | EventType::Mobilize
    ) && let Some(place) = parties
        .recipients
        .iter()
        .filter(|p| p.class.any(Class::GPE.with(Class::PLACE).with(Class::FACILITY)))
        .find_map(|p| located_tokens(findings, p.start, p.end))
    {
        return Some(place);
    }
    let mut clauses = 0;
    for item in items.iter().skip(trigger.item + 1) {
        match item.kind {
            Kind::Stop => break,
            Kind::Clause => {
                clauses += 1;
                if clauses > 1 {
                    break;
                }
            }
            Kind::Verb if item.trigger && item.joined => break,
            _ => {}
        }
        if let Some(place) = found(item) {
            return Some(place);
        }
    }
    items
        .get(..trigger.item)
        .unwrap_or_default()
        .iter()
        .rev()
        .take_while(|item| item.kind != Kind::Stop)
        .filter(|item| item.prep != Prep::From && item.prep != Prep::Li)
        .find_map(found)
}

fn located(findings: Findings<'_>, item: &Item) -> Option<(Span, Option<u32>)> {
    located_tokens(findings, item.start, item.end)
}

/// The name of a place inside the tokens.
pub(super) fn located_tokens(findings: Findings<'_>, start: usize, end: usize) -> Option<(Span, Option<u32>)> {
    let span = findings.text.span_of(start..end);
    let first = findings
        .mentions
        .partition_point(|mention| mention.span.end <= span.start);
    findings
        .mentions
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, mention)| mention.span.start < span.end)
        .find_map(|(index, mention)| {
            let is_place = matches!(
                mention.entity_type,
                EntityType::Geopolitical | EntityType::Location | EntityType::Facility
            ) && mention.form == crate::document::MentionForm::Name;
            is_place.then_some((mention.span, Some(index as u32)))
        })
}

/// How telling a weapon word is beside others.
fn rank(mode: EventMode) -> u8 {
    match mode {
        EventMode::Drone => 5,
        EventMode::SuicideAttack => 4,
        EventMode::CrowdControl => 3,
        EventMode::Aerial => 2,
        _ => 1,
    }
}

/// The mode by weapons and means named beside the trigger, with the token that names them. What is attacked is no means.
pub(super) fn means(
    findings: Findings<'_>,
    resources: &Resources,
    items: &[Item],
    trigger: &Trigger<'_>,
    parties: &Parties,
) -> Option<(EventMode, usize)> {
    let item = items.get(trigger.item)?;
    let (text, morphology) = (findings.text, findings.morphology);
    let look = |from: usize, to: usize| {
        let mut best: Option<(EventMode, usize)> = None;
        for at in from..to {
            let Some(mode) = resources.instruments.get(text, morphology, at) else {
                continue;
            };
            // A «طيار» is a pilot unless the craft is without one.
            if mode == EventMode::Drone
                && text.key(at) == "طيار"
                && !at
                    .checked_sub(1)
                    .is_some_and(|before| matches!(text.key(before), "دون" | "بدون"))
            {
                continue;
            }
            if best.is_none_or(|(known, _)| rank(mode) > rank(known)) {
                best = Some((mode, at));
            }
        }
        best
    };
    // Its own words first: «غارة جوية», «هجوم انتحاري».
    if let Some(found) = look(item.start + 1, item.end) {
        return Some(found);
    }
    let attacked = |item: &Item| parties.recipients.iter().any(|party| party.start == item.start);
    let mut phrases = 0;
    let mut best: Option<(EventMode, usize)> = None;
    for next in items.iter().skip(trigger.item + 1) {
        match next.kind {
            Kind::Stop => break,
            Kind::Verb | Kind::Clause if phrases > 0 => break,
            Kind::Phrase => {
                phrases += 1;
                if phrases > 7 {
                    break;
                }
                if !attacked(next)
                    && let Some(found) = look(next.start, next.end + usize::from(text.key(next.end) == "طيار"))
                    && best.is_none_or(|(known, _)| rank(found.0) > rank(known))
                {
                    best = Some(found);
                }
            }
            _ => {}
        }
    }
    let subject = items
        .get(..trigger.item)
        .unwrap_or_default()
        .iter()
        .rev()
        .take(3)
        .take_while(|item| !matches!(item.kind, Kind::Stop | Kind::Clause))
        .filter(|item| !attacked(item))
        .find_map(|item| look(item.start, item.end));
    match (best, subject) {
        (Some(after), Some(before)) if rank(before.0) > rank(after.0) => Some(before),
        (after, before) => after.or(before),
    }
}

/// The mode by what is asked for, refused or threatened.
pub(super) fn content(
    findings: Findings<'_>,
    resources: &Resources,
    kind: EventType,
    from: usize,
    to: usize,
) -> Option<EventMode> {
    let map = resources
        .contents
        .iter()
        .find(|(of, _)| *of == kind)
        .map(|(_, map)| map)?;
    (from..to.min(from + 16)).find_map(|at| map.get(findings.text, findings.morphology, at))
}
