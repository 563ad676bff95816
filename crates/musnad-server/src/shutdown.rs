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

/// The signals that ask the process to stop: SIGTERM, or SIGINT from Ctrl-C.
///
/// From [`Signals::listen`] on they no longer end the process, so that none is missed between start and serving.
#[derive(Debug)]
pub(crate) struct Signals {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
    #[cfg(unix)]
    hangup: tokio::signal::unix::Signal,
}

impl Signals {
    /// Begins to listen. Must be called inside the runtime.
    pub(crate) fn listen() -> std::io::Result<Self> {
        #[cfg(unix)]
        {
            use tokio::signal::unix::{SignalKind, signal};
            Ok(Self {
                terminate: signal(SignalKind::terminate())?,
                interrupt: signal(SignalKind::interrupt())?,
                hangup: signal(SignalKind::hangup())?,
            })
        }
        #[cfg(not(unix))]
        Ok(Self {})
    }

    /// Done when the process is asked to stop; says by what. SIGHUP calls the function.
    #[cfg(unix)]
    pub(crate) async fn next(&mut self, reload: impl Fn()) -> &'static str {
        loop {
            tokio::select! {
                _ = self.terminate.recv() => return "SIGTERM",
                _ = self.interrupt.recv() => return "SIGINT",
                _ = self.hangup.recv() => reload(),
            }
        }
    }

    /// Done when the process is asked to stop; says by what.
    #[cfg(not(unix))]
    pub(crate) async fn next(&mut self, _reload: impl Fn()) -> &'static str {
        // Without a way to listen there is nothing to wait for; the process then ends by the system's hand.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        "Ctrl-C"
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
