"""DataFrames of events, statements and mentions, for pandas or polars."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any, NamedTuple

from ._errors import InvalidArgument, MusnadError
from ._extraction import Extraction
from ._records import Argument, Bounds, Casualties, Event, Mention, Statement

__all__ = ["Frames", "frames"]

SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Frames:
    """The three tables of a set of extractions."""

    events: Any
    statements: Any
    mentions: Any


class Column(NamedTuple):
    """A column: its name, what is in it, and how a row fills it."""

    name: str
    type: str
    value: Callable[[Extraction, Any], Any]


def frames(
    extractions: Iterable[Extraction | MusnadError], *, library: str | None = None, lists: bool = False
) -> Frames:
    """Tables over many extractions: ``frames(musnad.extract_many(docs)).events``.

    Args:
        extractions: they may come from :func:`musnad.extract_many`; error objects among them are passed over.
        library: ``"pandas"`` or ``"polars"``; whichever is installed, pandas first, if left out.
        lists: whether a cell with several values is a list; otherwise they stand side by side, parted by ``"; "``.

    Raises:
        ImportError: neither is installed.
    """
    library = _library(library)
    tables: tuple[tuple[Sequence[Column], str, list[dict[str, Any]]], ...] = (
        (EVENT_COLUMNS, "events", []),
        (STATEMENT_COLUMNS, "statements", []),
        (MENTION_COLUMNS, "mentions", []),
    )
    for extraction in extractions:
        if isinstance(extraction, Extraction):
            for columns, layer, rows in tables:
                rows.extend(_rows(extraction, layer, columns))
    return Frames(*(_frame(rows, columns, library, lists) for columns, _, rows in tables))


def events_frame(extractions: Iterable[Extraction], *, library: str | None = None, lists: bool = False) -> Any:
    """One row an event."""
    return _table(extractions, "events", EVENT_COLUMNS, library, lists)


def statements_frame(extractions: Iterable[Extraction], *, library: str | None = None, lists: bool = False) -> Any:
    """One row a statement."""
    return _table(extractions, "statements", STATEMENT_COLUMNS, library, lists)


def mentions_frame(extractions: Iterable[Extraction], *, library: str | None = None, lists: bool = False) -> Any:
    """One row a mention."""
    return _table(extractions, "mentions", MENTION_COLUMNS, library, lists)


def _table(
    extractions: Iterable[Extraction], layer: str, columns: Sequence[Column], library: str | None, lists: bool
) -> Any:
    library = _library(library)
    rows = [row for extraction in extractions for row in _rows(extraction, layer, columns)]
    return _frame(rows, columns, library, lists)


def _rows(extraction: Extraction, layer: str, columns: Sequence[Column]) -> Iterable[dict[str, Any]]:
    for record in getattr(extraction, layer):
        yield {column.name: column.value(extraction, record) for column in columns}


def _library(library: str | None) -> str:
    if library is None:
        library = next((name for name in ("pandas", "polars") if find_spec(name) is not None), None)
        if library is None:
            raise ImportError("DataFrames need pandas or polars: pip install 'musnad[pandas]' or 'musnad[polars]'")
    elif library not in ("pandas", "polars"):
        raise InvalidArgument(f"library is 'pandas' or 'polars', not {library!r}", "library")
    elif find_spec(library) is None:
        raise ImportError(f"{library} is not installed: pip install 'musnad[{library}]'")
    return library


def _frame(rows: list[dict[str, Any]], columns: Sequence[Column], library: str, lists: bool) -> Any:
    make = _pandas if library == "pandas" else _polars
    data = {column.name: [_cell(row[column.name], column, lists) for row in rows] for column in columns}
    return make(data, columns, lists)


def _cell(value: Any, column: Column, lists: bool) -> Any:
    if column.type == "list":
        return list(value) if lists else SEPARATOR.join(value)
    return value


def _pandas(data: dict[str, list[Any]], columns: Sequence[Column], lists: bool) -> Any:
    import pandas

    text = "object" if lists else "string"
    types = {"text": "string", "list": text, "count": "Int64", "number": "Float64"}

    def series(column: Column) -> Any:
        if column.type == "day":
            # Seconds: in nanoseconds, years end at 2262 and begin at 1677.
            values = [None if day is None else day.isoformat() for day in data[column.name]]
            return pandas.Series(values, dtype="datetime64[s]")
        return pandas.Series(data[column.name], dtype=types[column.type])

    return pandas.DataFrame({column.name: series(column) for column in columns})


def _polars(data: dict[str, list[Any]], columns: Sequence[Column], lists: bool) -> Any:
    import polars

    text = polars.List(polars.String) if lists else polars.String
    types = {
        "text": polars.String,
        "list": text,
        "count": polars.Int64,
        "number": polars.Float64,
        "day": polars.Date,
    }
    return polars.DataFrame(data, schema={column.name: types[column.type] for column in columns})


def _texts(arguments: Iterable[Argument]) -> list[str]:
    return [argument.text for argument in arguments]


def _place(extraction: Extraction, event: Event, attribute: str) -> Any:
    """A property of the entity that the place refers to."""
    if event.place is None or not event.place.entity:
        return None
    try:
        return getattr(extraction.entity(event.place), attribute)
    except KeyError:
        # Entities were not asked for.
        return None


def _coordinate(extraction: Extraction, event: Event, axis: str) -> float | None:
    point = _place(extraction, event, "location")
    return None if point is None else getattr(point, axis)


def _harm(event: Event, kind: str, end: str) -> int | None:
    casualties: Casualties | None = event.casualties
    bounds: Bounds | None = None if casualties is None else getattr(casualties, kind)
    value = None if bounds is None else getattr(bounds, end)
    return None if value is None else round(value)


def _sources(extraction: Extraction, event: Event) -> list[str]:
    """Who says so, the innermost first, without repeating a name."""
    try:
        statements = extraction.statements_of(event)
    except KeyError:
        # Statements were not asked for.
        return []
    sources = [source.text for statement in statements for source in reversed(statement.chain)]
    return list(dict.fromkeys(sources))


def _entity(extraction: Extraction, mention: Mention, attribute: str) -> Any:
    try:
        return getattr(extraction.entity(mention), attribute)
    except KeyError:
        return None


EVENT_COLUMNS = (
    Column("document_id", "text", lambda x, _: x.document_id),
    Column("event", "text", lambda _, event: event.id),
    Column("first_day", "day", lambda _, event: event.when and event.when.first_day),
    Column("last_day", "day", lambda _, event: event.when and event.when.last_day),
    Column("actors", "list", lambda _, event: _texts(event.actors)),
    Column("type", "text", lambda _, event: event.type.value),
    Column("mode", "text", lambda _, event: event.mode and event.mode.value),
    Column("trigger", "text", lambda _, event: event.trigger.text),
    Column("recipients", "list", lambda _, event: _texts(event.recipients)),
    Column("place", "text", lambda _, event: event.place and event.place.text),
    Column("place_name", "text", lambda x, event: _place(x, event, "name_en") or _place(x, event, "name")),
    Column("country", "text", lambda x, event: _place(x, event, "country") or None),
    Column("lat", "number", lambda x, event: _coordinate(x, event, "lat")),
    Column("lon", "number", lambda x, event: _coordinate(x, event, "lon")),
    Column("instrument", "text", lambda _, event: event.instrument and event.instrument.text),
    Column("killed_min", "count", lambda _, event: _harm(event, "killed", "min")),
    Column("killed_max", "count", lambda _, event: _harm(event, "killed", "max")),
    Column("injured_min", "count", lambda _, event: _harm(event, "injured", "min")),
    Column("injured_max", "count", lambda _, event: _harm(event, "injured", "max")),
    Column("status", "text", lambda _, event: event.status.value),
    Column("sources", "list", _sources),
    Column("contexts", "list", lambda _, event: [context.value for context in event.contexts]),
    Column("quad", "text", lambda _, event: event.quad.value),
    Column("intensity", "number", lambda _, event: event.intensity),
    Column("acled", "text", lambda _, event: None if event.acled is None else str(event.acled)),
    Column("start", "count", lambda _, event: event.trigger.start),
    Column("end", "count", lambda _, event: event.trigger.end),
    Column("score", "number", lambda _, event: event.score),
    Column("evidence", "text", lambda _, event: event.evidence),
)


def _source(statement: Statement, attribute: str) -> str | None:
    return None if statement.source is None else str(getattr(statement.source, attribute))


STATEMENT_COLUMNS = (
    Column("document_id", "text", lambda x, _: x.document_id),
    Column("statement", "text", lambda _, statement: statement.id),
    Column("source", "text", lambda _, statement: _source(statement, "text")),
    Column("source_kind", "text", lambda _, statement: _source(statement, "kind")),
    Column("via", "list", lambda _, statement: [source.text for source in statement.via]),
    Column("cue", "text", lambda _, statement: statement.cue.text),
    Column("stance", "text", lambda _, statement: statement.stance.value),
    Column("quotation", "text", lambda _, statement: statement.quotation.value),
    Column("medium", "text", lambda _, statement: statement.medium or None),
    Column("content", "text", lambda _, statement: statement.content.text),
    Column("events", "list", lambda _, statement: statement.events),
    Column("start", "count", lambda _, statement: statement.content.start),
    Column("end", "count", lambda _, statement: statement.content.end),
    Column("score", "number", lambda _, statement: statement.score),
    Column("evidence", "text", lambda _, statement: statement.evidence),
)

MENTION_COLUMNS = (
    Column("document_id", "text", lambda x, _: x.document_id),
    Column("text", "text", lambda _, mention: mention.text),
    Column("type", "text", lambda _, mention: mention.type.value),
    Column("form", "text", lambda _, mention: mention.form.value),
    Column("title", "text", lambda _, mention: mention.title and mention.title.text),
    Column("entity", "text", lambda _, mention: mention.entity or None),
    Column("name", "text", lambda x, mention: _entity(x, mention, "name")),
    Column("name_en", "text", lambda x, mention: _entity(x, mention, "name_en") or None),
    Column("country", "text", lambda x, mention: _entity(x, mention, "country") or None),
    Column("sectors", "list", lambda x, mention: _entity(x, mention, "sectors") or ()),
    Column("geonames", "count", lambda x, mention: _entity(x, mention, "geonames")),
    Column("wikidata", "text", lambda x, mention: _entity(x, mention, "wikidata") or None),
    Column("start", "count", lambda _, mention: mention.span.start),
    Column("end", "count", lambda _, mention: mention.span.end),
    Column("score", "number", lambda _, mention: mention.score),
    Column("evidence", "text", lambda _, mention: mention.evidence),
)
