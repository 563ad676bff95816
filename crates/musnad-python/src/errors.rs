//! From the crate's errors to Python's: the one place that chooses an exception.

use musnad::{Error, ErrorKind};
use pyo3::PyErr;

pyo3::import_exception!(musnad._errors, InvalidArgument);
pyo3::import_exception!(musnad._errors, MusnadError);

/// The exception for an error of the crate.
pub(crate) fn exception(error: &Error) -> PyErr {
    match error.kind() {
        ErrorKind::Resources => MusnadError::new_err(error.to_string()),
        _ => InvalidArgument::new_err((error.to_string(), error.field())),
    }
}

/// The exception for something that the caller handed over and that cannot be read.
pub(crate) fn invalid(field: &'static str, message: impl Into<String>) -> PyErr {
    InvalidArgument::new_err((message.into(), field))
}
