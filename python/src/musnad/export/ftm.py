"""FollowTheMoney entities: an article, what it names, and its events, for Aleph, OpenAleph and OpenSanctions' tools.

An article is an ``Article``, persons are ``Person``, bodies ``PublicBody`` or ``Organization``, places ``Address`` with a
point, events ``Event`` (``organizer`` acts, ``involved`` has it done to them), and each name is tied to its article by a
``Mention``. FollowTheMoney has no place for offsets, roles and who says so: :func:`spans` gives them beside, keyed by the
entities' ids.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha1
from typing import Any

from .._enums import EntityType, MentionForm
from .._records import Entity, Event
from ._article import Article, Item, article, country, of_status, one_line, sources

__all__ = ["entities", "lines", "spans"]

_PLACES = {EntityType.GEOPOLITICAL, EntityType.LOCATION, EntityType.FACILITY}
_PUBLIC = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "UNO", "IGO", "EUR"}


def entities(item: Item, *, statuses: Iterable[str] | None = ("OCCURRED",)) -> list[dict[str, Any]]:
    """The entities of an article: ``followthemoney.model.get_proxy`` reads each.

    Args:
        item: an extraction, or a pair of one and its document.
        statuses: which events to give; ``None`` gives all. FollowTheMoney cannot say that an event did not happen.
    """
    about = article(item)
    found = [_article(about)]
    for entity in about.x.entities:
        if (written := _entity(about, entity)) is not None:
            found.append(written)
            found.append(_mention(about, entity, written["schema"]))
    found.extend(_event(about, event) for event in of_status(about.x.events, statuses))
    return found


def spans(item: Item) -> list[dict[str, Any]]:
    """Where in the text the entities of :func:`entities` stand, in code points: mentions, and triggers and arguments of events."""
    about = article(item)
    document = _id(about)
    known = {entity.id: _entity_id(about, entity) for entity in about.x.entities if _schema(entity) is not None}
    found = [
        {"id": known[mention.entity], "role": "mention", "start": mention.span.start, "end": mention.span.end,
         "text": mention.text}
        for mention in about.x.mentions if mention.entity in known
    ]  # fmt: skip
    for event in about.x.events:
        id = _id(about, event.id)
        trigger = event.trigger
        found.append({"id": id, "role": "trigger", "start": trigger.start, "end": trigger.end, "text": trigger.text})
        for argument in event.arguments:
            found.append(
                {"id": id, "role": argument.role.value.lower(), "start": argument.span.start, "end": argument.span.end,
                 "text": argument.text, **({"entity": known[argument.entity]} if argument.entity in known else {})}
            )  # fmt: skip
    return [{"document": document, **span} for span in found]


def lines(items: Iterable[Item], *, statuses: Iterable[str] | None = ("OCCURRED",)) -> Iterable[str]:
    """Entities as JSON Lines, which ``ftm`` reads. An entity with a Wikidata id comes again with every article that names it: aggregate them."""
    for item in items:
        for entity in entities(item, statuses=statuses):
            yield json.dumps(entity, ensure_ascii=False)


def _id(about: Article, *key: str) -> str:
    # Of the text too: documents may share an id, or have none.
    return sha1("\0".join([about.x.document_id, about.x.text_sha256, *key]).encode()).hexdigest()


def _entity_id(about: Article, entity: Entity) -> str:
    """FollowTheMoney's custom is to name what Wikidata has by its item, so that it is one over many articles."""
    return entity.wikidata or _id(about, entity.id)


def _schema(entity: Entity) -> str | None:
    # A source without a name («مصدر عسكري») is somebody, but nobody who can be found again.
    if entity.evidence == "statements.unnamed":
        return None
    if entity.type is EntityType.PERSON:
        return "Person"
    if entity.type is EntityType.ORGANIZATION:
        return "PublicBody" if _PUBLIC.intersection(entity.sectors) else "Organization"
    return "Address" if entity.type in _PLACES else None


