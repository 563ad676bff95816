//! When and how often a call is tried again.

use std::time::Duration;

use tonic::{Code, Status};
use tonic_types::StatusExt;

/// Calls that fail with `UNAVAILABLE` or `RESOURCE_EXHAUSTED` are tried again after a wait that doubles; a server that says
/// when to come again (`RetryInfo`) is waited for at least so long.
#[derive(Debug, Clone, Copy)]
pub struct Retry {
    /// Tries in a row, the first included. A stream that has gone on begins to count anew.
    pub attempts: u32,
    /// Wait before the second try.
    pub first: Duration,
    /// Longest wait.
    pub longest: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            attempts: 8,
            first: Duration::from_millis(100),
            longest: Duration::from_secs(10),
        }
    }
}

impl Retry {
    /// Never again.
    pub const NEVER: Self = Self {
        attempts: 1,
        first: Duration::ZERO,
        longest: Duration::ZERO,
    };

    /// How long to wait after so many tries of which the last failed like this; nothing, if waiting does not help.
    pub fn wait(&self, tried: u32, status: &Status) -> Option<Duration> {
        if tried >= self.attempts || !may_pass(status) {
            return None;
        }
        let doubled = self
            .first
            .saturating_mul(1 << (tried.max(1) - 1).min(16))
            .min(self.longest);
        let asked = status
            .get_error_details()
            .retry_info()
            .and_then(|info| info.retry_delay);
        let wait = doubled.max(asked.unwrap_or_default());
        Some(wait + wait.mul_f64(spread()))
    }
}

/// Whether waiting may help.
fn may_pass(status: &Status) -> bool {
    match status.code() {
        Code::Unavailable | Code::ResourceExhausted => true,
        // A connection that breaks while an answer is read; what a server says has no source here.
        Code::Unknown | Code::Internal => std::error::Error::source(status).is_some(),
        _ => false,
    }
}

/// From 0 to 0.2, different for each caller and try, so that callers do not come back all at once.
fn spread() -> f64 {
    use std::hash::{BuildHasher, RandomState};
    f64::from(RandomState::new().hash_one(0_u8) as u32) / f64::from(u32::MAX) * 0.2
}

#[cfg(test)]
mod tests {
    use tonic_types::ErrorDetails;

    use super::*;

    #[test]
    fn waits_double_and_the_server_may_ask_for_longer() {
        let retry = Retry::default();
        let away = Status::unavailable("away");
        for (tried, least) in [(1, 100), (2, 200), (3, 400), (7, 6400)] {
            let wait = retry.wait(tried, &away).unwrap();
            let least = Duration::from_millis(least);
            assert!(wait >= least && wait <= least.mul_f64(1.2), "{tried}: {wait:?}");
        }
        assert!(retry.wait(8, &away).is_none());
        let details = ErrorDetails::with_retry_info(Some(Duration::from_secs(3)));
        let full = Status::with_error_details(Code::ResourceExhausted, "full", details);
        assert!(retry.wait(1, &full).unwrap() >= Duration::from_secs(3));
        assert!(retry.wait(1, &Status::invalid_argument("no")).is_none());
        assert!(retry.wait(1, &Status::unknown("a defect")).is_none());
        let broken = Status::from_error(Box::new(std::io::Error::from(std::io::ErrorKind::BrokenPipe)));
        assert!(retry.wait(1, &broken).is_some());
        assert!(Retry::NEVER.wait(1, &away).is_none());
    }
}
