//! Dead, wounded, missing, detained and displaced, tied to the event that harmed them.

use crate::document::{Bounds, Casualties, EventType, Quantity, QuantityKind};
use crate::text::Span;

/// An event as far as harm is concerned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Harming {
    /// Index of the event.
    pub(super) event: usize,
    pub(super) trigger: Span,
    pub(super) kind: EventType,
    /// The quantity is among its recipients.
    pub(super) holds: bool,
}

/// The event of a sentence that a quantity of people harmed belongs to.
pub(super) fn harmed_by(quantity: &Quantity, events: impl Iterator<Item = Harming>) -> Option<usize> {
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
    events
        .filter(|event| fits(event.kind))
        .min_by_key(|event| {
            let gap = if event.trigger.end <= quantity.span.start {
                quantity.span.start - event.trigger.end
            } else {
                event.trigger.start.saturating_sub(quantity.span.end).saturating_mul(2)
            };
            (!event.holds, gap)
        })
        .map(|event| event.event)
}

/// Adds a quantity to the harm of an event; a second figure of the same kind is added up («5 مدنيين و3 جنود»).
pub(super) fn add(casualties: &mut Option<Casualties>, quantity: &Quantity) {
    let all = casualties.get_or_insert_with(Casualties::default);
    let slot = match quantity.kind {
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
