//! Runs the cases of `corpus/` through the crate. `MUSNAD_CORPUS=events/attacks` runs only cases with that in the name.

use musnad::Extractor;
use musnad_tests::{case, extract, folder, found};

#[test]
fn the_crate_finds_what_the_corpus_asks_for() {
    let reader = Extractor::builder().build().unwrap();
    let rules = Extractor::builder().by_rules().build().unwrap();
    let filter = std::env::var("MUSNAD_CORPUS").unwrap_or_default();
    let cases = case::load(&folder().join("corpus")).unwrap_or_else(|faults| panic!("\n{faults:#}\n"));
    let cases: Vec<_> = cases.iter().filter(|case| case.name.contains(&filter)).collect();
    assert!(!cases.is_empty(), "no case has {filter:?} in its name");
    let mut failures = Vec::new();
    for case in &cases {
        // What the lexicon says of words stands behind the events; the syntax layer shows it where no reader is.
        let extractor = if case.name.starts_with("morphology/") {
            &rules
        } else {
            &reader
        };
        let result = case.document().and_then(|document| {
            let extraction = extract(extractor, &document)?;
            let numbers = found::numbers(extractor, &document)?;
            found::read(&case.text, &extraction, Some(&numbers))
        });
        match result {
            Ok(found) => failures.extend(case.failures(&found)),
            Err(error) => failures.push(format!("{}: {error:#}", case.name)),
        }
    }
    let count = failures.len();
    assert!(
        failures.is_empty(),
        "\n{}\n{count} expectations of {} cases failed\n",
        failures.join("\n"),
        cases.len()
    );
}
