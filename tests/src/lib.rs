//! What the end-to-end tests share: the corpus of cases, and how a case is compared with an extraction.
//!
//! Cases compare on protobuf's JSON, so that one matcher serves the crate, gRPC and the command alike.
//! CONTRIBUTING.md describes the format of the cases for the people who write them.

pub mod articles;
pub mod case;
pub mod found;
pub mod golden;
pub mod schema;
pub mod service;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use musnad::{Document, Extractor, Layers, OffsetEncoding};
use serde_json::Value;

/// The folder of this crate, which holds `corpus/` and `golden/`.
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    folder().parent().map(Path::to_owned).unwrap_or_default()
}

/// The files below `folder` with this extension, sorted.
pub fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// All layers of a document through the crate, as protobuf's JSON.
pub fn extract(extractor: &Extractor, document: &Document<'_>) -> Result<Value> {
    let extraction = extractor.extract_layers(document, Layers::ALL)?;
    Ok(serde_json::to_value(musnad::wire::encode(
        &extraction,
        document.text,
        OffsetEncoding::Utf32,
    ))?)
}

/// The Rust blocks of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct Readme;
