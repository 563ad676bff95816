//! Which connections are open, and which of them does nothing.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::Notify;

use crate::caller::Caller;
use crate::metrics::{Connected, Metrics};

/// All open connections. Clones share them.
#[derive(Debug, Clone)]
pub(super) struct Registry(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    limit: usize,
    open: Mutex<Open>,
    metrics: Arc<Metrics>,
}

#[derive(Debug, Default)]
struct Open {
    entries: HashMap<u64, Entry>,
    next_id: u64,
}

#[derive(Debug)]
struct Entry {
    calls: u32,
    /// When the last call ended.
    idle_since: Instant,
    evicted: Arc<Notify>,
}

/// An open connection; it is closed when the last clone is dropped.
#[derive(Debug, Clone)]
pub(crate) struct Connection {
    entered: Arc<Entered>,
    caller: Caller,
}

#[derive(Debug)]
struct Entered {
    shared: Arc<Shared>,
    id: u64,
    evicted: Arc<Notify>,
}

/// A call on a connection, until it is dropped.
#[derive(Debug)]
pub(crate) struct Active(Arc<Entered>);

impl Registry {
    pub(super) fn new(limit: usize, metrics: Arc<Metrics>) -> Self {
        Self(Arc::new(Shared {
            limit,
            open: Mutex::default(),
            metrics,
        }))
    }

    /// Lets a connection in. When there are too many, the one without a call for longest has to go; when all have calls, the
    /// new one.
    pub(super) fn enter(&self, caller: Caller) -> Option<Connection> {
        let mut open = self.0.lock();
        if open.entries.len() >= self.0.limit {
            let idle = open.entries.iter().filter(|(_, entry)| entry.calls == 0);
            let longest = idle.min_by_key(|(_, entry)| entry.idle_since).map(|(id, _)| *id)?;
            let entry = open.entries.remove(&longest)?;
            entry.evicted.notify_one();
        }
        let id = open.next_id;
        open.next_id += 1;
        let evicted = Arc::new(Notify::new());
        let entry = Entry {
            calls: 0,
            idle_since: Instant::now(),
            evicted: Arc::clone(&evicted),
        };
        open.entries.insert(id, entry);
        drop(open);
        self.0.metrics.connected(Connected::Accepted);
        self.0.metrics.connections(1);
        Some(Connection {
            entered: Arc::new(Entered {
                shared: Arc::clone(&self.0),
                id,
                evicted,
            }),
            caller,
        })
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connection {
    /// Who is at the other end.
    pub(crate) fn caller(&self) -> &Caller {
        &self.caller
    }

    /// The same, by the certificate that was shown.
    pub(super) fn known_as(&self, caller: Option<Caller>) -> Self {
        let mut connection = self.clone();
        if let Some(caller) = caller {
            connection.caller = caller;
        }
        connection
    }

    /// A call begins.
    pub(crate) fn begin(&self) -> Active {
        if let Some(entry) = self.entered.shared.lock().entries.get_mut(&self.entered.id) {
            entry.calls += 1;
        }
        Active(Arc::clone(&self.entered))
    }

    /// Done when the connection has to make room.
    pub(super) fn evicted(&self) -> impl Future<Output = ()> + Send + use<> {
        let evicted = Arc::clone(&self.entered.evicted);
        async move { evicted.notified().await }
    }
}

impl Drop for Active {
    fn drop(&mut self) {
        if let Some(entry) = self.0.shared.lock().entries.get_mut(&self.0.id) {
            entry.calls = entry.calls.saturating_sub(1);
            entry.idle_since = Instant::now();
        }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.shared.lock().entries.remove(&self.id);
        self.shared.metrics.connections(-1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_evicted(connection: &Connection) -> bool {
        let mut waits = std::pin::pin!(connection.evicted());
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        waits.as_mut().poll(&mut context).is_ready()
    }

    #[test]
    fn who_has_been_without_a_call_for_longest_makes_room() {
        let registry = Registry::new(2, Metrics::new("rules", 1));
        let enter = || registry.enter(Caller::named("a"));
        let (first, second) = (enter().unwrap(), enter().unwrap());
        let call = first.begin();
        let third = enter().unwrap();
        assert!(!is_evicted(&first) && is_evicted(&second) && !is_evicted(&third));
        drop(second);
        let other = third.begin();
        assert!(enter().is_none(), "both have calls");
        drop(call);
        assert!(enter().is_some());
        assert!(is_evicted(&first) && !is_evicted(&third));
        drop(other);
    }

    #[test]
    fn a_closed_connection_leaves_its_place() {
        let registry = Registry::new(1, Metrics::new("rules", 1));
        let connection = registry.enter(Caller::named("a")).unwrap();
        let clone = connection.known_as(Some(Caller::named("b")));
        assert_eq!(clone.caller(), &Caller::named("b"));
        drop(connection);
        assert_eq!(registry.0.lock().entries.len(), 1);
        drop(clone);
        assert!(registry.0.lock().entries.is_empty());
    }
}
