//! `entity.proto`.

use musnad_proto::v1 as pb;

use super::enums::ReadEnum;
use super::{Context, invalid};
use crate::document::{Entity, EntityId, EntityType, LatLon, Mention, MentionForm};
use crate::error::Error;

pub(super) fn mention(mention: &Mention, context: &Context<'_>) -> pb::Mention {
    pb::Mention {
        span: context.some_span(mention.span),
        head: context.some_span(mention.head),
        r#type: pb::EntityType::from(mention.entity_type).into(),
        form: pb::MentionForm::from(mention.form).into(),
        entity: mention.entity.to_string(),
        title: mention.title.map(|span| context.span(span)),
        score: score(mention.score),
        evidence: mention.evidence.to_string(),
    }
}

pub(super) fn read_mention(message: &pb::Mention, context: &Context<'_>) -> Result<Mention, Error> {
    Ok(Mention {
        span: context.read_span(message.span.as_ref(), "mention")?,
        head: context.read_span(message.head.as_ref(), "mention.head")?,
        entity_type: EntityType::read(message.r#type)?,
        form: MentionForm::read(message.form)?,
        entity: entity_id(&message.entity)?,
        title: message
            .title
            .as_ref()
            .map(|span| context.read_span(Some(span), "mention.title"))
            .transpose()?,
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
    })
}

pub(super) fn entity(entity: &Entity) -> pb::Entity {
    pb::Entity {
        id: entity.id.to_string(),
        r#type: pb::EntityType::from(entity.entity_type).into(),
        name: entity.name.clone(),
        name_en: entity.name_en.clone(),
        wikidata: entity.wikidata.clone(),
        geonames: entity.geonames,
        country: entity.country.clone(),
        sectors: entity.sectors.clone(),
        location: entity.location.map(|point| pb::LatLon {
            lat: point.lat,
            lon: point.lon,
        }),
        aliases: entity.aliases.clone(),
        score: score(entity.score),
        evidence: entity.evidence.to_string(),
    }
}

pub(super) fn read_entity(message: &pb::Entity) -> Result<Entity, Error> {
    Ok(Entity {
        id: entity_id(&message.id)?,
        entity_type: EntityType::read(message.r#type)?,
        name: message.name.clone(),
        name_en: message.name_en.clone(),
        wikidata: message.wikidata.clone(),
        geonames: message.geonames,
        country: message.country.clone(),
        sectors: message.sectors.clone(),
        location: message.location.as_ref().map(|point| LatLon {
            lat: point.lat,
            lon: point.lon,
        }),
        aliases: message.aliases.clone(),
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
    })
}

/// Reads `x1` as the first entity.
pub(super) fn entity_id(id: &str) -> Result<EntityId, Error> {
    numbered(id, 'x').map(EntityId)
}

/// Reads the number of `e1`, `s1`, `x1`, counted from 0.
pub(super) fn numbered(id: &str, letter: char) -> Result<u32, Error> {
    id.strip_prefix(letter)
        .and_then(|number| number.parse::<u32>().ok())
        .and_then(|number| number.checked_sub(1))
        .ok_or_else(|| invalid(format!("{id:?} is no id such as {letter}1")))
}

/// Scores have two decimals on the wire: more would suggest a precision they do not have.
pub(super) fn score(score: f32) -> f64 {
    (f64::from(score) * 100.0).round() / 100.0
}
