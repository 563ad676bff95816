//! The binary `musnad-server`; `musnad serve` is the same.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use musnad_server::Config;

/// Serves musnad over gRPC.
#[derive(Debug, Parser)]
#[command(name = "musnad-server", version, about, max_term_width = 100)]
struct Arguments {
    #[command(flatten)]
    config: Config,

    /// Ask the server whose `--metrics-listen` is given whether it takes calls, and end with 0 or 1: for containers
    #[arg(long, requires = "metrics_listen")]
    probe: bool,
}

fn main() -> ExitCode {
    let Arguments { config, probe } = Arguments::parse();
    match config.metrics_listen.as_deref().filter(|_| probe) {
        None => musnad_server::run(config),
        Some(address) => match musnad_server::probe(address) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                let _ = writeln!(std::io::stderr(), "{error}");
                ExitCode::FAILURE
            }
        },
    }
}
