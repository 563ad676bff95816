//! Limits of connections.

use std::time::Duration;

use clap::Args;

/// What one connection may do, and how many there may be.
#[derive(Debug, Clone, Args)]
pub struct Connections {
    /// Most connections; a new one takes the place of the one that has been without a call for longest
    #[arg(long, value_name = "N", env = "MUSNAD_MAX_CONNECTIONS", default_value_t = 1024, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_connections: u32,

    /// Most calls at once on one connection; more of them wait at the caller's
    #[arg(long, value_name = "N", env = "MUSNAD_MAX_STREAMS_PER_CONNECTION", default_value_t = 128, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_streams_per_connection: u32,

    /// Most bytes of all headers of a call
    #[arg(long, value_name = "BYTES", env = "MUSNAD_MAX_HEADER_BYTES", default_value_t = 16 << 10, value_parser = clap::value_parser!(u32).range(1024..=1 << 20))]
    pub max_header_bytes: u32,

    /// Seconds after which a connection takes no new calls, so that callers spread anew; running ones finish. 0 is never
    #[arg(
        long,
        value_name = "SECONDS",
        env = "MUSNAD_MAX_CONNECTION_AGE",
        default_value_t = 3600
    )]
    pub max_connection_age: u64,

    /// Seconds between two pings of a quiet connection
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_KEEP_ALIVE_INTERVAL", default_value_t = 30, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub keep_alive_interval: u64,

    /// Seconds that the answer to a ping may take
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_KEEP_ALIVE_TIMEOUT", default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub keep_alive_timeout: u64,

    /// Seconds that a new connection has for the TLS handshake, and again for its first words
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_HANDSHAKE_TIMEOUT", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=600))]
    pub handshake_timeout: u64,
}

impl Default for Connections {
    fn default() -> Self {
        Self {
            max_connections: 1024,
            max_streams_per_connection: 128,
            max_header_bytes: 16 << 10,
            max_connection_age: 3600,
            keep_alive_interval: 30,
            keep_alive_timeout: 20,
            handshake_timeout: 10,
        }
    }
}

impl Connections {
    pub(crate) fn handshake_timeout(&self) -> Duration {
        Duration::from_secs(self.handshake_timeout)
    }

    pub(crate) fn max_age(&self) -> Option<Duration> {
        (self.max_connection_age > 0).then(|| Duration::from_secs(self.max_connection_age))
    }
}
