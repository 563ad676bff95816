//! Golden files: the whole of an output, committed, and reviewed as a diff when it changes.

use std::fmt::Write;
use std::fs;

/// Compares with `golden/<name>`; with `MUSNAD_UPDATE_GOLDEN` set, writes it instead.
///
/// # Panics
/// Where the two differ, with the lines that do.
#[allow(clippy::panic, reason = "an assertion")]
pub fn compare(name: &str, found: &str) {
    let path = crate::folder().join("golden").join(name);
    if std::env::var_os("MUSNAD_UPDATE_GOLDEN").is_some_and(|value| !value.is_empty()) {
        if let Err(error) = fs::write(&path, found) {
            panic!("{}: {error}", path.display());
        }
        return;
    }
    let golden = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        golden == found,
        "\n{} differs (- golden, + found); if that is meant, run the test with MUSNAD_UPDATE_GOLDEN=1 and review the diff\n{}",
        path.display(),
        difference(&golden, found)
    );
}

/// The lines between the common beginning and the common end.
fn difference(golden: &str, found: &str) -> String {
    const SHOWN: usize = 60;
    let (golden, found): (Vec<&str>, Vec<&str>) = (golden.lines().collect(), found.lines().collect());
    let head = golden.iter().zip(&found).take_while(|(a, b)| a == b).count();
    let shorter = golden.len().min(found.len()) - head;
    let tail = golden
        .iter()
        .rev()
        .zip(found.iter().rev())
        .take(shorter)
        .take_while(|(a, b)| a == b)
        .count();
    let mut out = format!("from line {}\n", head + 1);
    for (sign, lines) in [('-', &golden), ('+', &found)] {
        let differing = lines.get(head..lines.len() - tail).unwrap_or_default();
        for line in differing.iter().take(SHOWN) {
            let _ = writeln!(out, "{sign} {line}");
        }
        if differing.len() > SHOWN {
            let _ = writeln!(out, "{sign} … and {} more lines", differing.len() - SHOWN);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::difference;

    #[test]
    fn only_what_differs_is_shown() {
        assert_eq!(difference("a\nb\nc\n", "a\nx\nc\n"), "from line 2\n- b\n+ x\n");
        assert_eq!(difference("a\n", "a\na\n"), "from line 2\n+ a\n");
        assert_eq!(difference("", "a\n"), "from line 1\n+ a\n");
    }
}
