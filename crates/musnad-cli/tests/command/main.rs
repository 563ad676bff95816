//! The command as a user runs it: every format, every refusal, signals and pipes.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod conllu;
mod formats;
mod run;
mod sources;
mod support;
