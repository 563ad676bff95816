//! Who is let in, and for how long.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, timeout_at};
use tonic::Status;
use tonic::metadata::MetadataMap;

use crate::shutdown::Shutdown;
use crate::status;

/// Lets so many requests in at once, and none while the server shuts down.
#[derive(Debug, Clone)]
pub(crate) struct Admission {
    places: Arc<Semaphore>,
    limit: u32,
    shutdown: Shutdown,
}

impl Admission {
    pub(crate) fn new(limit: u32, shutdown: Shutdown) -> Self {
        Self {
            places: Arc::new(Semaphore::new(limit as usize)),
            limit,
            shutdown,
        }
    }

    /// A place, kept until it is dropped. Nobody waits for one: a caller that is refused at once can go elsewhere.
    pub(crate) fn enter(&self) -> Result<OwnedSemaphorePermit, Status> {
        if self.shutdown.has_begun() {
            return Err(status::unavailable());
        }
        Arc::clone(&self.places)
            .try_acquire_owned()
            .map_err(|_| status::exhausted(self.limit))
    }
}

/// When the caller stops waiting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    /// The deadline of a request (`grpc-timeout`).
    ///
    /// It is taken a little early: the answer has to travel, and the transport's own timer would answer CANCELLED.
    pub(crate) fn of(metadata: &MetadataMap) -> Self {
        let timeout = metadata
            .get("grpc-timeout")
            .and_then(|value| value.to_str().ok())
            .and_then(parse_timeout);
        let early = |timeout: Duration| timeout.saturating_sub((timeout / 10).min(Duration::from_millis(10)));
        Self(timeout.and_then(|timeout| Instant::now().checked_add(early(timeout))))
    }

    /// Runs the work until the deadline; the work is dropped when that comes first.
    pub(crate) async fn limit<T>(self, work: impl Future<Output = Result<T, Status>>) -> Result<T, Status> {
        match self.0 {
            None => work.await,
            // The timer looks at the work first, and ticks by the millisecond: what is late already must not start.
            Some(at) if at <= Instant::now() => Err(status::deadline_exceeded()),
            Some(at) => timeout_at(at, work)
                .await
                .unwrap_or_else(|_| Err(status::deadline_exceeded())),
        }
    }

    /// Done when the deadline has passed.
    pub(crate) async fn passed(self) {
        match self.0 {
            None => std::future::pending().await,
            Some(at) => tokio::time::sleep_until(at).await,
        }
    }
}

/// `TimeoutValue TimeoutUnit` of the gRPC protocol: at most eight digits and a letter.
fn parse_timeout(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if digits.is_empty() || digits.len() > 8 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let value: u64 = digits.parse().ok()?;
    match unit {
        "H" => Some(Duration::from_secs(value * 3600)),
        "M" => Some(Duration::from_secs(value * 60)),
        "S" => Some(Duration::from_secs(value)),
        "m" => Some(Duration::from_millis(value)),
        "u" => Some(Duration::from_micros(value)),
        "n" => Some(Duration::from_nanos(value)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timeouts_of_the_protocol_are_read() {
        assert_eq!(parse_timeout("250m"), Some(Duration::from_millis(250)));
        assert_eq!(parse_timeout("2S"), Some(Duration::from_secs(2)));
        assert_eq!(parse_timeout("99999999H"), Some(Duration::from_secs(99_999_999 * 3600)));
        for bad in ["", "S", "1", "123456789S", "1d", "-1S", "١S"] {
            assert_eq!(parse_timeout(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_place_is_free_again_when_it_is_dropped() {
        let admission = Admission::new(1, Shutdown::new());
        let place = admission.enter().unwrap();
        assert_eq!(admission.enter().unwrap_err().code(), tonic::Code::ResourceExhausted);
        drop(place);
        assert!(admission.enter().is_ok());
    }

    #[test]
    fn nobody_enters_during_shutdown() {
        let shutdown = Shutdown::new();
        let admission = Admission::new(1, shutdown.clone());
        shutdown.begin();
        assert_eq!(admission.enter().unwrap_err().code(), tonic::Code::Unavailable);
    }
}
