//! Documents as rows.

use std::sync::Arc;

use arrow_array::builder::StringBuilder;
use arrow_array::{Array, ArrayRef, RecordBatch, StringArray};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use musnad_proto::v1 as pb;

use crate::columns::{ENTITIES, EVENTS, Layer, MENTIONS, QUANTITIES, STATEMENTS, TIMES, WARNINGS};
use crate::context::Context;
use crate::table::{Records, Table};

/// The schema of a table of documents.
///
/// `document_id`; `error` and `error_field`, which say why a document could not be read and are null where it was; a
/// list of records for every [`Layer`], empty where there are none or the layer was not asked for.
pub fn schema() -> SchemaRef {
    let text = |name: &str, nullable| Field::new(name, DataType::Utf8, nullable);
    let mut fields = vec![
        text("document_id", false),
        text("error", true),
        text("error_field", true),
    ];
    fields.extend(Layer::ALL.map(|layer| {
        let record = Field::new_list_field(DataType::Struct(layer.fields()), true);
        Field::new(layer.name(), DataType::List(Arc::new(record)), true)
    }));
    Arc::new(Schema::new(Fields::from(fields)))
}

/// Collects documents, each with its extraction or its error.
#[derive(Debug)]
pub struct Builder {
    ids: StringBuilder,
    errors: StringBuilder,
    error_fields: StringBuilder,
    events: Table,
    statements: Table,
    mentions: Table,
    entities: Table,
    times: Table,
    quantities: Table,
    warnings: Table,
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

impl Builder {
    /// Without documents.
    pub fn new() -> Self {
        Self {
            ids: StringBuilder::new(),
            errors: StringBuilder::new(),
            error_fields: StringBuilder::new(),
            events: Table::new(&EVENTS),
            statements: Table::new(&STATEMENTS),
            mentions: Table::new(&MENTIONS),
            entities: Table::new(&ENTITIES),
            times: Table::new(&TIMES),
            quantities: Table::new(&QUANTITIES),
            warnings: Table::new(&WARNINGS),
        }
    }

    /// A document that was read. Spans of the extraction count characters (`OFFSET_ENCODING_UTF32`).
    pub fn push(&mut self, text: &str, extraction: &pb::Extraction) {
        self.ids.append_value(&extraction.document_id);
        self.errors.append_null();
        self.error_fields.append_null();
        self.records(Some(&Context::new(text, extraction)), extraction);
    }

    /// A document that could not be read, and why; `field` is the one at fault, or empty.
    pub fn push_error(&mut self, document_id: &str, message: &str, field: &str) {
        self.ids.append_value(document_id);
        self.errors.append_value(message);
        self.error_fields.append_option((!field.is_empty()).then_some(field));
        self.records(None, &pb::Extraction::default());
    }

    fn records(&mut self, context: Option<&Context<'_>>, extraction: &pb::Extraction) {
        self.events.push(&EVENTS, context, &extraction.events);
        self.statements.push(&STATEMENTS, context, &extraction.statements);
        self.mentions.push(&MENTIONS, context, &extraction.mentions);
        self.entities.push(&ENTITIES, context, &extraction.entities);
        self.times.push(&TIMES, context, &extraction.times);
        self.quantities.push(&QUANTITIES, context, &extraction.quantities);
        self.warnings.push(&WARNINGS, context, &extraction.warnings);
    }

    /// The finished documents.
    ///
    /// # Errors
    /// What Arrow says, where the lists have more records than an offset can count (2³¹).
    pub fn finish(mut self) -> Result<Batch, ArrowError> {
        let tables = [
            self.events,
            self.statements,
            self.mentions,
            self.entities,
            self.times,
            self.quantities,
            self.warnings,
        ];
        let layers = Layer::ALL.into_iter().zip(tables);
        Ok(Batch {
            ids: self.ids.finish(),
            errors: self.errors.finish(),
            error_fields: self.error_fields.finish(),
            layers: layers
                .map(|(layer, table)| (layer, table.finish(layer.fields())))
                .collect(),
        })
    }
}

/// Documents with their records.
#[derive(Debug)]
pub struct Batch {
    ids: StringArray,
    errors: StringArray,
    error_fields: StringArray,
    layers: Vec<(Layer, Records)>,
}

impl Batch {
    /// One row a document, see [`schema`].
    ///
    /// # Errors
    /// What Arrow says of columns that do not fit together.
    pub fn documents(&self) -> Result<RecordBatch, ArrowError> {
        let mut columns: Vec<ArrayRef> = [&self.ids, &self.errors, &self.error_fields]
            .map(|column| Arc::new(column.clone()) as ArrayRef)
            .to_vec();
        for (_, records) in &self.layers {
            columns.push(records.lists()?);
        }
        RecordBatch::try_new(schema(), columns)
    }

    /// One row a record of a layer, after `document_id`.
    ///
    /// # Errors
    /// What Arrow says of columns that do not fit together.
    pub fn flat(&self, layer: Layer) -> Result<RecordBatch, ArrowError> {
        let records = self.layers.iter().find(|(known, _)| *known == layer);
        match records {
            Some((_, records)) => records.rows((0..self.ids.len()).map(|row| self.ids.value(row))),
            None => Err(ArrowError::InvalidArgumentError(format!("no layer {layer:?}"))),
        }
    }
}
