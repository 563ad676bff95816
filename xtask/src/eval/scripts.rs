//! Runs the scoring scripts.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

/// What the script prints.
pub(super) fn run(script: &Path, arguments: &[&OsStr]) -> Result<String> {
    let output = Command::new("python3")
        .arg(script)
        .args(arguments)
        .output()
        .context("python3 is needed to run the scoring scripts")?;
    if !output.status.success() {
        bail!(
            "{} failed:\n{}",
            script.display(),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(String::from_utf8(output.stdout)?)
}
