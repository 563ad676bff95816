//! Mentions and the entities they refer to.

use std::fmt;

use super::{Evidence, Score};
use crate::text::Span;

/// What kind of thing a name names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntityType {
    /// A person.
    Person,
    /// Government, army, armed group, party, company, media outlet, mission, court.
    Organization,
    /// Country, province, city, town, village, camp.
    Geopolitical,
    /// Continent, sea, river, mountain, named region.
    Location,
    /// Air base, airport, port, crossing, road, building, field.
    Facility,
    /// Named agreement, conference, operation, law, weapon model.
    Miscellaneous,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MentionForm {
    /// By a proper name.
    Name,
    /// By a common noun: «البعثة».
    Nominal,
    /// By a pronoun.
    Pronoun,
}

/// Index of a mention in [`super::Extraction::mentions`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MentionIndex(pub u32);

/// Index of an entity in [`super::Extraction::entities`]; shown as `x1`, `x2`, …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub u32);

impl fmt::Display for EntityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "x{}", self.0 + 1)
    }
}

/// A stretch of text that refers to an entity.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where.
    pub span: Span,
    /// The head word, inside `span`.
    pub head: Span,
    /// What kind of thing.
    pub entity_type: EntityType,
    /// How it refers.
    pub form: MentionForm,
    /// To what.
    pub entity: EntityId,
    /// The title or office beside a person's name.
    pub title: Option<Span>,
    /// Confidence.
    pub score: Score,
    /// What found it.
    pub evidence: Evidence,
}

/// A WGS 84 point in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LatLon {
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
}

/// What mentions refer to.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its place in [`super::Extraction::entities`].
    pub id: EntityId,
    /// What kind of thing.
    pub entity_type: EntityType,
    /// The fullest Arabic name.
    pub name: String,
    /// English name; empty where unknown.
    pub name_en: String,
    /// Wikidata item; empty where unknown.
    pub wikidata: String,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// ISO 3166-1 alpha-3; empty where unknown.
    pub country: String,
    /// PLOVER sector codes, most specific first.
    pub sectors: Vec<String>,
    /// Point on the map.
    pub location: Option<LatLon>,
    /// Other names in this text.
    pub aliases: Vec<String>,
    /// Confidence.
    pub score: Score,
    /// What linked it.
    pub evidence: Evidence,
}
