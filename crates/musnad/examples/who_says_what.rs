//! Prints each statement of an article with its source and the chain that relays it.
//!
//! `cargo run --example who_says_what -- article.txt 2020-07-09`
#![allow(clippy::print_stdout, reason = "an example")]

use std::error::Error;

use musnad::{Document, Extractor};

const ARTICLE: &str = "نقلت وكالة رويترز عن مصدر أمني قوله إن مسلحين هاجموا أمس نقطة تفتيش جنوب الموصل.";

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = arguments
        .next()
        .map_or_else(|| Ok(ARTICLE.to_owned()), std::fs::read_to_string)?;
    let published_at = arguments.next().unwrap_or_default();

    let extractor = Extractor::builder().build()?;
    let extraction = extractor.extract(&Document::new(&text).published_at(&published_at)?)?;
    for statement in &extraction.statements {
        let relays = statement.via.iter().map(|source| source.span.of(&text));
        let source = statement
            .source
            .as_ref()
            .map_or("(nobody named)", |source| source.span.of(&text));
        let chain = relays.chain([source]).collect::<Vec<_>>().join(" ← ");
        println!("{chain}: {:?}: {}", statement.stance, statement.content.of(&text));
    }
    Ok(())
}
