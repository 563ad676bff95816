//! Arrow in, Arrow out: no Python object for a document or a record.
//!
//! Batches cross the border by the Arrow `PyCapsule` interface, so that pyarrow, polars, pandas, `DuckDB` and the engines
//! built on them hand theirs over and take ours without a copy and without a package that all of them would need.

use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, RecordBatch, StringArray, StructArray};
use arrow_cast::cast;
use arrow_schema::{DataType, Field};
use musnad::{Document, Layers, OffsetEncoding, wire};
use musnad_arrow::{Batch, Builder, Layer};
use musnad_proto::v1 as pb;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyTuple};
use pyo3_arrow::error::PyArrowResult;
use pyo3_arrow::input::AnyRecordBatch;
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::errors::{MusnadError, invalid};
use crate::extractor::{Extractor, read_layers};

/// Rows between two looks for Ctrl-C; also what is in memory as messages at once.
const ROWS: usize = 256;

/// A column by name, and whether it has to be there.
type Named = Option<(String, bool)>;

/// The columns of a batch that make documents.
struct Columns {
    text: StringArray,
    id: Option<StringArray>,
    published_at: Option<StringArray>,
    source: Option<StringArray>,
}

fn value(column: Option<&StringArray>, row: usize) -> &str {
    column
        .filter(|column| column.is_valid(row))
        .map(|column| column.value(row))
        .unwrap_or_default()
}

impl Columns {
    /// Any type that Arrow writes as text will do: numbers as ids, dates and timestamps as days.
    fn read(batch: &RecordBatch, text: &str, others: [&Named; 3]) -> PyResult<Self> {
        let [id, published_at, source] = others.map(|named| match named {
            Some((name, required)) if *required || batch.column_by_name(name).is_some() => {
                column(batch, name).map(Some)
            }
            _ => Ok(None),
        });
        Ok(Self {
            text: column(batch, text)?,
            id: id?,
            published_at: published_at?,
            source: source?,
        })
    }

    /// Reads some rows, in their order.
    fn push(
        &self,
        builder: &mut Builder,
        extractor: &musnad::Extractor,
        layers: Layers,
        pool: Option<&ThreadPool>,
        rows: Range<usize>,
    ) {
        let read = |row| self.extract(extractor, layers, row);
        let outcomes: Vec<Outcome> = match pool {
            None => rows.clone().map(read).collect(),
            Some(pool) => pool.install(|| rows.clone().into_par_iter().map(read).collect()),
        };
        for (row, outcome) in rows.zip(outcomes) {
            match outcome {
                Ok(extraction) => builder.push(self.text.value(row), &extraction),
                Err((message, field)) => builder.push_error(value(self.id.as_ref(), row), &message, field),
            }
        }
    }

    fn extract(&self, extractor: &musnad::Extractor, layers: Layers, row: usize) -> Outcome {
        if self.text.is_null(row) {
            return Err(("document.text is missing".to_owned(), "document.text"));
        }
        let text = self.text.value(row);
        let read = || {
            let document = Document::new(text)
                .id(value(self.id.as_ref(), row))
                .source(value(self.source.as_ref(), row))
                .published_at(value(self.published_at.as_ref(), row))?;
            let extraction = extractor.extract_layers(&document, layers)?;
            Ok(wire::encode(&extraction, text, OffsetEncoding::Utf32))
        };
        match catch_unwind(AssertUnwindSafe(read)) {
            Ok(outcome) => outcome.map_err(|error: musnad::Error| (error.to_string(), error.field())),
            // A defect of the library: it costs one document and not the run.
            Err(_) => Err(("internal error, please report it with the document".to_owned(), "")),
        }
    }
}

