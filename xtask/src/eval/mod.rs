//! Scores every layer: the gold articles, other projects' test cases, and a treebank.
//!
//! The data lies outside the repository, in `../shared` or where `MUSNAD_SHARED` says, with the scripts that score it.

mod anercorp;
mod calibration;
mod conll18;
mod gold;
mod linking;
mod padt;
mod report;
mod scripts;
mod specs;

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::ValueEnum;
use musnad::Extractor;

/// What `eval` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// Sets to score; all when none is given
    #[arg(long = "set", value_delimiter = ',')]
    sets: Vec<Set>,
    /// Leave docs/accuracy.md as it is
    #[arg(long)]
    no_append: bool,
    /// Keep the predictions in this folder
    #[arg(long, value_name = "FOLDER")]
    predictions: Option<PathBuf>,
    /// The folder with gold/, specs/ and data/
    #[arg(long, env = "MUSNAD_SHARED", value_name = "FOLDER")]
    shared: Option<PathBuf>,
}

/// A set that can be scored.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Set {
    Train,
    Dev,
    PloverAr,
    Numbers,
    Times,
    Aegsr,
    Padt,
    Anercorp,
    Linking,
}

/// Scores of one set: what is measured, and how well it does.
pub(crate) struct Scores {
    set: &'static str,
    rows: Vec<Row>,
}

/// One measure.
pub(crate) struct Row {
    measure: String,
    /// F1 or a share, 0..1.
    value: f64,
    /// Precision and recall, where the value is an F1.
    balance: Option<(f64, f64)>,
    /// How many items the gold has.
    count: u64,
}

/// The own sets of places and actors, which are in the repository.
fn links(extractor: &Extractor, root: &Path) -> Result<Scores> {
    let read = |name: &str| std::fs::read_to_string(root.join("tests/linking").join(name));
    let places = linking::places(extractor, &read("places.txt")?)?;
    let actors = linking::actors(extractor, &read("actors.txt")?)?;
    let row = |measure: &str, share: linking::Share| Row {
        measure: measure.to_owned(),
        value: share.value(),
        balance: None,
        count: share.of,
    };
    Ok(Scores {
        set: "linking",
        rows: vec![
            row("places: right id", places.id),
            row("places: right country", places.country),
            row("places: within 20 km", places.near),
            row("actors: right actor", actors),
        ],
    })
}

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let root = crate::workspace()?;
    let shared = arguments.shared.clone().unwrap_or_else(|| root.join("../shared"));
    if !shared.join("gold/score.py").is_file() {
        bail!(
            "no evaluation data in {}: it is not part of the repository; set MUSNAD_SHARED to the folder that holds gold/, specs/ and data/",
            shared.display()
        );
    }
    let scratch = tempfile::tempdir()?;
    let folder = match &arguments.predictions {
        Some(folder) => {
            std::fs::create_dir_all(folder)?;
            folder.clone()
        }
        None => scratch.path().to_owned(),
    };
    let extractor = Extractor::builder().build()?;
    let mut scores = Vec::new();
    for set in Set::value_variants() {
        if !arguments.sets.is_empty() && !arguments.sets.contains(set) {
            continue;
        }
        let scored = match set {
            Set::Train => gold::score(&extractor, &shared, "train", &folder)?,
            Set::Dev => gold::score(&extractor, &shared, "dev", &folder)?,
            Set::PloverAr => gold::score(&extractor, &shared, "plover-ar", &folder)?,
            Set::Numbers => specs::numbers(&extractor, &shared, &folder)?,
            Set::Times => specs::times(&extractor, &shared, &folder)?,
            Set::Aegsr => specs::aegsr(&extractor, &shared, &folder)?,
            Set::Padt => padt::score(&extractor, &shared)?,
            Set::Anercorp => anercorp::score(&extractor, &shared)?,
            Set::Linking => links(&extractor, root)?,
        };
        println!("{}", report::plain(&scored));
        scores.push(scored);
    }
    if arguments.no_append {
        return Ok(());
    }
    if !arguments.sets.is_empty() {
        println!("docs/accuracy.md only records runs over all sets");
        return Ok(());
    }
    let path = root.join("docs/accuracy.md");
    report::record(&path, &scores)?;
    println!("wrote {}", path.display());
    Ok(())
}
