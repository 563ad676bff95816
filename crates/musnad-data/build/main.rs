//! Compiles the tables under `tables/` into finite-state tables in `OUT_DIR`.
//!
//! A malformed or doubled row stops the build with its file and line.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "cargo reads them")]

mod gazetteer;
mod inflect;
mod lexicon;
mod noun;
mod participle;
mod stems;
mod tsv;
mod verb;
mod words;

#[path = "../src/feature.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library")]
mod feature;
#[path = "../src/fold.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library")]
mod fold;
#[path = "../src/kind.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library")]
mod kind;

#[path = "../src/spelling.rs"]
#[allow(dead_code, unreachable_pub, reason = "shared with the library")]
mod spelling;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=tables");
    println!("cargo:rerun-if-changed=model");
    let (Some(root), Some(out)) = (std::env::var_os("CARGO_MANIFEST_DIR"), std::env::var_os("OUT_DIR")) else {
        eprintln!("the build script runs under cargo only");
        return ExitCode::FAILURE;
    };
    let (root, out) = (PathBuf::from(root), PathBuf::from(out));
    let mut problems = Vec::new();
    if let Err(error) = lexicon::compile(&root.join("tables/lexicon"), &out, &mut problems) {
        problems.push(error.to_string());
    }
    if let Err(error) = stems::compile(&root.join("tables/stems.tsv"), &out, &mut problems) {
        problems.push(error.to_string());
    }
    if let Err(error) = words::compile(&root.join("tables/words"), &out, &mut problems) {
        problems.push(error.to_string());
    }
    if let Err(error) = gazetteer::compile(&root.join("tables"), &out) {
        problems.push(error.to_string());
    }
    for name in ["reader.bin", "triggers.bin", "arguments.bin", "days.bin"] {
        if let Err(error) = weights(&root.join("model").join(name), &out.join(name)) {
            problems.push(format!("model/{name}: {error}"));
        }
    }
    for problem in &problems {
        eprintln!("{problem}");
    }
    if problems.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// The weights as they are; nothing without the feature `reader`.
fn weights(from: &Path, to: &Path) -> std::io::Result<()> {
    if std::env::var_os("CARGO_FEATURE_READER").is_some() {
        std::fs::copy(from, to).map(drop)
    } else {
        std::fs::write(to, [])
    }
}
