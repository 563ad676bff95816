//! The result, kept as its message: Python objects are made when a layer is asked for.

use musnad::{OffsetEncoding, wire};
use musnad_proto::v1 as pb;
use prost::Message;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::{PyBytes, PyString, PyTuple};

use crate::errors::{MusnadError, exception, invalid};
use crate::records::Reader;

/// What one document reports; spans count code points, as Python's indexes do.
#[pyclass(frozen, module = "musnad._musnad")]
pub(crate) struct Extraction {
    message: pb::Extraction,
    text: PyBackedStr,
}

impl Extraction {
    pub(crate) fn new(message: pb::Extraction, text: PyBackedStr) -> Self {
        Self { message, text }
    }

    /// Takes a message from elsewhere: checks that it fits the text, and counts its spans in code points.
    pub(crate) fn receive(mut message: pb::Extraction, text: PyBackedStr) -> PyResult<Self> {
        let extraction = wire::decode(&message, &text).map_err(|error| exception(&error))?;
        let encoding = wire::offset_encoding(message.offset_encoding).map_err(|error| exception(&error))?;
        if encoding != OffsetEncoding::Utf32 {
            // The engine is the one that made the message, not the one that reads it.
            let engine = message.engine.take();
            message = pb::Extraction {
                engine,
                ..wire::encode(&extraction, &text, OffsetEncoding::Utf32)
            };
        }
        message.offset_encoding = pb::OffsetEncoding::Utf32.into();
        Ok(Self { message, text })
    }

    fn reader<'py>(&self, py: Python<'py>) -> PyResult<Reader<'py>> {
        Reader::new(py, (&self.text).into_pyobject(py)?)
    }
}

#[pymethods]
impl Extraction {
    /// Reads the message of an extraction that was made from `text`.
    #[staticmethod]
    fn from_bytes(data: &[u8], text: PyBackedStr) -> PyResult<Self> {
        let message = pb::Extraction::decode(data)
            .map_err(|error| invalid("extraction", format!("the bytes are no musnad.v1.Extraction: {error}")))?;
        Self::receive(message, text)
    }

    /// The message `musnad.v1.Extraction`.
    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.message.encode_to_vec())
    }

    /// The JSON mapping of the message.
    fn to_json(&self) -> PyResult<String> {
        serde_json::to_string(&self.message).map_err(|error| MusnadError::new_err(error.to_string()))
    }

    fn __eq__(&self, other: &Self) -> bool {
        self.message == other.message && *self.text == *other.text
    }

    #[getter]
    fn text<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        Ok((&self.text).into_pyobject(py)?)
    }

    #[getter]
    fn document_id(&self) -> &str {
        &self.message.document_id
    }

    #[getter]
    fn text_sha256(&self) -> &str {
        &self.message.text_sha256
    }

    #[getter]
    fn engine<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let engine = self.message.engine.clone().unwrap_or_default();
        self.reader(py)?.engine(&engine)
    }

    #[getter]
    fn warnings<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.warnings, Reader::warning)
    }

    #[getter]
    fn contexts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.contexts(&self.message.contexts)
    }

    #[getter]
    fn sections<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.sections, Reader::section)
    }

    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.sentences, Reader::sentence)
    }

    #[getter]
    fn tokens<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.tokens, Reader::token)
    }

    #[getter]
    fn mentions<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.mentions, Reader::mention)
    }

    #[getter]
    fn entities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.entities, Reader::entity)
    }

    #[getter]
    fn times<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.times, Reader::time)
    }

    #[getter]
    fn quantities<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.quantities, Reader::quantity)
    }

    #[getter]
    fn events<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.events, Reader::event)
    }

    #[getter]
    fn statements<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyTuple>> {
        self.reader(py)?.tuple(&self.message.statements, Reader::statement)
    }

    /// How many records there are, by layer, without making objects of them.
    fn counts(&self) -> [(&'static str, usize); 6] {
        let message = &self.message;
        [
            ("events", message.events.len()),
            ("statements", message.statements.len()),
            ("mentions", message.mentions.len()),
            ("entities", message.entities.len()),
            ("times", message.times.len()),
            ("quantities", message.quantities.len()),
        ]
    }
}
