//! The whole extraction of each sample article is the golden one, or the change is reviewed as a diff.

use musnad::{Document, Extractor};
use musnad_tests::{extract, folder, golden};

/// Each sample with its day and outlet.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("kasserine", "2020-01-21", "الصباح نيوز"),
    ("marib", "2020-03-29", "القدس العربي"),
    ("muscat", "2018-03-14", "د ب أ"),
    ("sirte", "2020-07-09", "الجزيرة"),
];

#[test]
fn every_sample_has_its_golden_extraction() {
    let extractor = Extractor::builder().build().unwrap();
    for (name, published_at, source) in SAMPLES {
        let text = std::fs::read_to_string(folder().join(format!("golden/samples/{name}.txt"))).unwrap();
        let document = Document::new(&text)
            .id(name)
            .published_at(published_at)
            .unwrap()
            .source(source);
        let extraction = extract(&extractor, &document).unwrap();
        let found = serde_json::to_string_pretty(&extraction).unwrap();
        golden::compare(&format!("samples/{name}.json"), &format!("{found}\n"));
    }
}

#[test]
fn every_sample_file_is_read() {
    let files = musnad_tests::files(&folder().join("golden/samples"), "txt").unwrap();
    let names: Vec<_> = files.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
    assert_eq!(names, SAMPLES.iter().map(|(name, ..)| *name).collect::<Vec<_>>());
}

/// The same input gives the same bytes, also from many threads at once.
#[test]
fn extraction_is_the_same_on_every_thread() {
    let extractor = Extractor::builder().build().unwrap();
    let text = std::fs::read_to_string(folder().join("golden/samples/sirte.txt")).unwrap();
    let document = Document::new(&text).published_at("2020-07-09").unwrap();
    let once = extract(&extractor, &document).unwrap();
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..4)
            .map(|_| scope.spawn(|| extract(&extractor, &document).unwrap()))
            .collect();
        for handle in handles {
            assert_eq!(handle.join().unwrap(), once);
        }
    });
}