/// The message of a document, or why there is none and the field at fault.
type Outcome = Result<pb::Extraction, (String, &'static str)>;

fn column(batch: &RecordBatch, name: &str) -> PyResult<StringArray> {
    let Some(column) = batch.column_by_name(name) else {
        let schema = batch.schema();
        let names: Vec<&str> = schema.fields().iter().map(|field| field.name().as_str()).collect();
        let message = format!("there is no column {name:?}; there are: {}", names.join(", "));
        return Err(invalid("columns", message));
    };
    let texts = cast(column, &DataType::Utf8)
        .map_err(|error| invalid("columns", format!("the column {name:?} is no text: {error}")))?;
    Ok(texts.as_string::<i32>().clone())
}

#[pymethods]
impl Extractor {
    /// Reads the rows of a batch on `threads` threads (0: as many as there are cores). Columns are given by name.
    #[pyo3(signature = (batch, text, id, published_at, source, layers, threads))]
    #[expect(clippy::too_many_arguments, reason = "called by name from one place in Python")]
    fn extract_arrow(
        &self,
        py: Python<'_>,
        batch: AnyRecordBatch,
        text: &str,
        id: Named,
        published_at: Named,
        source: Named,
        layers: Option<Vec<String>>,
        threads: usize,
    ) -> PyResult<ArrowDocuments> {
        let layers = read_layers(layers)?;
        let pool = pool(threads)?;
        let mut builder = Builder::new();
        let batches = batch.into_reader()?;
        // Also without a row, what is asked for has to be there.
        Columns::read(
            &RecordBatch::new_empty(batches.schema()),
            text,
            [&id, &published_at, &source],
        )?;
        for batch in batches {
            let batch = batch.map_err(failed)?;
            let columns = Columns::read(&batch, text, [&id, &published_at, &source])?;
            for first in (0..batch.num_rows()).step_by(ROWS) {
                let rows = first..batch.num_rows().min(first + ROWS);
                py.detach(|| columns.push(&mut builder, self.inner(), layers, pool.as_ref(), rows));
                py.check_signals()?;
            }
        }
        let batch = builder.finish().map_err(failed)?;
        Ok(ArrowDocuments { batch })
    }
}

/// None for one thread: the caller's own.
fn pool(threads: usize) -> PyResult<Option<ThreadPool>> {
    if threads == 1 {
        return Ok(None);
    }
    let pool = ThreadPoolBuilder::new()
        .num_threads(threads)
        .thread_name(|n| format!("musnad-{n}"))
        .build();
    pool.map(Some)
        .map_err(|error| MusnadError::new_err(format!("cannot start threads: {error}")))
}

fn failed(error: impl std::fmt::Display) -> PyErr {
    MusnadError::new_err(format!("Arrow: {error}"))
}

/// Documents that were read.
#[pyclass(frozen, module = "musnad._musnad")]
pub(crate) struct ArrowDocuments {
    batch: Batch,
}

#[pymethods]
impl ArrowDocuments {
    /// One row a document.
    fn documents(&self) -> PyResult<ArrowBatch> {
        self.batch.documents().map(ArrowBatch).map_err(failed)
    }

    /// One row a record of a layer.
    fn flat(&self, layer: &str) -> PyResult<ArrowBatch> {
        self.batch.flat(layer_of(layer)?).map(ArrowBatch).map_err(failed)
    }
}

fn layer_of(name: &str) -> PyResult<Layer> {
    Layer::ALL
        .into_iter()
        .find(|layer| layer.name() == name)
        .ok_or_else(|| {
            let known: Vec<&str> = Layer::ALL.map(Layer::name).to_vec();
            invalid(
                "layer",
                format!("there is no table {name:?}; there are: {}", known.join(", ")),
            )
        })
}

/// A record batch for whoever speaks the `PyCapsule` interface.
#[pyclass(frozen, module = "musnad._musnad")]
pub(crate) struct ArrowBatch(RecordBatch);

#[pymethods]
impl ArrowBatch {
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyArrowResult<Bound<'py, PyTuple>> {
        // A record batch travels as the struct of its columns.
        let rows = StructArray::from(self.0.clone());
        let field = Field::new_struct("", self.0.schema_ref().fields().clone(), false);
        pyo3_arrow::ffi::to_array_pycapsules(py, Arc::new(field), &rows, requested_schema)
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyArrowResult<Bound<'py, PyCapsule>> {
        pyo3_arrow::ffi::to_schema_pycapsule(py, self.0.schema_ref().as_ref())
    }

    fn __len__(&self) -> usize {
        self.0.num_rows()
    }
}

/// A batch of no documents: the schema.
#[pyfunction]
pub(crate) fn empty_documents() -> ArrowBatch {
    ArrowBatch(RecordBatch::new_empty(musnad_arrow::schema()))
}

/// `(table, column, kind, what it is)` of every table.
#[pyfunction]
pub(crate) fn arrow_columns() -> Vec<(&'static str, &'static str, String, &'static str)> {
    let columns = |layer: Layer| {
        let row = move |column: musnad_arrow::ColumnInfo| {
            (
                layer.name(),
                column.name,
                format!("{:?}", column.kind).to_lowercase(),
                column.about,
            )
        };
        layer.columns().into_iter().map(row)
    };
    Layer::ALL.into_iter().flat_map(columns).collect()
}
