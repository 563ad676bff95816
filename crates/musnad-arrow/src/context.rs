//! What the columns of a record ask of its document.

use std::collections::HashMap;

use musnad_proto::v1 as pb;

/// A document with its records by id.
pub(crate) struct Context<'a> {
    text: &'a str,
    /// Byte at which each character begins, and the end.
    starts: Vec<usize>,
    entities: HashMap<&'a str, &'a pb::Entity>,
    statements: HashMap<&'a str, &'a pb::Statement>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(text: &'a str, extraction: &'a pb::Extraction) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let entities = extraction.entities.iter().map(|entity| (&*entity.id, entity));
        let statements = extraction
            .statements
            .iter()
            .map(|statement| (&*statement.id, statement));
        Self {
            text,
            starts,
            entities: entities.collect(),
            statements: statements.collect(),
        }
    }

    /// The words of a span that counts characters; none where it points outside of the text.
    pub(crate) fn words(&self, span: Option<&pb::Span>) -> &'a str {
        let at = |character: u32| self.starts.get(character as usize).copied();
        span.and_then(|span| self.text.get(at(span.start)?..at(span.end)?))
            .unwrap_or_default()
    }

    pub(crate) fn entity(&self, id: &str) -> Option<&'a pb::Entity> {
        self.entities.get(id).copied()
    }

    pub(crate) fn statement(&self, id: &str) -> Option<&'a pb::Statement> {
        self.statements.get(id).copied()
    }
}
