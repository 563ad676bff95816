//! What can be set. Every flag is also an environment variable, `MUSNAD_…`; a flag wins over its variable.

mod connections;
mod security;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::thread::available_parallelism;
use std::time::Duration;

use clap::{Args, ValueEnum};
use tracing_subscriber::filter::Targets;

pub use connections::Connections;
pub use security::Security;

/// Settings of the server.
#[derive(Debug, Clone, Args)]
pub struct Config {
    /// Address to listen on; port 0 takes a free one
    #[arg(
        long,
        value_name = "HOST:PORT",
        env = "MUSNAD_LISTEN",
        default_value = "127.0.0.1:50051"
    )]
    pub listen: String,

    /// Largest document, in bytes of UTF-8
    #[arg(long, value_name = "BYTES", env = "MUSNAD_MAX_DOCUMENT_BYTES", default_value_t = 4 << 20, value_parser = document_bytes)]
    pub max_document_bytes: usize,

    /// Most documents a batch
    #[arg(long, value_name = "N", env = "MUSNAD_MAX_BATCH_DOCUMENTS", default_value_t = 256, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_batch_documents: u32,

    /// Actors of your own: a table of names, type, English name, country, sectors, separated by tabs
    #[arg(long = "actors", value_name = "FILES", env = "MUSNAD_ACTORS", value_delimiter = ',')]
    pub actors: Vec<PathBuf>,

    /// Places of your own: a table of names, English name, country, latitude, longitude, separated by tabs
    #[arg(long = "places", value_name = "FILES", env = "MUSNAD_PLACES", value_delimiter = ',')]
    pub places: Vec<PathBuf>,

    /// Largest gRPC message that is read, in bytes
    #[arg(long, value_name = "BYTES", env = "MUSNAD_MAX_MESSAGE_BYTES", default_value_t = 64 << 20)]
    pub max_message_bytes: usize,

    /// Most calls of Extract and `ExtractBatch` at once, waiting ones included; what is more is refused with
    /// `RESOURCE_EXHAUSTED`
    #[arg(long, value_name = "N", env = "MUSNAD_MAX_CONCURRENT_REQUESTS", default_value_t = 64, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_concurrent_requests: u32,

    /// Most calls of `ExtractStream` at once
    #[arg(long, value_name = "N", env = "MUSNAD_MAX_STREAMS", default_value_t = 1024, value_parser = clap::value_parser!(u32).range(1..))]
    pub max_streams: u32,

    /// Documents of one stream or batch that may wait or be read at once; a stream is not read further until one is done
    #[arg(long, value_name = "N", env = "MUSNAD_STREAM_WINDOW", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..=1024))]
    pub stream_window: u32,

    /// Documents of all streams and batches that may wait, beyond one for each of them
    #[arg(long, value_name = "N", env = "MUSNAD_MAX_QUEUED_DOCUMENTS", default_value_t = 1024)]
    pub max_queued_documents: u32,

    /// Seconds that a stream may neither send a document nor wait for one
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_STREAM_IDLE_TIMEOUT", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub stream_idle_timeout: u64,

    /// Seconds that Extract and `ExtractBatch` may take, the arrival of the request included, whatever deadline the caller gives
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_MAX_CALL_TIME", default_value_t = 300, value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub max_call_time: u64,

    /// Add the types, triggers and actor codes of TOML files (see docs/ontology.md), separated by commas
    #[arg(long, value_name = "FILES", env = "MUSNAD_ONTOLOGY", value_delimiter = ',')]
    pub ontology: Vec<PathBuf>,

    /// Threads that extract [default: all cores]
    #[arg(long, value_name = "N", env = "MUSNAD_WORKERS")]
    pub workers: Option<NonZeroUsize>,

    /// Seconds that requests have to finish after a signal to stop
    #[arg(long, value_name = "SECONDS", env = "MUSNAD_GRACE_PERIOD", default_value_t = 30)]
    pub grace_period: u64,

    /// Origins that may call from a browser (gRPC-Web), separated by commas; `*` is any [default: none]
    #[arg(long, value_name = "ORIGINS", env = "MUSNAD_CORS_ORIGINS", value_delimiter = ',')]
    pub cors_origins: Vec<String>,

    /// Serve the reading desk: a page at `/` that shows what is found in an article
    #[arg(long, env = "MUSNAD_UI")]
    pub ui: bool,

    /// Do not answer server reflection
    #[arg(long, env = "MUSNAD_NO_REFLECTION")]
    pub no_reflection: bool,

    /// Certificates, tokens, and what may be done without them
    #[command(flatten)]
    pub security: Security,

    /// Limits of connections
    #[command(flatten)]
    pub connections: Connections,

    /// Address of the port for `/metrics` (Prometheus), `/livez` and `/readyz`, in the clear; none if left out
    #[arg(long, value_name = "HOST:PORT", env = "MUSNAD_METRICS_LISTEN")]
    pub metrics_listen: Option<String>,

    /// Collector of OpenTelemetry that takes traces over gRPC, `http://HOST:4317`; no traces if left out
    #[arg(long, value_name = "URL", env = "OTEL_EXPORTER_OTLP_ENDPOINT")]
    pub otlp_endpoint: Option<String>,

    /// How logs are written
    #[arg(long, value_name = "FORMAT", env = "MUSNAD_LOG_FORMAT", default_value = "text")]
    pub log_format: LogFormat,

    /// What is logged: a level, or levels by target such as `info,h2=debug`
    #[arg(long, value_name = "FILTER", env = "MUSNAD_LOG", default_value = "info", value_parser = filter)]
    pub log: String,
}

