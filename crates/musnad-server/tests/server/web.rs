//! gRPC-Web, as a browser sends it: HTTP/1.1, one length-prefixed message, trailers in the body.

use prost::Message;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{ARTICLE, Running, document, request};

async fn post(server: &Running, headers: &str, message: &[u8]) -> String {
    let mut body = vec![0];
    body.extend((message.len() as u32).to_be_bytes());
    body.extend(message);
    let head = format!(
        "POST /musnad.v1.ExtractionService/Extract HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\
         content-type: application/grpc-web+proto\r\nx-grpc-web: 1\r\ncontent-length: {}\r\n{headers}\r\n",
        server.address,
        body.len()
    );
    exchange(server, head.as_bytes(), &body).await
}

async fn exchange(server: &Running, head: &[u8], body: &[u8]) -> String {
    let mut connection = TcpStream::connect(server.address).await.unwrap();
    connection.write_all(head).await.unwrap();
    connection.write_all(body).await.unwrap();
    let mut answer = Vec::new();
    connection.read_to_end(&mut answer).await.unwrap();
    String::from_utf8_lossy(&answer).to_ascii_lowercase()
}

#[tokio::test]
async fn a_browser_gets_its_extraction() {
    let server = Running::start(|config| config.cors_origins = vec!["https://reader.example".to_owned()]).await;
    let answer = post(
        &server,
        "origin: https://reader.example\r\n",
        &request(document("web", ARTICLE)).encode_to_vec(),
    )
    .await;
    assert!(answer.starts_with("http/1.1 200"), "{answer}");
    assert!(answer.contains("content-type: application/grpc-web+proto"), "{answer}");
    assert!(
        answer.contains("access-control-allow-origin: https://reader.example"),
        "{answer}"
    );
    assert!(answer.contains("grpc-status:0"), "{answer}");
    assert!(answer.contains(musnad::VERSION));
}

#[tokio::test]
async fn a_refusal_reaches_a_browser() {
    let server = Running::start(|_| ()).await;
    let answer = post(&server, "", &request(document("web", "")).encode_to_vec()).await;
    assert!(
        answer.contains("grpc-status:3") || answer.contains("grpc-status: 3"),
        "{answer}"
    );
    assert!(answer.contains("document.text"), "{answer}");
    assert!(!answer.contains("access-control-allow-origin"), "{answer}");
}

#[tokio::test]
async fn broken_protobuf_is_the_callers_fault() {
    let server = Running::start(|_| ()).await;
    let answer = post(&server, "", b"\xff\xff\xff\xff").await;
    assert!(
        answer.contains("grpc-status:3") || answer.contains("grpc-status: 3"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_deadline_that_has_passed_is_said() {
    let server = Running::start(|_| ()).await;
    let answer = post(
        &server,
        "grpc-timeout: 1n\r\n",
        &request(document("web", ARTICLE)).encode_to_vec(),
    )
    .await;
    assert!(
        answer.contains("grpc-status:4") || answer.contains("grpc-status: 4"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_preflight_names_methods_and_headers() {
    let server = Running::start(|config| config.cors_origins = vec!["*".to_owned()]).await;
    let head = format!(
        "OPTIONS /musnad.v1.ExtractionService/Extract HTTP/1.1\r\nhost: {}\r\nconnection: close\r\norigin: https://any.example\r\n\
         access-control-request-method: POST\r\naccess-control-request-headers: content-type,x-grpc-web\r\n\r\n",
        server.address
    );
    let answer = exchange(&server, head.as_bytes(), b"").await;
    assert!(answer.contains("access-control-allow-origin: *"), "{answer}");
    assert!(
        answer.contains("access-control-allow-headers: content-type,x-grpc-web"),
        "{answer}"
    );
}
