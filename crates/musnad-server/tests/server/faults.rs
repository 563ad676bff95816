//! Callers that do what callers should not, by mistake or on purpose. After each of them the server answers others.

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use bytes::Bytes;
use prost::Message;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tonic::Code;

use crate::operations::{open_stream, send};
use crate::support::{ARTICLE, Running, document, figure, long_text, request, token_line, until, with_token};

const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// Length, type SETTINGS, no flags, stream 0, no payload.
const SETTINGS: &[u8] = &[0, 0, 0, 4, 0, 0, 0, 0, 0];

/// The server extracts, and quickly enough.
async fn assert_answers(server: &Running) {
    let mut client = server.client().await;
    let answer = client.extract(request(document("after", ARTICLE)));
    let answer = tokio::time::timeout(Duration::from_secs(20), answer)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(answer.into_inner().extraction.unwrap().document_id, "after");
}

/// Waits until the server has closed the connection.
async fn closed(mut stream: TcpStream) {
    let mut rest = Vec::new();
    // A reset is an end as well.
    let _ = tokio::time::timeout(Duration::from_secs(20), stream.read_to_end(&mut rest))
        .await
        .unwrap();
}

/// Bytes that look random and are the same each time.
fn noise(seed: u64) -> impl Iterator<Item = u8> {
    let mut state = seed | 1;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    })
}

async fn h2(server: &Running) -> h2::client::SendRequest<Bytes> {
    let stream = TcpStream::connect(server.address).await.unwrap();
    let (sender, connection) = h2::client::handshake(stream).await.unwrap();
    tokio::spawn(connection);
    sender
}

fn post(method: &str) -> http::request::Builder {
    http::Request::post(format!("http://localhost/musnad.v1.ExtractionService/{method}"))
        .header("content-type", "application/grpc")
        .header("te", "trailers")
}

#[tokio::test]
async fn garbage_instead_of_http() {
    let server = Running::start(|_| ()).await;
    for seed in 1..=50 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let bytes: Vec<u8> = noise(seed * 7919).take(5000).collect();
        let _ = stream.write_all(&bytes).await;
        closed(stream).await;
    }
    assert_answers(&server).await;
}

#[tokio::test]
async fn garbage_frames_after_a_good_start() {
    let server = Running::start(|_| ()).await;
    for seed in 1..=50 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        stream.write_all(&[PREFACE, SETTINGS].concat()).await.unwrap();
        for kind in 0..10 {
            // A frame with a true length, and nonsense in it.
            let payload: Vec<u8> = noise(seed * 31 + kind).take(40).collect();
            let mut frame = vec![0, 0, 40, kind as u8, seed as u8, 0, 0, 0, kind as u8];
            frame.extend(payload);
            if stream.write_all(&frame).await.is_err() {
                break;
            }
        }
        let _ = stream.shutdown().await;
        closed(stream).await;
    }
    assert_answers(&server).await;
}

#[tokio::test]
async fn a_message_that_claims_a_gibibyte() {
    let server = Running::start(|config| config.metrics_listen = Some("127.0.0.1:0".to_owned())).await;
    let before = figure(server.metrics.unwrap(), "musnad_resident_memory_bytes").await;
    for method in ["Extract", "ExtractBatch", "ExtractStream"] {
        let mut sender = h2(&server).await;
        let (answer, mut body) = sender.send_request(post(method).body(()).unwrap(), false).unwrap();
        let mut head = vec![0];
        head.extend((1_u32 << 30).to_be_bytes());
        body.send_data(head.into(), false).unwrap();
        let answer = tokio::time::timeout(Duration::from_secs(10), answer)
            .await
            .unwrap()
            .unwrap();
        let mut status = answer.headers().get("grpc-status").cloned();
        if status.is_none() {
            let mut body = answer.into_body();
            status = body.trailers().await.unwrap().unwrap().get("grpc-status").cloned();
        }
        assert_eq!(status.unwrap(), "3", "{method}");
    }
    let after = figure(server.metrics.unwrap(), "musnad_resident_memory_bytes").await;
    assert!(after - before < 64e6, "{before} bytes before, {after} after");
    assert_answers(&server).await;
}

#[tokio::test]
async fn headers_without_end() {
    let server = Running::start(|config| config.connections.max_header_bytes = 4096).await;
    let mut sender = h2(&server).await;
    let request = post("GetInfo").header("x-large", "x".repeat(100_000)).body(()).unwrap();
    let outcome = match sender.send_request(request, true) {
        Ok((answer, _)) => answer.await.map(|answer| answer.status().as_u16()),
        Err(error) => Err(error),
    };
    assert!(!matches!(outcome, Ok(200)), "{outcome:?}");
    assert_answers(&server).await;
}

