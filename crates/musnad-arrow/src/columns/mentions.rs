//! One record a mention.

use musnad_proto::v1 as pb;

use super::{columns, member};
use crate::cell::Cell;
use crate::table::Column;

pub(crate) static MENTIONS: [Column<pb::Mention>; 9] = columns! {
    "text" Text "The words", |x, m| Cell::text(x.words(m.span.as_ref()));
    "type" Text "Person, organization, place …", |_, m| member!(EntityType, "ENTITY_TYPE_", m.r#type);
    "form" Text "Name, nominal or pronoun", |_, m| member!(MentionForm, "MENTION_FORM_", m.form);
    "title" Text "The title before or after a person's name", |x, m| Cell::text(x.words(m.title.as_ref()));
    "entity" Text "Id of the entity", |_, m| Cell::text(&m.entity);
    "start" Count "First character", |_, m| Cell::count(m.span.map(|span| span.start));
    "end" Count "Character after the last", |_, m| Cell::count(m.span.map(|span| span.end));
    "score" Number "0 to 1", |_, m| Cell::Number(m.score);
    "evidence" Text "The rule, table row or model that found it", |_, m| Cell::text(&m.evidence);
};
