use std::time::Duration;

use musnad::{Document, Extractor, OffsetEncoding, wire};
use musnad_proto::v1 as pb;
use musnad_proto::v1::document_result::Outcome;
use tokio::sync::mpsc;
use tonic::{Code, Request};

use crate::operations::send;
use crate::support::{ARTICLE, Running, document, long_text, request};

fn expected(id: &str, text: &str) -> pb::Extraction {
    let document = Document::new(text).id(id).published_at("2020-06-11").unwrap();
    let extraction = Extractor::builder().build().unwrap().extract(&document).unwrap();
    wire::encode(&extraction, text, OffsetEncoding::Utf32)
}

fn describe(result: &pb::DocumentResult) -> String {
    match result.outcome.as_ref().unwrap() {
        Outcome::Extraction(extraction) => format!("{} ok", extraction.document_id),
        Outcome::Error(error) => format!("{} {} {}", error.document_id, error.code, error.field),
    }
}

#[tokio::test]
async fn extract_gives_what_the_library_gives() {
    let server = Running::start(|_| ()).await;
    let response = server
        .client()
        .await
        .extract(request(document("a", ARTICLE)))
        .await
        .unwrap()
        .into_inner();
    assert_eq!(response.extraction.unwrap(), expected("a", ARTICLE));
}

#[tokio::test]
async fn layers_and_offsets_are_those_asked_for() {
    let server = Running::start(|_| ()).await;
    let mut client = server.client().await;
    let options = |layer: pb::Layer, offsets: pb::OffsetEncoding| {
        Some(pb::ExtractOptions {
            layers: vec![layer.into()],
            offset_encoding: offsets.into(),
        })
    };
    let ask = |options| pb::ExtractRequest {
        document: Some(document("a", ARTICLE)),
        options,
    };
    let text = client
        .extract(ask(options(pb::Layer::Text, pb::OffsetEncoding::Utf8)))
        .await
        .unwrap()
        .into_inner();
    let text = text.extraction.unwrap();
    assert_eq!(text.sentences.last().unwrap().span.unwrap().end as usize, ARTICLE.len());
    assert!(text.tokens.is_empty() && text.mentions.is_empty() && text.events.is_empty());
    let syntax = client
        .extract(ask(options(pb::Layer::Syntax, pb::OffsetEncoding::Utf16)))
        .await
        .unwrap()
        .into_inner();
    let syntax = syntax.extraction.unwrap();
    assert!(syntax.sentences.is_empty());
    assert_eq!(syntax.offset_encoding(), pb::OffsetEncoding::Utf16);
}

#[tokio::test]
async fn a_bad_document_of_a_batch_is_an_error_in_its_place() {
    let server = Running::start(|config| config.max_document_bytes = 1000).await;
    let mut bad_date = document("c", ARTICLE);
    bad_date.published_at = "yesterday".to_owned();
    let documents = vec![
        document("a", ARTICLE),
        document("b", " \n"),
        bad_date,
        document("d", &long_text(2000)),
        document("e", ARTICLE),
    ];
    let batch = pb::ExtractBatchRequest {
        documents,
        options: None,
    };
    let results = server
        .client()
        .await
        .extract_batch(batch)
        .await
        .unwrap()
        .into_inner()
        .results;
    let outcomes: Vec<String> = results.iter().map(describe).collect();
    assert_eq!(
        outcomes,
        [
            "a ok",
            "b 3 document.text",
            "c 3 document.published_at",
            "d 3 document.text",
            "e ok"
        ]
    );
    let Some(Outcome::Error(too_large)) = &results[3].outcome else {
        panic!("an error")
    };
    let size = long_text(2000).len().to_string();
    assert!(
        too_large.message.contains(&size) && too_large.message.contains("1000"),
        "{}",
        too_large.message
    );
}

#[tokio::test]
async fn an_empty_batch_has_no_results() {
    let server = Running::start(|_| ()).await;
    let response = server
        .client()
        .await
        .extract_batch(pb::ExtractBatchRequest::default())
        .await
        .unwrap();
    assert!(response.into_inner().results.is_empty());
}

