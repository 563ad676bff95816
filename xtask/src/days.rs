//! What the chooser of the days of events is told, for training.
//!
//! Reads JSON as `xtask triggers` does. Writes, in the same order, `{"id","events":[{"start","end","type","occurred","title","part","none_beside":[…],
//! "beside":[[first_day,last_day,[…]],…],"none":[…],"days":[{"first_day","last_day","facts":[…],"age","top","para"},…],"told":[[relation,event],…]},…]}`:
//! offsets count characters, facts are numbers of buckets, `told` has the places of other events; see `musnad::DatedEvent`.

use std::path::PathBuf;

use anyhow::Result;
use musnad::{Days, Extractor};
use serde::Serialize;

use crate::jsonl;
use crate::triggers::Input;

/// What `days` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Files to read; standard input when none is given
    files: Vec<PathBuf>,
}

#[derive(Serialize)]
struct Output<'i> {
    id: &'i serde_json::Value,
    events: Vec<Event>,
}

#[derive(Serialize)]
struct Event {
    start: usize,
    end: usize,
    r#type: &'static str,
    occurred: bool,
    title: bool,
    part: u8,
    none_beside: Vec<u16>,
    beside: Vec<(String, String, Vec<u16>)>,
    none: Vec<u16>,
    days: Vec<Day>,
    told: Vec<(u8, usize)>,
}

#[derive(Serialize)]
struct Day {
    first_day: String,
    last_day: String,
    facts: Vec<u16>,
    age: u8,
    top: bool,
    para: u8,
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let extractor = Extractor::builder().build()?;
    jsonl::map(&arguments.files, |input: &Input, out| {
        Ok(serde_json::to_writer(out, &output(&extractor, input)?)?)
    })
}

fn output<'i>(extractor: &Extractor, input: &'i Input) -> Result<Output<'i>> {
    let document = input.document()?;
    let place = crate::features::characters(&input.text);
    let written = |days: Days| (days.first.to_string(), days.last.to_string());
    let events = extractor.dated_events(&document)?.into_iter().map(|event| Event {
        start: place[event.trigger.start as usize],
        end: place[event.trigger.end as usize],
        r#type: event.event_type.code(),
        occurred: event.occurred,
        title: event.title,
        part: event.part,
        none_beside: event.none_beside,
        beside: event
            .beside
            .into_iter()
            .map(|(days, facts)| (days.first.to_string(), days.last.to_string(), facts))
            .collect(),
        none: event.none,
        days: event
            .days
            .into_iter()
            .map(|day| {
                let (first_day, last_day) = written(day.days);
                Day {
                    first_day,
                    last_day,
                    facts: day.facts,
                    age: day.age,
                    top: day.top,
                    para: day.para,
                }
            })
            .collect(),
        told: event.told,
    });
    Ok(Output {
        id: &input.id,
        events: events.collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_have_the_days_that_the_text_names() {
        let extractor = Extractor::builder().build().unwrap();
        let input = Input::new(
            "قصف الجيش المدينة أمس. وقال شهود إن القصف أوقع قتلى.",
            Some("2020-06-11"),
        );
        let found = output(&extractor, &input).unwrap();
        let first = &found.events[0];
        assert_eq!((first.start, first.end, first.r#type), (0, 3, "ASSAULT"));
        assert_eq!(first.days[0].first_day, "2020-06-10");
        assert_eq!(first.beside.len(), 1);
        assert!(
            found
                .events
                .iter()
                .skip(1)
                .any(|event| event.told.iter().any(|(_, other)| *other == 0))
        );
    }
}
