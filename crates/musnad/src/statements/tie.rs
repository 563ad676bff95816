//! Ties statements to the events inside them.
//!
//! An event is carried by every statement whose content holds its trigger, the innermost first. What a source denies did
//! not happen by its words: «نفى الجيش قصف المدينة» (the army denied shelling the town).

use crate::document::{Event, EventStatus, Stance, Statement};

/// Fills in `Statement::events`, `Event::statements`, and the status of what is denied.
pub(super) fn tie(statements: &mut [Statement], events: &mut [Event]) {
    for event in events.iter_mut() {
        event.statements.clear();
    }
    // Both are in the order of the text: a statement's events are a run, found by halving.
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|&index| events[index].trigger.start);
    for (number, statement) in statements.iter_mut().enumerate() {
        statement.events.clear();
        let first = order.partition_point(|&index| events[index].trigger.start < statement.content.start);
        let mut denied_end: Option<u32> = None;
        for &index in order.iter().skip(first) {
            let event = &mut events[index];
            if event.trigger.start >= statement.content.end {
                break;
            }
            if event.trigger.end > statement.content.end {
                continue;
            }
            statement.events.push(index as u32);
            event.statements.push(number as u32);
            // The first event is what is denied, and what is coordinated with it close by; the rest is only mentioned.
            if statement.stance == Stance::Deny && matches!(event.status, EventStatus::Occurred | EventStatus::Possible)
            {
                let near = denied_end.is_none_or(|end| event.trigger.start <= end + NEAR);
                if near && event.trigger.start <= statement.content.start + FIRST {
                    event.status = EventStatus::Negated;
                    denied_end = Some(event.trigger.end);
                }
            }
        }
        statement.events.sort_unstable();
    }
    let length = |number: u32| {
        statements
            .get(number as usize)
            .map_or(0, |statement| statement.content.len())
    };
    for event in events.iter_mut() {
        event.statements.sort_by_key(|&number| (length(number), number));
    }
}

/// Bytes from the start of the content within which the denied event stands.
const FIRST: u32 = 60;
/// Bytes between two denied events.
const NEAR: u32 = 24;
