//! Figures for Prometheus. All names begin with `musnad_`; docs/operations.md lists them, and a test holds the two together.

use std::fmt::Write;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

type Label = (&'static str, &'static str);
type Counters<const N: usize> = Family<[Label; N], Counter>;
type Gauges = Family<[Label; 1], Gauge>;
type Histograms = Family<[Label; 1], Histogram>;

/// A part of the time that a document takes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Stage {
    /// Waiting for a thread.
    Queue,
    /// Being read.
    Extract,
    /// Becoming a message.
    Encode,
}

/// Why something was refused before anything was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// All places are taken.
    Full,
    /// Another caller needed the place.
    Displaced,
    /// More documents a second than the token allows.
    Rate,
    /// More calls at once than the token allows.
    Calls,
    /// No token, or a wrong one.
    Unauthenticated,
    /// The token was taken out of the file while the call ran.
    Revoked,
}

/// How a connection began or ended.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Connected {
    /// It was let in.
    Accepted,
    /// There were too many, all of them with calls.
    Refused,
    /// It was without a call for longest when a new one came.
    Evicted,
    /// The TLS handshake failed or took too long.
    Handshake,
    /// It said nothing.
    Silent,
}

/// All figures.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    calls: Counters<2>,
    call_seconds: Histograms,
    in_progress: Gauges,
    refused: Counters<1>,
    documents: Counters<1>,
    characters: Counter,
    bytes: Counter,
    stage_seconds: Histograms,
    queue: Gauges,
    busy: Gauge,
    connections: Gauge,
    connection_events: Counters<1>,
    reloads: Counters<2>,
    resident: Gauge,
}

impl Metrics {
    /// With everything at zero.
    pub(crate) fn new(model: &str, workers: usize) -> Arc<Self> {
        let mut registry = Registry::with_prefix("musnad");
        let info = Info::new(vec![
            ("version".to_owned(), musnad::VERSION.to_owned()),
            ("model".to_owned(), model.to_owned()),
        ]);
        registry.register("server", "Version of the server and of the model that reads", info);
        let started: Gauge = Gauge::default();
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
        started.set(now.map_or(0, |now| now.as_secs() as i64));
        registry.register(
            "start_time_seconds",
            "When the server started, in seconds since 1970",
            started,
        );
        let threads: Gauge = Gauge::default();
        threads.set(i64::try_from(workers).unwrap_or(i64::MAX));
        registry.register("workers", "Threads that extract", threads);
        // From a refusal to a batch of long documents.
        let seconds = || {
            Histogram::new([
                0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0,
            ])
        };
        let metrics = Self {
            calls: Family::default(),
            call_seconds: Family::new_with_constructor(seconds),
            in_progress: Family::default(),
            refused: Family::default(),
            documents: Family::default(),
            characters: Counter::default(),
            bytes: Counter::default(),
            stage_seconds: Family::new_with_constructor(seconds),
            queue: Family::default(),
            busy: Gauge::default(),
            connections: Gauge::default(),
            connection_events: Family::default(),
            reloads: Family::default(),
            resident: Gauge::default(),
            registry,
        };
        Arc::new(metrics.registered())
    }

    fn registered(mut self) -> Self {
        let registry = &mut self.registry;
        registry.register("calls", "Calls that have ended, by method and code", self.calls.clone());
        registry.register(
            "call_duration_seconds",
            "From the headers of a call to its end, by method",
            self.call_seconds.clone(),
        );
        registry.register(
            "calls_in_progress",
            "Calls that have not ended, by method",
            self.in_progress.clone(),
        );
        registry.register("refused", "Calls that were refused, by reason", self.refused.clone());
        registry.register("documents", "Documents, by outcome", self.documents.clone());
        registry.register(
            "characters",
            "Code points of the documents that were extracted",
            self.characters.clone(),
        );
        registry.register(
            "document_bytes",
            "Bytes of the documents that were extracted",
            self.bytes.clone(),
        );
        registry.register(
            "stage_duration_seconds",
            "Time that a document takes, by stage: queue, extract, encode",
            self.stage_seconds.clone(),
        );
        registry.register(
            "queue_documents",
            "Documents that wait for a thread, by lane",
            self.queue.clone(),
        );
        registry.register("workers_busy", "Threads that are extracting", self.busy.clone());
        registry.register("connections", "Open connections", self.connections.clone());
        registry.register(
            "connection_events",
            "Connections that were accepted, refused, evicted, or failed",
            self.connection_events.clone(),
        );
        registry.register(
            "reloads",
            "Files that were read again, by file and outcome",
            self.reloads.clone(),
        );
        registry.register(
            "resident_memory_bytes",
            "Resident memory of the process",
            self.resident.clone(),
        );
        // A rate over a counter that begins with its first event misses that event.
        for lane in ["single", "bulk"] {
            self.queue.get_or_create(&[("lane", lane)]).set(0);
        }
        for outcome in ["extracted", "refused"] {
            let _ = self.documents.get_or_create(&[("outcome", outcome)]);
        }
        for reason in [
            Refused::Full,
            Refused::Displaced,
            Refused::Rate,
            Refused::Calls,
            Refused::Unauthenticated,
            Refused::Revoked,
        ] {
            let _ = self.refused.get_or_create(&[("reason", reason.name())]);
        }
        self
    }

