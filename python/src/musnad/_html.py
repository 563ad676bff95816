"""The article as HTML: right-to-left, with what was found marked in it, and the events as a table."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import fields
from enum import Enum
from html import escape
from typing import Any, NamedTuple

from ._extraction import Extraction
from ._records import Event, Span

SHOWN_IN_NOTEBOOK = 50_000
"""Characters of an article that a notebook shows; longer ones would freeze it."""

SHOWN_RECORDS = 200
"""Records of a layer that a notebook shows."""

# Colours are laid thinly over whatever ground there is and text keeps its own, so that light and dark both work.
STYLE = """
.musnad{direction:rtl;text-align:right;color:inherit;background:transparent;font-size:1.05em;line-height:1.9;max-width:60em}
.musnad p,.musnad h3,.musnad h4{margin:.5em 0;white-space:pre-wrap;text-align:right}
.musnad .musnad-dateline,.musnad .musnad-credits{opacity:.7}
.musnad mark{color:inherit;background:rgba(128,128,128,.25);border-radius:2px;padding:0;margin:0}
.musnad mark.musnad-person{background:rgba(66,133,244,.28)}
.musnad mark.musnad-organization{background:rgba(156,39,176,.26)}
.musnad mark.musnad-geopolitical,.musnad mark.musnad-location,.musnad mark.musnad-facility{background:rgba(0,150,80,.28)}
.musnad mark.musnad-miscellaneous{background:rgba(128,128,128,.28)}
.musnad mark.musnad-time{background:rgba(255,170,0,.30)}
.musnad mark.musnad-quantity{background:rgba(0,172,193,.30)}
.musnad mark.musnad-trigger{border-bottom:3px solid rgba(229,57,53,.9)}
.musnad mark.musnad-cue{border-bottom:3px dotted rgba(126,87,194,.95)}
.musnad mark.musnad-trigger:not([class*=" "]),.musnad mark.musnad-cue:not([class*=" "]){background:transparent}
.musnad table{direction:rtl;border-collapse:collapse;margin:1em 0;font-size:.9em}
.musnad th,.musnad td{border:1px solid rgba(128,128,128,.4);padding:.25em .6em;text-align:right;vertical-align:top}
.musnad .musnad-ltr{direction:ltr;unicode-bidi:isolate;display:inline-block}
.musnad .musnad-key{font-size:.85em;opacity:.9}
.musnad .musnad-key mark{padding:0 .4em;margin-inline-end:.4em}
""".strip()

HEADERS = ("when", "actors", "event", "recipients", "place", "casualties", "status", "sources")


class Mark(NamedTuple):
    """A stretch to be marked."""

    start: int
    end: int
    kind: str
    tooltip: str


def fragment(extraction: Extraction) -> str:
    """The whole article."""
    return _block(extraction, len(extraction.text))


def notebook(extraction: Extraction) -> str:
    """What a notebook shows: the article, or its first part and how much is left."""
    return _block(extraction, SHOWN_IN_NOTEBOOK)


def whole_page(extraction: Extraction) -> str:
    """A document of its own."""
    title = next((section.text for section in extraction.sections if section.kind == "TITLE"), "musnad")
    return (
        '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escape(' '.join(title.split()))}</title>\n</head>\n<body>\n{fragment(extraction)}\n</body>\n</html>\n"
    )


def records(rows: Sequence[Any]) -> str:
    """Records of one kind as a table: a column a field, right-to-left as the words are."""
    if not rows:
        return '<div class="musnad"><p dir="ltr">none</p></div>'
    names = [name for name in _fields(rows[0]) if any(getattr(row, name) not in (None, "", ()) for row in rows)]
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "".join(
        f"<tr>{''.join(f'<td>{_field(name, getattr(row, name))}</td>' for name in names)}</tr>"
        for row in rows[:SHOWN_RECORDS]
    )
    note = ""
    if len(rows) > SHOWN_RECORDS:
        note = f'<p dir="ltr" class="musnad-key">The first {SHOWN_RECORDS} of {len(rows):,} are shown.</p>'
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="musnad" dir="rtl" lang="ar"><style>{STYLE}</style>{table}{note}</div>'


def _fields(row: Any) -> list[str]:
    """An event by its participants, others by their fields; numbers of the machinery come last."""
    if isinstance(row, Event):
        return ["id", "when", "actors", "trigger", "recipients", "place", "instrument", "type", "mode", "status",
                "casualties", "contexts", "acled", "custom_type", "statements", "same_as", "score"]  # fmt: skip
    names = [field.name for field in fields(row)]
    last = [name for name in ("score", "evidence") if name in names]
    return [*(name for name in names if name not in last), *last]


def _field(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return "؛ ".join(filter(None, (_field(name, part) for part in value)))
    text = getattr(value, "text", None)
    if isinstance(text, str):
        return escape(text)
    if isinstance(value, float):
        return f'<span class="musnad-ltr">{value:.2f}</span>' if name == "score" else f"{value:g}"
    if isinstance(value, str) and not isinstance(value, Enum):
        return escape(value)
    return f'<span class="musnad-ltr">{escape(str(value))}</span>'


def _block(extraction: Extraction, limit: int) -> str:
    parts = [f'<div class="musnad" dir="rtl" lang="ar"><style>{STYLE}</style>']
    parts += _article(extraction, limit)
    if len(extraction.text) > limit:
        note = f"The first {limit:,} of {len(extraction.text):,} characters are shown; x.html() has all of them."
        parts.append(f'<p dir="ltr" class="musnad-key">{note}</p>')
    parts.append(_key(extraction))
    if extraction.events:
        parts.append(_table(extraction, extraction.events))
    parts += [f'<p dir="ltr" class="musnad-key">{escape(f"{w.code}: {w.message}")}</p>' for w in extraction.warnings]
    parts.append("</div>")
    return "".join(parts)


def _article(extraction: Extraction, limit: int) -> list[str]:
    text = extraction.text[:limit]
    marks = [mark for mark in _marks(extraction) if mark.start < len(text)]
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    blocks = [
        (section.span.start, min(section.span.end, len(text)), section.kind.value.lower())
        for section in extraction.sections
        if section.span.start < len(text)
    ]
    if not blocks:
        blocks = [(0, len(text), "paragraph")]
    parts = []
    first = 0
    for start, end, kind in blocks:
        tag = {"title": "h3", "heading": "h4"}.get(kind, "p")
        while first < len(marks) and marks[first].end <= start:
            first += 1
        inside = _until(marks, first, end)
        parts.append(f'<{tag} class="musnad-{kind}">{_marked(text, start, end, inside)}</{tag}>')
    return parts


def _until(marks: Sequence[Mark], first: int, end: int) -> list[Mark]:
    found = []
    for index in range(first, len(marks)):
        if marks[index].start >= end:
            break
        found.append(marks[index])
    return found


def _marks(extraction: Extraction) -> Iterable[Mark]:
    def mark(span: Span, kind: str, *about: object) -> Mark:
        return Mark(span.start, span.end, kind, " · ".join(str(part) for part in about if part))

    for mention in extraction.mentions:
        if mention.form == "NAME":
            try:
                entity = extraction.entity(mention)
                codes = " ".join(dict.fromkeys([entity.country, *entity.sectors, entity.code]))
                about = (entity.name, entity.name_en, codes.strip(), entity.wikidata)
            except KeyError:
                about = ("", "", "", "")
            yield mark(mention.span, mention.type.value.lower(), mention.type, *about)
    for time in extraction.times:
        days = f"{time.first_day}..{time.last_day}" if time.first_day != time.last_day else time.first_day
        yield mark(time.span, "time", time.kind, time.value, days)
    for quantity in extraction.quantities:
        low = "" if quantity.min is None else f"{quantity.min:g}"
        high = "" if quantity.max is None else f"{quantity.max:g}"
        yield mark(
            quantity.span, "quantity", quantity.kind, low if low == high else f"{low}..{high}", quantity.currency
        )
    for event in extraction.events:
        yield mark(
            event.trigger, "trigger", event.id, _code(event), event.acled, event.status, *_chains(extraction, event)
        )
    for statement in extraction.statements:
        yield mark(statement.cue, "cue", statement.id, statement.stance, " ← ".join(s.text for s in statement.chain))


def _marked(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """The text with marks, cut where a mark begins or ends: marks may cross each other."""
    borders = {start, end}
    for mark in marks:
        borders.update(at for at in (mark.start, mark.end) if start < at < end)
    cuts = sorted(borders)
    parts = []
    following = 0
    active: list[Mark] = []
    for left, right in itertools.pairwise(cuts):
        active = [mark for mark in active if mark.end > left]
        while following < len(marks) and marks[following].start <= left:
            if marks[following].end > left:
                active.append(marks[following])
            following += 1
        words = escape(text[left:right])
        if active:
            kinds = " ".join(dict.fromkeys(f"musnad-{mark.kind}" for mark in active))
            tooltip = escape("\n".join(dict.fromkeys(mark.tooltip for mark in active)), quote=True)
            words = f'<mark class="{kinds}" title="{tooltip}">{words}</mark>'
        parts.append(words)
    return "".join(parts)


def _key(extraction: Extraction) -> str:
    kinds = dict.fromkeys(mark.kind for mark in _marks(extraction))
    if not kinds:
        return ""
    marks = "".join(f'<mark class="musnad-{kind}">{kind}</mark>' for kind in kinds)
    return f'<p dir="ltr" class="musnad-key">{marks}</p>'


def _table(extraction: Extraction, events: Sequence[Event]) -> str:
    head = "".join(f"<th>{header}</th>" for header in HEADERS)
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in _cells(extraction, event))}</tr>" for event in events)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cells(extraction: Extraction, event: Event) -> Iterable[str]:
    def names(parts: Iterable[str]) -> str:
        return escape("؛ ".join(parts))

    def code(value: object) -> str:
        return f'<span class="musnad-ltr">{escape(str(value))}</span>' if value else ""

    yield code(event.when)
    yield names(argument.text for argument in event.actors)
    yield f"{escape(event.trigger.text)} {code(_code(event))}"
    yield names(argument.text for argument in event.recipients)
    yield escape(event.place.text) if event.place else ""
    yield code(event.casualties)
    yield code(event.status)
    yield names(_chains(extraction, event))


def _code(event: Event) -> str:
    return f"{event.type}/{event.mode}" if event.mode else f"{event.type}"


def _chains(extraction: Extraction, event: Event) -> list[str]:
    """Who says so, each with his relays."""
    try:
        chains = [" ← ".join(s.text for s in statement.chain) for statement in extraction.statements_of(event)]
    except KeyError:
        # Statements were not asked for.
        return []
    return [chain for chain in chains if chain]
