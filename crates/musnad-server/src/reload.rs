//! Files that change while the server runs: certificates, tokens, and what the extractor is made of.
//!
//! The files are looked at every few seconds, by content: that also sees a Kubernetes secret, which is exchanged by its
//! directory, and needs no notification of the system. SIGHUP looks at once, and makes the extractor anew also where no file
//! of it has changed. What cannot be read is reported, and the old stays in force.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use sha2::{Digest, Sha256};
use tokio::sync::Notify;

#[cfg(feature = "tls")]
use crate::connection::Tls;
use crate::metrics::Metrics;
use crate::models::Models;
use crate::tokens::Tokens;

/// Asks for a look at the files.
#[derive(Debug, Clone, Default)]
pub struct Reloader(Arc<Notify>);

impl Reloader {
    /// Looks at once, and makes the extractor anew.
    pub fn reload(&self) {
        self.0.notify_one();
    }
}

/// What can be read again.
#[derive(Debug)]
pub(crate) struct Reloads {
    pub(crate) interval: Duration,
    pub(crate) models: Models,
    /// Ontologies and tables that the models are made of.
    pub(crate) files: Vec<PathBuf>,
    pub(crate) tokens: Option<(PathBuf, Tokens)>,
    #[cfg(feature = "tls")]
    pub(crate) tls: Option<Tls>,
    pub(crate) metrics: Arc<Metrics>,
}

impl Reloads {
    /// Looks until it is dropped.
    pub(crate) async fn run(self, reloader: Reloader) {
        let mut tokens = self.tokens.as_ref().map(|(path, _)| Seen::now(&[path]));
        let mut tables = Seen::now(&self.files);
        #[cfg(feature = "tls")]
        let mut certificates = self.tls.as_ref().map(|tls| Seen::now(&tls.paths()));
        loop {
            let asked = tokio::select! {
                () = reloader.0.notified() => true,
                () = tokio::time::sleep(self.interval) => false,
            };
            if let (Some(seen), Some((path, known))) = (&mut tokens, &self.tokens)
                && seen.has_changed(&[path])
            {
                let read = read(path).and_then(|text| known.replace(&text));
                self.report("tokens", read.map(|count| format!("{count} tokens")));
            }
            #[cfg(feature = "tls")]
            if let (Some(seen), Some(tls)) = (&mut certificates, &self.tls)
                && seen.has_changed(&tls.paths())
            {
                self.report(
                    "certificates",
                    tls.reload().map(|()| "new connections get the new ones".to_owned()),
                );
            }
            if tables.has_changed(&self.files) || asked {
                // Some tens of milliseconds, in which nothing else may stand still.
                let models = self.models.clone();
                let made = tokio::task::spawn_blocking(move || models.reload());
                let made = made.await.unwrap_or_else(|error| Err(error.to_string()));
                self.report(
                    "extractor",
                    made.map(|()| "new calls are read by the new one".to_owned()),
                );
            }
        }
    }

    fn report(&self, what: &'static str, outcome: Result<String, String>) {
        self.metrics.reloaded(what, outcome.is_ok());
        match outcome {
            Ok(message) => tracing::info!(what, message, "reloaded"),
            Err(error) => tracing::error!(what, error, "not reloaded: what was in force stays"),
        }
    }
}

/// Reads a file of text.
pub(crate) fn read(path: &Path) -> Result<String, String> {
    std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// What files contained at the last look.
struct Seen([u8; 32]);

impl Seen {
    fn now(paths: &[impl AsRef<Path>]) -> Self {
        let mut hash = Sha256::new();
        for path in paths {
            // A file that cannot be read is a content of its own.
            let content = std::fs::read(path).ok();
            hash.update(
                content
                    .as_ref()
                    .map_or(u64::MAX, |bytes| bytes.len() as u64)
                    .to_le_bytes(),
            );
            hash.update(content.unwrap_or_default());
        }
        Self(hash.finalize().into())
    }

    /// Whether they have changed since.
    fn has_changed(&mut self, paths: &[impl AsRef<Path>]) -> bool {
        let now = Self::now(paths);
        let changed = now.0 != self.0;
        *self = now;
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_seen_by_content() {
        let folder = tempfile::tempdir().unwrap();
        let file = [folder.path().join("tokens")];
        let mut seen = Seen::now(&file);
        assert!(!seen.has_changed(&file));
        std::fs::write(&file[0], "").unwrap();
        assert!(seen.has_changed(&file));
        std::fs::write(&file[0], "a").unwrap();
        assert!(seen.has_changed(&file));
        std::fs::write(&file[0], "a").unwrap();
        assert!(!seen.has_changed(&file));
        std::fs::remove_file(&file[0]).unwrap();
        assert!(seen.has_changed(&file));
    }
}
