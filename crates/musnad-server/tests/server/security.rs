//! Who gets in, and who does not.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use musnad_proto::v1 as pb;
use musnad_proto::v1::extraction_service_client::ExtractionServiceClient;
use musnad_server::{Config, Security, Server};
use tokio::io::AsyncReadExt;
use tonic::Code;
use tonic::transport::Channel;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_client::HealthClient;
use tonic_reflection::pb::v1;
use tonic_types::StatusExt;

use crate::certificates::{Authority, Pair, Valid, connect};
use crate::operations::{open_stream, send};
use crate::support::{ARTICLE, Running, document, request, token_line, until, with_token};

fn encrypted(config: &mut Config, pair: &Pair, client_ca: Option<&Path>) {
    config.security.tls_cert = Some(pair.cert.clone());
    config.security.tls_key = Some(pair.key.clone());
    config.security.tls_client_ca = client_ca.map(Path::to_owned);
}

async fn is_answered(channel: Result<Channel, tonic::transport::Error>) -> bool {
    match channel {
        // With TLS 1.3 a caller learns only with the first answer that its certificate is refused.
        Ok(channel) => ExtractionServiceClient::new(channel)
            .get_info(pb::GetInfoRequest {})
            .await
            .is_ok(),
        Err(_) => false,
    }
}

#[tokio::test]
async fn tls_encrypts_and_shows_who_the_server_is() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (Authority::new("ours"), Authority::new("theirs"));
    let pair = ours.sign(folder.path(), "server", Valid::Now);
    let server = Running::start(|config| encrypted(config, &pair, None)).await;
    let channel = connect(server.address, &ours, None).await.unwrap();
    ExtractionServiceClient::new(channel)
        .extract(request(document("a", ARTICLE)))
        .await
        .unwrap();
    assert!(!is_answered(connect(server.address, &theirs, None).await).await);
    // In the clear nothing is said.
    let plain = Channel::from_shared(format!("http://{}", server.address))
        .unwrap()
        .connect()
        .await;
    assert!(!is_answered(plain).await);
    assert!(is_answered(connect(server.address, &ours, None).await).await);
}

#[tokio::test]
async fn callers_need_a_certificate_of_the_right_authority_that_has_not_expired() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, theirs) = (Authority::new("ours"), Authority::new("theirs"));
    let sign = |authority: &Authority, name, valid| authority.sign(folder.path(), name, valid);
    let pair = sign(&ours, "server", Valid::Now);
    let ca = ours.write(folder.path(), "ca");
    let server = Running::start(|config| encrypted(config, &pair, Some(&ca))).await;
    let good = sign(&ours, "good", Valid::Now);
    let expired = sign(&ours, "expired", Valid::Once);
    let wrong = sign(&theirs, "wrong", Valid::Now);
    assert!(is_answered(connect(server.address, &ours, Some(&good)).await).await);
    for bad in [None, Some(&expired), Some(&wrong)] {
        assert!(!is_answered(connect(server.address, &ours, bad).await).await);
    }
    assert!(is_answered(connect(server.address, &ours, Some(&good)).await).await);
}

#[tokio::test]
async fn new_certificates_are_taken_and_bad_ones_are_not() {
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (Authority::new("old"), Authority::new("new"));
    let pair = old.sign(folder.path(), "server", Valid::Now);
    let server = Running::start(|config| {
        encrypted(config, &pair, None);
        config.security.reload_interval = 1;
    })
    .await;
    let channel = connect(server.address, &old, None).await.unwrap();
    let mut open = ExtractionServiceClient::new(channel);
    // A certificate with the key of another is not taken.
    let key = std::fs::read(&pair.key).unwrap();
    let other = new.sign(folder.path(), "other", Valid::Now);
    std::fs::copy(&other.key, &pair.key).unwrap();
    server.reloader.reload();
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert!(is_answered(connect(server.address, &old, None).await).await);
    std::fs::write(&pair.key, key).unwrap();
    // Without being asked the server finds the new pair.
    new.sign(folder.path(), "server", Valid::Now);
    until("the new certificate is shown", async || {
        is_answered(connect(server.address, &new, None).await).await
    })
    .await;
    assert!(!is_answered(connect(server.address, &old, None).await).await);
    // Open connections go on.
    open.get_info(pb::GetInfoRequest {}).await.unwrap();
}

