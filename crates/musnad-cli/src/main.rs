//! The `musnad` command: reads Arabic news and writes what happened and who says so.

mod args;
mod input;
mod interrupt;
mod job;
mod jsonl;
mod output;
mod pipeline;
mod progress;
mod status;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Arguments, Command};
use status::Status;

fn main() -> ExitCode {
    let status = match Arguments::parse().command {
        Command::Extract(arguments) => job::extract(arguments),
        Command::Sources(arguments) => job::sources(arguments),
        Command::Times(arguments) => job::times(arguments),
        Command::Numbers(arguments) => job::numbers(arguments),
        Command::Serve(config) => return musnad_server::run(*config),
        Command::Info(arguments) => output::info::print(&arguments),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "musnad", &mut script);
            output::sink::print(&script)
        }
        Command::Man => manual(),
    };
    status
        .unwrap_or_else(|error| status::report(&error, Status::Failed))
        .into()
}

/// Writes one page for the command and one section for each of its subcommands.
fn manual() -> Result<Status, String> {
    let mut page = Vec::new();
    let mut command = Arguments::command();
    command.build();
    let written = clap_mangen::Man::new(command.clone()).render(&mut page).and_then(|()| {
        command
            .get_subcommands()
            .filter(|subcommand| !subcommand.is_hide_set() && subcommand.get_name() != "help")
            .try_for_each(|subcommand| {
                clap_mangen::Man::new(subcommand.clone())
                    .title(format!("musnad-{}", subcommand.get_name()))
                    .render(&mut page)
            })
    });
    written.map_err(|error| format!("the manual cannot be rendered: {error}"))?;
    output::sink::print(&page)
}
