//! Every way into musnad gives the same extraction: crate, unary call, batch and stream. The Python tests compare with
//! the service in the same way, and with the same goldens.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::Path;

use musnad::{Document, Extractor};
use musnad_proto::v1 as pb;
use musnad_tests::service::{Service, everything};
use musnad_tests::{case, extract, files, folder};
use serde_json::Value;
use tokio_stream::StreamExt;

/// The texts of the corpus, the sample articles, and texts that are hard on offsets.
fn documents() -> Vec<pb::Document> {
    let mut documents: Vec<_> = case::load(&folder().join("corpus"))
        .unwrap()
        .iter()
        .map(case::Case::message)
        .collect();
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    documents.extend(
        files(&folder().join("golden/samples"), "txt")
            .unwrap()
            .iter()
            .map(|path| pb::Document {
                id: path.display().to_string(),
                text: read(path),
                published_at: "2020-07-09T10:00:00Z".to_owned(),
                ..pb::Document::default()
            }),
    );
    let odd = [
        "😀 قصفَ الجيشُ «سرت» أمس 😀",
        "\u{feff}\u{200f}قال المتحدث: \u{202b}«قتلنا ١٢ مسلحاً»\u{202c}.",
        "Reuters: قتل 3 مدنيين\0 في حلب",
        "only Latin",
        "😀😀😀",
    ];
    documents.extend(odd.map(|text| pb::Document {
        text: text.to_owned(),
        ..pb::Document::default()
    }));
    documents
}

fn through_the_crate(extractor: &Extractor, message: &pb::Document) -> Value {
    let document: Document<'_> = musnad::wire::document(message).unwrap();
    extract(extractor, &document).unwrap()
}

fn json(extraction: pb::Extraction) -> Value {
    serde_json::to_value(extraction).unwrap()
}

fn extracted(result: pb::DocumentResult) -> Value {
    match result.outcome {
        Some(pb::document_result::Outcome::Extraction(extraction)) => json(extraction),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn crate_and_service_give_the_same() {
    let extractor = Extractor::builder().build().unwrap();
    let documents = documents();
    let expected: Vec<Value> = documents
        .iter()
        .map(|document| through_the_crate(&extractor, document))
        .collect();
    let mut service = Service::start().await.unwrap();

    for (document, expected) in documents.iter().zip(&expected) {
        let request = pb::ExtractRequest {
            document: Some(document.clone()),
            options: Some(everything()),
        };
        let found = json(
            service
                .client
                .extract(request)
                .await
                .unwrap()
                .into_inner()
                .extraction
                .unwrap(),
        );
        assert_eq!(found, *expected, "unary: {}", document.text);
    }

    let mut found = Vec::new();
    for documents in documents.chunks(100) {
        let request = pb::ExtractBatchRequest {
            documents: documents.to_vec(),
            options: Some(everything()),
        };
        found.extend(
            service
                .client
                .extract_batch(request)
                .await
                .unwrap()
                .into_inner()
                .results
                .into_iter()
                .map(extracted),
        );
    }
    assert!(found == expected, "batch");

    let requests = documents.clone().into_iter().map(|document| pb::ExtractStreamRequest {
        document: Some(document),
        options: Some(everything()),
    });
    let mut responses = service
        .client
        .extract_stream(tokio_stream::iter(requests))
        .await
        .unwrap()
        .into_inner();
    let mut found = Vec::new();
    while let Some(response) = responses.next().await {
        found.push(extracted(response.unwrap().result.unwrap()));
    }
    assert!(found == expected, "stream");
    service.stop().await.unwrap();
}
