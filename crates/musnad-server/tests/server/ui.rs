//! The files of the reading desk over HTTP; what a browser makes of them is tested by `make test-ui`.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{Running, token_line};

async fn ask(server: &Running, method: &str, path: &str, headers: &str) -> (String, String) {
    let mut connection = TcpStream::connect(server.address).await.unwrap();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{headers}\r\n",
        server.address
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.to_ascii_lowercase(), body.to_owned())
}

#[tokio::test]
async fn there_is_no_page_unless_it_is_asked_for() {
    let server = Running::start(|_| ()).await;
    for path in ["/", "/desk.js"] {
        let (head, body) = ask(&server, "GET", path, "").await;
        assert!(!head.contains("content-security-policy"), "{head}");
        assert!(!body.contains("<html"), "{body}");
    }
}

#[tokio::test]
async fn the_page_may_load_nothing_from_elsewhere() {
    let server = Running::start(|config| config.ui = true).await;
    let (head, body) = ask(&server, "GET", "/", "").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(head.contains("content-type: text/html; charset=utf-8"), "{head}");
    assert!(body.contains("desk.js"));
    for path in [
        "/",
        "/desk.js",
        "/desk.css",
        "/world.json",
        "/icon.svg",
        "/licences.txt",
    ] {
        let (head, body) = ask(&server, "GET", path, "").await;
        assert!(head.starts_with("http/1.1 200") && !body.is_empty(), "{path}: {head}");
        for header in [
            "content-security-policy: default-src 'none'; script-src 'self';",
            "x-content-type-options: nosniff",
            "x-frame-options: deny",
            "referrer-policy: no-referrer",
            "cache-control: no-cache",
        ] {
            assert!(head.contains(header), "{path} lacks {header}: {head}");
        }
        assert!(!head.contains("access-control-allow-origin"), "{head}");
    }
}

#[tokio::test]
async fn what_the_browser_has_is_not_sent_again() {
    let server = Running::start(|config| config.ui = true).await;
    let (head, _) = ask(&server, "HEAD", "/desk.js", "").await;
    let tag = head
        .lines()
        .find_map(|line| line.strip_prefix("etag: "))
        .unwrap()
        .to_owned();
    let (head, body) = ask(
        &server,
        "GET",
        "/desk.js",
        &format!("if-none-match: W/\"x\", {tag}\r\n"),
    )
    .await;
    assert!(head.starts_with("http/1.1 304") && body.is_empty(), "{head}");
    let (head, _) = ask(&server, "GET", "/desk.js", "if-none-match: \"old\"\r\n").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
}

#[tokio::test]
async fn only_the_files_are_answered_without_a_token() {
    let folder = tempfile::tempdir().unwrap();
    let tokens = folder.path().join("tokens");
    std::fs::write(&tokens, token_line("desk", "secret", "")).unwrap();
    let server = Running::start(|config| {
        config.ui = true;
        config.security.tokens = Some(tokens);
    })
    .await;
    let (head, _) = ask(&server, "GET", "/", "").await;
    assert!(head.starts_with("http/1.1 200"), "{head}");
    // A path that is no file is a call like any other.
    for (method, path) in [
        ("GET", "/../desk.js"),
        ("GET", "/index.html"),
        ("POST", "/"),
        ("GET", "/musnad.v1.ExtractionService/GetInfo"),
    ] {
        let (head, body) = ask(&server, method, path, "content-type: application/grpc-web+proto\r\n").await;
        assert!(
            !head.contains("etag") && !body.contains("<html"),
            "{method} {path}: {head}"
        );
    }
}
