//! The gold articles, scored by `gold/score.py`.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use musnad::{Document, Extractor, OffsetEncoding};
use serde::Deserialize;

use super::{Row, Scores, scripts};

/// What is read of a gold file.
#[derive(Deserialize)]
pub(super) struct Article {
    pub(super) id: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) published_at: Option<String>,
    #[serde(default)]
    pub(super) source: Option<String>,
}

/// The measures in the order in which they are shown, with the names of the script.
const MEASURES: [&str; 19] = [
    "overall",
    "names",
    "names_loose",
    "links",
    "times",
    "times_span",
    "quantities",
    "events",
    "events.mode",
    "events.status",
    "events.place",
    "events.when",
    "events.killed",
    "events.arguments",
    "statements",
    "statements_cue",
    "statements.source",
    "statements.stance",
    "statements.via",
];

#[derive(Deserialize)]
struct Measured {
    f1: Option<f64>,
    share: Option<f64>,
    p: Option<f64>,
    r: Option<f64>,
    n: u64,
}

pub(super) fn score(extractor: &Extractor, shared: &Path, set: &'static str, folder: &Path) -> Result<Scores> {
    let gold = shared.join("gold").join(set);
    let mut files: Vec<_> = fs::read_dir(&gold)
        .with_context(|| format!("reading {}", gold.display()))?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let articles = files.iter().map(|path| {
        let content = fs::read_to_string(path)?;
        serde_json::from_str(&content).with_context(|| format!("reading {}", path.display()))
    });
    let predictions = folder.join(format!("{set}.jsonl"));
    extract(extractor, articles, &predictions)?;
    let output = scripts::run(
        &shared.join("gold/score.py"),
        &[
            "--json".as_ref(),
            gold.as_os_str(),
            "--".as_ref(),
            predictions.as_os_str(),
        ],
    )?;
    let mut table: BTreeMap<String, serde_json::Value> = serde_json::from_str(&output)?;
    if table
        .get("missing")
        .and_then(|missing| missing.as_array())
        .is_none_or(|missing| !missing.is_empty())
    {
        bail!("{set}: articles are missing from the predictions");
    }
    let mut rows = Vec::new();
    for measure in MEASURES {
        let Some(value) = table.remove(measure) else { continue };
        let measured: Measured = serde_json::from_value(value)?;
        // A layer that the set is not annotated for; the mean over all layers says nothing then.
        if measured.n == 0 {
            rows.retain(|row: &Row| row.measure != "overall");
            continue;
        }
        rows.push(Row {
            measure: measure.to_owned(),
            value: measured.f1.or(measured.share).unwrap_or_default(),
            balance: measured.p.zip(measured.r),
            count: measured.n,
        });
    }
    Ok(Scores { set, rows })
}

/// Extracts articles and writes the messages in protobuf's JSON, one a line.
pub(super) fn extract(
    extractor: &Extractor,
    articles: impl Iterator<Item = Result<Article>>,
    predictions: &Path,
) -> Result<()> {
    let mut out =
        BufWriter::new(File::create(predictions).with_context(|| format!("writing {}", predictions.display()))?);
    for article in articles {
        let article = article?;
        let document = Document::new(&article.text)
            .id(&article.id)
            .source(article.source.as_deref().unwrap_or_default())
            .published_at(article.published_at.as_deref().unwrap_or_default())?;
        let extraction = extractor.extract(&document).with_context(|| article.id.clone())?;
        serde_json::to_writer(
            &mut out,
            &musnad::wire::encode(&extraction, &article.text, OffsetEncoding::Utf32),
        )?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
