//! Plain data: what goes in ([`Document`]) and what comes out ([`Extraction`]). No algorithms.
//!
//! The types mirror `proto/musnad/v1`, with validated spans, real enums and real options; [`crate::wire`] converts.

mod entity;
mod event;
mod extraction;
mod input;
mod plover;
mod quantity;
mod statement;
mod syntax;
mod time;

pub use entity::{Entity, EntityId, EntityType, LatLon, Mention, MentionForm, MentionIndex, PlaceResolution, Role};
pub use event::{
    AcledCode, ActorCode, Argument, ArgumentRole, Attestation, Bounds, Casualties, Event, EventStatus, QuadClass,
};
pub use extraction::{Extraction, Layer, Layers, Warning, WarningCode};
pub use input::Document;
pub use plover::{EventContext, EventMode, EventType};
pub use quantity::{Number, NumberKind, Quantity, QuantityKind};
pub use statement::{Quotation, Source, SourceKind, Stance, Statement};
pub use syntax::{Section, SectionKind, Sentence, Token, Word};
pub(crate) use syntax::{deprel_number, known_deprel, known_upos};
pub(crate) use time::days_in_month;
pub use time::{Calendar, Date, Days, TimeExpression, TimeKind, TimeModifier};

/// Confidence of a record, 0 to 1.
pub type Score = f32;

/// The name of the rule, table or model that produced a record: `names.gazetteer`, `time.month_name`.
pub type Evidence = std::borrow::Cow<'static, str>;
