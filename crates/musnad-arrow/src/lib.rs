//! What musnad reads, as [Arrow](https://arrow.apache.org) tables: one row a document, its events, statements, mentions,
//! entities, times and quantities as lists in the row.
//!
//! A table of documents is what engines pass from one to the next (a batch in, a batch out, as many rows), and what is
//! written to Parquet: a row is there or it is not, so that a run which was cut off can go on. [`Batch::flat`] gives the
//! same rows one a record, with the document's id before them.
//!
//! The columns are data, see [`Layer::columns`]: every column says what is in it, and the schema that users see is made
//! from there. Spans count characters, as Python does.
//!
//! ```
//! use musnad_arrow::{Builder, Layer};
//! use musnad_proto::v1 as pb;
//!
//! let mut builder = Builder::new();
//! builder.push("نص", &pb::Extraction { document_id: "a".into(), ..Default::default() });
//! builder.push_error("b", "document.text is empty", "document.text");
//! let batch = builder.finish()?;
//! assert_eq!(batch.documents()?.num_rows(), 2);
//! assert_eq!(batch.flat(Layer::Events)?.num_rows(), 0);
//! # Ok::<(), musnad_arrow::ArrowError>(())
//! ```

mod batch;
mod cell;
mod columns;
mod context;
mod table;

pub use arrow_schema::ArrowError;
pub use batch::{Batch, Builder, schema};
pub use cell::Kind;
pub use columns::{ColumnInfo, Layer};
