//! One record a statement.

use musnad_proto::v1 as pb;

use super::{columns, member};
use crate::cell::Cell;
use crate::table::Column;

pub(crate) static STATEMENTS: [Column<pb::Statement>; 17] = columns! {
    "statement" Text "Id within the document", |_, s| Cell::text(&s.id);
    "source" Text "Who says it, in the words of the text", |x, s| s.source.as_ref().map_or(Cell::Null, |source| Cell::text(x.words(source.span.as_ref())));
    "source_kind" Text "What kind of source that is", |_, s| s.source.as_ref().map_or(Cell::Null, |source| member!(SourceKind, "SOURCE_KIND_", source.kind));
    "source_entity" Text "Id of the source's entity", |_, s| s.source.as_ref().map_or(Cell::Null, |source| Cell::text(&source.entity));
    "via" Texts "Who relays it, the nearest to the article first", |x, s| Cell::Texts(s.via.iter().map(|source| x.words(source.span.as_ref())).collect());
    "cue" Text "The word of saying", |x, s| Cell::text(x.words(s.cue.as_ref()));
    "cue_lemma" Text "Its dictionary form", |_, s| Cell::text(&s.cue_lemma);
    "stance" Text "How the source stands to the content", |_, s| member!(Stance, "STANCE_", s.stance);
    "quotation" Text "Direct, indirect or mixed", |_, s| member!(Quotation, "QUOTATION_", s.quotation);
    "medium" Text "Statement, interview, post …", |_, s| Cell::text(&s.medium);
    "content" Text "What is said", |x, s| Cell::text(x.words(s.content.as_ref()));
    "events" Texts "Ids of the events in the content", |_, s| Cell::Texts(s.events.iter().map(|id| &**id).collect());
    "start" Count "First character of the content", |_, s| Cell::count(s.content.map(|span| span.start));
    "end" Count "Character after the content", |_, s| Cell::count(s.content.map(|span| span.end));
    "cue_start" Count "First character of the cue", |_, s| Cell::count(s.cue.map(|span| span.start));
    "score" Number "0 to 1", |_, s| Cell::Number(s.score);
    "evidence" Text "The rule or table row that found it", |_, s| Cell::text(&s.evidence);
};
