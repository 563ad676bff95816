"""An extraction beside what is known about its article, and what several formats want to know of it."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias, Union

from .._document import Document, _iso, _string
from .._enums import EventStatus
from .._errors import InvalidType
from .._extraction import Extraction
from .._records import Argument, Entity, Event, Mention, Sentence, Source

Item: TypeAlias = Union[Extraction, tuple[Extraction, Union[Document, Mapping[str, Any], None]]]
"""An extraction, alone or with its document: formats that give outlet, day and address of an article need that."""


@dataclass(frozen=True, slots=True)
class Article:
    """An extraction with the facts about its article; those that are unknown are empty."""

    x: Extraction
    published_at: str
    """Day or moment, as ISO 8601 writes it."""
    source: str
    url: str

    @property
    def id(self) -> str:
        """The document's id, or where it has none the beginning of its hash."""
        return self.x.document_id or self.x.text_sha256[:16]

    @property
    def day(self) -> str:
        """The day of publication."""
        return self.published_at[:10]

    def entity(self, of: Argument | Mention | Source | None) -> Entity | None:
        """The entity that a record refers to, where the layer is there."""
        if of is None or not of.entity:
            return None
        try:
            return self.x.entity(of)
        except KeyError:
            # Entities were not asked for.
            return None

    def sentence(self, at: int) -> Sentence | None:
        """The sentence that a character lies in."""
        sentences = self.x.sentences
        index = bisect_right([sentence.span.start for sentence in sentences], at) - 1
        return sentences[index] if index >= 0 and at < sentences[index].span.end else None

    def title(self) -> str:
        """The headline, on one line."""
        return next((one_line(section.text) for section in self.x.sections if section.kind == "TITLE"), "")


def article(item: Item) -> Article:
    """Reads what a caller gives.

    Raises:
        InvalidType: that is no extraction, or no pair of one and its document.
    """
    x, document = item if isinstance(item, tuple) and len(item) == 2 else (item, None)
    if not isinstance(x, Extraction):
        raise InvalidType(
            f"an extraction is exported, or a pair of one and its document; not {type(x).__name__}", "item"
        )
    if document is None:
        return Article(x, "", "", "")
    if isinstance(document, Document):
        return Article(x, _iso(document.published_at), document.source, document.url)
    if isinstance(document, Mapping):
        known = {name: _string(document.get(name), f"document.{name}") for name in ("source", "url")}
        return Article(x, _iso(document.get("published_at")), known["source"], known["url"])
    raise InvalidType(f"a document is a musnad.Document or a dict; not {type(document).__name__}", "document")


class Country(NamedTuple):
    """Codes of a country; empty where there is none."""

    alpha3: str
    alpha2: str
    numeric: str
    cow: str
    region: str
    name: str


@cache
def _countries() -> Mapping[str, Country]:
    with files(__package__).joinpath("countries.tsv").open(encoding="utf-8") as table:
        rows = csv.reader((line for line in table if not line.startswith("#")), delimiter="\t", lineterminator="\n")
        return {row[0]: Country(*("" if cell == "-" else cell for cell in row)) for row in rows}


def country(alpha3: str) -> Country | None:
    """A country by ISO 3166-1 alpha-3."""
    return _countries().get(alpha3)


def one_line(text: str) -> str:
    """Text for a field that ends at a tab or the end of a line."""
    return " ".join(text.split())


def plover(code: object) -> str:
    """A mode as PLOVER writes it."""
    return "sideAB" if code == "SIDE_AB" else str(code).lower().replace("_", "-")


def of_status(events: Iterable[Event], statuses: Iterable[str] | None) -> list[Event]:
    """The events with one of these statuses; all of them with ``None``."""
    if statuses is None:
        return list(events)
    wanted = {EventStatus(status) for status in statuses}
    return [event for event in events if event.status in wanted]


def sources(article: Article, event: Event) -> list[str]:
    """Who says so, the innermost first; empty where the outlet itself does, or the layer is not there."""
    try:
        statements = article.x.statements_of(event)
    except KeyError:
        return []
    return list(dict.fromkeys(source.text for statement in statements for source in reversed(statement.chain)))
