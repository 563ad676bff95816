//! Dead, wounded, missing, detained and displaced, tied to the event that harmed them.
//!
//! «مقتل 5 جنود و3 مدنيين في هجوم» (the killing of five soldiers and three civilians in an attack): the killing has eight dead, the
//! attack none of its own. «قتل 143 شخصا بينهم 36 طفلا» (143 killed, 36 children among them) has 143.

use super::Findings;
use super::draft::Draft;
use super::figures::{is_joined, is_of_lives, is_part, is_revision, is_told_apart};
use super::victims::is_shared;
use crate::document::{ArgumentRole, Bounds, Casualties, EventStatus, EventType, Quantity, QuantityKind};
use crate::text::Span;

/// Figures this far apart in bytes are not two parts of one toll.
const APART: u32 = 90;

/// Ties the quantities of people harmed in a sentence to its events.
pub(super) fn harm(findings: Findings<'_>, sentence: usize, drafts: &mut [Draft]) {
    let Some(span) = findings.text.sentences.get(sentence).map(|sentence| sentence.span) else {
        return;
    };
    let first = findings
        .quantities
        .partition_point(|quantity| quantity.span.end <= span.start);
    // The figure last tied to an event: its kind and event.
    let mut last: Option<(QuantityKind, usize, Span)> = None;
    for quantity in findings
        .quantities
        .iter()
        .skip(first)
        .take_while(|quantity| quantity.span.start < span.end)
    {
        let Some((event, kind)) = harmed_by(findings, quantity, drafts) else {
            continue;
        };
        // Nobody knows how many of them died.
        let shared = drafts
            .get(event)
            .is_some_and(|draft| is_shared(findings, draft.kills, draft.event.trigger, &draft.again));
        if shared && quantity.span.start > drafts.get(event).map_or(0, |draft| draft.event.trigger.end) {
            continue;
        }
        let part = last.is_some_and(|(_, _, before)| is_part(findings, before, quantity.span));
        if let Some((known, of, before)) = last
            && known == kind
            && of == event
            && (part
                || quantity.span.start.saturating_sub(before.end) > APART
                || !is_joined(findings, before, quantity.span))
        {
            continue;
        }
        // «143 شخصا بينهم 36 طفلا»: children are counted among the dead before.
        if part && last.is_some_and(|(known, _, _)| known == kind) {
            continue;
        }
        if let Some(draft) = drafts.get_mut(event) {
            add(&mut draft.event.casualties, quantity, kind);
            if let Some(all) = draft.event.casualties.as_mut()
                && is_revision(findings, quantity.span)
            {
                all.revised = true;
            }
            last = Some((kind, event, quantity.span));
        }
    }
    count_before(findings, span, drafts);
    for draft in drafts
        .iter_mut()
        .filter(|draft| draft.event.status != EventStatus::Negated)
    {
        if draft.beside > 0.0
            && let Some(killed) = draft.event.casualties.as_mut().and_then(|all| all.killed.as_mut())
        {
            killed.min = killed.min.map(|min| min + draft.beside);
            killed.max = killed.max.map(|max| max + draft.beside);
        }
        let Some(victims) = draft.victims else { continue };
        let casualties = draft.event.casualties.get_or_insert_with(Casualties::default);
        if casualties.killed.is_none() {
            casualties.killed = Some(Bounds {
                min: Some(victims),
                max: Some(victims),
            });
        }
    }
}

/// «2401 جنديا لقوا حتفهم», «أودى بحياة العشرات»: people counted near the verb of a killing that has no figure are its dead, whatever
/// else is said of them.
fn count_before(findings: Findings<'_>, sentence: Span, drafts: &mut [Draft]) {
    let triggers: Vec<Span> = drafts.iter().map(|draft| draft.event.trigger).collect();
    for draft in drafts.iter_mut() {
        let trigger = draft.event.trigger;
        let has_figure = draft.event.casualties.as_ref().is_some_and(|all| all.killed.is_some());
        if has_figure || draft.victims.is_some() || draft.event.event_type != EventType::Assault {
            continue;
        }
        let first = findings
            .quantities
            .partition_point(|quantity| quantity.span.end <= sentence.start);
        let people = findings
            .quantities
            .iter()
            .skip(first)
            .take_while(|quantity| quantity.span.start < sentence.end)
            .filter(|quantity| matches!(quantity.kind, QuantityKind::People | QuantityKind::Count))
            .filter(|quantity| {
                !triggers
                    .iter()
                    .any(|other| lies_between(*other, quantity.span, trigger))
            });
        let figure = if draft.kills {
            people
                .filter(|quantity| quantity.kind == QuantityKind::People)
                .filter(|quantity| quantity.span.end <= trigger.start && trigger.start - quantity.span.end <= APART)
                .last()
        } else {
            // «انفجار أودى بحياة العشرات»
            people
                .filter(|quantity| quantity.span.start >= trigger.end && is_of_lives(findings, quantity.span))
                .last()
        };
        if let Some(figure) = figure {
            add(&mut draft.event.casualties, figure, QuantityKind::Killed);
        }
    }
}

