//! One record a quantity.

use musnad_proto::v1 as pb;

use super::{columns, member};
use crate::cell::Cell;
use crate::table::Column;

pub(crate) static QUANTITIES: [Column<pb::Quantity>; 10] = columns! {
    "text" Text "The words", |x, q| Cell::text(x.words(q.span.as_ref()));
    "kind" Text "Killed, injured, money, distance …", |_, q| member!(QuantityKind, "QUANTITY_KIND_", q.kind);
    "min" Number "Lower bound", |_, q| Cell::number(q.min);
    "max" Number "Upper bound", |_, q| Cell::number(q.max);
    "item" Text "What is counted", |_, q| Cell::text(&q.item);
    "currency" Text "ISO 4217 code", |_, q| Cell::text(&q.currency);
    "unit" Text "Unit of measure", |_, q| Cell::text(&q.unit);
    "start" Count "First character", |_, q| Cell::count(q.span.map(|span| span.start));
    "end" Count "Character after the last", |_, q| Cell::count(q.span.map(|span| span.end));
    "score" Number "0 to 1", |_, q| Cell::Number(q.score);
};