#[tokio::test]
async fn a_stream_keeps_its_order_and_survives_bad_documents() {
    let server = Running::start(|config| config.workers = std::num::NonZeroUsize::new(3)).await;
    let requests: Vec<pb::ExtractStreamRequest> = (0..60)
        .map(|n| {
            let text = match n % 10 {
                3 => String::new(),
                // Long ones take longer than those behind them.
                0 => long_text(20_000),
                _ => ARTICLE.to_owned(),
            };
            let document = (n % 10 != 7).then(|| document(&n.to_string(), &text));
            let layers = if n % 10 == 5 { vec![99] } else { Vec::new() };
            pb::ExtractStreamRequest {
                document,
                options: Some(pb::ExtractOptions {
                    layers,
                    offset_encoding: 0,
                }),
            }
        })
        .collect();
    let expected: Vec<String> = (0..60)
        .map(|n| match n % 10 {
            3 => format!("{n} 3 document.text"),
            5 => format!("{n} 3 options.layers"),
            7 => " 3 document".to_owned(),
            _ => format!("{n} ok"),
        })
        .collect();
    let (sender, receiver) = mpsc::channel(4);
    tokio::spawn(async move {
        for request in requests {
            sender.send(request).await.unwrap();
        }
    });
    let stream = futures_util::stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|x| (x, receiver))
    });
    let mut answers = server.client().await.extract_stream(stream).await.unwrap().into_inner();
    let mut outcomes = Vec::new();
    while let Some(answer) = answers.message().await.unwrap() {
        outcomes.push(describe(&answer.result.unwrap()));
    }
    assert_eq!(outcomes, expected);
}

#[tokio::test]
async fn a_stream_answers_while_it_is_still_open() {
    let server = Running::start(|_| ()).await;
    let (sender, receiver) = mpsc::channel(1);
    let stream = futures_util::stream::unfold(receiver, |mut receiver: mpsc::Receiver<_>| async move {
        receiver.recv().await.map(|x| (x, receiver))
    });
    let mut client = server.client().await;
    let mut answers = client.extract_stream(stream).await.unwrap().into_inner();
    for id in ["a", "b"] {
        send(&sender, document(id, ARTICLE)).await;
        let answer = tokio::time::timeout(Duration::from_secs(20), answers.message())
            .await
            .unwrap()
            .unwrap()
            .unwrap();
        assert_eq!(describe(&answer.result.unwrap()), format!("{id} ok"));
    }
    drop(sender);
    assert!(answers.message().await.unwrap().is_none());
}

#[tokio::test]
async fn info_says_version_ontologies_layers_and_limits() {
    let server = Running::start(|config| {
        config.max_document_bytes = 12_345;
        config.max_batch_documents = 7;
        config.max_concurrent_requests = 5;
        config.max_message_bytes = 1 << 20;
    })
    .await;
    let info = server
        .client()
        .await
        .get_info(pb::GetInfoRequest {})
        .await
        .unwrap()
        .into_inner();
    assert_eq!(info.engine.unwrap().version, musnad::VERSION);
    assert_eq!(info.ontologies, ["PLOVER", "ACLED"]);
    assert_eq!(info.layers.len(), 7);
    let limits = info.limits.unwrap();
    assert_eq!((limits.max_document_bytes, limits.max_batch_documents), (12_345, 7));
    assert_eq!((limits.max_message_bytes, limits.max_concurrent_requests), (1 << 20, 5));
}

#[tokio::test]
async fn corroborate_says_that_it_is_not_there_and_what_to_do() {
    let server = Running::start(|_| ()).await;
    let stream = futures_util::stream::iter([pb::CorroborateRequest::default()]);
    let status = server
        .client()
        .await
        .corroborate(Request::new(stream))
        .await
        .unwrap_err();
    assert_eq!(status.code(), Code::Unimplemented);
    assert!(status.message().contains("ExtractStream"));
}
