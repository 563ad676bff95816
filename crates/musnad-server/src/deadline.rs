//! When the caller stops waiting.

use std::time::Duration;

use http::HeaderMap;
use tokio::time::Instant;

/// The deadline of a request (`grpc-timeout`).
///
/// It is taken a little early: the answer has to travel, and a caller that ends the call itself does not see why.
pub(crate) fn of(headers: &HeaderMap) -> Option<Instant> {
    let timeout = headers
        .get("grpc-timeout")
        .and_then(|value| value.to_str().ok())
        .and_then(parse)?;
    let early = timeout.saturating_sub((timeout / 10).min(Duration::from_millis(10)));
    Instant::now().checked_add(early)
}

/// Done when the time has come; never, if there is none.
pub(crate) async fn passed(at: Option<Instant>) {
    match at {
        None => std::future::pending().await,
        Some(at) => tokio::time::sleep_until(at).await,
    }
}

/// `TimeoutValue TimeoutUnit` of the gRPC protocol: at most eight digits and a letter.
fn parse(text: &str) -> Option<Duration> {
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
        assert_eq!(parse("250m"), Some(Duration::from_millis(250)));
        assert_eq!(parse("2S"), Some(Duration::from_secs(2)));
        assert_eq!(parse("99999999H"), Some(Duration::from_secs(99_999_999 * 3600)));
        for bad in ["", "S", "1", "123456789S", "1d", "-1S", "١S"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
