//! Speed of the library on one core, by what is asked for and by the size of the document.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::Result;
use musnad::{Date, Document, Extraction, Extractor, Layer, Layers};

use super::Samples;

const ARTICLES: usize = 200;
const WORDS: usize = 400;

pub(super) fn measure(samples: &Samples, out: &mut String) -> Result<()> {
    let extractor = Extractor::builder().build()?;
    let articles: Vec<String> = (0..ARTICLES).map(|number| samples.article(number, WORDS)).collect();
    let bytes: usize = articles.iter().map(String::len).sum();
    let words: usize = articles.iter().map(|article| article.split_whitespace().count()).sum();
    let _ = writeln!(
        out,
        "## The library on one core\n\n{ARTICLES} articles of {} words and {} kB on average.\n\n\
         | asked for | articles a second | MB a second | ms an article |\n| --- | --- | --- | --- |",
        words / ARTICLES,
        bytes / ARTICLES / 1000
    );
    let day = Document::new("").published_at("2020-07-09")?.published_at;
    let whole = |layers| {
        move |extractor: &Extractor, document: &Document<'_>| {
            black_box(extractor.extract_layers(document, layers)?);
            Ok(())
        }
    };
    let mut line = |name: &str, run: &dyn Fn(&Extractor, &Document<'_>) -> Result<()>| -> Result<()> {
        let time = best(5, || {
            articles
                .iter()
                .try_for_each(|article| run(&extractor, &dated(article, day)))
        })?;
        let seconds = time.as_secs_f64();
        let _ = writeln!(
            out,
            "| {name} | {:.0} | {:.2} | {:.2} |",
            ARTICLES as f64 / seconds,
            bytes as f64 / 1e6 / seconds,
            seconds * 1e3 / ARTICLES as f64
        );
        Ok(())
    };
    line("everything but syntax (the default)", &whole(Layers::default()))?;
    line("everything", &whole(Layers::ALL))?;
    line("words, tags, trees only", &whole(Layers::NONE.with(Layer::Syntax)))?;
    line("times only", &|extractor, document| {
        black_box(extractor.times(document)?);
        Ok(())
    })?;
    line("numbers only", &|extractor, document| {
        black_box(extractor.numbers(document)?);
        Ok(())
    })?;
    let prepared = articles
        .iter()
        .map(|article| Ok(extractor.prepare(&dated(article, day))?))
        .collect::<Result<Vec<_>>>()?;
    let time = best(5, || {
        for article in &prepared {
            black_box(extractor.measures(article));
        }
        Ok(())
    })?;
    let _ = writeln!(
        out,
        "\nThe stages of numbers, times and quantities alone, text and words read before: {:.1} MB a second.",
        bytes as f64 / 1e6 / time.as_secs_f64()
    );

    let (mut words, mut time) = (0, Duration::ZERO);
    for article in &articles {
        let (of_article, best) = extractor.time_events(&dated(article, day), 5)?;
        words += of_article;
        time += best;
    }
    let _ = writeln!(
        out,
        "\nThe event layer alone, given names and syntax: {:.2} million words a second.",
        words as f64 / 1e6 / time.as_secs_f64()
    );

    out.push_str("\n## By the size of the document\n\n| size | time | MB a second | events | statements |\n| --- | --- | --- | --- | --- |\n");
    for size in [1 << 10, 10 << 10, 100 << 10, 1 << 20, 10 << 20] {
        let text = samples.text(size);
        let mut extraction = Extraction::default();
        let rounds = if size > 1 << 19 { 2 } else { 20 };
        let time = best(rounds, || {
            extraction = extractor.extract(&dated(&text, day))?;
            Ok(())
        })?;
        let _ = writeln!(
            out,
            "| {} KiB | {:.2} ms | {:.2} | {} | {} |",
            size >> 10,
            time.as_secs_f64() * 1e3,
            text.len() as f64 / 1e6 / time.as_secs_f64(),
            extraction.events.len(),
            extraction.statements.len()
        );
    }
    Ok(())
}

/// A document of that day.
fn dated(text: &str, day: Option<Date>) -> Document<'_> {
    let mut document = Document::new(text);
    document.published_at = day;
    document
}

/// The shortest of several runs.
pub(super) fn best(rounds: usize, mut run: impl FnMut() -> Result<()>) -> Result<Duration> {
    let mut best = Duration::MAX;
    for _ in 0..rounds {
        let start = Instant::now();
        run()?;
        best = best.min(start.elapsed());
    }
    Ok(best)
}
