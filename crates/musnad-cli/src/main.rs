//! The `musnad` command.
#![allow(clippy::print_stdout, reason = "a command-line tool")]

use std::io::BufRead;

use musnad::{Document, Extractor, OffsetEncoding, wire};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let extractor = Extractor::builder().build()?;
    for line in std::io::stdin().lock().lines() {
        let line: serde_json::Value = serde_json::from_str(&line?)?;
        let field = |name: &str| line[name].as_str().unwrap_or_default().to_owned();
        let (id, text, day, source) = (field("id"), field("text"), field("published_at"), field("source"));
        let document = Document::new(&text).id(&id).source(&source).published_at(&day)?;
        match std::env::args().nth(1).as_deref() {
            Some("numbers") => {
                let numbers: Vec<_> = extractor.numbers(&document)?.iter().map(|n| {
                    let at = |b: u32| text[..b as usize].chars().count();
                    serde_json::json!({"span": {"start": at(n.span.start), "end": at(n.span.end)}, "kind": format!("{:?}", n.kind).to_uppercase(), "value": n.value, "min": n.min, "max": n.max})
                }).collect();
                println!("{}", serde_json::json!({"id": id, "numbers": numbers}));
            }
            Some("times") => {
                let times: Vec<_> = extractor.times(&document)?.iter().map(|t| wire::time_message(t, &text, OffsetEncoding::Utf32)).collect();
                println!("{}", serde_json::json!({"id": id, "times": times}));
            }
            _ => {
                let extraction = extractor.extract(&document)?;
                println!("{}", serde_json::to_string(&wire::encode(&extraction, &text, OffsetEncoding::Utf32))?);
            }
        }
    }
    Ok(())
}
