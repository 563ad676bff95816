//! One happening, one event in a document: which events tell again of what an earlier one told.
//!
//! «قتل ثلاثة في غارة على صنعاء … وأوضح المصدر أن الغارة وقعت فجر أمس» (three were killed in a raid on Sanaa … the source said the raid came
//! yesterday at dawn): the second is the same as the first. Type, status, place, days, participants and tolls must not disagree; what they
//! share, a definite noun and the nearness of title and first lines speak for it.
//!
//! Not handled: one happening told as two types («داهمت … واعتقلت»); parts of a happening that are told one by one.

use super::Findings;
use super::draft::Draft;
use crate::document::{Argument, ArgumentRole, Bounds, Event, EventMode, EventStatus, EventType};
use crate::morphology::{Pos, Proclitics};

/// How many happenings back are looked at: the cost of a long text stays linear.
const REACH: usize = 48;
/// Least sum of what speaks for it.
const ENOUGH: i32 = 3;

/// Links events that tell of one happening: each to the first that told of it.
pub(super) fn link(findings: Findings<'_>, drafts: &mut [Draft]) {
    // The first event of each happening, in order.
    let mut firsts: Vec<usize> = Vec::new();
    for number in 0..drafts.len() {
        let Some(draft) = drafts.get(number) else { break };
        let best = firsts
            .iter()
            .rev()
            .take(REACH)
            .filter_map(|first| Some((agreement(findings, drafts.get(*first)?, draft)?, *first)))
            // Of equals the nearest.
            .max_by_key(|(sum, first)| (*sum, *first));
        match best {
            Some((sum, first)) if sum >= ENOUGH => {
                if let Some(draft) = drafts.get_mut(number) {
                    draft.event.same_as = Some(first as u32);
                }
            }
            _ => firsts.push(number),
        }
    }
}

/// Events that tell of one attack say together how it was made: «قصف الطيران … وأوضح أن الهجوم».
pub(super) fn share_modes(drafts: &mut [Draft]) {
    for number in 0..drafts.len() {
        let Some((first, kind)) = drafts.get(number).and_then(|draft| {
            let event = &draft.event;
            Some((event.same_as? as usize, event.event_type))
        }) else {
            continue;
        };
        let mode = |at: usize| drafts.get(at).and_then(|draft| draft.event.mode);
        let (told, retold) = (mode(first), mode(number));
        let bare = if retold.is_none() { number } else { first };
        if kind == EventType::Assault
            && (told.is_none() || retold.is_none())
            && told.or(retold).is_some_and(is_means)
            && let Some(draft) = drafts.get_mut(bare)
            && !super::acled::gains(&draft.event.trigger_lemma)
        {
            draft.event.mode = told.or(retold);
        }
    }
}

/// How much speaks for two events being one happening; nothing where they disagree.
fn agreement(findings: Findings<'_>, first: &Draft, second: &Draft) -> Option<i32> {
    let (a, b) = (&first.event, &second.event);
    let done = |event: &Event| event.status == EventStatus::Occurred;
    if a.event_type != b.event_type
        || a.custom_type != b.custom_type
        || done(a) != done(b)
        || !done(a) && a.status != b.status
    {
        return None;
    }
    // Two words of one sentence tell of two things, unless the rules of repetition have merged them.
    if first.sentence == second.sentence {
        return None;
    }
    let mut sum = 0;
    if let (Some(a), Some(b)) = (a.mode, b.mode)
        && a != b
        && !(is_vague(a) || is_vague(b))
    {
        return None;
    }
    if let (Some(a), Some(b)) = (a.when, b.when) {
        if a.last < b.first || b.last < a.first {
            return None;
        }
        sum += 1 + i32::from(a == b);
    }
    for (role, weight) in [
        (ArgumentRole::Place, 2),
        (ArgumentRole::Recipient, 2),
        (ArgumentRole::Actor, 1),
    ] {
        match shared(findings, a, b, role) {
            Some(true) => sum += weight,
            Some(false) if role == ArgumentRole::Place => return None,
            Some(false) => sum -= 1,
            None => {}
        }
    }
    let killed = |event: &Event| event.casualties.as_ref().and_then(|all| all.killed);
    if let (Some(a), Some(b)) = (killed(a), killed(b)) {
        sum += if a == b { 3 } else { -1 };
        if !overlap(a, b) && !second.event.casualties.as_ref().is_some_and(|all| all.revised) {
            sum -= 1;
        }
    }
    sum += i32::from(a.trigger_lemma == b.trigger_lemma);
    sum += 2 * i32::from(is_definite_noun(findings, b));
    sum += i32::from(second.sentence - first.sentence <= 2);
    Some(sum)
}

/// Modes that say by what means.
fn is_means(mode: EventMode) -> bool {
    matches!(
        mode,
        EventMode::Aerial
            | EventMode::Drone
            | EventMode::HeavyWeapons
            | EventMode::Explosives
            | EventMode::SuicideAttack
            | EventMode::Firearms
            | EventMode::Unconventional
    )
}

/// Modes that say little of how: «دمر», «اغتال» go with any weapon.
fn is_vague(mode: EventMode) -> bool {
    matches!(
        mode,
        EventMode::Targeted | EventMode::Destroy | EventMode::Explosives | EventMode::Violence
    )
}

fn overlap(a: Bounds, b: Bounds) -> bool {
    let (low, high) = (
        |x: Bounds| x.min.unwrap_or(f64::NEG_INFINITY),
        |x: Bounds| x.max.unwrap_or(f64::INFINITY),
    );
    low(a) <= high(b) && low(b) <= high(a)
}

/// Whether the events share somebody or something in a role; nothing where one of them says nothing.
fn shared(findings: Findings<'_>, a: &Event, b: &Event, role: ArgumentRole) -> Option<bool> {
    let of = |event: &'_ Event| -> Vec<Argument> {
        event
            .arguments
            .iter()
            .filter(|argument| argument.role == role)
            .copied()
            .collect()
    };
    let (first, second) = (of(a), of(b));
    if first.is_empty() || second.is_empty() {
        return None;
    }
    let same = |a: &Argument, b: &Argument| {
        a.entity.is_some() && a.entity == b.entity || a.span == b.span || {
            let head = |argument: &Argument| {
                let token = findings.text.token_at(argument.span.start);
                findings.text.stem_key(token, findings.morphology.best(token))
            };
            a.entity.is_none() && b.entity.is_none() && head(a) == head(b)
        }
    };
    Some(first.iter().any(|a| second.iter().any(|b| same(a, b))))
}

/// «الهجوم», «الغارة»: a noun that speaks of something told before.
fn is_definite_noun(findings: Findings<'_>, event: &Event) -> bool {
    let reading = findings.morphology.best(findings.text.token_at(event.trigger.start));
    reading.pos != Pos::Verb && reading.proclitics.has(Proclitics::AL)
}
