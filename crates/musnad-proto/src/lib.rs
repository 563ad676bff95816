//! The contract `musnad.v1`: messages, their JSON mapping, and the gRPC service.
//!
//! Everything under [`v1`] is generated from `proto/musnad/v1/*.proto` by `cargo xtask proto` and committed, so that
//! building this crate needs neither protoc nor the `.proto` files. `cargo xtask proto --check` fails when the two
//! have drifted apart.
//!
//! ```
//! use musnad_proto::v1::Span;
//!
//! let span: Span = serde_json::from_str(r#"{"start": 3, "end": 7}"#)?;
//! assert_eq!(span.end - span.start, 4);
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # Features
//! - `client`: the tonic client, [`v1::extraction_service_client`].
//! - `server`: the tonic server trait, [`v1::extraction_service_server`].

/// Messages and service of the package `musnad.v1`.
#[allow(
    missing_docs,
    unreachable_pub,
    rustdoc::all,
    clippy::all,
    clippy::pedantic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::iter_over_hash_type,
    unused_qualifications
)]
pub mod v1 {
    include!("generated/musnad.v1.rs");
    include!("generated/musnad.v1.serde.rs");
}

/// The encoded `FileDescriptorSet` of the package, for server reflection.
pub const FILE_DESCRIPTOR_SET: &[u8] = include_bytes!("generated/descriptor.bin");