def _proxy(id: str, schema: str, **properties: Iterable[str]) -> dict[str, Any]:
    known = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in known.items() if values}}


def _article(about: Article) -> dict[str, Any]:
    return _proxy(
        _id(about),
        "Article",
        title=[about.title()],
        fileName=[one_line(about.id)],
        bodyText=[about.x.text],
        language=["ara"],
        publishedAt=[about.published_at],
        publisher=[one_line(about.source)],
        sourceUrl=[about.url],
    )


def _entity(about: Article, entity: Entity) -> dict[str, Any] | None:
    schema = _schema(entity)
    if schema is None:
        return None
    nation = country(entity.country)
    names = [one_line(name) for name in (entity.name, entity.name_en, entity.romanized)]
    shared: dict[str, list[str]] = {
        "alias": [one_line(alias) for alias in entity.aliases],
        "country": [nation.alpha2.lower()] if nation else [],
        "wikidataId": [entity.wikidata],
        "proof": [_id(about)],
    }
    if schema == "Address":
        point = entity.location
        return _proxy(
            _entity_id(about, entity), schema, **shared,
            full=names[:2], state=[entity.admin1], region=[entity.admin2],
            latitude=[f"{point.lat:.5f}"] if point else [], longitude=[f"{point.lon:.5f}"] if point else [],
        )  # fmt: skip
    offices = [role.office or one_line(role.text) for role in entity.roles] if schema == "Person" else []
    more = {"position": offices} if offices else {}
    return _proxy(_entity_id(about, entity), schema, name=names, **shared, **more)


def _mention(about: Article, entity: Entity, schema: str) -> dict[str, Any]:
    names = [one_line(mention.text) for mention in about.x.mentions_of(entity) if mention.form is MentionForm.NAME] or [
        one_line(entity.name)
    ]
    nation = country(entity.country)
    return _proxy(
        _id(about, "mention", entity.id), "Mention",
        document=[_id(about)], resolved=[_entity_id(about, entity)] if schema != "Address" else [], name=names,
        detectedSchema=[schema], contextCountry=[nation.alpha2.lower()] if nation else [],
    )  # fmt: skip


def _event(about: Article, event: Event) -> dict[str, Any]:
    def parties(arguments: Iterable[Any]) -> list[str]:
        found = [about.entity(argument) for argument in arguments]
        return [
            _entity_id(about, entity)
            for entity in found
            if entity is not None and _schema(entity) in ("Person", "Organization", "PublicBody")
        ]

    place = about.entity(event.place)
    nation = country(place.country) if place is not None else None
    sentence = about.sentence(event.trigger.start)
    days = [event.when.first_day.isoformat(), event.when.last_day.isoformat()] if event.when else ["", ""]
    one_day = days[0] == days[1]
    return _proxy(
        _id(about, event.id), "Event",
        name=[f"{event.type}{f'/{event.mode}' if event.mode else ''}: {one_line(event.trigger.text)}"],
        summary=[one_line(sentence.text)] if sentence else [],
        keywords=[event.type.value, event.mode.value if event.mode else "", event.custom_type],
        date=[days[0]] if one_day else [],
        startDate=[] if one_day else [days[0]],
        endDate=[] if one_day else [days[1]],
        location=[one_line(event.place.text)] if event.place else [],
        addressEntity=[_entity_id(about, place)] if place is not None and _schema(place) == "Address" else [],
        country=[nation.alpha2.lower()] if nation else [],
        organizer=parties(event.actors),
        involved=parties(event.recipients),
        namesMentioned=[one_line(argument.text) for argument in (*event.actors, *event.recipients)],
        description=[f"by: {'، '.join(voices)}"] if (voices := [one_line(v) for v in sources(about, event)]) else [],
        publisher=[one_line(about.source)], sourceUrl=[about.url], proof=[_id(about)],
    )  # fmt: skip
