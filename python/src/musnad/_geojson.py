"""GeoJSON (RFC 7946) of events and entities, as ``musnad extract --format geojson`` writes it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ._enums import ArgumentRole

if TYPE_CHECKING:
    from ._extraction import Extraction
    from ._records import Entity, Event, LatLon

__all__ = ["feature_collection"]


def feature_collection(extractions: Iterable[Extraction]) -> dict[str, Any]:
    """One collection over many extractions: ``json.dump(feature_collection(results), file)``.

    An event is a feature at the point of its place; every entity with a point is one. Events without a place that is known
    stay out.
    """
    features: list[dict[str, Any]] = []
    for extraction in extractions:
        entities = {entity.id: entity for entity in extraction.entities}
        for event in extraction.events:
            features.extend(_event(extraction, event, entities))
        for entity in extraction.entities:
            if entity.location is not None:
                properties = {
                    "kind": "entity",
                    "document_id": extraction.document_id,
                    "id": entity.id,
                    "type": str(entity.type),
                    "name": entity.name,
                    **_place(entity),
                }
                features.append(_feature(entity.location, properties))
    return {"type": "FeatureCollection", "features": features}


def _event(extraction: Extraction, event: Event, entities: dict[str, Entity]) -> Iterable[dict[str, Any]]:
    def names(role: ArgumentRole) -> list[str]:
        of_role = [argument for argument in event.arguments if argument.role == role]
        known = [entities.get(argument.entity) for argument in of_role]
        return [
            entity.name_en if entity is not None and entity.name_en else argument.text
            for argument, entity in zip(of_role, known, strict=True)
        ]

    places = [argument for argument in event.arguments if argument.role == ArgumentRole.PLACE and argument.entity]
    place = entities.get(places[0].entity) if places else None
    if place is None or place.location is None:
        return
    properties: dict[str, Any] = {
        "kind": "event",
        "document_id": extraction.document_id,
        "id": event.id,
        "type": str(event.type),
    }
    if event.mode is not None:
        properties["mode"] = str(event.mode)
    properties["status"] = str(event.status)
    properties["trigger"] = extraction.text[event.trigger.start : event.trigger.end]
    properties["actors"] = names(ArgumentRole.ACTOR)
    properties["recipients"] = names(ArgumentRole.RECIPIENT)
    if event.when is not None:
        properties["first_day"] = event.when.first_day.isoformat()
        properties["last_day"] = event.when.last_day.isoformat()
    if event.casualties is not None and event.casualties.killed is not None:
        properties["killed_min"] = event.casualties.killed.min
        properties["killed_max"] = event.casualties.killed.max
    if event.acled is not None:
        properties["acled"] = f"{event.acled.event_type}/{event.acled.sub_event_type}"
    properties["place"] = place.name
    yield _feature(place.location, {**properties, **_place(place)})


def _place(place: Entity) -> dict[str, Any]:
    known: dict[str, Any] = {
        "name_en": place.name_en,
        "romanized": place.romanized,
        "country": place.country,
        "admin1": place.admin1,
        "admin2": place.admin2,
        "resolution": str(place.resolution) if place.resolution is not None else "",
        "geonames": place.geonames,
        "radius_km": place.radius_km,
    }
    return {key: value for key, value in known.items() if value is not None and value != ""}


def _feature(point: LatLon, properties: dict[str, Any]) -> dict[str, Any]:
    # GeoJSON writes the longitude first.
    geometry = {"type": "Point", "coordinates": [point.lon, point.lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
