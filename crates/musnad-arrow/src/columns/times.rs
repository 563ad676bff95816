//! One record an expression of time.

use musnad_proto::v1 as pb;

use super::{columns, member};
use crate::cell::Cell;
use crate::table::Column;

pub(crate) static TIMES: [Column<pb::TimeExpression>; 10] = columns! {
    "text" Text "The words", |x, t| Cell::text(x.words(t.span.as_ref()));
    "kind" Text "TIMEX3 type", |_, t| member!(TimeKind, "TIME_KIND_", t.kind);
    "value" Text "TIMEX3 value", |_, t| Cell::text(&t.value);
    "mod" Text "TIMEX3 mod", |_, t| member!(TimeModifier, "TIME_MODIFIER_", t.r#mod);
    "first_day" Day "First day of what is meant", |_, t| Cell::text(&t.first_day);
    "last_day" Day "Last day of what is meant", |_, t| Cell::text(&t.last_day);
    "calendar" Text "The calendar it is written in", |_, t| member!(Calendar, "CALENDAR_", t.calendar);
    "start" Count "First character", |_, t| Cell::count(t.span.map(|span| span.start));
    "end" Count "Character after the last", |_, t| Cell::count(t.span.map(|span| span.end));
    "score" Number "0 to 1", |_, t| Cell::Number(t.score);
};
