//! Reads tab-separated tables: `#` opens a comment line, empty lines are passed over.

use std::io;
use std::path::Path;

/// A row with the place it stands at.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// `file:line`, for messages.
    pub(crate) place: String,
    /// The fields, without white space around them.
    pub(crate) fields: Vec<String>,
}

/// The rows of a table with exactly so many fields each; no rows where the file is missing. Rows of another width are
/// reported.
pub(crate) fn read(path: &Path, width: usize, problems: &mut Vec<String>) -> io::Result<Vec<Row>> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(io::Error::new(error.kind(), format!("{}: {error}", path.display()))),
    };
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let place = format!("{}:{}", path.display(), number + 1);
        let fields: Vec<String> = line.split('\t').map(|field| field.trim().to_owned()).collect();
        if fields.len() == width && !fields.iter().any(String::is_empty) {
            rows.push(Row { place, fields });
        } else {
            problems.push(format!(
                "{place}: expected {width} fields, none of them empty, separated by tabs: {line:?}"
            ));
        }
    }
    Ok(rows)
}
