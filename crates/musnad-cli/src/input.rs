//! From files to documents, one at a time: a file of any length is never held whole, only one line or one text of it.

use std::fmt;
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use musnad::{MAX_DOCUMENT_BYTES, read_utf8};

use crate::jsonl;

/// Where a document stands: a file, and a line where the file has many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) file: Arc<str>,
    pub(crate) line: Option<u64>,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.file),
            None => f.write_str(&self.file),
        }
    }
}

/// An article as read, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Article {
    pub(crate) origin: Origin,
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) published_at: String,
    pub(crate) source: String,
}

/// A document that cannot be processed, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) origin: Origin,
    pub(crate) message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.message)
    }
}

/// What the reader hands on, with the number of bytes that it was read from.
#[derive(Debug)]
pub(crate) enum Item {
    Article(Article, u64),
    Fault(Fault, u64),
    /// Something to be said that is no fault.
    Note(String),
}

/// How a file is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Text,
    Lines,
}

/// Whether the only input is one text, so that there is one result.
pub(crate) fn is_one_text(files: &[PathBuf]) -> bool {
    matches!(files, [file] if shape_by_name(file) == Some(Shape::Text))
}

/// Bytes of all files together, where all are plain files.
pub(crate) fn total_bytes(files: &[PathBuf]) -> Option<u64> {
    files
        .iter()
        .map(|file| {
            file.metadata()
                .ok()
                .filter(std::fs::Metadata::is_file)
                .map(|metadata| metadata.len())
        })
        .sum()
}

/// Reads every document of every file and hands it to `sink`, until that says false.
pub(crate) fn read_all(files: &[PathBuf], sink: &mut dyn FnMut(Item) -> bool) {
    for file in files {
        if !read_file(file, sink) {
            return;
        }
    }
}

fn read_file(path: &Path, sink: &mut dyn FnMut(Item) -> bool) -> bool {
    let is_stdin = path == Path::new("-");
    let name: Arc<str> = if is_stdin {
        "<stdin>".into()
    } else {
        path.to_string_lossy().into()
    };
    let origin = Origin { file: name, line: None };
    let opened: io::Result<Box<dyn Read>> = if is_stdin {
        Ok(Box::new(io::stdin()))
    } else if path.is_dir() {
        Err(io::Error::other("is a directory: name the files in it"))
    } else {
        File::open(path).map(|file| Box::new(file) as Box<dyn Read>)
    };
    let outcome = opened.and_then(|mut reader| {
        let (shape, head) = match shape_by_name(path) {
            Some(shape) => (shape, Vec::new()),
            None => sniff(&mut reader)?,
        };
        let reader = Cursor::new(head).chain(reader);
        match shape {
            Shape::Text => read_text(reader, &origin, if is_stdin { "" } else { &origin.file }, sink),
            Shape::Lines => jsonl::read_lines(BufReader::with_capacity(1 << 16, reader), &origin, sink),
        }
    });
    outcome.unwrap_or_else(|error| {
        sink(Item::Fault(
            Fault {
                origin: origin.clone(),
                message: plain(&error),
            },
            0,
        ))
    })
}

fn shape_by_name(path: &Path) -> Option<Shape> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    match extension.as_str() {
        "txt" | "text" => Some(Shape::Text),
        "jsonl" | "ndjson" => Some(Shape::Lines),
        _ => None,
    }
}

/// Reads as far as the first byte that is no space; the bytes read are given back.
fn sniff(reader: &mut dyn Read) -> io::Result<(Shape, Vec<u8>)> {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let mut head = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let count = match reader.read(&mut chunk) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        head.extend_from_slice(chunk.get(..count).unwrap_or_default());
        let body = head.strip_prefix(MARK).unwrap_or(&head);
        match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => return Ok((Shape::Lines, head)),
            Some(_) => return Ok((Shape::Text, head)),
            None if count == 0 => return Ok((Shape::Text, head)),
            None => {}
        }
    }
}

/// One document of one file.
fn read_text(mut reader: impl Read, origin: &Origin, id: &str, sink: &mut dyn FnMut(Item) -> bool) -> io::Result<bool> {
    let limit = MAX_DOCUMENT_BYTES as u64;
    let mut bytes = Vec::new();
    reader.by_ref().take(limit + 1).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64;
    let fault = |message: String, size| {
        Item::Fault(
            Fault {
                origin: origin.clone(),
                message,
            },
            size,
        )
    };
    if size > limit {
        // The rest is counted and not kept, so that the refusal can say the size.
        let size = size + io::copy(&mut reader, &mut io::sink())?;
        return Ok(sink(fault(
            format!("document.text has {size} bytes; the limit is {limit}: split the document"),
            size,
        )));
    }
    Ok(sink(match read_utf8(&bytes) {
        Err(error) => {
            let line = first_bad_line(&bytes);
            Item::Fault(
                Fault {
                    origin: Origin {
                        line: Some(line),
                        ..origin.clone()
                    },
                    message: error.to_string(),
                },
                size,
            )
        }
        Ok(text) => Item::Article(
            Article {
                origin: origin.clone(),
                id: id.to_owned(),
                text: text.to_owned(),
                published_at: String::new(),
                source: String::new(),
            },
            size,
        ),
    }))
}

/// Line, from 1, of the first byte that is not UTF-8.
fn first_bad_line(bytes: &[u8]) -> u64 {
    let good = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    1 + bytes.iter().take(good).filter(|byte| **byte == b'\n').count() as u64
}

/// What the system says, without «(os error 2)».
pub(crate) fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
