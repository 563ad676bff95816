//! One record a warning.

use musnad_proto::v1 as pb;

use super::{columns, member};
use crate::cell::Cell;
use crate::table::Column;

pub(crate) static WARNINGS: [Column<pb::Warning>; 4] = columns! {
    "code" Text "What kind of trouble", |_, w| member!(WarningCode, "WARNING_CODE_", w.code);
    "message" Text "What it is, in words", |_, w| Cell::text(&w.message);
    "start" Count "First character it is about", |_, w| Cell::count(w.span.map(|span| span.start));
    "end" Count "Character after the last", |_, w| Cell::count(w.span.map(|span| span.end));
};
