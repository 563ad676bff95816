//! Any text is read without a panic, every span is cut at characters, and the message reads back as the same extraction.
//!
//! `cargo +nightly fuzz run extract` in `crates/musnad`.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use musnad::{Document, Extractor, Layers, OffsetEncoding, wire};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::builder().build().expect("the embedded tables are sound"));

fuzz_target!(|text: &str| {
    let document = Document::new(text).published_at("2020-06-11").expect("a date");
    let Ok(extraction) = EXTRACTOR.extract_layers(&document, Layers::ALL) else { return };
    for encoding in [OffsetEncoding::Utf32, OffsetEncoding::Utf8, OffsetEncoding::Utf16] {
        let message = wire::encode(&extraction, text, encoding);
        let back = wire::decode(&message, text).expect("what was written can be read");
        assert_eq!(back.events.len(), extraction.events.len());
        assert_eq!(wire::encode(&back, text, encoding), message);
    }
});
