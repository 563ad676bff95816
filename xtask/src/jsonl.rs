//! JSON, one object a line, from files or standard input to standard output.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

/// Writes a line for each line of the files, or of standard input where there are none. Errors name the file and the line.
pub(crate) fn map<I: DeserializeOwned>(
    files: &[PathBuf],
    mut write: impl FnMut(&I, &mut dyn Write) -> Result<()>,
) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    if files.is_empty() {
        return lines(std::io::stdin().lock(), &mut out, &mut write);
    }
    for path in files {
        let file = File::open(path).with_context(|| format!("reading {}", path.display()))?;
        lines(BufReader::new(file), &mut out, &mut write).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

fn lines<I: DeserializeOwned>(
    input: impl BufRead,
    out: &mut dyn Write,
    write: &mut impl FnMut(&I, &mut dyn Write) -> Result<()>,
) -> Result<()> {
    for (number, line) in input.lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let place = || format!("line {}", number + 1);
        let input: I = serde_json::from_str(&line).with_context(place)?;
        write(&input, out).with_context(place)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
