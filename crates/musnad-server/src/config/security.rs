//! Certificates, tokens, and what may be done without them.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

/// How callers are known, and their words kept from others.
#[derive(Debug, Clone, Args)]
pub struct Security {
    /// Certificate chain of the server (PEM); encrypts the port. Read again when the file changes
    #[arg(long, value_name = "FILE", env = "MUSNAD_TLS_CERT", requires = "tls_key")]
    pub tls_cert: Option<PathBuf>,

    /// Private key of the certificate (PEM)
    #[arg(long, value_name = "FILE", env = "MUSNAD_TLS_KEY", requires = "tls_cert")]
    pub tls_key: Option<PathBuf>,

    /// Authorities whose certificates callers must show (PEM): mutual TLS
    #[arg(long, value_name = "FILE", env = "MUSNAD_TLS_CLIENT_CA", requires = "tls_cert")]
    pub tls_client_ca: Option<PathBuf>,

    /// Tokens that callers must give (`authorization: Bearer …`): a line a token, `NAME sha256:HEX [rate=N] [calls=N]`.
    /// Read again when the file changes
    #[arg(long, value_name = "FILE", env = "MUSNAD_TOKENS")]
    pub tokens: Option<PathBuf>,

    /// Listen beyond loopback without TLS: only behind a proxy or a mesh that encrypts
    #[arg(long, env = "MUSNAD_ALLOW_PLAINTEXT")]
    pub allow_plaintext: bool,

    /// Seconds between two looks at the files of certificates and tokens; SIGHUP looks at once
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_RELOAD_INTERVAL", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub reload_interval: u64,
}

impl Default for Security {
    fn default() -> Self {
        Self {
            tls_cert: None,
            tls_key: None,
            tls_client_ca: None,
            tokens: None,
            allow_plaintext: false,
            reload_interval: 5,
        }
    }
}

impl Security {
    pub(crate) fn reload_interval(&self) -> Duration {
        Duration::from_secs(self.reload_interval.max(1))
    }
}
