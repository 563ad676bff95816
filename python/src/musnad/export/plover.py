"""PLOVER records, one JSON object an event.

The fields are those of the manual's record table (``id``, ``date``, ``actor``, ``event``, ``recipient``, ``mode``,
``context``, ``event_loc``, ``text_info``, …). What musnad knows beyond them is added: ``status`` and ``auxiliary_mode``
(PLOVER's four auxiliary modes), ``size`` with lower and upper bounds, ``sources`` (who says so) and ``trigger``. All
offsets count code points of the article's text; :data:`SCHEMA` is the JSON Schema of a record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from .._enums import EventMode
from .._records import Argument, Bounds, Entity, Event
from ._article import Article, Item, article, country, of_status, plover, sources

__all__ = ["SCHEMA", "lines", "records"]

_AUXILIARY = {"PLANNED": "future", "DEMANDED": "hypothetical", "POSSIBLE": "hypothetical", "NEGATED": "negation"}
_SIZES = {"killed": "dead", "injured": "injured", "detained": "arrested"}


def records(item: Item, *, statuses: Iterable[str] | None = None) -> list[dict[str, Any]]:
    """The events of an article as PLOVER records.

    Args:
        item: an extraction, or a pair of one and its document.
        statuses: which events to give (``["OCCURRED"]``); all by default, with their ``auxiliary_mode``.

    >>> import musnad
    >>> x = musnad.extract("قصف الجيش مدينة سرت أمس.", id="a1", published_at="2020-06-11")
    >>> [(record["id"], record["date"], record["event"]) for record in records(x)]
    [('a1-e1', '2020-06-10', 'ASSAULT')]
    """
    about = article(item)
    return [_record(about, event) for event in of_status(about.x.events, statuses)]


def lines(items: Iterable[Item], *, statuses: Iterable[str] | None = None) -> Iterable[str]:
    """Records as JSON Lines, without the ends of the lines."""
    for item in items:
        for record in records(item, statuses=statuses):
            yield json.dumps(record, ensure_ascii=False)


def _record(about: Article, event: Event) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": f"{about.id}-{event.id}",
        "has_event": True,
        # An event whose day the text does not give is of the day of the report, as PLOVER's coders have it.
        "date": event.when.first_day.isoformat() if event.when else about.day or None,
        "actor": [_actor(about, argument) for argument in event.actors],
        "recipient": [_actor(about, argument) for argument in event.recipients],
        "event": event.type.value,
        "mode": None if event.mode is None else plover(event.mode),
        "context": [context.value.lower() for context in event.contexts],
        "quad_code": event.quad.value.lower(),
        "event_scale": event.intensity,
        "status": event.status.value.lower(),
        "coder": f"musnad {about.x.engine.version}",
        "score": event.score,
        "trigger": {"start": event.trigger.start, "end": event.trigger.end, "text": event.trigger.text},
    }
    if event.when and event.when.last_day != event.when.first_day:
        record["enddate"] = event.when.last_day.isoformat()
    if event.status.value in _AUXILIARY:
        record["auxiliary_mode"] = _AUXILIARY[event.status.value]
    if event.custom_type:
        record["custom_event"] = event.custom_type
    if event.place is not None:
        record["event_loc"] = _location(event.place, about.entity(event.place))
    size = {_SIZES[name]: _bounds(getattr(event.casualties, name)) for name in _SIZES} if event.casualties else {}
    if any(size.values()):
        record["size"] = {name: bounds for name, bounds in size.items() if bounds}
    record["sources"] = sources(about, event)
    sentence = about.sentence(event.trigger.start)
    if sentence is not None:
        sequence = about.x.sentences.index(sentence)
        record["event_text"] = sentence.text
        record["text_info"] = {"sequence": sequence, "start": sentence.span.start, "end": sentence.span.end}
    cited = {"url": about.url, "publication": about.source, "date": about.published_at, "language": "ara"}
    record["cite_info"] = {name: value for name, value in cited.items() if value}
    if event.same_as:
        record["link"] = [f"{about.id}-{event.same_as}"]
    return record


def _actor(about: Article, argument: Argument) -> dict[str, Any]:
    entity = about.entity(argument)
    codes = [argument.country] if argument.country else []
    sectors = ([argument.sector] if argument.sector else []) or list(entity.sectors if entity else ())
    actor: dict[str, Any] = {
        "code": " ".join(dict.fromkeys([*codes, *sectors[:1]])) or "UNK",
        "sector": sectors,
        "entity_text": argument.text,
        "start": argument.span.start,
        "end": argument.span.end,
    }
    if entity is not None:
        actor["identifier_text"] = entity.name_en or entity.romanized or entity.name
        if entity.code:
            actor["custom_code"] = entity.code
        if entity.wikidata:
            actor["identifier_id"] = entity.wikidata
        office = next((role.office or role.text for role in entity.roles), "")
        if office:
            actor["office"] = office
    return actor


def _location(place: Argument, entity: Entity | None) -> dict[str, Any]:
    location: dict[str, Any] = {
        "extracted_place": place.text,
        "start": place.span.start,
        "end": place.span.end,
    }
    if entity is None:
        return location
    nation = country(entity.country)
    known = {
        "resolved_place": entity.name_en or entity.name,
        "geonameid": entity.geonames,
        "lat": entity.location and entity.location.lat,
        "lon": entity.location and entity.location.lon,
        "district": entity.admin2,
        "province": entity.admin1,
        "country": nation and nation.name,
        "country_code": entity.country,
        "resolution": entity.resolution and entity.resolution.value.lower(),
    }
    return {**location, **{name: value for name, value in known.items() if value not in (None, "")}}


def _bounds(bounds: Bounds | None) -> dict[str, float]:
    known = {"min": bounds.min, "max": bounds.max} if bounds else {}
    return {end: value for end, value in known.items() if value is not None}


def _object(required: list[str], **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


_TEXT = {"type": "string", "minLength": 1}
_DAY = {"type": "string", "format": "date"}
_OFFSET = {"type": "integer", "minimum": 0}
_SPAN = {"start": _OFFSET, "end": _OFFSET}
_ACTORS = {
    "type": "array",
    "items": _object(
        ["code", "sector", "entity_text", "start", "end"],
        code=_TEXT, sector={"type": "array", "items": _TEXT}, entity_text=_TEXT, identifier_text=_TEXT,
        identifier_id=_TEXT, office=_TEXT, custom_code=_TEXT, **_SPAN,
    ),
}  # fmt: skip
_NUMBER = {"type": "number"}
_BOUNDS = _object([], min=_NUMBER, max=_NUMBER)

SCHEMA: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "A PLOVER record as musnad writes it",
    **_object(
        ["id", "date", "actor", "event", "quad_code", "status", "trigger"],
        id=_TEXT,
        has_event={"const": True},
        date={"anyOf": [_DAY, {"type": "null"}]},
        enddate=_DAY,
        actor=_ACTORS,
        recipient=_ACTORS,
        event={"enum": ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
                        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]},
        mode={"enum": [None, *(plover(mode) for mode in EventMode)]},
        auxiliary_mode={"enum": ["historical", "future", "hypothetical", "negation"]},
        custom_event=_TEXT,
        context={"type": "array", "items": {"type": "string", "pattern": "^[a-z_]+$"}},
        quad_code={"enum": ["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]},
        event_scale={"type": ["number", "null"], "minimum": -10, "maximum": 10},
        status={"enum": ["occurred", "planned", "demanded", "possible", "negated"]},
        event_loc=_object(
            ["extracted_place", "start", "end"],
            extracted_place=_TEXT, resolved_place=_TEXT, geonameid={"type": "integer"}, lat=_NUMBER, lon=_NUMBER,
            district=_TEXT, province=_TEXT, country=_TEXT, country_code=_TEXT, resolution=_TEXT, **_SPAN,
        ),
        size=_object([], dead=_BOUNDS, injured=_BOUNDS, arrested=_BOUNDS),
        sources={"type": "array", "items": _TEXT},
        event_text=_TEXT,
        text_info=_object(["sequence", "start", "end"], sequence=_OFFSET, **_SPAN),
        cite_info=_object([], url=_TEXT, publication=_TEXT, date=_TEXT, language=_TEXT),
        link={"type": "array", "items": _TEXT},
        coder=_TEXT,
        score={"type": "number", "minimum": 0, "maximum": 1},
        trigger=_object(["start", "end", "text"], text=_TEXT, **_SPAN),
    ),
}  # fmt: skip
"""JSON Schema (draft 2020-12) of a record."""
