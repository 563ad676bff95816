//! `entity.proto`.

use musnad_proto::v1 as pb;

use super::enums::ReadEnum;
use super::{Context, invalid};
use crate::document::{Entity, EntityId, EntityType, LatLon, Mention, MentionForm, PlaceResolution, Role};
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

pub(super) fn entity(entity: &Entity, context: &Context<'_>) -> pb::Entity {
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
        code: entity.code.clone(),
        score: score(entity.score),
        evidence: entity.evidence.to_string(),
        romanized: entity.romanized.clone(),
        admin1: entity.admin1.clone(),
        admin2: entity.admin2.clone(),
        resolution: entity
            .resolution
            .map_or(0, |resolution| pb::PlaceResolution::from(resolution).into()),
        radius_km: entity.radius_km.map(|km| (f64::from(km) * 10.0).round() / 10.0),
        roles: entity.roles.iter().map(|role| self::role(role, context)).collect(),
    }
}

fn role(role: &Role, context: &Context<'_>) -> pb::Role {
    pb::Role {
        span: context.some_span(role.span),
        office: role.office.clone(),
        country: role.country.clone(),
        of: role.of.map(|id| id.to_string()).unwrap_or_default(),
    }
}

fn read_role(message: &pb::Role, context: &Context<'_>) -> Result<Role, Error> {
    Ok(Role {
        span: context.read_span(message.span.as_ref(), "entity.role")?,
        office: message.office.clone(),
        country: message.country.clone(),
        of: if message.of.is_empty() {
            None
        } else {
            Some(entity_id(&message.of)?)
        },
    })
}

pub(super) fn read_entity(message: &pb::Entity, context: &Context<'_>) -> Result<Entity, Error> {
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
        code: message.code.clone(),
        score: message.score as f32,
        evidence: message.evidence.clone().into(),
        romanized: message.romanized.clone(),
        admin1: message.admin1.clone(),
        admin2: message.admin2.clone(),
        resolution: PlaceResolution::read_optional(message.resolution)?,
        radius_km: message.radius_km.map(|km| km as f32),
        roles: message
            .roles
            .iter()
            .map(|role| read_role(role, context))
            .collect::<Result<_, _>>()?,
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
