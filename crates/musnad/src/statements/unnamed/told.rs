//! The phrases that statements have as sources, links and mediums, in order of the text.

use crate::document::{EntityId, Source, SourceKind, Statement};
use crate::statements::context::Context;

/// Who told the article of a source: an entity, or words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Relay {
    Entity(EntityId),
    Words(String),
}

/// A phrase that a statement has as its source, a link, or its medium.
pub(super) struct Told {
    pub(super) source: Source,
    pub(super) relay: Option<Relay>,
    /// Who spoke through the document, where it is a medium.
    pub(super) issuer: Option<EntityId>,
    pub(super) medium: bool,
}

/// The sources and links, each once, in order of the text.
pub(super) fn speakers(context: &Context<'_>, statements: &[Statement]) -> Vec<Told> {
    let raw = context.findings.text.raw;
    let relay = |source: &Source| match source.entity {
        Some(entity) => Relay::Entity(entity),
        None => Relay::Words(musnad_data::fold::key(source.span.of(raw))),
    };
    let mut told: Vec<Told> = statements
        .iter()
        .flat_map(|statement| {
            let last = statement.via.last().map(relay);
            let own = statement.source.map(|source| (source, last));
            let links = statement.via.iter().map(|link| (*link, None));
            own.into_iter().chain(links)
        })
        .map(|(source, relay)| Told {
            source,
            relay,
            issuer: None,
            medium: false,
        })
        .collect();
    told.sort_by_key(|told| told.source.span);
    told.dedup_by_key(|told| told.source.span);
    told
}

/// The documents that speak or through which somebody speaks, in order of the text.
pub(super) fn documents(context: &Context<'_>, statements: &[Statement]) -> Vec<Told> {
    let mediums = statements.iter().filter_map(|statement| {
        let source = statement.source.filter(|source| source.kind != SourceKind::Document)?;
        Some(Told {
            source: Source {
                span: statement.medium?,
                mention: None,
                entity: None,
                kind: SourceKind::Document,
                speaks_for: None,
            },
            relay: None,
            issuer: Some(source.entity?),
            medium: true,
        })
    });
    let mut told = speakers(context, statements);
    told.retain(|told| told.source.kind == SourceKind::Document);
    told.extend(mediums);
    told.sort_by_key(|told| told.source.span);
    told
}
