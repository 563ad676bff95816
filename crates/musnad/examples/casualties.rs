//! Writes one line for each event in which people were killed: day, place, least and most killed, the words.
//!
//! `cargo run --example casualties -- article.txt 2020-07-09`
#![allow(clippy::print_stdout, reason = "an example")]

use std::error::Error;

use musnad::{ArgumentRole, Document, Extractor};

const ARTICLE: &str = "قتل 14 شخصا على الأقل في غارات جوية استهدفت فجر الخميس مدينة سرت الليبية.";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = arguments
        .next()
        .map_or_else(|| Ok(ARTICLE.to_owned()), std::fs::read_to_string)?;
    let published_at = arguments.next().unwrap_or_else(|| "2020-07-09".to_owned());

    let extractor = Extractor::builder().build()?;
    let extraction = extractor.extract(&Document::new(&text).published_at(&published_at)?)?;
    for event in &extraction.events {
        let Some(killed) = event.casualties.as_ref().and_then(|casualties| casualties.killed) else {
            continue;
        };
        let day = event.when.map_or_else(|| "?".to_owned(), |days| days.first.to_string());
        let place = event
            .arguments
            .iter()
            .find(|argument| argument.role == ArgumentRole::Place);
        let place = place.map_or("?", |place| place.span.of(&text));
        let bound = |bound: Option<f64>| bound.map_or_else(|| "?".to_owned(), |bound| bound.to_string());
        println!(
            "{day}\t{place}\t{}\t{}\t{}",
            bound(killed.min),
            bound(killed.max),
            event.trigger.of(&text)
        );
    }
    Ok(())
}
