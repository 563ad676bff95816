//! The native half of the Python package `musnad`: conversion only.
//!
//! [`extractor`] takes Python strings into the crate, [`many`] does so for many documents on threads, [`extraction`]
//! keeps the result as its message and makes Python objects of it only when they are asked for, [`request`] reads and
//! writes the messages of the gRPC client, [`arrow`] reads and writes batches of documents. The classes that users see are written in Python: see `python/src/musnad`.

mod arrow;
mod errors;
mod extraction;
mod extractor;
mod many;
mod records;
mod request;

use pyo3::prelude::*;

/// The private module `musnad._musnad`.
#[pymodule]
mod _musnad {
    #[pymodule_export]
    use super::arrow::{ArrowBatch, ArrowDocuments, arrow_columns, empty_documents};
    #[pymodule_export]
    use super::extraction::Extraction;
    #[pymodule_export]
    use super::extractor::{Extractor, layer_names, read_utf8};
    #[pymodule_export]
    use super::many::Results;
    #[pymodule_export]
    use super::request::{read_info, read_response, read_status, read_stream_response, write_request};

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("VERSION", musnad::VERSION)?;
        module.add("MAX_DOCUMENT_BYTES", musnad::MAX_DOCUMENT_BYTES)
    }
}
