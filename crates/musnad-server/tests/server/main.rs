//! The server over a real connection: every RPC, every refusal, and what an operator relies on.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
// Figures are counts that a float holds exactly.
#![allow(clippy::float_cmp)]

mod bad_input;
mod certificates;
mod faults;
mod flow;
mod operations;
mod rpc;
mod security;
mod support;
mod tables;
mod traces;
mod ui;
mod web;
