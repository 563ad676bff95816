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

/// How finely a place is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceResolution {
    /// A country.
    Country,
    /// A province, governorate or state, or a region that is no division: Darfur.
    Province,
    /// A district.
    District,
    /// A city, town, village or camp.
    Town,
    /// An airport, crossing, building.
    Site,
    /// A sea, river, continent.
    Area,
    /// Worked out from a distance and a direction.
    Offset,
}

/// A title or office of a person, and what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// The words.
    pub span: Span,
    /// English name of the office; empty where the tables do not have it.
    pub office: String,
    /// ISO 3166-1 alpha-3 of the country that it is of; empty where none is named.
    pub country: String,
    /// The body or place that it is of.
    pub of: Option<EntityId>,
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
    /// Code of the actor in the user's ontology; empty where it has none.
    pub code: String,
    /// Other names in this text.
    pub aliases: Vec<String>,
    /// Confidence.
    pub score: Score,
    /// What linked it.
    pub evidence: Evidence,
    /// The name in Latin letters where there is no English one.
    pub romanized: String,
    /// English name of the province that a place lies in; empty where unknown.
    pub admin1: String,
    /// English name of the district that a place lies in; empty where unknown.
    pub admin2: String,
    /// How finely a place is known.
    pub resolution: Option<PlaceResolution>,
    /// How far from `location` the thing may be.
    pub radius_km: Option<f32>,
    /// Titles and offices that the text gives the person.
    pub roles: Vec<Role>,
}

impl Entity {
    /// One of which nothing is known yet.
    pub(crate) fn new(id: EntityId, entity_type: EntityType) -> Self {
        Self {
            id,
            entity_type,
            name: String::new(),
            name_en: String::new(),
            wikidata: String::new(),
            geonames: None,
            country: String::new(),
            sectors: Vec::new(),
            location: None,
            code: String::new(),
            aliases: Vec::new(),
            score: 0.0,
            evidence: "entities.string".into(),
            romanized: String::new(),
            admin1: String::new(),
            admin2: String::new(),
            resolution: None,
            radius_km: None,
            roles: Vec::new(),
        }
    }
}
