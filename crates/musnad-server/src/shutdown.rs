//! The end: signals, and the news of it to all who must know.

use std::sync::Arc;

use tokio::sync::watch;

/// Knows whether the server is shutting down. Clones share it.
#[derive(Debug, Clone)]
pub(crate) struct Shutdown {
    state: Arc<watch::Sender<bool>>,
}

impl Shutdown {
    pub(crate) fn new() -> Self {
        Self {
            state: Arc::new(watch::Sender::new(false)),
        }
    }

    /// Tells everyone.
    pub(crate) fn begin(&self) {
        self.state.send_replace(true);
    }

    /// Whether it has begun.
    pub(crate) fn has_begun(&self) -> bool {
        *self.state.borrow()
    }

    /// Done when it begins.
    pub(crate) async fn begun(self) {
        // The sender lives in `self`, so that waiting cannot fail.
        let _ = self.state.subscribe().wait_for(|begun| *begun).await;
    }
}

/// Done when the process is asked to stop (SIGTERM, or SIGINT from Ctrl-C); says by what.
pub(crate) async fn signal() -> std::io::Result<&'static str> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
        Ok(tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        })
    }
    #[cfg(not(unix))]
    {
        tokio::signal::ctrl_c().await?;
        Ok("Ctrl-C")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_clones_hear_of_it_also_those_that_ask_late() {
        let shutdown = Shutdown::new();
        let early = tokio::spawn(shutdown.clone().begun());
        assert!(!shutdown.has_begun());
        shutdown.begin();
        early.await.unwrap();
        shutdown.clone().begun().await;
        assert!(shutdown.has_begun());
    }
}
