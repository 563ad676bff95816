//! Speed of the whole and of the layers that can be asked for alone, by document size. `cargo bench -p musnad`.
//!
//! The texts are made of the sample articles of the end-to-end tests.

// A bench that cannot run fails.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use musnad::{Document, Extractor, Layer, Layers};

fn main() {
    divan::main();
}

const SAMPLES: [&str; 4] = [
    include_str!("../../../tests/golden/samples/sirte.txt"),
    include_str!("../../../tests/golden/samples/kasserine.txt"),
    include_str!("../../../tests/golden/samples/marib.txt"),
    include_str!("../../../tests/golden/samples/muscat.txt"),
];

/// Whole lines of the samples, over and over, up to about this many bytes.
fn text(bytes: usize) -> String {
    let mut text = String::new();
    for line in SAMPLES.iter().cycle().flat_map(|sample| sample.lines()) {
        if text.len() + line.len() > bytes && !text.is_empty() {
            break;
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

fn extractor() -> Extractor {
    Extractor::builder().build().unwrap()
}

fn document(text: &str) -> Document<'_> {
    Document::new(text).published_at("2020-07-09").unwrap()
}

/// About 400 words.
const ARTICLE: usize = 4 << 10;

#[divan::bench(args = [1 << 10, ARTICLE, 16 << 10, 128 << 10, 1 << 20, 10 << 20], sample_count = 5, max_time = 8)]
fn extract(bencher: Bencher<'_, '_>, bytes: usize) {
    let (extractor, text) = (extractor(), text(bytes));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| extractor.extract(black_box(&document(&text))).unwrap());
}

#[divan::bench]
fn extract_with_syntax(bencher: Bencher<'_, '_>) {
    let (extractor, text) = (extractor(), text(ARTICLE));
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        extractor
            .extract_layers(black_box(&document(&text)), Layers::ALL)
            .unwrap()
    });
}

/// Words, tags, lemmas and trees, with the stages that they need before them; syntactic words a second.
#[divan::bench]
fn syntax(bencher: Bencher<'_, '_>) {
    let (extractor, text) = (extractor(), text(ARTICLE));
    let layers = Layers::NONE.with(Layer::Syntax);
    let read = || extractor.extract_layers(black_box(&document(&text)), layers).unwrap();
    let words: usize = read().tokens.iter().map(|token| token.words.len()).sum();
    bencher.counter(ItemsCount::new(words)).bench(read);
}

/// Numbers, times and quantities, with the text and its words read before the clock starts.
#[divan::bench]
fn numbers_times_quantities(bencher: Bencher<'_, '_>) {
    let (extractor, text) = (extractor(), text(128 << 10));
    let prepared = extractor.prepare(&document(&text)).unwrap();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| extractor.measures(black_box(&prepared)));
}

#[divan::bench(threads = [1, 2, 4])]
fn articles(bencher: Bencher<'_, '_>) {
    let (extractor, text) = (extractor(), text(ARTICLE));
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench(|| extractor.extract(black_box(&document(&text))).unwrap());
}

#[divan::bench]
fn times(bencher: Bencher<'_, '_>) {
    let (extractor, text) = (extractor(), text(ARTICLE));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| extractor.times(black_box(&document(&text))).unwrap());
}

#[divan::bench]
fn numbers(bencher: Bencher<'_, '_>) {
    let (extractor, text) = (extractor(), text(ARTICLE));
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| extractor.numbers(black_box(&document(&text))).unwrap());
}

#[divan::bench(sample_count = 20)]
fn build() -> Extractor {
    extractor()
}
