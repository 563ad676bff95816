//! Cold start and memory of the command.

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{Samples, library, machine};

const ARTICLES: usize = 2000;
const WORDS: usize = 400;

pub(super) fn measure(command: &Path, samples: &Samples, out: &mut String) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("sentence.txt");
    std::fs::write(&file, "قتل ثلاثة مدنيين أمس في قصف على مدينة سرت.\n")?;
    let start = library::best(30, || {
        let status = Command::new(command)
            .args(["extract", "--format", "jsonl"])
            .arg(&file)
            .stdout(Stdio::null())
            .status()
            .with_context(|| format!("running {}", command.display()))?;
        ensure!(status.success(), "{} failed: {status}", command.display());
        Ok(())
    })?;
    let (articles, seconds, peak) = throughput(command, samples)?;
    let peak = peak.map_or_else(
        || "not measured: this system has no /proc".to_owned(),
        |peak| format!("{:.0} MB", peak as f64 / 1e6),
    );
    let _ = write!(
        out,
        "\n## The command\n\n| what | measured |\n| --- | --- |\n\
         | cold start: `musnad extract` on one sentence, process start to exit | {:.0} ms |\n\
         | {articles} articles through `musnad extract --format jsonl --threads 1 -` | {seconds:.1} s, {:.0} articles a second |\n\
         | largest resident memory of that run | {peak} |\n",
        start.as_secs_f64() * 1e3,
        articles as f64 / seconds,
    );
    Ok(())
}

/// Articles read, seconds, and the largest resident set, in bytes.
fn throughput(command: &Path, samples: &Samples) -> Result<(usize, f64, Option<u64>)> {
    let lines: Vec<String> = (0..ARTICLES)
        .map(|number| {
            json!({"id": number.to_string(), "text": samples.article(number, WORDS), "published_at": "2020-07-09"})
                .to_string()
        })
        .collect();
    let start = Instant::now();
    let mut child = Command::new(command)
        .args(["extract", "--format", "jsonl", "--threads", "1", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("running {}", command.display()))?;
    let mut input = child.stdin.take().context("no standard input")?;
    let output = child.stdout.take().context("no standard output")?;
    let (seconds, peak) = std::thread::scope(|scope| -> Result<_> {
        // Owns the pipe, so that the input ends with the last line.
        let writer = scope.spawn(move || -> std::io::Result<()> {
            lines.iter().try_for_each(|line| writeln!(input, "{line}"))?;
            input.flush()
        });
        let (mut read, mut peak) = (0, None);
        for line in BufReader::new(output).lines() {
            line?;
            read += 1;
            if read % 50 == 0 {
                peak = machine::peak_resident(child.id()).or(peak);
            }
        }
        let seconds = start.elapsed().as_secs_f64();
        ensure!(
            writer.join().is_ok_and(|written| written.is_ok()),
            "{} did not read its input",
            command.display()
        );
        ensure!(read == ARTICLES, "{read} lines came back for {ARTICLES} articles");
        Ok((seconds, peak))
    })?;
    let status = child.wait()?;
    ensure!(status.success(), "{} failed: {status}", command.display());
    Ok((ARTICLES, seconds, peak))
}
