//! How many documents a second the crate reads: `cargo run --release --example throughput -- articles.jsonl 2`
//!
//! The file has a document a line; the number is that of threads. What is read is dropped.
#![allow(clippy::print_stdout, reason = "an example")]

use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use musnad::{Document, Extractor};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("name a file of JSON lines")?;
    let threads: usize = arguments.next().map_or(Ok(1), |count| count.parse())?;
    let lines = std::fs::read_to_string(path)?;
    let articles: Vec<Value> = lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let extractor = Extractor::builder().build()?;
    let next = AtomicUsize::new(0);
    let events = AtomicUsize::new(0);
    let start = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(article) = articles.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let text = |name: &str| article.get(name).and_then(Value::as_str).unwrap_or_default();
                    let document = Document::new(text("text"))
                        .id(text("id"))
                        .published_at(text("published_at"));
                    if let Ok(found) = document.and_then(|document| extractor.extract(&document)) {
                        events.fetch_add(found.events.len(), Ordering::Relaxed);
                    }
                }
            });
        }
    });
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{} documents, {} events, {threads} threads: {seconds:.2} s",
        articles.len(),
        events.into_inner()
    );
    Ok(())
}