    /// In the text format of `OpenMetrics`.
    pub(crate) fn render(&self) -> String {
        if let Some(bytes) = resident() {
            self.resident.set(bytes);
        }
        let mut text = String::new();
        if encode(&mut text, &self.registry).is_err() {
            // Writing to a string does not fail; if it ever did, a scrape that says so is better than half of one.
            text.clear();
            let _ = writeln!(text, "# the figures could not be written\n# EOF");
        }
        text
    }

    pub(crate) fn call_began(&self, method: &'static str) {
        self.in_progress.get_or_create(&[("method", method)]).inc();
    }

    pub(crate) fn call_ended(&self, method: &'static str, code: &'static str, time: Duration) {
        self.in_progress.get_or_create(&[("method", method)]).dec();
        self.calls.get_or_create(&[("method", method), ("code", code)]).inc();
        self.call_seconds
            .get_or_create(&[("method", method)])
            .observe(time.as_secs_f64());
    }

    pub(crate) fn refused(&self, reason: Refused) {
        self.refused.get_or_create(&[("reason", reason.name())]).inc();
    }

    pub(crate) fn document(&self, extracted: bool, text: &str) {
        let outcome = if extracted { "extracted" } else { "refused" };
        self.documents.get_or_create(&[("outcome", outcome)]).inc();
        if extracted {
            self.characters.inc_by(text.chars().count() as u64);
            self.bytes.inc_by(text.len() as u64);
        }
    }

    pub(crate) fn stage(&self, stage: Stage, time: Duration) {
        self.stage_seconds
            .get_or_create(&[("stage", stage.name())])
            .observe(time.as_secs_f64());
    }

    pub(crate) fn queued(&self, single: usize, bulk: usize) {
        for (lane, len) in [("single", single), ("bulk", bulk)] {
            self.queue
                .get_or_create(&[("lane", lane)])
                .set(i64::try_from(len).unwrap_or(i64::MAX));
        }
    }

    pub(crate) fn busy(&self, change: i64) {
        self.busy.inc_by(change);
    }

    pub(crate) fn connected(&self, event: Connected) {
        let name = match event {
            Connected::Accepted => "accepted",
            Connected::Refused => "refused",
            Connected::Evicted => "evicted",
            Connected::Handshake => "handshake_failed",
            Connected::Silent => "silent",
        };
        self.connection_events.get_or_create(&[("event", name)]).inc();
    }

    pub(crate) fn connections(&self, change: i64) {
        self.connections.inc_by(change);
    }

    pub(crate) fn reloaded(&self, what: &'static str, well: bool) {
        let outcome = if well { "ok" } else { "failed" };
        self.reloads
            .get_or_create(&[("what", what), ("outcome", outcome)])
            .inc();
    }
}

impl Stage {
    /// As figures and spans call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Extract => "extract",
            Self::Encode => "encode",
        }
    }
}

impl Refused {
    fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Displaced => "displaced",
            Self::Rate => "rate",
            Self::Calls => "calls",
            Self::Unauthenticated => "unauthenticated",
            Self::Revoked => "revoked",
        }
    }
}

/// Resident memory, where the system says it (Linux).
fn resident() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes << 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_their_labels() {
        let metrics = Metrics::new("rules", 2);
        metrics.call_began("Extract");
        metrics.call_ended("Extract", "OK", Duration::from_millis(3));
        metrics.document(true, "قصف");
        metrics.queued(3, 1);
        metrics.busy(1);
        metrics.busy(-1);
        let text = metrics.render();
        for line in [
            "musnad_calls_total{method=\"Extract\",code=\"OK\"} 1",
            "musnad_calls_in_progress{method=\"Extract\"} 0",
            "musnad_call_duration_seconds_bucket{le=\"0.005\",method=\"Extract\"} 1",
            "musnad_characters_total 3",
            "musnad_document_bytes_total 6",
            "musnad_queue_documents{lane=\"single\"} 3",
            "musnad_refused_total{reason=\"full\"} 0",
            "musnad_workers_busy 0",
            "musnad_workers 2",
        ] {
            assert!(text.contains(line), "{line} is missing:\n{text}");
        }
        assert!(text.contains("model=\"rules\""));
        assert!(text.ends_with("# EOF\n"));
    }
}
