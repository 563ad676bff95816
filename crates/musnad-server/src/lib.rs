//! gRPC server of musnad: the service of `musnad.v1`, with health checking, reflection and gRPC-Web.
//!
//! [`run`] is what the binary `musnad-server` and the command `musnad serve` do: read [`Config`], listen, serve until a
//! signal comes, drain. [`Server`] is the same in parts, for tests and for programs that embed it:
//!
//! ```
//! use musnad_server::{Config, Server};
//!
//! # let runtime = tokio::runtime::Runtime::new()?;
//! # runtime.block_on(async {
//! let config = Config { listen: "127.0.0.1:0".to_owned(), ..Config::default() };
//! let server = Server::bind(config).await?;
//! println!("listening on {}", server.local_address());
//! server.serve(std::future::ready(())).await // until the future is done: here at once
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! One file a concern. A call comes in through `connection` (TCP, TLS, how many) and `calls` (token, deadline, record), is
//! let in by `admission`, and becomes documents in the queue of `scheduler`, at once from `service` or through the window
//! of `bulk` and `stream`. Around them: `config` (flags), `tls`, `tokens`, `models`, `reload` (what changes while the server
//! runs), `status` (errors on the wire), `health`, `admin` (metrics and probes), `metrics`, `telemetry` (the log), `trace`,
//! `spans` (OpenTelemetry),
//! `ui` (the reading desk), `shutdown`, `server`.
//!
//! # Features
//! - `reader` (default): the trained reader, see the crate `musnad`.
//! - `tls` (default): TLS and mutual TLS.

mod admin;
mod admission;
mod bulk;
mod caller;
mod calls;
mod config;
mod connection;
mod deadline;
mod health;
mod metrics;
mod models;
mod options;
mod reload;
mod scheduler;
mod server;
mod service;
mod shutdown;
mod spans;
mod status;
mod stream;
mod telemetry;
#[cfg(feature = "tls")]
mod tls;
mod tokens;
mod trace;
mod ui;

pub use admin::probe;
pub use config::{Config, Connections, LogFormat, Security};
pub use reload::Reloader;
pub use server::{Server, ServerError, run};