/// How logs are written, on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    /// A line for a person
    Text,
    /// A JSON object a line
    Json,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:50051".to_owned(),
            max_document_bytes: 4 << 20,
            max_batch_documents: 256,
            actors: Vec::new(),
            places: Vec::new(),
            max_message_bytes: 64 << 20,
            max_concurrent_requests: 64,
            max_streams: 1024,
            stream_window: 8,
            max_queued_documents: 1024,
            stream_idle_timeout: 300,
            max_call_time: 300,
            ontology: Vec::new(),
            workers: None,
            grace_period: 30,
            cors_origins: Vec::new(),
            ui: false,
            no_reflection: false,
            security: Security::default(),
            connections: Connections::default(),
            metrics_listen: None,
            otlp_endpoint: None,
            log_format: LogFormat::Text,
            log: "info".to_owned(),
        }
    }
}

impl Config {
    /// Threads that extract.
    pub(crate) fn workers(&self) -> usize {
        self.workers
            .or_else(|| available_parallelism().ok())
            .map_or(1, NonZeroUsize::get)
    }

    /// Time that requests have to finish.
    pub(crate) fn grace_period(&self) -> Duration {
        Duration::from_secs(self.grace_period)
    }
}

fn document_bytes(text: &str) -> Result<usize, String> {
    let bytes: usize = text.parse().map_err(|_| "give a number of bytes".to_owned())?;
    let most = musnad::MAX_DOCUMENT_BYTES;
    if (1..=most).contains(&bytes) {
        Ok(bytes)
    } else {
        Err(format!("give 1 to {most} bytes"))
    }
}

fn filter(text: &str) -> Result<String, String> {
    text.parse::<Targets>()
        .map(|_| text.to_owned())
        .map_err(|error| format!("{error}; give e.g. info or info,h2=debug"))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        config: Config,
    }

    #[test]
    fn defaults_are_the_same_with_and_without_a_command_line() {
        let parsed = Command::try_parse_from(["server"])
            .map(|command| command.config)
            .unwrap();
        assert_eq!(format!("{parsed:?}"), format!("{:?}", Config::default()));
    }

    #[test]
    fn nonsense_is_refused() {
        for bad in [
            ["--max-document-bytes", "0"],
            ["--max-document-bytes", "99999999999"],
            ["--max-batch-documents", "0"],
            ["--workers", "0"],
            ["--log", "info=loud"],
            ["--log-format", "xml"],
            ["--stream-window", "0"],
            ["--max-connections", "0"],
            ["--keep-alive-interval", "0"],
            ["--tls-cert", "cert.pem"],
            ["--tls-client-ca", "ca.pem"],
        ] {
            assert!(Command::try_parse_from(["server", bad[0], bad[1]]).is_err(), "{bad:?}");
        }
    }
}
