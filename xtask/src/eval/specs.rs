//! Other projects' test cases: numbers and times, scored by `specs/score_specs.py`, and the Arabic Event GSR, scored
//! by `specs/score_aegsr.py`.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result};
use musnad::{Document, Extractor, OffsetEncoding};
use musnad_proto::v1 as pb;
use serde_json::{Value, json};

use super::gold::{self, Article};
use super::{Row, Scores, scripts};

pub(super) fn numbers(extractor: &Extractor, shared: &Path, folder: &Path) -> Result<Scores> {
    compare(shared, folder, "numbers", |document| {
        let place = |byte: u32| {
            document
                .text
                .get(..byte as usize)
                .map_or(0, |head| head.chars().count())
        };
        let number = |number: musnad::Number| {
            json!({
                "span": {"start": place(number.span.start), "end": place(number.span.end)},
                "kind": pb::NumberKind::from(number.kind).as_str_name().trim_start_matches("NUMBER_KIND_"),
                "value": number.value, "min": number.min, "max": number.max,
            })
        };
        Ok(extractor.numbers(document)?.into_iter().map(number).collect())
    })
}

pub(super) fn times(extractor: &Extractor, shared: &Path, folder: &Path) -> Result<Scores> {
    compare(shared, folder, "times", |document| {
        let message =
            |time: &musnad::TimeExpression| musnad::wire::time_message(time, document.text, OffsetEncoding::Utf32);
        extractor
            .times(document)?
            .iter()
            .map(|time| Ok(serde_json::to_value(message(time))?))
            .collect()
    })
}

pub(super) fn aegsr(extractor: &Extractor, shared: &Path, folder: &Path) -> Result<Scores> {
    let cases = shared.join("specs/aegsr.jsonl");
    let findings = folder.join("aegsr.jsonl");
    gold::extract(extractor, articles(&cases)?.into_iter().map(Ok), &findings)?;
    let output = scripts::run(
        &shared.join("specs/score_aegsr.py"),
        &[cases.as_os_str(), findings.as_os_str()],
    )?;
    Ok(Scores {
        set: "aegsr",
        rows: output.lines().filter_map(row).collect(),
    })
}

fn compare(
    shared: &Path,
    folder: &Path,
    set: &'static str,
    find: impl Fn(&Document<'_>) -> Result<Value>,
) -> Result<Scores> {
    let cases = shared.join(format!("specs/{set}.jsonl"));
    let findings = folder.join(format!("{set}.jsonl"));
    let mut out = BufWriter::new(File::create(&findings)?);
    for case in articles(&cases)? {
        let document = Document::new(&case.text).published_at(case.published_at.as_deref().unwrap_or_default())?;
        let found = find(&document).with_context(|| case.id.clone())?;
        writeln!(out, "{}", json!({"id": case.id, set: found}))?;
    }
    out.flush()?;
    let output = scripts::run(
        &shared.join("specs/score_specs.py"),
        &[cases.as_os_str(), findings.as_os_str()],
    )?;
    Ok(Scores {
        set,
        rows: output.lines().filter_map(row).collect(),
    })
}

fn articles(path: &Path) -> Result<Vec<Article>> {
    let content = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    content
        .lines()
        .map(|line| serde_json::from_str(line).with_context(|| format!("reading {}", path.display())))
        .collect()
}

/// Reads `name r of n share`, `name F1 x P p R r of n` and `name share of n`.
fn row(line: &str) -> Option<Row> {
    let mut words = line.split_whitespace();
    let measure = words.next()?.to_owned();
    let words: Vec<&str> = words.collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<f64>().ok());
    let count = |at: usize| words.get(at).and_then(|word| word.parse::<u64>().ok());
    match words.as_slice() {
        ["F1", _, "P", _, "R", _, "of", _] => Some(Row {
            measure,
            value: number(1)?,
            balance: Some((number(3)?, number(5)?)),
            count: count(7)?,
        }),
        [_, "of", _, _] => Some(Row {
            measure,
            value: number(3)?,
            balance: None,
            count: count(2)?,
        }),
        [_, "of", _] => Some(Row {
            measure,
            value: number(0)?,
            balance: None,
            count: count(2)?,
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_scripts_are_read() {
        let read = |line| row(line).map(|row| (row.measure, row.value, row.balance, row.count));
        assert_eq!(
            read("all                   12 of  250  0.048"),
            Some(("all".to_owned(), 0.048, None, 250))
        );
        assert_eq!(
            read("ASSAULT              F1 0.500  P 0.400 R 0.667  of 99"),
            Some(("ASSAULT".to_owned(), 0.5, Some((0.4, 0.667)), 99))
        );
        assert_eq!(
            read("ASSAULT.actor        0.250  of 40"),
            Some(("ASSAULT.actor".to_owned(), 0.25, None, 40))
        );
        assert_eq!(read(""), None);
    }
}
