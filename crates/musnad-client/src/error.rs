//! What can go wrong.

use std::fmt;

use tonic::Status;

/// A call that failed for good.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The server answered with an error, or could not be reached; details are in the status (`tonic_types::StatusExt`).
    Status(Box<Status>),
    /// The connection cannot be made: the address or the certificates are wrong.
    Connect(String),
    /// The answer lacks what it must have.
    Incomplete(&'static str),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "{:?}: {}", status.code(), status.message()),
            Self::Connect(message) => f.write_str(message),
            Self::Incomplete(what) => write!(
                f,
                "the answer of the server has no {what}: is it a server of musnad.v1?"
            ),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Status(status) => Some(status),
            _ => None,
        }
    }
}

impl From<Status> for Error {
    fn from(status: Status) -> Self {
        Self::Status(Box::new(status))
    }
}

impl From<tonic::transport::Error> for Error {
    fn from(error: tonic::transport::Error) -> Self {
        let mut message = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(error) = source {
            message = format!("{message}: {error}");
            source = error.source();
        }
        Self::Connect(message)
    }
}
