//! The binary `musnad-server`; `musnad serve` is the same.

use std::process::ExitCode;

use clap::Parser;
use musnad_server::Config;

/// Serves musnad over gRPC.
#[derive(Debug, Parser)]
#[command(name = "musnad-server", version, about, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    config: Config,
}

fn main() -> ExitCode {
    musnad_server::run(Arguments::parse().config)
}
