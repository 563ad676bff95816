//! Runs the cases of `corpus/` through a server in this process.

use musnad_proto::v1 as pb;
use musnad_tests::service::{Service, everything};
use musnad_tests::{case, folder, found};

#[tokio::test(flavor = "multi_thread")]
async fn the_service_finds_what_the_corpus_asks_for() {
    let filter = std::env::var("MUSNAD_CORPUS").unwrap_or_default();
    let mut cases = case::load(&folder().join("corpus")).unwrap_or_else(|faults| panic!("\n{faults:#}\n"));
    // The service has no extractor by rules alone, which those are about.
    cases.retain(|case| !case.name.starts_with("morphology/"));
    let cases: Vec<_> = cases.iter().filter(|case| case.name.contains(&filter)).collect();
    assert!(!cases.is_empty(), "no case has {filter:?} in its name");
    let mut service = Service::start().await.unwrap();
    let mut failures = Vec::new();
    for case in &cases {
        let request = pb::ExtractRequest {
            document: Some(case.message()),
            options: Some(everything()),
        };
        match service.client.extract(request).await {
            Ok(response) => {
                let extraction = serde_json::to_value(response.into_inner().extraction.unwrap()).unwrap();
                // There is no RPC for numbers.
                failures.extend(case.failures(&found::read(&case.text, &extraction, None).unwrap()));
            }
            Err(status) => failures.push(format!("{}: {status}", case.name)),
        }
    }
    service.stop().await.unwrap();
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "\n{}\n{count} expectations of {} cases failed\n",
        failures.join("\n"),
        cases.len()
    );
}
