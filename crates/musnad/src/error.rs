//! The one error type: what is wrong, and what to do about it.

use std::fmt;

/// Why a document was refused or an extractor could not be built.
///
/// The message is for people; match on [`Error::kind`], and name the input at fault with [`Error::field`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    kind: ErrorKind,
    message: String,
}

/// What kind of error it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The text is empty or has nothing but white space.
    EmptyText,
    /// The bytes are no UTF-8.
    InvalidUtf8,
    /// The text is over the limit.
    DocumentTooLarge,
    /// A date is no ISO 8601 date.
    InvalidDate,
    /// There is no layer of that name.
    UnknownLayer,
    /// A message of the contract cannot be read: an enum value it does not define, a span outside the text.
    InvalidMessage,
    /// An embedded table cannot be read.
    Resources,
    /// A user's ontology cannot be read; the message names the file and the line.
    InvalidOntology,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
        }
    }

    /// What kind of error it is.
    pub fn kind(&self) -> ErrorKind {
        self.kind
    }

    /// The field of the contract that is at fault.
    pub fn field(&self) -> &'static str {
        match self.kind {
            ErrorKind::EmptyText | ErrorKind::InvalidUtf8 | ErrorKind::DocumentTooLarge => "document.text",
            ErrorKind::InvalidDate => "document.published_at",
            ErrorKind::UnknownLayer => "options.layers",
            ErrorKind::InvalidMessage => "extraction",
            ErrorKind::Resources => "resources",
            ErrorKind::InvalidOntology => "ontology",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}
