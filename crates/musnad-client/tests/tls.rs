//! The client against a server with TLS, and with TLS of both sides.

#![cfg(feature = "tls")]
#![allow(clippy::unwrap_used, clippy::panic)]

// The authorities of the server's own tests.
#[allow(dead_code)]
#[path = "../../musnad-server/tests/server/certificates.rs"]
mod certificates;

use std::path::Path;

use musnad_client::{Client, Error, Retry, Tls, proto};
use musnad_server::{Config, Server};
use tokio::sync::oneshot;

use certificates::{Authority, Pair, Valid};

/// An address with the name that certificates have, and what stops the server when it is dropped.
async fn start(pair: &Pair, client_ca: Option<&Path>) -> (String, oneshot::Sender<()>) {
    let mut config = Config {
        listen: "127.0.0.1:0".to_owned(),
        grace_period: 0,
        ..Config::default()
    };
    config.security.tls_cert = Some(pair.cert.clone());
    config.security.tls_key = Some(pair.key.clone());
    config.security.tls_client_ca = client_ca.map(Path::to_owned);
    let server = Server::bind(config).await.unwrap();
    let address = format!("https://localhost:{}", server.local_address().port());
    let (stop, stopped) = oneshot::channel();
    tokio::spawn(server.serve(async {
        let _ = stopped.await;
    }));
    (address, stop)
}

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

async fn read(client: &Client) -> Result<proto::Extraction, Error> {
    let document = proto::Document {
        id: "a".to_owned(),
        text: "قصف الجيش البلدة.".to_owned(),
        ..proto::Document::default()
    };
    client.extract(document, None).await
}

#[tokio::test]
async fn an_encrypted_call_is_answered_and_a_stranger_is_not_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, other) = (Authority::new("ours"), Authority::new("other"));
    let pair = ours.sign(folder.path(), "server", Valid::Now);
    let (address, _stop) = start(&pair, None).await;
    let (trusted, stranger) = (ours.write(folder.path(), "ca"), other.write(folder.path(), "other"));

    let tls = Tls::trusting(&bytes(&trusted)).unwrap();
    let client = Client::connect_tls(address.clone(), &tls).await.unwrap();
    assert_eq!(read(&client).await.unwrap().document_id, "a");

    let tls = Tls::trusting(&bytes(&stranger)).unwrap();
    assert!(Client::connect_tls(address.clone(), &tls).await.is_err());
    // The name counts too: the certificate is for localhost.
    let tls = Tls::trusting(&bytes(&trusted)).unwrap();
    let by_number = address.replace("localhost", "127.0.0.1");
    assert!(Client::connect_tls(by_number, &tls).await.is_err());
    assert!(Tls::trusting(b"no certificate").is_err());
}

#[tokio::test]
async fn an_expired_server_is_not_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let ours = Authority::new("ours");
    let pair = ours.sign(folder.path(), "server", Valid::Once);
    let (address, _stop) = start(&pair, None).await;
    let tls = Tls::trusting(&bytes(&ours.write(folder.path(), "ca"))).unwrap();
    assert!(Client::connect_tls(address, &tls).await.is_err());
}

#[tokio::test]
async fn where_callers_need_a_certificate_it_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (ours, other) = (Authority::new("ours"), Authority::new("other"));
    let pair = ours.sign(folder.path(), "server", Valid::Now);
    let trusted = ours.write(folder.path(), "ca");
    let (address, _stop) = start(&pair, Some(&trusted)).await;
    let authorities = bytes(&trusted);

    let known = ours.sign(folder.path(), "known", Valid::Now);
    let tls = Tls::trusting_as(&authorities, &bytes(&known.cert), &bytes(&known.key)).unwrap();
    let client = Client::connect_tls(address.clone(), &tls).await.unwrap();
    assert_eq!(read(&client).await.unwrap().document_id, "a");

    // In TLS 1.3 the server's no comes after the client's handshake: with the connection, or with the first call.
    let expired = ours.sign(folder.path(), "expired", Valid::Once);
    let stranger = other.sign(folder.path(), "stranger", Valid::Now);
    let shown = [
        Tls::trusting(&authorities).unwrap(),
        Tls::trusting_as(&authorities, &bytes(&expired.cert), &bytes(&expired.key)).unwrap(),
        Tls::trusting_as(&authorities, &bytes(&stranger.cert), &bytes(&stranger.key)).unwrap(),
    ];
    for tls in shown {
        if let Ok(client) = Client::connect_tls(address.clone(), &tls).await {
            let client = client.with_retry(Retry::NEVER);
            assert!(read(&client).await.is_err());
        }
    }
    let another = ours.sign(folder.path(), "another", Valid::Now);
    let mixed = Tls::trusting_as(&authorities, &bytes(&known.cert), &bytes(&another.key));
    assert!(mixed.is_err(), "a key of another certificate");
}
