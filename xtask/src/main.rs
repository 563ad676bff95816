//! Development tasks: `cargo xtask proto` writes the generated protobuf code.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool")]

mod proto;

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
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().task {
        Task::Proto { check } => proto::run(check),
    }
}
