//! Who is read when: lanes, turns, windows, and what is given back when callers go.

use std::num::NonZeroUsize;
use std::time::{Duration, Instant};

use musnad_proto::v1 as pb;
use tokio::sync::mpsc;
use tonic::Code;
use tonic_types::StatusExt;

use crate::operations::{open_stream, send};
use crate::support::{ARTICLE, Running, document, figure, long_text, request, token_line, until, with_token};

fn batch(count: usize, text: &str) -> pb::ExtractBatchRequest {
    pb::ExtractBatchRequest {
        documents: (0..count).map(|n| document(&n.to_string(), text)).collect(),
        options: None,
    }
}

/// A server with one thread and two tokens, `one` and `two`.
async fn shared(change: impl FnOnce(&mut musnad_server::Config)) -> (Running, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::write(&tokens, token_line("a", "one", "") + &token_line("b", "two", "")).unwrap();
    let server = Running::start(|config| {
        config.workers = NonZeroUsize::new(1);
        config.security.tokens = Some(tokens);
        config.metrics_listen = Some("127.0.0.1:0".to_owned());
        change(config);
    })
    .await;
    (server, folder)
}

#[tokio::test]
async fn a_single_document_passes_a_batch() {
    let (server, _folder) = shared(|_| ()).await;
    let (mut bulk, mut single) = (
        with_token(server.channel().await, "one"),
        with_token(server.channel().await, "one"),
    );
    let text = long_text(20_000);
    let long = tokio::spawn(async move { bulk.extract_batch(batch(60, &text)).await });
    let metrics = server.metrics.unwrap();
    until("the batch waits", async || {
        figure(metrics, "musnad_queue_documents{lane=\"bulk\"}").await > 3.0
    })
    .await;
    single.extract(request(document("b", ARTICLE))).await.unwrap();
    assert!(!long.is_finished(), "the batch was done first");
    assert_eq!(long.await.unwrap().unwrap().into_inner().results.len(), 60);
}

#[tokio::test]
async fn a_small_caller_does_not_wait_for_a_large_one() {
    let (server, _folder) = shared(|_| ()).await;
    let (mut large, mut small) = (
        with_token(server.channel().await, "one"),
        with_token(server.channel().await, "two"),
    );
    let text = long_text(20_000);
    let long = tokio::spawn(async move { large.extract_batch(batch(80, &text)).await });
    let metrics = server.metrics.unwrap();
    until("the batch waits", async || {
        figure(metrics, "musnad_queue_documents{lane=\"bulk\"}").await > 3.0
    })
    .await;
    let answer = small.extract_batch(batch(4, ARTICLE)).await.unwrap().into_inner();
    assert_eq!(answer.results.len(), 4);
    assert!(!long.is_finished(), "the large batch was done first");
    long.await.unwrap().unwrap();
}

#[tokio::test]
async fn who_has_more_than_its_share_makes_room() {
    let (server, _folder) = shared(|config| config.max_concurrent_requests = 2).await;
    let metrics = server.metrics.unwrap();
    let text = long_text(300_000);
    let mut calls = Vec::new();
    for _ in 0..2 {
        let (mut greedy, text) = (with_token(server.channel().await, "one"), text.clone());
        calls.push(tokio::spawn(async move {
            greedy.extract(request(document("a", &text))).await
        }));
    }
    until("one is read and one waits", async || {
        figure(metrics, "musnad_queue_documents{lane=\"single\"}").await == 1.0
    })
    .await;
    // Its own further calls are refused, another caller's is not.
    let more = with_token(server.channel().await, "one")
        .extract(request(document("a", ARTICLE)))
        .await;
    assert_eq!(more.unwrap_err().code(), Code::ResourceExhausted);
    let other = with_token(server.channel().await, "two")
        .extract(request(document("b", ARTICLE)))
        .await;
    other.unwrap();
    let mut outcomes = Vec::new();
    for call in calls {
        outcomes.push(call.await.unwrap().map_or_else(|status| status.code(), |_| Code::Ok));
    }
    outcomes.sort_by_key(|code| *code as i32);
    assert_eq!(outcomes, [Code::Ok, Code::ResourceExhausted]);
    assert_eq!(figure(metrics, "musnad_refused_total{reason=\"displaced\"}").await, 1.0);
}

#[tokio::test]
async fn who_does_not_read_is_not_read_from() {
    let server = Running::start(|config| config.stream_window = 4).await;
    let (sender, receiver) = mpsc::channel(1);
    let stream = futures_util::stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|x| (x, receiver))
    });
    let mut client = server.client().await;
    let mut answers = client.extract_stream(stream).await.unwrap().into_inner();
    let text = long_text(30_000);
    let mut sent = 0;
    loop {
        let next = sender.send(pb::ExtractStreamRequest {
            document: Some(document(&sent.to_string(), &text)),
            options: None,
        });
        match tokio::time::timeout(Duration::from_secs(4), next).await {
            Ok(result) => result.unwrap(),
            Err(_) => break,
        }
        sent += 1;
        assert!(sent < 200, "the server reads without end");
    }
    drop(sender);
    let mut received = 0;
    while let Some(answer) = answers.message().await.unwrap() {
        let Some(pb::document_result::Outcome::Extraction(extraction)) = answer.result.unwrap().outcome else {
            panic!("an extraction")
        };
        assert_eq!(extraction.document_id, received.to_string());
        received += 1;
    }
    assert_eq!(received, sent);
}