/// Whether a word stands between two others.
fn lies_between(word: Span, a: Span, b: Span) -> bool {
    let (first, second) = if a.start < b.start { (a, b) } else { (b, a) };
    word.start >= first.end && word.end <= second.start
}

/// The event of a sentence that a quantity of people harmed belongs to, and what the quantity counts there.
fn harmed_by(findings: Findings<'_>, quantity: &Quantity, drafts: &[Draft]) -> Option<(usize, QuantityKind)> {
    let holds = |draft: &Draft| {
        draft
            .event
            .arguments
            .iter()
            .any(|argument| argument.role == ArgumentRole::Recipient && argument.span.overlaps(quantity.span))
    };
    if matches!(quantity.kind, QuantityKind::Count | QuantityKind::People) {
        // «قتل 5 من زملائه»: the word before says what is counted.
        return drafts
            .iter()
            .position(|draft| draft.kills && holds(draft))
            .map(|index| (index, QuantityKind::Killed));
    }
    // «ثلاثة من الرهائن قتلوا»: what they were before counts less than that they were killed.
    if matches!(
        quantity.kind,
        QuantityKind::Detained | QuantityKind::Missing | QuantityKind::Displaced
    ) && let Some(index) = drafts.iter().position(|draft| draft.kills && holds(draft))
    {
        return Some((index, QuantityKind::Killed));
    }
    let fits = |kind: EventType| match quantity.kind {
        QuantityKind::Killed | QuantityKind::Injured | QuantityKind::Missing => {
            matches!(kind, EventType::Assault | EventType::Protest)
        }
        QuantityKind::Detained => matches!(
            kind,
            EventType::Coerce | EventType::Assault | EventType::Retreat | EventType::Sanction
        ),
        QuantityKind::Displaced => matches!(kind, EventType::Assault | EventType::Sanction | EventType::Coerce),
        _ => false,
    };
    drafts
        .iter()
        .enumerate()
        .filter(|(_, draft)| fits(draft.event.event_type))
        .min_by_key(|(_, draft)| {
            let apart = |word: Span| {
                if word.end <= quantity.span.start {
                    quantity.span.start - word.end
                } else {
                    let gap = word.start.saturating_sub(quantity.span.end).saturating_mul(2);
                    gap + if is_told_apart(findings, quantity.span, word) {
                        APART
                    } else {
                        0
                    }
                }
            };
            let gap = draft
                .again
                .iter()
                .copied()
                .map(apart)
                .fold(apart(draft.event.trigger), u32::min);
            (!holds(draft), gap)
        })
        .map(|(index, _)| (index, quantity.kind))
}

/// Adds a quantity to the harm of an event; a second figure of the same kind is added up («5 مدنيين و3 جنود»).
fn add(casualties: &mut Option<Casualties>, quantity: &Quantity, kind: QuantityKind) {
    let all = casualties.get_or_insert_with(Casualties::default);
    let slot = match kind {
        QuantityKind::Killed => &mut all.killed,
        QuantityKind::Injured => &mut all.injured,
        QuantityKind::Missing => &mut all.missing,
        QuantityKind::Detained => &mut all.detained,
        QuantityKind::Displaced => &mut all.displaced,
        _ => return,
    };
    *slot = Some(match *slot {
        None => Bounds {
            min: quantity.min,
            max: quantity.max,
        },
        Some(known) => Bounds {
            min: sum(known.min, quantity.min),
            max: sum(known.max, quantity.max),
        },
    });
    if all.item.is_empty() {
        all.item.clone_from(&quantity.item);
    }
}

fn sum(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    Some(a? + b?)
}
