//! Development tasks: `cargo xtask proto` writes the generated protobuf code, `cargo run --release -p xtask -- eval`
//! scores every layer.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool")]

#[cfg(feature = "measure")]
mod days;
#[cfg(feature = "measure")]
mod eval;
#[cfg(feature = "measure")]
mod features;
#[cfg(feature = "measure")]
mod jsonl;
#[cfg(feature = "measure")]
mod perf;
mod proto;
#[cfg(feature = "measure")]
mod provenance;
#[cfg(feature = "measure")]
mod triggers;

use anyhow::Result;
use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(about = "Development tasks of the musnad workspace")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Generate the code of crates/musnad-proto from proto/
    Proto {
        /// Write nothing; fail when the committed code differs
        #[arg(long)]
        check: bool,
    },
    /// Score every layer on the gold sets, the specs and the treebank, and write docs/accuracy.md
    #[cfg(feature = "measure")]
    Eval(eval::Arguments),
    /// Write what the learned reader sees of texts, for training
    #[cfg(feature = "measure")]
    Features(features::Arguments),
    /// Write what the classifier of event triggers is told of texts, for training
    #[cfg(feature = "measure")]
    Triggers(triggers::Arguments),
    /// Write what the chooser of the days of events is told of texts, for training
    #[cfg(feature = "measure")]
    Days(days::Arguments),
    /// Measure speed, memory and cold start, and write docs/performance.md
    #[cfg(feature = "measure")]
    Perf(perf::Arguments),
}

fn main() -> Result<()> {
    match Arguments::parse().task {
        Task::Proto { check } => proto::run(check),
        #[cfg(feature = "measure")]
        Task::Eval(arguments) => eval::run(&arguments),
        #[cfg(feature = "measure")]
        Task::Features(arguments) => features::run(&arguments),
        #[cfg(feature = "measure")]
        Task::Triggers(arguments) => triggers::run(&arguments),
        #[cfg(feature = "measure")]
        Task::Days(arguments) => days::run(&arguments),
        #[cfg(feature = "measure")]
        Task::Perf(arguments) => perf::run(&arguments),
    }
}

/// The root of the workspace.
#[cfg(feature = "measure")]
fn workspace() -> Result<&'static std::path::Path> {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or_else(|| anyhow::anyhow!("xtask has no parent folder"))
}
