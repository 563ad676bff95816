//! Measures speed, memory and cold start on this machine and writes `docs/performance.md`.
//!
//! The input is made of the sample articles of the end-to-end tests, so that anybody can repeat it.

mod command;
mod library;
mod machine;

use std::fmt::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::provenance;

/// What `perf` takes.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The release build of the command
    #[arg(long, value_name = "FILE")]
    command: PathBuf,
    /// Leave docs/performance.md as it is
    #[arg(long)]
    no_write: bool,
}

/// The sample articles, each with about the words that a desk writes.
struct Samples(Vec<String>);

impl Samples {
    fn read() -> Result<Self> {
        let folder = crate::workspace()?.join("tests/golden/samples");
        let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        ensure!(!paths.is_empty(), "no samples in {}", folder.display());
        let read =
            |path: &PathBuf| std::fs::read_to_string(path).with_context(|| format!("reading {}", path.display()));
        paths.iter().map(read).collect::<Result<_>>().map(Self)
    }

    /// An article of whole lines with at least so many words; each number gives another order of lines.
    fn article(&self, number: usize, words: usize) -> String {
        let lines: Vec<&str> = self.0.iter().flat_map(|sample| sample.lines()).collect();
        let mut article = String::new();
        let (mut count, mut at) = (0, number * 7);
        while count < words {
            let line = lines[at % lines.len()];
            article.push_str(line);
            article.push('\n');
            count += line.split_whitespace().count();
            at += 1 + number % 3;
        }
        article
    }

    /// Whole lines up to so many bytes.
    fn text(&self, bytes: usize) -> String {
        let mut text = String::new();
        for line in self.0.iter().cycle().flat_map(|sample| sample.lines()) {
            if text.len() + line.len() > bytes && !text.is_empty() {
                break;
            }
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}

/// Where in docs/performance.md the part begins that is not measured by this command.
const BY_HAND: &str = "<!-- by hand from here on -->";

pub(crate) fn run(arguments: &Arguments) -> Result<()> {
    let samples = Samples::read()?;
    let mut out = String::from("# Performance\n\n");
    let _ = writeln!(
        out,
        "Written by `make bench` on {}, commit {}; {}. The input is made of the sample articles in `tests/golden/samples`.\n\
         Times are the best of several runs: what the machine does besides only ever adds to them.\n",
        provenance::today()?,
        provenance::commit()?,
        machine::describe()
    );
    library::measure(&samples, &mut out)?;
    command::measure(&arguments.command, &samples, &mut out)?;
    println!("{out}");
    if !arguments.no_write {
        let path = crate::workspace()?.join("docs/performance.md");
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        // What people wrote stays.
        if let Some((_, kept)) = old.split_once(BY_HAND) {
            let _ = write!(out, "\n{BY_HAND}{kept}");
        }
        std::fs::write(&path, out).with_context(|| format!("writing {}", path.display()))?;
        println!("wrote {}", path.display());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_differ_and_have_their_length() {
        let samples = Samples::read().unwrap();
        let (first, second) = (samples.article(1, 400), samples.article(2, 400));
        assert_ne!(first, second);
        assert!((400..600).contains(&first.split_whitespace().count()));
        // Whole lines only: the last one that would not fit is left out.
        assert!((400..=1024).contains(&samples.text(1024).len()));
    }
}
