//! Bearer tokens: who may call, and how much.
//!
//! The file has a line a token, `#` begins a comment:
//!
//! ```text
//! # name     hash of the token     documents a second, calls at once
//! newsroom   sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08   rate=50 calls=8
//! archive    sha256:60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752
//! ```
//!
//! Only hashes are kept, on disk and in memory. A fast hash is enough because tokens are random and long (`openssl rand -hex
//! 32`), not passwords. All hashes are compared, each in constant time, so that time tells nothing. When the file changes,
//! calls of a token that is no longer in it end with `UNAUTHENTICATED`; a token that stays keeps what it has used of its
//! limits.

use std::fmt;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::sync::watch;

use crate::caller::Caller;

type Hash = [u8; 32];

/// The tokens of the file as it was read last. Clones share them.
#[derive(Debug, Clone)]
pub(crate) struct Tokens(Arc<watch::Sender<Vec<Arc<Token>>>>);

/// One token.
struct Token {
    hash: Hash,
    name: String,
    limits: Limits,
    use_: Arc<Use>,
}

/// What a token allows; nothing is no limit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Limits {
    /// Documents a second.
    pub(crate) rate: Option<f64>,
    /// Calls at once.
    pub(crate) calls: Option<u32>,
}

/// What is used of the limits.
#[derive(Debug)]
struct Use {
    calls: AtomicU32,
    bucket: Mutex<Bucket>,
}

/// Documents that may still be sent now: one second's worth at most, and below zero after a batch that was larger.
#[derive(Debug)]
struct Bucket {
    level: f64,
    at: Instant,
}

/// Why a call of a known token is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TooManyCalls {
    pub(crate) limit: u32,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not even the hash belongs into a log.
        f.debug_struct("Token")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

impl Tokens {
    /// Reads the lines of a file.
    ///
    /// # Errors
    /// The message names the line, and quotes nothing of it but the name.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        Ok(Self(Arc::new(watch::Sender::new(parse(text, &[])?))))
    }

    /// Takes the lines of the changed file; on an error the old ones stay.
    pub(crate) fn replace(&self, text: &str) -> Result<usize, String> {
        let tokens = parse(text, &self.0.borrow())?;
        let count = tokens.len();
        self.0.send_replace(tokens);
        Ok(count)
    }

    /// The leave of whoever knows the token; none, if there is no such token.
    pub(crate) fn find(&self, token: &[u8]) -> Option<Result<Lease, TooManyCalls>> {
        let hash: Hash = Sha256::digest(token).into();
        let tokens = self.0.borrow();
        let mut found = None;
        for token in tokens.iter() {
            // No early end.
            if bool::from(token.hash.ct_eq(&hash)) {
                found = Some(token);
            }
        }
        let token = Arc::clone(found?);
        drop(tokens);
        let before = token.use_.calls.fetch_add(1, Ordering::Relaxed);
        // The lease gives the call back, also when it is refused.
        let lease = Lease {
            tokens: self.0.subscribe(),
            token,
        };
        match lease.token.limits.calls {
            Some(limit) if before >= limit => Some(Err(TooManyCalls { limit })),
            _ => Some(Ok(lease)),
        }
    }
}

/// The leave to make one call; it counts until it is dropped.
#[derive(Debug)]
pub(crate) struct Lease {
    tokens: watch::Receiver<Vec<Arc<Token>>>,
    token: Arc<Token>,
}

impl Lease {
    pub(crate) fn caller(&self) -> Caller {
        Caller::token(&self.token.name)
    }

    pub(crate) fn limits(&self) -> Limits {
        self.token.limits
    }

    /// Takes so many documents, or says how long to wait for them. Who has anything left may take more than that and
    /// then waits the longer: else a batch could be larger than the limit ever allows.
    pub(crate) fn take(&self, documents: usize) -> Result<(), Duration> {
        let Some(rate) = self.token.limits.rate else {
            return Ok(());
        };
        let mut bucket = self.token.use_.bucket.lock().unwrap_or_else(PoisonError::into_inner);
        bucket.take(documents, rate, Instant::now())
    }

    /// Done when the token is no longer in the file.
    pub(crate) fn revoked(&self) -> impl Future<Output = ()> + Send + use<> {
        let (mut tokens, hash) = (self.tokens.clone(), self.token.hash);
        async move {
            let gone = |tokens: &Vec<Arc<Token>>| !tokens.iter().any(|token| token.hash == hash);
            if tokens.wait_for(gone).await.is_err() {
                // The server is gone, and ends the call itself.
                std::future::pending::<()>().await;
            }
        }
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        self.token.use_.calls.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Bucket {
    fn take(&mut self, documents: usize, rate: f64, now: Instant) -> Result<(), Duration> {
        let earned = now.saturating_duration_since(self.at).as_secs_f64() * rate;
        self.level = (self.level + earned).min(rate.max(1.0));
        self.at = now;
        if self.level < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - self.level) / rate));
        }
        self.level -= documents as f64;
        Ok(())
    }
}

fn parse(text: &str, old: &[Arc<Token>]) -> Result<Vec<Arc<Token>>, String> {
    let mut tokens: Vec<Arc<Token>> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        let token = read(line, old).map_err(|message| format!("line {}: {message}", number + 1))?;
        if tokens
            .iter()
            .any(|other| other.name == token.name || other.hash == token.hash)
        {
            return Err(format!(
                "line {}: {:?} is there twice, by name or by token",
                number + 1,
                token.name
            ));
        }
        tokens.push(Arc::new(token));
    }
    Ok(tokens)
}