#[tokio::test]
async fn without_a_known_token_nothing_is_answered_but_probes() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::write(&tokens, token_line("a", "right", "")).unwrap();
    let server = Running::start(|config| config.security.tokens = Some(tokens)).await;
    let channel = server.channel().await;
    for token in ["wrong", "", "right2", "righ"] {
        let status = with_token(channel.clone(), token)
            .extract(request(document("a", ARTICLE)))
            .await
            .unwrap_err();
        assert_eq!(status.code(), Code::Unauthenticated, "{token:?}");
    }
    let mut nobody = server.client().await;
    assert_eq!(
        nobody.get_info(pb::GetInfoRequest {}).await.unwrap_err().code(),
        Code::Unauthenticated
    );
    let (_sender, stream) = open_stream();
    assert_eq!(
        nobody.extract_stream(stream).await.unwrap_err().code(),
        Code::Unauthenticated
    );
    let ask = v1::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(v1::server_reflection_request::MessageRequest::ListServices(
            String::new(),
        )),
    };
    let mut reflection = v1::server_reflection_client::ServerReflectionClient::new(channel.clone());
    let refused = reflection
        .server_reflection_info(futures_util::stream::iter([ask]))
        .await;
    assert_eq!(refused.unwrap_err().code(), Code::Unauthenticated);
    HealthClient::new(channel.clone())
        .check(HealthCheckRequest::default())
        .await
        .unwrap();
    with_token(channel, "right")
        .extract(request(document("a", ARTICLE)))
        .await
        .unwrap();
}

#[tokio::test]
async fn reflection_can_be_switched_off() {
    let server = Running::start(|config| config.no_reflection = true).await;
    let ask = v1::ServerReflectionRequest {
        host: String::new(),
        message_request: Some(v1::server_reflection_request::MessageRequest::ListServices(
            String::new(),
        )),
    };
    let mut reflection = v1::server_reflection_client::ServerReflectionClient::new(server.channel().await);
    let refused = reflection
        .server_reflection_info(futures_util::stream::iter([ask]))
        .await;
    assert_eq!(refused.unwrap_err().code(), Code::Unimplemented);
}

#[tokio::test]
async fn a_token_has_limits_which_info_tells() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::write(
        &tokens,
        token_line("a", "slow", "rate=2") + &token_line("b", "few", "calls=1"),
    )
    .unwrap();
    let server = Running::start(|config| config.security.tokens = Some(tokens)).await;
    let mut slow = with_token(server.channel().await, "slow");
    let limits = slow
        .get_info(pb::GetInfoRequest {})
        .await
        .unwrap()
        .into_inner()
        .limits
        .unwrap();
    assert!((limits.caller_documents_per_second - 2.0).abs() < 1e-9);
    let mut refused = None;
    for _ in 0..20 {
        if let Err(status) = slow.extract(request(document("a", ARTICLE))).await {
            refused = Some(status);
            break;
        }
    }
    let status = refused.unwrap();
    assert_eq!(status.code(), Code::ResourceExhausted);
    let delay = status.get_error_details().retry_info().unwrap().retry_delay.unwrap();
    assert!(
        delay > Duration::ZERO && delay <= Duration::from_millis(500),
        "{delay:?}"
    );
    tokio::time::sleep(delay).await;
    slow.extract(request(document("a", ARTICLE))).await.unwrap();

    let mut few = with_token(server.channel().await, "few");
    let (sender, stream) = open_stream();
    let mut answers = few.extract_stream(stream).await.unwrap().into_inner();
    let status = few.get_info(pb::GetInfoRequest {}).await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    drop(sender);
    assert!(answers.message().await.unwrap().is_none());
    drop(answers);
    let limits = few
        .get_info(pb::GetInfoRequest {})
        .await
        .unwrap()
        .into_inner()
        .limits
        .unwrap();
    assert_eq!(limits.caller_concurrent_calls, 1);
}

