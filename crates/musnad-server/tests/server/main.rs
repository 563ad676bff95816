//! The server over a real connection: every RPC, every refusal, and what an operator relies on.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod bad_input;
mod operations;
mod rpc;
mod support;
mod web;
