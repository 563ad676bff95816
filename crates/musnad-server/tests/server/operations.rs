use std::num::NonZeroUsize;
use std::process::Stdio;
use std::time::{Duration, Instant};

use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Server};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::sync::mpsc;
use tonic::transport::Channel;
use tonic::{Code, Request};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_reflection::pb::{v1, v1alpha};
use tonic_types::StatusExt;

use crate::support::{ARTICLE, Running, document, figure, long_text, request, until};

const SERVICE: &str = "musnad.v1.ExtractionService";

/// Sends a document, with the default options.
pub(crate) async fn send(sender: &mpsc::Sender<pb::ExtractStreamRequest>, document: pb::Document) {
    let request = pb::ExtractStreamRequest {
        document: Some(document),
        options: None,
    };
    sender.send(request).await.unwrap();
}

pub(crate) fn open_stream() -> (
    mpsc::Sender<pb::ExtractStreamRequest>,
    impl futures_util::Stream<Item = pb::ExtractStreamRequest>,
) {
    let (sender, receiver) = mpsc::channel(1);
    (
        sender,
        futures_util::stream::unfold(receiver, |mut receiver| async move {
            receiver.recv().await.map(|x| (x, receiver))
        }),
    )
}

#[tokio::test]
async fn health_follows_the_life_of_the_server() {
    let mut server = Running::start(|_| ()).await;
    let mut health = HealthClient::new(server.channel().await);
    for service in ["", SERVICE] {
        let check = health
            .check(HealthCheckRequest {
                service: service.to_owned(),
            })
            .await
            .unwrap()
            .into_inner();
        assert_eq!(check.status(), ServingStatus::Serving, "{service:?}");
    }
    let unknown = health
        .check(HealthCheckRequest {
            service: "other".to_owned(),
        })
        .await
        .unwrap_err();
    assert_eq!(unknown.code(), Code::NotFound);
    let mut watch = health
        .watch(HealthCheckRequest {
            service: SERVICE.to_owned(),
        })
        .await
        .unwrap()
        .into_inner();
    assert_eq!(watch.message().await.unwrap().unwrap().status(), ServingStatus::Serving);
    server.stop();
    assert_eq!(
        watch.message().await.unwrap().unwrap().status(),
        ServingStatus::NotServing
    );
    drop(watch);
    drop(health);
    server.stopped().await;
}

#[tokio::test]
async fn too_many_requests_are_refused_at_once_with_a_delay() {
    let server = Running::start(|config| {
        config.max_concurrent_requests = 1;
        config.max_streams = 1;
    })
    .await;
    let mut client = server.client().await;
    let refused = |status: tonic::Status| {
        assert_eq!(status.code(), Code::ResourceExhausted);
        let details = status.get_error_details();
        let delay = details.retry_info().and_then(|info| info.retry_delay);
        assert!(delay.is_some_and(|delay| delay > Duration::ZERO));
    };
    let (sender, stream) = open_stream();
    let mut answers = client.extract_stream(stream).await.unwrap().into_inner();
    let (_other, stream) = open_stream();
    refused(client.extract_stream(stream).await.unwrap_err());

    let mut busy = client.clone();
    let text = long_text(400_000);
    // One of the short calls below may have the only place when the long one comes.
    let long = tokio::spawn(async move {
        loop {
            match busy.extract(request(document("long", &text))).await {
                Err(status) if status.code() == Code::ResourceExhausted => tokio::task::yield_now().await,
                other => break other,
            }
        }
    });
    let status = loop {
        if let Err(status) = client.extract(request(document("b", ARTICLE))).await {
            break status;
        }
    };
    refused(status);
    // Health and info do not need a place.
    client.get_info(pb::GetInfoRequest {}).await.unwrap();

    drop(sender);
    assert!(answers.message().await.unwrap().is_none());
    long.await.unwrap().unwrap();
    client.extract(request(document("b", ARTICLE))).await.unwrap();
    let (_sender, stream) = open_stream();
    client.extract_stream(stream).await.unwrap();
}

#[tokio::test]
async fn a_stream_ends_at_its_deadline() {
    let server = Running::start(|_| ()).await;
    let (_sender, stream) = open_stream();
    let mut ask = Request::new(stream);
    ask.metadata_mut().insert("grpc-timeout", "300m".parse().unwrap());
    let started = Instant::now();
    let mut answers = server.client().await.extract_stream(ask).await.unwrap().into_inner();
    let status = answers.message().await.unwrap_err();
    assert_eq!(status.code(), Code::DeadlineExceeded);
    assert!(started.elapsed() >= Duration::from_millis(200));
}

