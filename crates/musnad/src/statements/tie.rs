//! Ties statements to the events inside them, and says what each source makes of an event.
//!
//! An event is carried by every statement whose content holds its trigger, the innermost first. What a source denies did not
//! happen by its words: «نفى الجيش قصف المدينة» (the army denied shelling the town) makes the shelling NEGATED. Where others
//! report it, only the one who denies it attests so: in «قالت المعارضة إن الجيش قصف المدينة، ونفى الجيش ذلك» (the opposition said
//! that the army shelled the town, and the army denied that) the shelling has occurred by the opposition, and has not by the army.

use crate::document::{Attestation, Event, EventStatus, Stance, Statement};
use crate::text::Text;

/// Bytes from the start of the content within which the denied event stands.
const FIRST: u32 = 60;
/// Bytes between two denied events.
const NEAR: u32 = 24;
/// Longest content that only takes up what was said before, in tokens.
const TAKES_UP: usize = 6;
/// How many statements and sentences back it was said.
const BACK: usize = 3;

/// Fills in `Statement::events`, `Event::statements`, `Event::attestations`, and the status of what is denied.
pub(super) fn tie(text: &Text<'_>, statements: &mut [Statement], events: &mut [Event]) {
    for event in events.iter_mut() {
        event.statements.clear();
        event.attestations.clear();
    }
    // Both are in the order of the text: a statement's events are a run, found by halving.
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|&index| events[index].trigger.start);
    for (number, statement) in statements.iter_mut().enumerate() {
        statement.events.clear();
        let first = order.partition_point(|&index| events[index].trigger.start < statement.content.start);
        let run = order.iter().skip(first).copied();
        let inside = run.take_while(|&index| events[index].trigger.start < statement.content.end);
        for index in inside.collect::<Vec<_>>() {
            let event = &mut events[index];
            if event.trigger.end <= statement.content.end {
                statement.events.push(index as u32);
                event.statements.push(number as u32);
            }
        }
        deny(number as u32, statement, events);
        statement.events.sort_unstable();
    }
    let length = |number: u32| {
        statements
            .get(number as usize)
            .map_or(0, |statement| statement.content.len())
    };
    for event in events.iter_mut() {
        event.statements.sort_by_key(|&number| (length(number), number));
        attest(event, statements);
    }
    for number in 0..statements.len() {
        take_up(text, number, statements, events);
    }
    for event in events.iter_mut() {
        event.attestations.sort_by_key(|attestation| attestation.statement);
    }
}

/// Whether the content stands before what reports it: «…، وهو ما نفاه الجيش».
fn is_inverse(statement: &Statement) -> bool {
    statement.content.end <= statement.cue.start
}

/// What a statement denies is negated by it; the first event of its content, and what is coordinated with it close by.
fn deny(number: u32, statement: &Statement, events: &mut [Event]) {
    if statement.stance != Stance::Deny {
        return;
    }
    let mut denied_end: Option<u32> = None;
    for &index in &statement.events {
        let Some(event) = events.get_mut(index as usize) else {
            continue;
        };
        if !matches!(event.status, EventStatus::Occurred | EventStatus::Possible) {
            continue;
        }
        let near = denied_end.is_none_or(|end| event.trigger.start <= end + NEAR);
        if is_inverse(statement) || near && event.trigger.start <= statement.content.start + FIRST {
            event.attestations.push(Attestation {
                statement: number,
                status: EventStatus::Negated,
            });
            // What was told before by somebody else stays as he told it.
            if !is_inverse(statement) {
                event.status = EventStatus::Negated;
                denied_end = Some(event.trigger.end);
            }
        }
    }
}

/// Those who say so themselves: the innermost statement, and who confirms what stands before him.
fn attest(event: &mut Event, statements: &[Statement]) {
    for (rank, &number) in event.statements.iter().enumerate() {
        let itself = statements.get(number as usize).is_some_and(is_inverse);
        let known = event.attestations.iter().any(|known| known.statement == number);
        if !known && (rank == 0 || itself) {
            event.attestations.push(Attestation {
                statement: number,
                status: event.status,
            });
        }
    }
}

/// «ونفى الجيش ذلك», «وأكد الوزير هذه الأنباء»: a statement about what was said before attests those events.
fn take_up(text: &Text<'_>, number: usize, statements: &[Statement], events: &mut [Event]) {
    let Some(statement) = statements.get(number) else {
        return;
    };
    let status = match statement.stance {
        Stance::Deny => Some(EventStatus::Negated),
        Stance::Assert => None,
        _ => return,
    };
    let tokens = text.tokens_in(statement.content);
    if !statement.events.is_empty() || tokens.len() > TAKES_UP || !points_back(text, tokens.start) {
        return;
    }
    let earlier = statements.iter().take(number).enumerate().rev().take(BACK);
    let told = earlier
        .filter(|(_, other)| {
            !other.events.is_empty() && other.source.map(|s| s.span) != statement.source.map(|s| s.span)
        })
        .map(|(_, other)| other.events.clone())
        .next();
    // Without a source it was the outlet, in the sentence before.
    let own = || {
        let sentence = text.sentence_of(tokens.start);
        let in_reach = |event: &Event| {
            let at = text.sentence_of(text.tokens_in(event.trigger).start);
            event.trigger.end <= statement.content.start && at + 1 >= sentence
        };
        let found = events.iter().enumerate().filter(|(_, event)| in_reach(event));
        found.map(|(index, _)| index as u32).collect()
    };
    for index in told.unwrap_or_else(own) {
        if let Some(event) = events.get_mut(index as usize) {
            event.attestations.push(Attestation {
                statement: number as u32,
                status: status.unwrap_or(event.status),
            });
        }
    }
}

/// Whether the word refers to what was told before.
fn points_back(text: &Text<'_>, token: usize) -> bool {
    matches!(
        text.key(token),
        "ذلك"
            | "هذا"
            | "هذه"
            | "تلك"
            | "الامر"
            | "الخبر"
            | "النبا"
            | "الانباء"
            | "الاتهامات"
            | "الاتهام"
            | "المزاعم"
            | "الادعاءات"
            | "الروايه"
            | "التقارير"
            | "صحه"
            | "مسووليته"
            | "مسووليتها"
    )
}
