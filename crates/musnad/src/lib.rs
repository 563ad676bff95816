//! Reads Arabic news and returns what happened and who says so.
//!
//! ```
//! use musnad::{Document, Extractor};
//!
//! let extractor = Extractor::builder().build()?;
//! let article = Document::new("قال مصدر عسكري إن قوات حفتر قصفت أمس مدينة سرت.").published_at("2020-06-11")?;
//! let extraction = extractor.extract(&article)?;
//! for event in &extraction.events {
//!     println!("{} {:?} {:?}", event.event_type.code(), event.status, event.when);
//! }
//! # Ok::<(), musnad::Error>(())
//! ```

mod config;
mod document;
mod entities;
mod error;
mod events;
mod extractor;
mod morphology;
mod names;
mod number;
mod own;
mod quantity;
pub mod reader;
pub mod sources;
mod statements;
mod syntax;
mod text;
mod time;
pub mod wire;

pub use config::MAX_DOCUMENT_BYTES;
pub use document::{
    AcledCode, ActorCode, Argument, ArgumentRole, Attestation, Bounds, Calendar, Casualties, Date, Days, Document,
    Entity, EntityId, EntityType, Event, EventContext, EventMode, EventStatus, EventType, Evidence, Extraction, LatLon,
    Layer, Layers, Mention, MentionForm, MentionIndex, Number, NumberKind, PlaceResolution, QuadClass, Quantity,
    QuantityKind, Quotation, Role, Score, Section, SectionKind, Sentence, Source, SourceKind, Stance, Statement,
    TimeExpression, TimeKind, TimeModifier, Token, Warning, WarningCode, Word,
};
pub use error::{Error, ErrorKind};
pub use events::{DatedEvent, DayCandidate, ParticipantCandidate, TriggerCandidate};
pub use extractor::{Extractor, ExtractorBuilder, Prepared, VERSION};
pub use text::{OffsetEncoding, Span, read_utf8};
