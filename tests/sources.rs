//! The chains of sources are the same for a result of the crate, for one that came over gRPC, and in the command's JSON.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::process::Command;

use musnad::sources::of_events;
use musnad::{Document, Extraction, Extractor};
use musnad_proto::v1 as pb;
use musnad_tests::service::{Service, everything};
use musnad_tests::{case, folder};
use serde_json::Value;

const ARTICLE: &str = "نقلت وكالة رويترز عن مصدر عسكري قوله إن الجيش قصف بلدة سرت. ونفى المتحدث باسم الجيش ذلك في بيان.\n\
    وقتل ثلاثة مدنيين في انفجار في بغداد.";

/// One line for each voice of each event.
fn lines(extraction: &Extraction, text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for sourced in of_events(extraction) {
        for voice in &sourced.voices {
            let chain = voice.source.into_iter().chain(voice.relays.iter().copied());
            let chain: Vec<&str> = chain.map(|source| source.span.of(text)).collect();
            lines.push(format!(
                "e{} {:?} {}",
                sourced.number + 1,
                voice.status,
                chain.join(" < ")
            ));
        }
    }
    lines
}

/// The same of what the command wrote.
fn lines_of(record: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for event in record["events"].as_array().unwrap() {
        for voice in event["voices"].as_array().unwrap() {
            let chain = voice["chain"].as_array().unwrap().iter();
            let chain: Vec<&str> = chain.map(|link| link["text"].as_str().unwrap()).collect();
            let (id, status) = (event["event"].as_str().unwrap(), voice["status"].as_str().unwrap());
            let status = status[..1].to_owned() + &status[1..].to_lowercase();
            lines.push(format!("{id} {status} {}", chain.join(" < ")));
        }
    }
    lines
}

#[test]
fn each_event_has_its_voices() {
    let extraction = Extractor::builder()
        .build()
        .unwrap()
        .extract(&Document::new(ARTICLE))
        .unwrap();
    let found = lines(&extraction, ARTICLE);
    assert!(
        found
            .iter()
            .any(|line| line.ends_with("Occurred مصدر عسكري < وكالة رويترز")),
        "{found:?}"
    );
    assert!(
        found.iter().any(|line| line.ends_with("Negated المتحدث باسم الجيش")),
        "{found:?}"
    );
    let last = found.last().unwrap();
    assert!(last.ends_with("Occurred "), "the outlet tells the last one: {last}");
}

#[tokio::test(flavor = "multi_thread")]
async fn over_grpc_they_are_the_same() {
    let extractor = Extractor::builder().build().unwrap();
    let mut messages: Vec<pb::Document> = case::load(&folder().join("corpus/statements"))
        .unwrap()
        .iter()
        .map(case::Case::message)
        .collect();
    messages.push(pb::Document {
        text: ARTICLE.to_owned(),
        ..pb::Document::default()
    });
    let mut service = Service::start().await.unwrap();
    for message in messages {
        let text = message.text.clone();
        let here = extractor.extract(&musnad::wire::document(&message).unwrap()).unwrap();
        let request = pb::ExtractRequest {
            document: Some(message),
            options: Some(everything()),
        };
        let reply = service.client.extract(request).await.unwrap().into_inner();
        let there = musnad::wire::decode(&reply.extraction.unwrap(), &text).unwrap();
        assert_eq!(lines(&there, &text), lines(&here, &text), "{text}");
    }
    service.stop().await.unwrap();
}

#[test]
fn the_command_writes_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let article = folder.path().join("article.txt");
    std::fs::write(&article, ARTICLE).unwrap();
    let binaries: PathBuf = std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned();
    let output = Command::new(binaries.join("musnad"))
        .args(["sources", "--format", "json"])
        .arg(&article)
        .output()
        .expect("build the command first: cargo build --package musnad-cli");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    let extraction = Extractor::builder()
        .build()
        .unwrap()
        .extract(&Document::new(ARTICLE))
        .unwrap();
    assert_eq!(lines_of(&record), lines(&extraction, ARTICLE));
}
