//! One record an entity.

use musnad_proto::v1 as pb;

use super::{columns, member};
use crate::cell::Cell;
use crate::table::Column;

pub(crate) static ENTITIES: [Column<pb::Entity>; 13] = columns! {
    "entity" Text "Id within the document", |_, e| Cell::text(&e.id);
    "type" Text "Person, organization, place …", |_, e| member!(EntityType, "ENTITY_TYPE_", e.r#type);
    "name" Text "Fullest name", |_, e| Cell::text(&e.name);
    "name_en" Text "English name", |_, e| Cell::text(&e.name_en);
    "wikidata" Text "Wikidata id", |_, e| Cell::text(&e.wikidata);
    "geonames" Count "GeoNames id", |_, e| Cell::count(e.geonames);
    "country" Text "ISO 3166 code of the country", |_, e| Cell::text(&e.country);
    "sectors" Texts "PLOVER sectors", |_, e| Cell::Texts(e.sectors.iter().map(|sector| &**sector).collect());
    "lat" Number "Latitude, degrees", |_, e| Cell::number(e.location.map(|at| at.lat));
    "lon" Number "Longitude, degrees", |_, e| Cell::number(e.location.map(|at| at.lon));
    "aliases" Texts "Other names of the entity in this document", |_, e| Cell::Texts(e.aliases.iter().map(|alias| &**alias).collect());
    "code" Text "Code of the user's ontology", |_, e| Cell::text(&e.code);
    "score" Number "0 to 1", |_, e| Cell::Number(e.score);
};
