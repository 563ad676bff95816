//! `--format geojson`: what happened where, and what has a point on the map, for GIS and web maps (RFC 7946).
//!
//! An event is a feature at the point of its place, with `kind` `event`; every entity with a point is one, with `kind`
//! `entity`. The properties have the names of the contract. Events without a place that is known stay out.

use musnad::Document;
use musnad_proto::v1 as pb;
use serde_json::{Map, Value, json};

use super::sink::Frame;

/// A feature collection over all documents.
pub(crate) const FRAME: Frame = Frame {
    opening: "{\"type\": \"FeatureCollection\", \"features\": [\n",
    separator: ",\n",
    closing: "\n]}\n",
    empty: "{\"type\": \"FeatureCollection\", \"features\": []}\n",
};

/// The features of a document, parted by commas; nothing where there is none.
pub(crate) fn features(document: &Document<'_>, message: &pb::Extraction) -> Option<String> {
    let entity = |id: &str| message.entities.iter().find(|entity| entity.id == id);
    let words = |span: Option<&pb::Span>| span.map(|span| words(document.text, *span, message.offset_encoding()));
    let name = |argument: &pb::Argument| match entity(&argument.entity) {
        Some(entity) if !entity.name_en.is_empty() => entity.name_en.clone(),
        _ => words(argument.span.as_ref()).unwrap_or_default(),
    };
    let mut features = Vec::new();
    for event in &message.events {
        let of = |role: pb::ArgumentRole| event.arguments.iter().filter(move |argument| argument.role() == role);
        let place = of(pb::ArgumentRole::Place).find_map(|place| entity(&place.entity));
        let Some((place, point)) = place.and_then(|place| Some((place, place.location.as_ref()?))) else {
            continue;
        };
        let mut properties = Map::new();
        let mut set = |key: &str, value: Value| properties.insert(key.to_owned(), value);
        set("kind", json!("event"));
        set("document_id", json!(message.document_id));
        set("id", json!(event.id));
        set("type", json!(short(event.r#type().as_str_name(), "EVENT_TYPE_")));
        if event.mode != 0 {
            set("mode", json!(short(event.mode().as_str_name(), "EVENT_MODE_")));
        }
        set("status", json!(short(event.status().as_str_name(), "EVENT_STATUS_")));
        set("trigger", json!(words(event.trigger.as_ref())));
        set(
            "actors",
            json!(of(pb::ArgumentRole::Actor).map(&name).collect::<Vec<_>>()),
        );
        set(
            "recipients",
            json!(of(pb::ArgumentRole::Recipient).map(&name).collect::<Vec<_>>()),
        );
        if let Some(when) = &event.when {
            set("first_day", json!(when.first_day));
            set("last_day", json!(when.last_day));
        }
        if let Some(killed) = event.casualties.as_ref().and_then(|harm| harm.killed.as_ref()) {
            set("killed_min", json!(killed.min));
            set("killed_max", json!(killed.max));
        }
        if let Some(acled) = &event.acled {
            set("acled", json!(format!("{}/{}", acled.event_type, acled.sub_event_type)));
        }
        set("place", json!(place.name));
        describe(place, &mut properties);
        features.push(feature(point, properties));
    }
    for entity in &message.entities {
        let Some(point) = &entity.location else { continue };
        let mut properties = Map::new();
        properties.insert("kind".to_owned(), json!("entity"));
        properties.insert("document_id".to_owned(), json!(message.document_id));
        properties.insert("id".to_owned(), json!(entity.id));
        properties.insert(
            "type".to_owned(),
            json!(short(entity.r#type().as_str_name(), "ENTITY_TYPE_")),
        );
        properties.insert("name".to_owned(), json!(entity.name));
        describe(entity, &mut properties);
        features.push(feature(point, properties));
    }
    let lines: Vec<String> = features.iter().map(Value::to_string).collect();
    (!lines.is_empty()).then(|| lines.join(",\n"))
}

/// What is known of a place.
fn describe(place: &pb::Entity, properties: &mut Map<String, Value>) {
    let mut text = |key: &str, value: &str| {
        if !value.is_empty() {
            properties.insert(key.to_owned(), json!(value));
        }
    };
    text("name_en", &place.name_en);
    text("romanized", &place.romanized);
    text("country", &place.country);
    text("admin1", &place.admin1);
    text("admin2", &place.admin2);
    if place.resolution != 0 {
        text(
            "resolution",
            short(place.resolution().as_str_name(), "PLACE_RESOLUTION_"),
        );
    }
    if let Some(id) = place.geonames {
        properties.insert("geonames".to_owned(), json!(id));
    }
    if let Some(radius) = place.radius_km {
        properties.insert("radius_km".to_owned(), json!(radius));
    }
}

/// GeoJSON writes the longitude first.
fn feature(point: &pb::LatLon, properties: Map<String, Value>) -> Value {
    json!({
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [point.lon, point.lat]},
        "properties": properties,
    })
}

fn short<'n>(name: &'n str, prefix: &str) -> &'n str {
    name.strip_prefix(prefix).unwrap_or(name)
}

/// The words of a span in the units of the message.
fn words(text: &str, span: pb::Span, unit: pb::OffsetEncoding) -> String {
    let (start, end) = (span.start as usize, span.end as usize);
    match unit {
        pb::OffsetEncoding::Utf8 => text.get(start..end).unwrap_or_default().to_owned(),
        pb::OffsetEncoding::Utf16 => {
            let units: Vec<u16> = text
                .encode_utf16()
                .skip(start)
                .take(end.saturating_sub(start))
                .collect();
            String::from_utf16_lossy(&units)
        }
        _ => text.chars().skip(start).take(end.saturating_sub(start)).collect(),
    }
}
