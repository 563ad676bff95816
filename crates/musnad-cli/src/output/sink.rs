//! Where results go: standard output or a file, record by record.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::input::plain;
use crate::status::Status;

/// What stands before, between and after records.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) opening: &'static str,
    pub(crate) separator: &'static str,
    pub(crate) closing: &'static str,
    /// What is written where there is no record.
    pub(crate) empty: &'static str,
}

impl Frame {
    /// Records that carry their own ends of line.
    pub(crate) const LINES: Self = Self {
        opening: "",
        separator: "",
        closing: "",
        empty: "",
    };
    /// A JSON array.
    pub(crate) const ARRAY: Self = Self {
        opening: "[\n",
        separator: ",\n",
        closing: "\n]\n",
        empty: "[]\n",
    };
    /// One JSON object.
    pub(crate) const OBJECT: Self = Self {
        opening: "",
        separator: "",
        closing: "\n",
        empty: "",
    };
}

/// Writes records, always whole ones.
pub(crate) struct Sink {
    writer: BufWriter<Box<dyn Write>>,
    frame: Frame,
    name: String,
    records: u64,
}

/// Why writing stopped.
#[derive(Debug)]
pub(crate) enum SinkError {
    /// The reader of the pipe has gone, which is its right.
    Closed,
    Failed(String),
}

impl Sink {
    /// Opens the file, or standard output.
    pub(crate) fn open(path: Option<&Path>, frame: Frame) -> Result<Self, String> {
        let (writer, name): (Box<dyn Write>, _) = match path {
            Some(path) if path != Path::new("-") => {
                let name = path.display().to_string();
                let file = File::create(path).map_err(|error| format!("{name}: {}", plain(&error)))?;
                (Box::new(file), name)
            }
            _ => (Box::new(io::stdout().lock()), "standard output".to_owned()),
        };
        Ok(Self {
            writer: BufWriter::with_capacity(1 << 16, writer),
            frame,
            name,
            records: 0,
        })
    }

    /// Writes a record; an empty one counts for nothing.
    pub(crate) fn write(&mut self, record: &[u8]) -> Result<(), SinkError> {
        if record.is_empty() {
            return Ok(());
        }
        let before = if self.records == 0 {
            self.frame.opening
        } else {
            self.frame.separator
        };
        self.records += 1;
        self.writer
            .write_all(before.as_bytes())
            .and_then(|()| self.writer.write_all(record))
            .map_err(|error| Self::error(&self.name, &error))
    }

    /// Shows what was written so far.
    pub(crate) fn flush(&mut self) -> Result<(), SinkError> {
        self.writer.flush().map_err(|error| Self::error(&self.name, &error))
    }

    /// Ends the output, so that it is well-formed also where records are missing.
    pub(crate) fn finish(mut self) -> Result<(), SinkError> {
        let closing = if self.records == 0 {
            self.frame.empty
        } else {
            self.frame.closing
        };
        self.writer
            .write_all(closing.as_bytes())
            .and_then(|()| self.writer.flush())
            .map_err(|error| Self::error(&self.name, &error))
    }

    fn error(name: &str, error: &io::Error) -> SinkError {
        match error.kind() {
            io::ErrorKind::BrokenPipe => SinkError::Closed,
            _ => SinkError::Failed(format!("{name}: {}", plain(error))),
        }
    }
}

/// Whether results appear on a terminal.
pub(crate) fn is_terminal(path: Option<&Path>) -> bool {
    path.is_none_or(|path| path == Path::new("-")) && io::stdout().is_terminal()
}

/// Writes one record to standard output.
pub(crate) fn print(record: &[u8]) -> Result<Status, String> {
    let mut sink = Sink::open(None, Frame::LINES)?;
    match sink.write(record).and_then(|()| sink.finish()) {
        Ok(()) | Err(SinkError::Closed) => Ok(Status::Done),
        Err(SinkError::Failed(message)) => Err(message),
    }
}
