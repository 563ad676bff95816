"""W3C Web Annotations in JSON-LD: an annotation page an article.

Each annotation points at its words twice, as the data model asks: by a ``TextPositionSelector``, whose offsets count code points,
and by a ``TextQuoteSelector`` with the words before and after, which survives edits of the page. Bodies are codes
(``tagging``), links to Wikidata and GeoNames (``identifying``) and the record in musnad's own JSON (``describing``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from .._records import Entity, Span
from ._article import Article, Item, article

__all__ = ["CONTEXT", "lines", "page"]

CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
"""The JSON-LD context of Web Annotations."""

_BESIDE = 32
"""Characters of prefix and suffix."""


def page(item: Item) -> dict[str, Any]:
    """The annotations of an article: entities, times, quantities, events and statements.

    >>> import musnad
    >>> x = musnad.extract("وصل أمس.", id="a1", published_at="2020-06-11", layers=["times"])
    >>> page(x)["items"][0]["target"]["selector"][0]
    {'type': 'TextPositionSelector', 'start': 4, 'end': 7}
    """
    about = article(item)
    page_id = f"urn:musnad:{quote(about.id, safe='')}"
    items: list[dict[str, Any]] = []

    def annotate(span: Span, motivation: str, *bodies: dict[str, Any]) -> None:
        items.append(
            {
                "id": f"{page_id}:a{len(items) + 1}",
                "type": "Annotation",
                "motivation": motivation,
                "body": list(bodies),
                "target": {"source": about.url or page_id, "selector": _selectors(about, span)},
            }
        )

    for mention in about.x.mentions:
        annotate(mention.span, "identifying", _tag(mention.type), *_links(about.entity(mention)))
    for time in about.x.times:
        annotate(time.span, "tagging", _tag(f"TIMEX3/{time.kind}"), _tag(time.value), _record(time))
    for quantity in about.x.quantities:
        annotate(quantity.span, "tagging", _tag(quantity.kind), _record(quantity))
    for event in about.x.events:
        code = f"{event.type}/{event.mode}" if event.mode else f"{event.type}"
        annotate(event.trigger, "classifying", _tag(f"PLOVER/{code}"), _tag(event.status), _record(event))
    for statement in about.x.statements:
        annotate(statement.content, "describing", _tag(statement.stance), _record(statement))
    return {
        "@context": CONTEXT,
        "id": page_id,
        "type": "AnnotationPage",
        "generator": {
            "id": f"urn:musnad:engine:{about.x.engine.version}",
            "type": "Software",
            "name": f"musnad {about.x.engine.version}",
        },
        "startIndex": 0,
        "items": items,
    }


def lines(items: Iterable[Item]) -> Iterable[str]:
    """A page a line."""
    for item in items:
        yield json.dumps(page(item), ensure_ascii=False)


def _selectors(about: Article, span: Span) -> list[dict[str, Any]]:
    text = about.x.text
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _BESIDE) : span.start],
            "suffix": text[span.end : span.end + _BESIDE],
        },
    ]


def _tag(value: object) -> dict[str, Any]:
    return {"type": "TextualBody", "value": str(value), "purpose": "tagging"}


def _record(record: Any) -> dict[str, Any]:
    return {
        "type": "TextualBody",
        "value": json.dumps(record.to_dict(), ensure_ascii=False),
        "format": "application/json",
        "purpose": "describing",
    }


def _links(entity: Entity | None) -> Iterable[dict[str, Any]]:
    if entity is None:
        return
    if entity.wikidata:
        source = f"http://www.wikidata.org/entity/{entity.wikidata}"
        yield {"type": "SpecificResource", "source": source, "purpose": "identifying"}
    if entity.geonames is not None:
        source = f"https://sws.geonames.org/{entity.geonames}/"
        yield {"type": "SpecificResource", "source": source, "purpose": "identifying"}
    if name := entity.name_en or entity.romanized:
        yield {"type": "TextualBody", "value": name, "language": "en", "purpose": "identifying"}