#[tokio::test]
async fn a_token_that_is_revoked_ends_its_streams() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    let (stays, goes) = (token_line("a", "stays", ""), token_line("b", "goes", ""));
    std::fs::write(&tokens, format!("{stays}{goes}")).unwrap();
    let server = Running::start(|config| config.security.tokens = Some(tokens.clone())).await;
    let mut streams = Vec::new();
    for token in ["stays", "goes"] {
        let (sender, stream) = open_stream();
        let mut client = with_token(server.channel().await, token);
        let mut answers = client.extract_stream(stream).await.unwrap().into_inner();
        send(&sender, document("a", ARTICLE)).await;
        answers.message().await.unwrap().unwrap();
        streams.push((sender, answers));
    }
    std::fs::write(&tokens, stays).unwrap();
    server.reloader.reload();
    let (_sender, mut answers) = streams.pop().unwrap();
    let status = tokio::time::timeout(Duration::from_secs(10), answers.message())
        .await
        .unwrap()
        .unwrap_err();
    assert_eq!(status.code(), Code::Unauthenticated);
    let again = with_token(server.channel().await, "goes")
        .get_info(pb::GetInfoRequest {})
        .await;
    assert_eq!(again.unwrap_err().code(), Code::Unauthenticated);
    // The other one goes on.
    let (sender, mut answers) = streams.pop().unwrap();
    send(&sender, document("b", ARTICLE)).await;
    answers.message().await.unwrap().unwrap();
}

#[tokio::test]
async fn others_are_not_listened_to_in_the_clear() {
    let bind = async |allow_plaintext| {
        Server::bind(Config {
            listen: "0.0.0.0:0".to_owned(),
            security: Security {
                allow_plaintext,
                ..Security::default()
            },
            ..Config::default()
        })
        .await
    };
    let refused = bind(false).await.unwrap_err();
    assert!(refused.to_string().contains("--allow-plaintext"), "{refused}");
    assert_eq!(refused.exit_status(), 2);
    bind(true).await.unwrap();
}

#[tokio::test]
async fn files_that_cannot_be_read_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("absent");
    let tokens = Config {
        listen: "127.0.0.1:0".to_owned(),
        security: Security {
            tokens: Some(absent.clone()),
            ..Security::default()
        },
        ..Config::default()
    };
    let certificate = Config {
        security: Security {
            tls_cert: Some(absent.clone()),
            tls_key: Some(absent),
            ..Security::default()
        },
        ..Config::default()
    };
    for config in [tokens, certificate] {
        let error = Server::bind(config).await.unwrap_err();
        assert!(
            error.to_string().contains("absent") && error.exit_status() == 2,
            "{error}"
        );
    }
}

/// What a process writes to its log, at the level that says most.
#[tokio::test]
async fn no_log_has_a_secret_or_a_text() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::write(&tokens, token_line("desk", "open-sesame-7351", "")).unwrap();
    let mut process = tokio::process::Command::new(env!("CARGO_BIN_EXE_musnad-server"))
        .args([
            "--listen",
            "127.0.0.1:0",
            "--log-format",
            "json",
            "--log",
            "trace",
            "--tokens",
        ])
        .arg(&tokens)
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut log = process.stderr.take().unwrap();
    let (mut text, mut buffer) = (String::new(), [0; 4096]);
    let address = loop {
        let read = log.read(&mut buffer).await.unwrap();
        text.push_str(&String::from_utf8_lossy(&buffer[..read]));
        if let Some((_, rest)) = text.split_once("\"address\":\"")
            && let Some((address, _)) = rest.split_once('"')
        {
            break address.to_owned();
        }
    };
    let reading = tokio::spawn(async move {
        let mut rest = Vec::new();
        log.read_to_end(&mut rest).await.unwrap();
        String::from_utf8_lossy(&rest).into_owned()
    });
    let channel = Channel::from_shared(format!("http://{address}"))
        .unwrap()
        .connect()
        .await
        .unwrap();
    for token in ["open-sesame-7351", "wrong-sesame-9924"] {
        let _ = with_token(channel.clone(), token)
            .extract(request(document("secret-id", ARTICLE)))
            .await;
    }
    let id = process.id().unwrap().to_string();
    assert!(
        tokio::process::Command::new("kill")
            .arg(id)
            .status()
            .await
            .unwrap()
            .success()
    );
    assert!(process.wait().await.unwrap().success());
    let log = reading.await.unwrap();
    assert!(
        log.contains("\"caller\":\"token:desk\"") && log.contains("\"method\":\"Extract\""),
        "{log}"
    );
    for secret in ["sesame", "secret-id", "سبها"] {
        assert!(!log.contains(secret), "{secret} is in the log");
    }
}
