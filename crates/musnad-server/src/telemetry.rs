//! Logs: what the server does, and one record a call (see `calls`). No text of a document and no token is ever logged.

use std::io::{self, IsTerminal};

use tracing::Subscriber;
use tracing_appender::non_blocking::{ErrorCounter, NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::{Config, LogFormat};

/// Lines that wait while nobody takes the log.
const WAITING_LINES: usize = 16_384;

/// The log of a running server; what waits is written when it is dropped.
#[derive(Debug)]
pub(crate) struct Log {
    lost: ErrorCounter,
    _writer: WorkerGuard,
}

impl Log {
    /// Says how many lines nobody took.
    pub(crate) fn report_lost(&self) {
        let lines = self.lost.dropped_lines();
        if lines > 0 {
            tracing::warn!(
                lines,
                "standard error was not read fast enough: so many lines of the log are lost"
            );
        }
    }
}

/// Starts to log to standard error. Does nothing where the program that embeds the server logs already.
///
/// A thread of its own writes: a reader of the log who stops (a full pipe) must not stop the server.
pub(crate) fn start(config: &Config) -> Log {
    let (writer, guard) = NonBlockingBuilder::default()
        .lossy(true)
        .buffered_lines_limit(WAITING_LINES)
        .thread_name("log")
        .finish(io::stderr());
    let log = Log {
        lost: writer.error_counter(),
        _writer: guard,
    };
    // The flag was checked when it was parsed; a program may have set anything.
    let filter: Targets = config.log.parse().unwrap_or_default();
    // At the level of trace this one writes every header, tokens among them.
    let filter = filter.with_target("h2::hpack", LevelFilter::OFF);
    let registry = tracing_subscriber::registry().with(filter);
    match config.log_format {
        LogFormat::Text => {
            let colour =
                io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
            init(registry.with(fmt::layer().with_writer(writer).with_ansi(colour).with_target(false)));
        }
        LogFormat::Json => {
            init(
                registry.with(
                    fmt::layer()
                        .json()
                        .flatten_event(true)
                        .with_current_span(false)
                        .with_span_list(false)
                        .with_writer(writer),
                ),
            );
        }
    }
    log
}

fn init(subscriber: impl Subscriber + Send + Sync + 'static) {
    // An error means that there is a subscriber, whose settings then hold.
    let _ = subscriber.try_init();
}
