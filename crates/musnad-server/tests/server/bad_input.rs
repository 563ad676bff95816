//! What must not get through, and what must not break anything.

use musnad_proto::v1 as pb;
use tonic::client::Grpc;
use tonic::codegen::http::uri::PathAndQuery;
use tonic::{Code, Request, Status};
use tonic_types::StatusExt;

use crate::support::{ARTICLE, Running, document, long_text, request};

/// `ExtractRequest` as a client writes it that does not check its strings.
#[derive(Clone, PartialEq, prost::Message)]
struct RawRequest {
    #[prost(message, optional, tag = "1")]
    document: Option<RawDocument>,
}

#[derive(Clone, PartialEq, prost::Message)]
struct RawDocument {
    #[prost(bytes = "vec", tag = "2")]
    text: Vec<u8>,
}

fn field(status: &Status) -> String {
    assert_eq!(status.code(), Code::InvalidArgument, "{status}");
    let details = status.get_error_details();
    let field = details.bad_request().expect("a BadRequest detail").field_violations[0]
        .field
        .clone();
    assert!(
        status.message().contains(&field),
        "{} does not name {field}",
        status.message()
    );
    field
}

#[tokio::test]
async fn each_refusal_names_its_field() {
    let server = Running::start(|_| ()).await;
    let mut client = server.client().await;
    for text in ["", "  \n\t", "\u{200f}\u{feff}"] {
        let status = client.extract(request(document("a", text))).await.unwrap_err();
        assert_eq!(field(&status), "document.text");
    }
    let missing = client.extract(pb::ExtractRequest::default()).await.unwrap_err();
    assert_eq!(field(&missing), "document");
    for date in ["11/6/2020", "2020-02-30", "أمس", "2020-06-11T99:00"] {
        let mut article = document("a", ARTICLE);
        article.published_at = date.to_owned();
        assert_eq!(
            field(&client.extract(request(article)).await.unwrap_err()),
            "document.published_at",
            "{date}"
        );
    }
    let options = |layers, offset_encoding| {
        Some(pb::ExtractOptions {
            layers,
            offset_encoding,
        })
    };
    for layers in [vec![0], vec![99], vec![1, -3]] {
        let ask = pb::ExtractRequest {
            document: Some(document("a", ARTICLE)),
            options: options(layers, 0),
        };
        assert_eq!(field(&client.extract(ask).await.unwrap_err()), "options.layers");
    }
    let ask = pb::ExtractRequest {
        document: Some(document("a", ARTICLE)),
        options: options(vec![], 9),
    };
    assert_eq!(
        field(&client.extract(ask).await.unwrap_err()),
        "options.offset_encoding"
    );
}

#[tokio::test]
async fn text_that_is_not_utf8_is_refused_by_name() {
    let server = Running::start(|_| ()).await;
    let mut grpc = Grpc::new(server.channel().await);
    grpc.ready().await.unwrap();
    // «قال» in Windows-1256.
    let raw = RawRequest {
        document: Some(RawDocument {
            text: vec![0xDE, 0xC7, 0xE1],
        }),
    };
    let path = PathAndQuery::from_static("/musnad.v1.ExtractionService/Extract");
    let codec = tonic_prost::ProstCodec::<RawRequest, pb::ExtractResponse>::default();
    let status = grpc.unary(Request::new(raw), path, codec).await.unwrap_err();
    assert_eq!(field(&status), "document.text");
    assert!(status.message().contains("UTF-8"));
}

#[tokio::test]
async fn fifty_megabytes_are_refused_with_limit_and_size() {
    let server = Running::start(|_| ()).await;
    let text = long_text(50_000_000);
    let status = server
        .client()
        .await
        .extract(request(document("a", &text)))
        .await
        .unwrap_err();
    assert_eq!(field(&status), "document.text");
    assert!(status.message().contains(&text.len().to_string()) && status.message().contains(&(4 << 20).to_string()));
}

#[tokio::test]
async fn a_message_over_the_limit_is_refused_with_limit_and_size() {
    let server = Running::start(|config| config.max_message_bytes = 10_000).await;
    let status = server
        .client()
        .await
        .extract(request(document("a", &long_text(20_000))))
        .await
        .unwrap_err();
    assert_eq!(field(&status), "request");
    assert!(status.message().contains("10000"), "{}", status.message());
}

#[tokio::test]
async fn a_batch_over_the_limit_is_refused_with_limit_and_size() {
    let server = Running::start(|config| config.max_batch_documents = 2).await;
    let batch = pb::ExtractBatchRequest {
        documents: vec![document("a", ARTICLE); 3],
        options: None,
    };
    let status = server.client().await.extract_batch(batch).await.unwrap_err();
    assert_eq!(field(&status), "documents");
    assert!(status.message().contains("3 documents") && status.message().contains("limit is 2"));
}

#[tokio::test]
async fn odd_texts_are_read() {
    let server = Running::start(|_| ()).await;
    let mut client = server.client().await;
    let texts = [
        ("NUL", "قال\0مصدر".to_owned()),
        ("quotes", "«".repeat(300_000)),
        ("no space", "ا".repeat(100_000)),
        ("Latin", "Three soldiers were killed near the border.".to_owned()),
        ("emoji", "😀🔥👩‍👩‍👧‍👦🇱🇾".to_owned()),
        ("mixed", "قالت CNN إن \u{202e}F-16 قصفت\u{202c} base رقم 7".to_owned()),
    ];
    for (name, text) in texts {
        let response = client.extract(request(document(name, &text))).await;
        let extraction = response
            .unwrap_or_else(|status| panic!("{name}: {status}"))
            .into_inner()
            .extraction
            .unwrap();
        let length = text.chars().count() as u32;
        assert!(
            extraction
                .sentences
                .iter()
                .all(|sentence| sentence.span.unwrap().end <= length),
            "{name}"
        );
        let warns = |code: pb::WarningCode| extraction.warnings.iter().any(|warning| warning.code() == code);
        match name {
            "NUL" => assert!(warns(pb::WarningCode::ControlCharacters)),
            "quotes" => assert!(warns(pb::WarningCode::UnbalancedQuotes)),
            "Latin" | "emoji" => assert!(warns(pb::WarningCode::NoArabic)),
            _ => {}
        }
    }
}
