//! The command as a user runs it: every format, every refusal, signals and pipes.

mod bad_input;
mod formats;
mod run;
mod support;
