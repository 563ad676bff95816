//! The server over a real connection: every RPC, every refusal, and what an operator relies on.

mod bad_input;
mod operations;
mod rpc;
mod support;
mod web;