fn read(line: &str, old: &[Arc<Token>]) -> Result<Token, String> {
    let mut fields = line.split_ascii_whitespace();
    let name = fields.next().unwrap_or_default();
    if name.contains(':') {
        return Err("the name comes first, then the hash: NAME sha256:HEX".to_owned());
    }
    let hash = fields
        .next()
        .and_then(|field| field.strip_prefix("sha256:"))
        .and_then(unhex)
        .ok_or_else(|| {
            format!(
                "after the name {name:?} comes sha256: and 64 hexadecimal digits; see `printf %s TOKEN | sha256sum`"
            )
        })?;
    let mut limits = Limits::default();
    for field in fields {
        let wrong = || format!("{name:?}: limits are rate=DOCUMENTS_A_SECOND and calls=CALLS_AT_ONCE, both above 0");
        match field.split_once('=').ok_or_else(wrong)? {
            ("rate", value) => {
                let rate: f64 = value.parse().map_err(|_| wrong())?;
                limits.rate = Some(rate).filter(|rate| rate.is_finite() && *rate > 0.0);
                limits.rate.ok_or_else(wrong)?;
            }
            ("calls", value) => {
                limits.calls = value.parse().ok().filter(|calls| *calls > 0);
                limits.calls.ok_or_else(wrong)?;
            }
            _ => return Err(wrong()),
        }
    }
    let known = old.iter().find(|token| token.hash == hash);
    let use_ = known.map_or_else(
        || {
            Arc::new(Use {
                calls: AtomicU32::new(0),
                bucket: Mutex::new(Bucket {
                    level: limits.rate.unwrap_or_default().max(1.0),
                    at: Instant::now(),
                }),
            })
        },
        |token| Arc::clone(&token.use_),
    );
    Ok(Token {
        hash,
        name: name.to_owned(),
        limits,
        use_,
    })
}

fn unhex(text: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (byte, digits) in hash.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, token: &str, limits: &str) -> String {
        let hash: Hash = Sha256::digest(token).into();
        let hex = hash
            .iter()
            .fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        format!("{name} sha256:{hex} {limits} # for the test\n")
    }

    #[test]
    fn a_token_is_known_by_its_hash() {
        let text = format!(
            "# all\n\n{}{}",
            line("a", "one", ""),
            line("b", "two", "rate=2.5 calls=3")
        );
        let tokens = Tokens::parse(&text).unwrap();
        assert!(tokens.find(b"three").is_none() && tokens.find(b"").is_none());
        assert_eq!(tokens.find(b"one").unwrap().unwrap().caller(), Caller::token("a"));
        let limits = Limits {
            rate: Some(2.5),
            calls: Some(3),
        };
        assert_eq!(tokens.find(b"two").unwrap().unwrap().limits(), limits);
        assert!(!format!("{tokens:?}").contains("sha256"));
    }

    #[test]
    fn faults_name_the_line_and_not_the_secret() {
        for bad in [
            "a secret",
            "a sha256:00",
            "sha256:00 a",
            &line("a", "one", "rate=0"),
            &line("a", "one", "rate=nan"),
            &line("a", "one", "calls=-1"),
            &line("a", "one", "fast"),
            &(line("a", "one", "") + &line("a", "two", "")),
            &(line("a", "one", "") + &line("b", "one", "")),
        ] {
            let message = Tokens::parse(bad).unwrap_err();
            assert!(message.starts_with("line ") && !message.contains("secret"), "{message}");
        }
    }

    #[test]
    fn calls_at_once_are_counted_across_reloads() {
        let text = line("a", "one", "calls=1");
        let tokens = Tokens::parse(&text).unwrap();
        let first = tokens.find(b"one").unwrap().unwrap();
        assert_eq!(tokens.find(b"one").unwrap().unwrap_err(), TooManyCalls { limit: 1 });
        tokens.replace(&(text + &line("b", "two", ""))).unwrap();
        assert!(tokens.find(b"one").unwrap().is_err());
        drop(first);
        assert!(tokens.find(b"one").unwrap().is_ok());
        assert!(tokens.find(b"one").unwrap().is_ok());
    }

    #[test]
    fn documents_come_back_with_time_and_a_large_batch_is_paid_for() {
        let start = Instant::now();
        let at = |seconds: f64| start + Duration::from_secs_f64(seconds);
        let mut bucket = Bucket { level: 10.0, at: start };
        assert_eq!(bucket.take(10, 10.0, at(0.0)), Ok(()));
        assert_eq!(bucket.take(1, 10.0, at(0.0)), Err(Duration::from_millis(100)));
        assert_eq!(bucket.take(30, 10.0, at(1.0)), Ok(()));
        // 20 documents too many: two seconds, and one tenth for the next.
        assert_eq!(bucket.take(1, 10.0, at(1.0)), Err(Duration::from_millis(2100)));
        assert_eq!(bucket.take(1, 10.0, at(3.2)), Ok(()));
    }

    #[tokio::test]
    async fn who_is_taken_out_of_the_file_is_told() {
        let tokens = Tokens::parse(&(line("a", "one", "") + &line("b", "two", ""))).unwrap();
        let (a, b) = (
            tokens.find(b"one").unwrap().unwrap(),
            tokens.find(b"two").unwrap().unwrap(),
        );
        assert!(tokens.replace("nonsense").is_err());
        assert!(tokens.find(b"one").is_some());
        tokens.replace(&line("b", "two", "")).unwrap();
        a.revoked().await;
        assert!(tokens.find(b"one").is_none());
        let stays = tokio::time::timeout(Duration::from_millis(20), b.revoked());
        assert!(stays.await.is_err());
    }
}
