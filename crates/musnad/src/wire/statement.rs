//! `statement.proto`.

use musnad_proto::v1 as pb;

use super::Context;
use super::entity::{entity_id, numbered, score};
use super::enums::ReadEnum;
use crate::document::{EntityId, MentionIndex, Quotation, Source, SourceKind, Stance, Statement};
use crate::error::Error;
use crate::text::Span;

pub(super) fn statement(number: usize, statement: &Statement, context: &Context<'_>) -> pb::Statement {
    pb::Statement {
        id: format!("s{}", number + 1),
        source: statement.source.as_ref().map(|source| self::source(source, context)),
        via: statement
            .via
            .iter()
            .map(|source| self::source(source, context))
            .collect(),
        cue: context.some_span(statement.cue),
        cue_lemma: statement.cue_lemma.clone(),
        content: context.some_span(statement.content),
        stance: pb::Stance::from(statement.stance).into(),
        quotation: pb::Quotation::from(statement.quotation).into(),
        medium: statement
            .medium
            .map(|span| span.of(context.text).to_owned())
            .unwrap_or_default(),
        events: statement
            .events
            .iter()
            .map(|number| format!("e{}", number + 1))
            .collect(),
        score: score(statement.score),
        evidence: statement.evidence.to_string(),
    }
}

pub(super) fn read_statement(message: &pb::Statement, context: &Context<'_>) -> Result<Statement, Error> {
    Ok(Statement {
        source: message
            .source
            .as_ref()
            .map(|source| read_source(source, context))
            .transpose()?,
        via: message
            .via
            .iter()
            .map(|source| read_source(source, context))
            .collect::<Result<_, _>>()?,
        cue: context.read_span(message.cue.as_ref(), "statement.cue")?,
        cue_lemma: message.cue_lemma.clone(),
        content: context.read_span(message.content.as_ref(), "statement.content")?,
        stance: Stance::read(message.stance)?,
        quotation: Quotation::read(message.quotation)?,
        medium: find_medium(&message.medium, context),
        events: message
            .events
            .iter()
            .map(|id| numbered(id, 'e'))
            .collect::<Result<_, _>>()?,
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
    })
}

/// The contract carries the medium as words; its first place in the text stands for it.
fn find_medium(medium: &str, context: &Context<'_>) -> Option<Span> {
    if medium.is_empty() {
        return None;
    }
    context
        .text
        .find(medium)
        .map(|at| Span::new(at as u32, (at + medium.len()) as u32))
}

fn source(source: &Source, context: &Context<'_>) -> pb::Source {
    pb::Source {
        span: context.some_span(source.span),
        mention: source.mention.map(|index| index.0),
        entity: source.entity.map(|id| id.to_string()).unwrap_or_default(),
        kind: pb::SourceKind::from(source.kind).into(),
        speaks_for: source.speaks_for.map(|id| id.to_string()).unwrap_or_default(),
    }
}

fn read_source(message: &pb::Source, context: &Context<'_>) -> Result<Source, Error> {
    Ok(Source {
        span: context.read_span(message.span.as_ref(), "source")?,
        mention: message.mention.map(MentionIndex),
        entity: some_entity(&message.entity)?,
        kind: SourceKind::read(message.kind)?,
        speaks_for: some_entity(&message.speaks_for)?,
    })
}

fn some_entity(id: &str) -> Result<Option<EntityId>, Error> {
    if id.is_empty() {
        Ok(None)
    } else {
        entity_id(id).map(Some)
    }
}
