//! The client against a server in this process.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::time::Duration;

use futures_util::{StreamExt, stream};
use musnad_client::proto::document_result::Outcome;
use musnad_client::{Client, Error, Retry, proto};
use musnad_server::{Config, Server};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

fn document(id: usize) -> proto::Document {
    proto::Document {
        id: id.to_string(),
        text: format!("قال مصدر إن {id} جنود قتلوا أمس قرب سبها."),
        ..proto::Document::default()
    }
}

async fn start(listen: &str) -> (String, oneshot::Sender<()>, JoinHandle<()>) {
    let server = Server::bind(Config {
        listen: listen.to_owned(),
        grace_period: 0,
        ..Config::default()
    });
    let server = server.await.unwrap();
    let address = server.local_address().to_string();
    let (stop, stopped) = oneshot::channel();
    let serving = tokio::spawn(async move {
        // Calls are cut off on purpose.
        let _ = server
            .serve(async {
                let _ = stopped.await;
            })
            .await;
    });
    (address, stop, serving)
}

fn ids(results: &[proto::DocumentResult]) -> Vec<String> {
    let id = |result: &proto::DocumentResult| match result.outcome.as_ref().unwrap() {
        Outcome::Extraction(extraction) => extraction.document_id.clone(),
        Outcome::Error(error) => format!("{}!", error.document_id),
    };
    results.iter().map(id).collect()
}

#[tokio::test]
async fn one_list_and_stream_give_the_same() {
    let (address, _stop, _serving) = start("127.0.0.1:0").await;
    let client = Client::connect(format!("http://{address}")).await.unwrap();
    let one = client.extract(document(7), None).await.unwrap();
    assert_eq!(one.document_id, "7");
    let mut documents: Vec<_> = (0..50).map(document).collect();
    documents[20].text.clear();
    let list = client.extract_batch(documents.clone(), None).await.unwrap();
    let streamed: Vec<_> = client
        .extract_many(stream::iter(documents), None)
        .map(Result::unwrap)
        .collect()
        .await;
    assert_eq!(list, streamed);
    let mut expected: Vec<String> = (0..50).map(|n| n.to_string()).collect();
    expected[20] = "20!".to_owned();
    assert_eq!(ids(&list), expected);
    assert!(client.info().await.unwrap().limits.unwrap().max_document_bytes > 0);
}

#[tokio::test]
async fn a_stream_answers_before_it_is_sent_whole() {
    let (address, _stop, _serving) = start("127.0.0.1:0").await;
    let client = Client::connect(format!("http://{address}")).await.unwrap();
    let first = stream::iter([document(1)]).chain(stream::pending());
    let mut results = Box::pin(client.extract_many(first, None));
    let answer = tokio::time::timeout(Duration::from_secs(20), results.next())
        .await
        .unwrap();
    assert_eq!(ids(&[answer.unwrap().unwrap()]), ["1"]);
}

#[tokio::test]
async fn a_stream_goes_on_after_the_server_was_away() {
    let (address, stop, serving) = start("127.0.0.1:0").await;
    let client = Client::connect(format!("http://{address}"))
        .await
        .unwrap()
        .with_retry(Retry {
            attempts: 50,
            first: Duration::from_millis(50),
            longest: Duration::from_millis(200),
        });
    let mut results = Box::pin(client.extract_many(stream::iter((0..120).map(document)), None));
    let mut found = Vec::new();
    for _ in 0..10 {
        found.push(results.next().await.unwrap().unwrap());
    }
    stop.send(()).unwrap();
    serving.await.unwrap();
    let again = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(300)).await;
        start(&address).await
    });
    while let Some(result) = results.next().await {
        found.push(result.unwrap());
    }
    let expected: Vec<String> = (0..120).map(|n| n.to_string()).collect();
    assert_eq!(ids(&found), expected);
    drop(again.await.unwrap());
}

#[tokio::test]
async fn errors_say_what_is_wrong() {
    let nobody = Client::connect("http://127.0.0.1:9").await.unwrap_err();
    assert!(matches!(nobody, Error::Connect(_)), "{nobody}");
    let (address, _stop, _serving) = start("127.0.0.1:0").await;
    let client = Client::connect(format!("http://{address}")).await.unwrap();
    let empty = client.extract(proto::Document::default(), None).await.unwrap_err();
    let Error::Status(status) = &empty else {
        panic!("{empty}")
    };
    assert_eq!(status.code(), tonic::Code::InvalidArgument);
    assert!(client.with_token("two\nlines").is_err());
}
