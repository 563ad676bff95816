//! Documents in JSONL: one object a line.

use std::collections::BTreeSet;
use std::io::{self, BufRead};
use std::sync::Arc;

use musnad::{MAX_DOCUMENT_BYTES, read_utf8};
use serde::Deserialize;
use serde_json::Value;

use crate::input::{Article, Fault, Item, Origin};

/// Longest line: JSON may write a byte of text in up to six (`\u0041`).
const MAX_LINE_BYTES: u64 = 6 * MAX_DOCUMENT_BYTES as u64 + (1 << 16);

/// A line, as `musnad.v1.Document` in JSON; both spellings of `published_at` are read, as protobuf does.
#[derive(Debug, Deserialize)]
struct Line {
    #[serde(default)]
    id: Value,
    text: Option<String>,
    #[serde(default, alias = "publishedAt")]
    published_at: Option<String>,
    #[serde(default)]
    source: Option<String>,
    #[serde(default, rename = "url")]
    _url: Option<String>,
    #[serde(default, rename = "language")]
    _language: Option<String>,
    #[serde(flatten)]
    others: serde_json::Map<String, Value>,
}

/// Reads the documents of a file and hands them to `sink`, until that says false.
pub(crate) fn read_lines(
    mut reader: impl BufRead,
    origin: &Origin,
    sink: &mut dyn FnMut(Item) -> bool,
) -> io::Result<bool> {
    let mut bytes = Vec::new();
    let mut number = 0;
    let mut documents = 0_u64;
    let mut unread = BTreeSet::new();
    loop {
        let size = read_line(&mut reader, &mut bytes)?;
        if size == 0 {
            break;
        }
        number += 1;
        let origin = Origin {
            file: Arc::clone(&origin.file),
            line: Some(number),
        };
        let line = bytes
            .strip_prefix("\u{feff}".as_bytes())
            .filter(|_| number == 1)
            .unwrap_or(&bytes);
        if line.iter().all(u8::is_ascii_whitespace) && size <= MAX_LINE_BYTES {
            continue;
        }
        documents += 1;
        let item = if size > MAX_LINE_BYTES {
            Err(format!(
                "the line has {size} bytes; the limit is {MAX_LINE_BYTES}: split the document"
            ))
        } else {
            parse(line, &origin, &mut unread)
        };
        let item = match item {
            Ok(article) => Item::Article(article, size),
            Err(message) => Item::Fault(Fault { origin, message }, size),
        };
        if !sink(item) {
            return Ok(false);
        }
    }
    if documents == 0 {
        let message = "the file is empty: a document a line is expected".to_owned();
        return Ok(sink(Item::Fault(
            Fault {
                origin: origin.clone(),
                message,
            },
            0,
        )));
    }
    if !unread.is_empty() {
        let names: Vec<String> = unread.into_iter().collect();
        let note = format!(
            "{}: note: fields that are no part of a document were not read: {}",
            origin.file,
            names.join(", ")
        );
        return Ok(sink(Item::Note(note)));
    }
    Ok(true)
}

/// Reads a line without its end into `bytes`, but never more than the limit; returns how long it was in all.
fn read_line(reader: &mut impl BufRead, bytes: &mut Vec<u8>) -> io::Result<u64> {
    bytes.clear();
    let mut size = 0;
    loop {
        let chunk = match reader.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        if chunk.is_empty() {
            return Ok(size);
        }
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let part = chunk.get(..end.unwrap_or(chunk.len())).unwrap_or_default();
        if size + part.len() as u64 <= MAX_LINE_BYTES {
            bytes.extend_from_slice(part);
        }
        let used = part.len() + usize::from(end.is_some());
        size += used as u64;
        reader.consume(used);
        if end.is_some() {
            return Ok(size);
        }
    }
}

fn parse(line: &[u8], origin: &Origin, unread: &mut BTreeSet<String>) -> Result<Article, String> {
    let line = read_utf8(line).map_err(|error| error.to_string())?;
    let parsed: Line = serde_json::from_str(line).map_err(|error| {
        // The file's line is said already; what helps is the place in it.
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        format!("broken JSON at column {}: {message}", error.column())
    })?;
    let id = match parsed.id {
        Value::Null => String::new(),
        Value::String(id) => id,
        Value::Number(id) => id.to_string(),
        other => return Err(format!("document.id must be a string, not {other}")),
    };
    let text = parsed
        .text
        .ok_or("document.text is missing: a document is {\"id\", \"text\", \"published_at\", \"source\", \"url\"}")?;
    unread.extend(parsed.others.into_iter().map(|(name, _)| name).take(16));
    Ok(Article {
        origin: origin.clone(),
        id,
        text,
        published_at: parsed.published_at.unwrap_or_default(),
        source: parsed.source.unwrap_or_default(),
    })
}
