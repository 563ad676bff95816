//! What the chooser of days is told, for training.

use super::across::Across;
use super::{candidates, own, related};
use crate::document::{Days, EventStatus, EventType};
use crate::events::Findings;
use crate::events::days::in_title;
use crate::events::draft::Draft;
use crate::text::Span;

/// An event with the days that it may be of, for training the chooser.
#[derive(Debug, Clone)]
pub struct DatedEvent {
    /// Its trigger.
    pub trigger: Span,
    /// Its type.
    pub event_type: EventType,
    /// It has happened.
    pub occurred: bool,
    /// It stands in the title.
    pub title: bool,
    /// The trigger's part of speech: 1 a finite verb, 2 an action noun, 4 a participle, 8 another noun.
    pub part: u8,
    /// Facts of none of the times of its sentence being its own; empty where there are none.
    pub none_beside: Vec<u16>,
    /// The times of its sentence, with their facts.
    pub beside: Vec<(Days, Vec<u16>)>,
    /// Facts of it being of no day.
    pub none: Vec<u16>,
    /// Days that the text names near.
    pub days: Vec<DayCandidate>,
    /// Other events that may say of what day it is: the number of the relation and the place of the event.
    pub told: Vec<(u8, usize)>,
}

/// A day that an event may be of.
#[derive(Debug, Clone)]
pub struct DayCandidate {
    /// The days.
    pub days: Days,
    /// Its facts, as far as they do not lean on what is said of the times beside triggers.
    pub facts: Vec<u16>,
    /// How long ago, as a number of a class.
    pub age: u8,
    /// No other day is named more often.
    pub top: bool,
    /// How many sentences before it was named last in the paragraph, at most 4; 5 where it was not.
    pub para: u8,
}

/// What both models are told of each event.
pub(in crate::events) fn told(findings: Findings<'_>, drafts: &[Draft]) -> Vec<DatedEvent> {
    let across = Across::new(findings, drafts);
    own(findings, drafts)
        .into_iter()
        .zip(drafts)
        .enumerate()
        .map(|(number, (own, draft))| {
            let (none_beside, beside) = own.map_or_else(Default::default, |own| {
                let times = own.times.into_iter().map(|time| (time.days, time.facts.0));
                (own.none.0, times.collect())
            });
            let day = |days: Days| {
                let leaning = across.leaning(number, days);
                DayCandidate {
                    days,
                    facts: across.plain(number, days).0,
                    age: leaning.age,
                    top: leaning.top,
                    para: leaning.para,
                }
            };
            DatedEvent {
                trigger: draft.event.trigger,
                event_type: draft.event.event_type,
                occurred: draft.event.status == EventStatus::Occurred,
                title: in_title(findings, draft.event.trigger),
                part: draft.part,
                none_beside,
                beside,
                none: across.plain_none(number).0,
                days: candidates(findings, draft).into_iter().map(day).collect(),
                told: related(findings, drafts, number)
                    .into_iter()
                    .map(|(relation, other)| (relation as u8, other))
                    .collect(),
            }
        })
        .collect()
}
