//! Runs the README's command lines: the blocks fenced as `sh run`, in an empty folder, with the command on the path.
//!
//! Its Rust blocks are documentation tests of this crate, its Python blocks run in `python/tests/test_readme.py`.

// What tests share may fail them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::PathBuf;
use std::process::{Command, Stdio};

use musnad_tests::workspace;

/// The blocks of the README with this info string.
fn blocks(readme: &str, info: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut open: Option<(bool, String)> = None;
    for line in readme.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(found), None) => open = Some((found.trim() == info, String::new())),
            (Some(_), Some((wanted, block))) => {
                if *wanted {
                    blocks.push(std::mem::take(block));
                }
                open = None;
            }
            (None, Some((_, block))) => {
                block.push_str(line);
                block.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// The folder of the binaries: two above this test's.
fn binaries() -> PathBuf {
    std::env::current_exe().unwrap().ancestors().nth(2).unwrap().to_owned()
}

#[test]
fn the_command_lines_of_the_readme_run() {
    let readme = std::fs::read_to_string(workspace().join("README.md")).expect("README.md is missing");
    let found = blocks(&readme, "sh run");
    assert!(!found.is_empty(), "README.md has no block fenced as `sh run`");
    let binaries = binaries();
    assert!(
        binaries.join("musnad").exists(),
        "build the command first: cargo build --package musnad-cli"
    );
    let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap_or_default());
    for block in found {
        let folder = tempfile::tempdir().unwrap();
        let output = Command::new("bash")
            .args(["-euo", "pipefail", "-c", &block])
            .current_dir(folder.path())
            .env("PATH", &path)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let (out, errors) = (
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr),
        );
        assert!(output.status.success(), "{block}\n{}\n{errors}", output.status);
        assert!(!out.trim().is_empty(), "{block}\nwrites nothing");
    }
}

#[test]
fn blocks_are_found_by_their_info_string() {
    let readme = "a\n```sh run\nx\ny\n```\n```text\n```sh run\nz\n```\n";
    assert_eq!(blocks(readme, "sh run"), ["x\ny\n"]);
}
