//! Documents from Python into the crate.

use std::path::PathBuf;
use std::sync::Arc;

use musnad::{Document, Layer, Layers, OffsetEncoding, wire};
use musnad_proto::v1 as pb;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedStr;
use pyo3::types::PyTuple;

use crate::errors::{exception, invalid};
use crate::extraction::Extraction;
use crate::many::Results;
use crate::records::Reader;

/// Reads documents; shared by any number of threads.
#[pyclass(frozen, module = "musnad._musnad")]
pub(crate) struct Extractor {
    extractor: Arc<musnad::Extractor>,
}

impl Extractor {
    /// The crate's.
    pub(crate) fn inner(&self) -> &musnad::Extractor {
        &self.extractor
    }
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (max_document_bytes=None, actors=None, places=None, ontologies=Vec::new()))]
    fn new(
        py: Python<'_>,
        max_document_bytes: Option<usize>,
        actors: Option<PathBuf>,
        places: Option<PathBuf>,
        ontologies: Vec<(String, String)>,
    ) -> PyResult<Self> {
        let mut builder = musnad::Extractor::builder();
        if let Some(bytes) = max_document_bytes {
            builder = builder.max_document_bytes(bytes);
        }
        if let Some(path) = actors {
            builder = builder
                .actors_file(&path)
                .map_err(|error| invalid("actors", error.to_string()))?;
        }
        if let Some(path) = places {
            builder = builder
                .places_file(&path)
                .map_err(|error| invalid("places", error.to_string()))?;
        }
        for (file, text) in ontologies {
            builder = builder.ontology(file, text);
        }
        let extractor = py.detach(|| builder.build()).map_err(|error| exception(&error))?;
        Ok(Self {
            extractor: Arc::new(extractor),
        })
    }

    /// Largest document that is read, in bytes of UTF-8.
    #[getter]
    fn max_document_bytes(&self) -> usize {
        self.extractor.max_document_bytes()
    }

    /// Reads one document, without the GIL.
    fn extract(&self, py: Python<'_>, document: Input, layers: Option<Vec<String>>) -> PyResult<Extraction> {
        let layers = read_layers(layers)?;
        let message = py
            .detach(|| document.extract(&self.extractor, layers))
            .map_err(|error| exception(&error))?;
        Ok(Extraction::new(message, document.text))
    }

    /// Reads the documents of an iterator on `threads` threads (0: as many as there are cores), lazily and in order.
    ///
    /// Items are documents, or exceptions that stand for documents which cannot be read and come out in their place.
    fn extract_many(&self, documents: Py<PyAny>, layers: Option<Vec<String>>, threads: usize) -> PyResult<Results> {
        Ok(Results::new(
            Arc::clone(&self.extractor),
            documents,
            read_layers(layers)?,
            threads,
        ))
    }

    /// The times of a document and nothing else.
    fn times<'py>(&self, py: Python<'py>, document: Input) -> PyResult<Bound<'py, PyTuple>> {
        let messages = py.detach(|| {
            let times = self.extractor.times(&document.document()?)?;
            Ok(wire::time_messages(&times, &document.text, OffsetEncoding::Utf32))
        });
        let messages: Vec<pb::TimeExpression> = messages.map_err(|error| exception(&error))?;
        let reader = Reader::new(py, document.text.into_pyobject(py)?)?;
        reader.tuple(&messages, Reader::time)
    }

    /// Every number of a document, also those that count nothing.
    fn numbers<'py>(&self, py: Python<'py>, document: Input) -> PyResult<Bound<'py, PyTuple>> {
        let messages = py.detach(|| {
            let numbers = self.extractor.numbers(&document.document()?)?;
            Ok(wire::number_messages(&numbers, &document.text, OffsetEncoding::Utf32))
        });
        let messages: Vec<pb::Number> = messages.map_err(|error| exception(&error))?;
        let reader = Reader::new(py, document.text.into_pyobject(py)?)?;
        reader.tuple(&messages, Reader::number)
    }
}

/// A document as Python hands it over: `(id, text, published_at, source)`.
pub(crate) struct Input {
    pub(crate) id: PyBackedStr,
    pub(crate) text: PyBackedStr,
    published_at: PyBackedStr,
    source: PyBackedStr,
}

impl<'a, 'py> FromPyObject<'a, 'py> for Input {
    type Error = PyErr;

    fn extract(input: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        let field = |index: usize, name: &'static str| {
            let value = input.get_item(index)?;
            // A string with half a surrogate pair is the one string that has no UTF-8.
            value
                .extract::<PyBackedStr>()
                .map_err(|error| invalid(name, format!("{name} is no Unicode text: {error}")))
        };
        Ok(Self {
            id: field(0, "document.id")?,
            text: field(1, "document.text")?,
            published_at: field(2, "document.published_at")?,
            source: field(3, "document.source")?,
        })
    }
}

impl Input {
    fn document(&self) -> Result<Document<'_>, musnad::Error> {
        Document::new(&self.text)
            .id(&self.id)
            .source(&self.source)
            .published_at(&self.published_at)
    }

    /// The message of what the document reports, with spans that count as Python does.
    pub(crate) fn extract(
        &self,
        extractor: &musnad::Extractor,
        layers: Layers,
    ) -> Result<pb::Extraction, musnad::Error> {
        let extraction = extractor.extract_layers(&self.document()?, layers)?;
        Ok(wire::encode(&extraction, &self.text, OffsetEncoding::Utf32))
    }

    /// The document as the gRPC client sends it.
    pub(crate) fn message(&self) -> Result<pb::Document, musnad::Error> {
        self.document()?;
        Ok(pb::Document {
            id: self.id.to_string(),
            text: self.text.to_string(),
            published_at: self.published_at.to_string(),
            source: self.source.to_string(),
            ..pb::Document::default()
        })
    }
}

/// The layers by name; `None` means the default.
pub(crate) fn read_layers(names: Option<Vec<String>>) -> PyResult<Layers> {
    let Some(names) = names else {
        return Ok(Layers::default());
    };
    names
        .iter()
        .map(|name| Layer::from_name(&name.to_lowercase()).map_err(|error| exception(&error)))
        .collect()
}

/// Text from bytes; the error says where they are no UTF-8 and which encoding they look like.
#[pyfunction]
pub(crate) fn read_utf8(data: &[u8]) -> PyResult<&str> {
    musnad::read_utf8(data).map_err(|error| exception(&error))
}

/// The names of the layers, in the order of the pipeline.
#[pyfunction]
pub(crate) fn layer_names() -> Vec<&'static str> {
    Layer::ALL.map(Layer::name).to_vec()
}
