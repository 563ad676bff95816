//! With what, and what is asked for.

use super::argument::Parties;
use super::item::{Item, Kind};
use super::trigger::Trigger;
use super::{Findings, Resources};
use crate::document::{EventMode, EventType};

/// How telling a weapon word is beside others.
fn rank(mode: EventMode) -> u8 {
    match mode {
        EventMode::Drone => 5,
        EventMode::SuicideAttack | EventMode::Unconventional => 4,
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
                    .is_some_and(|before| matches!(text.key(before), "دون" | "بدون" | "بلا"))
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
