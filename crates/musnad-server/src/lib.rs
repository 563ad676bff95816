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
//! One file a concern: `config` (flags), `service` (the RPCs), `worker` (extraction on a bounded blocking pool),
//! `limits` (admission, deadlines), `status` (errors on the wire), `health`, `shutdown`, `telemetry`, `server`.

mod config;
mod health;
mod limits;
mod server;
mod service;
mod shutdown;
mod status;
mod telemetry;
mod worker;

pub use config::{Config, LogFormat};
pub use server::{Server, ServerError, run};