#[tokio::test]
async fn work_stops_when_the_caller_goes() {
    let server = Running::start(|config| {
        config.workers = NonZeroUsize::new(1);
        config.max_concurrent_requests = 1;
    })
    .await;
    let mut client = server.client().await;
    let text = long_text(100_000);
    let started = Instant::now();
    client.extract(request(document("one", &text))).await.unwrap();
    let one = started.elapsed();

    // Far more work than the test could wait for.
    let batch = pb::ExtractBatchRequest {
        documents: vec![document("many", &text); 200],
        options: None,
    };
    let mut other = client.clone();
    let call = tokio::spawn(async move { other.extract_batch(batch).await });
    tokio::time::sleep(one).await;
    call.abort();
    assert!(call.await.unwrap_err().is_cancelled());

    // The place and the worker are free again after the document that was being read.
    let started = Instant::now();
    loop {
        match client.extract(request(document("next", ARTICLE))).await {
            Ok(_) => break,
            Err(status) => assert_eq!(status.code(), Code::ResourceExhausted),
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert!(
        started.elapsed() < one * 50,
        "waited {:?}, one document takes {one:?}",
        started.elapsed()
    );
}

#[tokio::test]
async fn the_runtime_answers_while_all_workers_are_busy() {
    let server = Running::start(|config| config.workers = NonZeroUsize::new(1)).await;
    let client = server.client().await;
    let text = long_text(300_000);
    let mut busy = client.clone();
    let call = tokio::spawn(async move {
        busy.extract_batch(pb::ExtractBatchRequest {
            documents: vec![document("a", &text); 8],
            options: None,
        })
        .await
    });
    let mut health = HealthClient::new(server.channel().await);
    for _ in 0..20 {
        let check = health.check(HealthCheckRequest::default());
        tokio::time::timeout(Duration::from_secs(5), check)
            .await
            .unwrap()
            .unwrap();
    }
    call.abort();
}

#[tokio::test]
async fn shutdown_lets_running_requests_finish() {
    let mut server = Running::start(|config| config.metrics_listen = Some("127.0.0.1:0".to_owned())).await;
    let (mut client, metrics) = (server.client().await, server.metrics.unwrap());
    let text = long_text(400_000);
    let running = tokio::spawn(async move { client.extract(request(document("slow", &text))).await });
    until("it is read", async || {
        figure(metrics, "musnad_workers_busy").await == 1.0
    })
    .await;
    server.stop();
    let response = running.await.unwrap().unwrap().into_inner();
    assert_eq!(response.extraction.unwrap().document_id, "slow");
    server.stopped().await;
}

#[tokio::test]
async fn shutdown_answers_what_a_stream_has_sent_and_then_says_so() {
    let mut server = Running::start(|_| ()).await;
    let mut client = server.client().await;
    let (sender, stream) = open_stream();
    let mut answers = client.extract_stream(stream).await.unwrap().into_inner();
    send(&sender, document("a", ARTICLE)).await;
    answers.message().await.unwrap().unwrap();
    server.stop();
    let status = answers.message().await.unwrap_err();
    assert_eq!(status.code(), Code::Unavailable);
    assert!(status.get_error_details().retry_info().is_some());
    drop((answers, client, sender));
    server.stopped().await;
}

#[tokio::test]
async fn a_taken_address_and_nonsense_are_named() {
    let server = Running::start(|_| ()).await;
    let taken = Server::bind(Config {
        listen: server.address.to_string(),
        ..Config::default()
    })
    .await
    .unwrap_err()
    .to_string();
    assert!(
        taken.contains(&server.address.to_string()) && taken.contains("another process"),
        "{taken}"
    );
    let nonsense = Server::bind(Config {
        listen: "nowhere".to_owned(),
        ..Config::default()
    })
    .await
    .unwrap_err()
    .to_string();
    assert!(
        nonsense.contains("nowhere") && nonsense.contains("HOST:PORT"),
        "{nonsense}"
    );
}

/// A full pipe holds 64 KiB: a few hundred calls.
#[tokio::test]
async fn a_log_that_nobody_reads_does_not_stop_the_server() {
    let mut process = tokio::process::Command::new(env!("CARGO_BIN_EXE_musnad-server"))
        .args(["--listen", "127.0.0.1:0"])
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut log = BufReader::new(process.stderr.take().unwrap()).lines();
    let line = log.next_line().await.unwrap().unwrap();
    let address = line.split("address=").nth(1).unwrap().split(' ').next().unwrap();
    let channel = Channel::from_shared(format!("http://{address}")).unwrap();
    let mut client = ExtractionServiceClient::new(channel.connect().await.unwrap());
    for _ in 0..3_000 {
        let answer = client.get_info(pb::GetInfoRequest {});
        tokio::time::timeout(Duration::from_secs(20), answer)
            .await
            .unwrap()
            .unwrap();
    }
    process.kill().await.unwrap();
}

#[tokio::test]
async fn reflection_knows_the_services_in_both_versions() {
    let server = Running::start(|_| ()).await;
    let ask = |request| v1::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(request),
    };
    let requests = [
        ask(v1::server_reflection_request::MessageRequest::ListServices(
            String::new(),
        )),
        ask(v1::server_reflection_request::MessageRequest::FileContainingSymbol(
            "musnad.v1.Extraction".to_owned(),
        )),
    ];
    let mut client = v1::server_reflection_client::ServerReflectionClient::new(server.channel().await);
    let mut answers = client
        .server_reflection_info(futures_util::stream::iter(requests))
        .await
        .unwrap()
        .into_inner();
    let services = format!("{:?}", answers.message().await.unwrap().unwrap());
    assert!(
        services.contains(SERVICE) && services.contains("grpc.health.v1.Health"),
        "{services}"
    );
    let file = format!(
        "{:?}",
        answers.message().await.unwrap().unwrap().message_response.unwrap()
    );
    assert!(file.starts_with("FileDescriptorResponse"), "{file}");

    let request = v1alpha::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(v1alpha::server_reflection_request::MessageRequest::ListServices(
            String::new(),
        )),
    };
    let mut client = v1alpha::server_reflection_client::ServerReflectionClient::new(server.channel().await);
    let mut answers = client
        .server_reflection_info(futures_util::stream::iter([request]))
        .await
        .unwrap()
        .into_inner();
    assert!(format!("{:?}", answers.message().await.unwrap().unwrap()).contains(SERVICE));
}
