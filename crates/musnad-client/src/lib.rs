//! Client of a musnad server.
//!
//! It is thin: messages are those of [`musnad_proto`], which this crate exports as [`proto`]. What it adds is what every
//! caller needs: a token, TLS, calls that are tried again when the server is away or full, and streams that go on where they
//! were when the connection breaks.
//!
//! ```no_run
//! use futures_util::{StreamExt, stream};
//! use musnad_client::{Client, proto};
//!
//! # async fn read() -> Result<(), musnad_client::Error> {
//! let client = Client::connect("http://localhost:50051").await?.with_token("…")?;
//! let document = proto::Document { text: "قصف الجيش أمس بلدة حدودية.".to_owned(), ..Default::default() };
//! let extraction = client.extract(document.clone(), None).await?;
//! println!("{} events", extraction.events.len());
//!
//! let mut results = std::pin::pin!(client.extract_many(stream::iter([document]), None));
//! while let Some(result) = results.next().await {
//!     println!("{:?}", result?.outcome);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # Features
//! - `tls` (default): [`Client::connect_tls`].

mod client;
mod error;
mod many;
mod retry;
#[cfg(feature = "tls")]
mod tls;

pub use client::Client;
pub use error::Error;
pub use musnad_proto::v1 as proto;
pub use retry::Retry;
#[cfg(feature = "tls")]
pub use tls::Tls;
