//! One table of records under construction.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{ArrayRef, ListArray, RecordBatch, StructArray};
use arrow_buffer::OffsetBuffer;
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema};

use crate::cell::{Cell, Kind, Values};
use crate::context::Context;

/// A column: its name, what is in it, and how a record fills it.
pub(crate) struct Column<T: 'static> {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) about: &'static str,
    pub(crate) value: for<'a> fn(&Context<'a>, &'a T) -> Cell<'a>,
}

/// The fields of a record.
pub(crate) fn fields<T>(columns: &[Column<T>]) -> Fields {
    columns
        .iter()
        .map(|column| Field::new(column.name, column.kind.data_type(), true))
        .collect()
}

/// Records of all documents, column by column, and how many each document has.
#[derive(Debug)]
pub(crate) struct Table {
    values: Vec<Values>,
    lengths: Vec<usize>,
}

impl Table {
    pub(crate) fn new<T>(columns: &[Column<T>]) -> Self {
        Self {
            values: columns.iter().map(|column| Values::new(column.kind)).collect(),
            lengths: Vec::new(),
        }
    }

    /// The records of the next document.
    pub(crate) fn push<T>(&mut self, columns: &[Column<T>], context: Option<&Context<'_>>, records: &[T]) {
        let mut length = 0;
        if let Some(context) = context {
            for record in records {
                for (values, column) in self.values.iter_mut().zip(columns) {
                    values.push(&(column.value)(context, record));
                }
            }
            length = records.len();
        }
        self.lengths.push(length);
    }

    pub(crate) fn finish(self, fields: Fields) -> Records {
        Records {
            fields,
            columns: self.values.into_iter().map(Values::finish).collect(),
            lengths: self.lengths,
        }
    }
}

/// A finished table.
#[derive(Debug)]
pub(crate) struct Records {
    fields: Fields,
    columns: Vec<ArrayRef>,
    lengths: Vec<usize>,
}

impl Records {
    /// One list a document.
    pub(crate) fn lists(&self) -> Result<ArrayRef, ArrowError> {
        let records = StructArray::try_new(self.fields.clone(), self.columns.clone(), None)?;
        let field = Field::new_list_field(DataType::Struct(self.fields.clone()), true);
        let offsets = OffsetBuffer::from_lengths(self.lengths.iter().copied());
        Ok(Arc::new(ListArray::try_new(
            Arc::new(field),
            offsets,
            Arc::new(records),
            None,
        )?))
    }

    /// One row a record, after the id of its document.
    pub(crate) fn rows<'a>(&self, ids: impl Iterator<Item = &'a str>) -> Result<RecordBatch, ArrowError> {
        let mut documents = StringBuilder::new();
        for (id, length) in ids.zip(&self.lengths) {
            (0..*length).for_each(|_| documents.append_value(id));
        }
        let first: ArrayRef = Arc::new(documents.finish());
        let columns = std::iter::once(first).chain(self.columns.iter().cloned()).collect();
        RecordBatch::try_new(Arc::new(Schema::new(flat(&self.fields))), columns)
    }
}

/// The fields of a record after the id of its document.
pub(crate) fn flat(fields: &Fields) -> Fields {
    let first = Arc::new(Field::new("document_id", DataType::Utf8, false));
    std::iter::once(first).chain(fields.iter().cloned()).collect()
}
