//! Compiles the classes of words under `tables/words/`: `class word`, into one function a class that asks for a folded word.
//!
//! A comment before each class, `# class: what its words do`, becomes the documentation of the function.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io;
use std::path::Path;

use crate::{fold, tsv};

/// The tables, each a module of the generated code.
const TABLES: [&str; 4] = ["names", "statements", "syntax", "time"];

/// Writes `words.rs`.
pub(crate) fn compile(tables: &Path, out: &Path, problems: &mut Vec<String>) -> io::Result<()> {
    let mut code = String::new();
    for table in TABLES {
        let path = tables.join(table).with_extension("tsv");
        let documents = documents(&path)?;
        let mut classes: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut before = Vec::new();
        for row in tsv::read(&path, 2, problems)? {
            let [class, word] = &row.fields[..] else { continue };
            let key = fold::key(word);
            let words = classes.entry(class.clone()).or_default();
            if words.contains(&key) {
                problems.push(format!("{}: {word} stands there twice", row.place));
            } else if before > row.fields {
                problems.push(format!("{}: not in order", row.place));
            } else if !documents.contains_key(class) {
                problems.push(format!("{}: no comment says what {class} is", row.place));
            }
            words.push(key);
            before = row.fields;
        }
        let _ = writeln!(code, "/// What the rules of {table} ask of words.\npub mod {table} {{");
        for (class, words) in &classes {
            let does = documents.get(class).map_or("", String::as_str);
            let words: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
            let _ = writeln!(
                code,
                "/// Whether a folded word {does}.\n#[must_use]\npub fn is_{class}(word: &str) -> bool {{ matches!(word, {}) }}",
                words.join(" | ")
            );
        }
        code.push_str("}\n");
    }
    std::fs::write(out.join("words.rs"), code)
}

/// What the comments say of each class.
fn documents(path: &Path) -> io::Result<BTreeMap<String, String>> {
    let text = std::fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    Ok(text
        .lines()
        .filter_map(|line| line.strip_prefix("# ")?.split_once(": "))
        .map(|(class, does)| (class.to_owned(), does.to_owned()))
        .collect())
}