#[tokio::test]
async fn what_nobody_waits_for_leaves_the_queue() {
    let (server, _folder) = shared(|_| ()).await;
    let metrics = server.metrics.unwrap();
    let text = long_text(300_000);
    let mut calls = Vec::new();
    for _ in 0..5 {
        let (mut client, text) = (with_token(server.channel().await, "one"), text.clone());
        calls.push(tokio::spawn(async move {
            client.extract(request(document("a", &text))).await
        }));
    }
    until("four wait", async || {
        figure(metrics, "musnad_queue_documents{lane=\"single\"}").await == 4.0
    })
    .await;
    calls.iter().for_each(tokio::task::JoinHandle::abort);
    let gone = Instant::now();
    until("none waits", async || {
        figure(metrics, "musnad_queue_documents{lane=\"single\"}").await == 0.0
    })
    .await;
    assert!(gone.elapsed() < Duration::from_secs(5));
    until("the calls are over", async || {
        figure(metrics, "musnad_calls_total{method=\"Extract\",code=\"CANCELLED\"}").await == 5.0
    })
    .await;
}

#[tokio::test]
async fn a_deadline_takes_a_waiting_document_out_of_the_queue() {
    let (server, _folder) = shared(|_| ()).await;
    let metrics = server.metrics.unwrap();
    let (mut busy, text) = (with_token(server.channel().await, "one"), long_text(400_000));
    let long = tokio::spawn(async move { busy.extract(request(document("a", &text))).await });
    until("it is read", async || {
        figure(metrics, "musnad_workers_busy").await == 1.0
    })
    .await;
    let mut ask = tonic::Request::new(request(document("b", ARTICLE)));
    ask.metadata_mut().insert("grpc-timeout", "100m".parse().unwrap());
    let status = with_token(server.channel().await, "one")
        .extract(ask)
        .await
        .unwrap_err();
    // tonic's client has a timer too, which on a busy machine may be the first.
    assert!(
        matches!(status.code(), Code::DeadlineExceeded | Code::Cancelled),
        "{status}"
    );
    until("it has left the queue", async || {
        figure(metrics, "musnad_queue_documents{lane=\"single\"}").await == 0.0
    })
    .await;
    assert!(!long.is_finished());
    long.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_stream_on_which_nothing_comes_is_ended() {
    let server = Running::start(|config| config.stream_idle_timeout = 1).await;
    let (_sender, stream) = open_stream();
    let mut answers = server.client().await.extract_stream(stream).await.unwrap().into_inner();
    let status = answers.message().await.unwrap_err();
    assert_eq!(status.code(), Code::Unavailable);
    assert!(status.message().contains("1 s"), "{status}");
}

#[tokio::test]
async fn a_call_has_a_greatest_length() {
    let server = Running::start(|config| {
        config.workers = NonZeroUsize::new(1);
        config.max_call_time = 1;
    })
    .await;
    let status = server
        .client()
        .await
        .extract_batch(batch(200, &long_text(100_000)))
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::DeadlineExceeded);
    // As soon as the document that was being read is done.
    let mut client = server.client().await;
    until("the next one is read", async || {
        client.extract(request(document("b", ARTICLE))).await.is_ok()
    })
    .await;
}

#[tokio::test]
async fn figures_and_probes_follow_what_happens() {
    let mut server = Running::start(|config| config.metrics_listen = Some("127.0.0.1:0".to_owned())).await;
    let metrics = server.metrics.unwrap();
    let mut client = server.client().await;
    client.extract(request(document("a", ARTICLE))).await.unwrap();
    client.extract(request(document("b", ""))).await.unwrap_err();
    let characters = ARTICLE.chars().count() as f64;
    assert_eq!(figure(metrics, "musnad_characters_total").await, characters);
    assert_eq!(
        figure(metrics, "musnad_documents_total{outcome=\"extracted\"}").await,
        1.0
    );
    assert_eq!(
        figure(metrics, "musnad_calls_total{method=\"Extract\",code=\"OK\"}").await,
        1.0
    );
    let bad = "musnad_calls_total{method=\"Extract\",code=\"INVALID_ARGUMENT\"}";
    assert_eq!(figure(metrics, bad).await, 1.0);
    assert_eq!(
        figure(metrics, "musnad_stage_duration_seconds_count{stage=\"extract\"}").await,
        1.0
    );
    assert!(figure(metrics, "musnad_resident_memory_bytes").await > 1e6);
    assert_eq!(figure(metrics, "musnad_connections").await, 1.0);
    let get = |path: &'static str| crate::support::get(metrics, path);
    assert!(get("/readyz").await.starts_with("HTTP/1.1 200"));
    assert!(get("/livez").await.starts_with("HTTP/1.1 200"));
    assert!(get("/other").await.starts_with("HTTP/1.1 404"));
    let address = metrics.to_string();
    tokio::task::spawn_blocking(move || musnad_server::probe(&address))
        .await
        .unwrap()
        .unwrap();

    // While a call runs, the server that stops is alive and not ready.
    let (sender, stream) = open_stream();
    let text = long_text(300_000);
    let mut answers = client.extract_stream(stream).await.unwrap().into_inner();
    send(&sender, document("slow", &text)).await;
    until("it is read", async || {
        figure(metrics, "musnad_workers_busy").await == 1.0
    })
    .await;
    server.stop();
    until("not ready", async || get("/readyz").await.starts_with("HTTP/1.1 503")).await;
    assert!(get("/livez").await.starts_with("HTTP/1.1 200"));
    answers.message().await.unwrap().unwrap();
    let status = answers.message().await.unwrap_err();
    assert!(status.get_error_details().retry_info().is_some());
    server.stopped().await;
}