#[tokio::test]
async fn connections_that_say_nothing_or_very_little() {
    let server = Running::start(|config| {
        config.connections.max_connections = 20;
        config.connections.handshake_timeout = 2;
        config.metrics_listen = Some("127.0.0.1:0".to_owned());
    })
    .await;
    let mut slow = Vec::new();
    for n in 0..60 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        let first: &[u8] = match n % 4 {
            0 => b"",
            1 => &PREFACE[..10],
            2 => b"POST / HTTP/1.1\r\nhost: x\r\nx-slow: ",
            _ => PREFACE,
        };
        stream.write_all(first).await.unwrap();
        slow.push(stream);
    }
    // More than the server takes, and all of them still there: another caller is served nevertheless.
    assert_answers(&server).await;
    // And one byte now and then does not keep them open.
    let begun = Instant::now();
    let mut trickling = slow.remove(58);
    let trickle = async {
        while trickling.write_all(b"x").await.is_ok() && begun.elapsed() < Duration::from_secs(15) {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        begun.elapsed()
    };
    assert!(trickle.await < Duration::from_secs(15));
    let metrics = server.metrics.unwrap();
    assert!(figure(metrics, "musnad_connections").await <= 20.0);
    assert!(figure(metrics, "musnad_connection_events_total{event=\"evicted\"}").await >= 40.0);
}

/// As many as a test should open; 10,000 are a matter of `tests/examples/load.rs`.
#[tokio::test]
async fn half_open_streams_in_large_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::write(&tokens, token_line("a", "many", "") + &token_line("b", "one", "")).unwrap();
    let server = Running::start(|config| {
        config.max_streams = 1000;
        config.security.tokens = Some(tokens);
        config.metrics_listen = Some("127.0.0.1:0".to_owned());
    })
    .await;
    let metrics = server.metrics.unwrap();
    let before = figure(metrics, "musnad_resident_memory_bytes").await;
    let (mut connections, mut refused) = (Vec::new(), 0);
    for _ in 0..20 {
        let mut client = with_token(server.channel().await, "many");
        for _ in 0..100 {
            let (sender, stream) = open_stream();
            match client.extract_stream(stream).await {
                Ok(answers) => connections.push((sender, answers.into_inner())),
                Err(status) => {
                    assert_eq!(status.code(), Code::ResourceExhausted);
                    refused += 1;
                }
            }
        }
    }
    assert_eq!((connections.len(), refused), (1000, 1000));
    // 20 KB a stream, the caller's half in this process included.
    let after = figure(metrics, "musnad_resident_memory_bytes").await;
    assert!(after - before < 60e6, "{before} bytes before, {after} after");
    // Another caller has its streams and its answers.
    let mut other = with_token(server.channel().await, "one");
    let (sender, stream) = open_stream();
    let mut answers = other.extract_stream(stream).await.unwrap().into_inner();
    send(&sender, document("a", ARTICLE)).await;
    answers.message().await.unwrap().unwrap();
    assert_eq!(figure(metrics, "musnad_refused_total{reason=\"displaced\"}").await, 1.0);
    drop(connections);
    until("the streams are over", async || {
        figure(metrics, "musnad_calls_in_progress{method=\"ExtractStream\"}").await == 1.0
    })
    .await;
}

#[tokio::test]
async fn callers_that_vanish_in_the_middle() {
    let server = Running::start(|config| {
        config.workers = NonZeroUsize::new(1);
        config.metrics_listen = Some("127.0.0.1:0".to_owned());
    })
    .await;
    let text = long_text(50_000);
    let mut message = vec![0];
    let encoded = request(document("gone", &text)).encode_to_vec();
    message.extend((encoded.len() as u32).to_be_bytes());
    message.extend(encoded);
    for n in 0..40 {
        let stream = TcpStream::connect(server.address).await.unwrap();
        let (mut sender, connection) = h2::client::handshake(stream).await.unwrap();
        let connection = tokio::spawn(connection);
        let (_answer, mut body) = sender.send_request(post("Extract").body(()).unwrap(), false).unwrap();
        // Some go before their message is whole.
        let sent = if n % 2 == 0 { message.len() } else { 1000 };
        body.send_data(Bytes::copy_from_slice(&message[..sent]), n % 2 == 0)
            .unwrap();
        tokio::time::sleep(Duration::from_millis(5)).await;
        // The socket is closed without a word.
        connection.abort();
    }
    let metrics = server.metrics.unwrap();
    until("nothing is left of them", async || {
        figure(metrics, "musnad_calls_in_progress{method=\"Extract\"}").await == 0.0
            && figure(metrics, "musnad_queue_documents{lane=\"single\"}").await == 0.0
            && figure(metrics, "musnad_connections").await == 0.0
    })
    .await;
    assert_answers(&server).await;
}

#[tokio::test]
async fn streams_opened_and_reset_without_end() {
    let server = Running::start(|_| ()).await;
    let mut sender = h2(&server).await;
    for _ in 0..5000 {
        let Ok(ready) = sender.clone().ready().await else {
            break;
        };
        sender = ready;
        let Ok((_answer, mut body)) = sender.send_request(post("Extract").body(()).unwrap(), false) else {
            break;
        };
        body.send_reset(h2::Reason::CANCEL);
    }
    assert_answers(&server).await;
}

/// A clock that jumps must not end a call or let one wait: times are measured, and never read from the calendar.
#[test]
fn no_time_limit_reads_the_calendar() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source];
    let mut readers = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read_to_string(&path).unwrap().contains("SystemTime") {
                readers.push(path.file_name().unwrap().to_string_lossy().into_owned());
            }
        }
    }
    // The figure that says when the server started, and the times of spans, which nothing waits for.
    readers.sort();
    assert_eq!(readers, ["metrics.rs", "spans.rs"]);
}
