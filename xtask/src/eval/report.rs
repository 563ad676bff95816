//! Shows scores in the terminal, and keeps them in `docs/accuracy.md`: the newest run in full, every run in one line a
//! set. What people write outside of the marks stays.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::{Row, Scores};
use crate::provenance::{commit, today};

const LATEST: [&str; 2] = ["<!-- latest run -->\n", "<!-- end of latest run -->"];
const RUNS: &str = "<!-- runs, the newest first -->\n";
/// The sets that share the layers of the gold articles.
const GOLD: [&str; 3] = ["train", "dev", "plover-ar"];
const HEADLINES: [&str; 7] = [
    "overall",
    "names",
    "links",
    "times",
    "quantities",
    "events",
    "statements",
];

/// For the terminal.
pub(super) fn plain(scores: &Scores) -> String {
    let mut out = format!("{}\n", scores.set);
    for row in &scores.rows {
        let balance = row
            .balance
            .map_or_else(|| " ".repeat(16), |(p, r)| format!("P {p:.3} R {r:.3}"));
        let _ = writeln!(
            out,
            "  {:<36}{:.3}  {balance}  of {}",
            row.measure, row.value, row.count
        );
    }
    out
}

/// Writes a run over all sets.
pub(super) fn record(path: &Path, scores: &[Scores]) -> Result<()> {
    let old = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let (head, rest) = old
        .split_once(LATEST[0])
        .with_context(|| format!("{} has no line {:?}", path.display(), LATEST[0]))?;
    let (_, rest) = rest
        .split_once(LATEST[1])
        .with_context(|| format!("{} has no line {:?}", path.display(), LATEST[1]))?;
    let (between, runs) = rest
        .split_once(RUNS)
        .with_context(|| format!("{} has no line {RUNS:?}", path.display()))?;
    let title = format!("{}, {}", today()?, commit()?);
    let new = format!(
        "{head}{}{}{}{between}{RUNS}{}",
        LATEST[0],
        full(&title, scores),
        LATEST[1],
        with_run(runs, &title, scores)
    );
    fs::write(path, new).with_context(|| format!("writing {}", path.display()))
}

fn full(title: &str, scores: &[Scores]) -> String {
    let mut out = format!(
        "Run of {title}.\n\n| layer | {} |\n| --- |{}\n",
        GOLD.join(" | "),
        " --- |".repeat(GOLD.len())
    );
    let gold: Vec<&Scores> = GOLD
        .iter()
        .filter_map(|set| scores.iter().find(|scores| scores.set == *set))
        .collect();
    for row in gold.first().map_or(&[][..], |scores| &scores.rows) {
        let _ = write!(out, "| {} |", row.measure);
        for scores in &gold {
            let _ = write!(out, " {} |", find(scores, &row.measure).map_or_else(String::new, cell));
        }
        out.push('\n');
    }
    for scores in scores.iter().filter(|scores| !GOLD.contains(&scores.set)) {
        let _ = write!(out, "\n| {} | score |\n| --- | --- |\n", scores.set);
        for row in &scores.rows {
            let _ = writeln!(out, "| {} | {} |", row.measure, cell(row));
        }
    }
    out
}

/// F1 with precision and recall, or a share; then how many there are.
fn cell(row: &Row) -> String {
    let balance = row
        .balance
        .map_or_else(String::new, |(p, r)| format!(" (P {p:.3}, R {r:.3})"));
    format!("{:.3}{balance}, {}", row.value, row.count)
}

/// The table of runs with this one on top.
fn with_run(runs: &str, title: &str, scores: &[Scores]) -> String {
    let header = format!(
        "| run | set | {} |\n| --- | --- |{}\n",
        HEADLINES.join(" | "),
        " --- |".repeat(HEADLINES.len())
    );
    let mut out = header.clone();
    for scores in scores.iter().filter(|scores| GOLD.contains(&scores.set)) {
        let cells =
            HEADLINES.map(|measure| find(scores, measure).map_or_else(String::new, |row| format!("{:.3}", row.value)));
        let _ = writeln!(out, "| {title} | {} | {} |", scores.set, cells.join(" | "));
    }
    out.push_str(runs.strip_prefix(&header).unwrap_or(runs));
    out
}

fn find<'s>(scores: &'s Scores, measure: &str) -> Option<&'s Row> {
    scores.rows.iter().find(|row| row.measure == measure)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(value: f64) -> Vec<Scores> {
        let row = |measure: &str| Row {
            measure: measure.to_owned(),
            value,
            balance: None,
            count: 7,
        };
        vec![
            Scores {
                set: "train",
                rows: vec![row("overall"), row("names")],
            },
            Scores {
                set: "padt",
                rows: vec![row("words")],
            },
        ]
    }

    #[test]
    fn the_newest_run_is_shown_in_full_and_every_run_in_a_line() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("accuracy.md");
        fs::write(&path, format!("Intro.\n{}{}\nNotes.\n{RUNS}", LATEST[0], LATEST[1])).unwrap();
        record(&path, &run(0.25)).unwrap();
        record(&path, &run(0.5)).unwrap();
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("Intro.\n") && text.contains("\nNotes.\n"), "{text}");
        assert!(
            text.contains("| words | 0.500, 7 |") && !text.contains("0.250, 7"),
            "{text}"
        );
        let (newer, older) = (
            text.find("| train | 0.500 |").unwrap(),
            text.find("| train | 0.250 |").unwrap(),
        );
        assert!(newer < older, "{text}");
        assert_eq!(text.matches("| run | set |").count(), 1);
    }
}
