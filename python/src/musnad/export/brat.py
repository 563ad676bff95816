"""brat standoff: a text and its ``.ann`` file, with the configuration that lets brat show them.

``T`` lines are mentions, triggers, cues and arguments; ``E`` lines are events (``Actor``, ``Recipient``, ``Place``, ``Time``,
``Instrument``) and statements (``Source``, ``Via``, ``Content``, and ``Event`` for what is said to happen); ``A`` lines are
status, mode and stance; ``*`` lines group the mentions of an entity; ``N`` lines link to Wikidata and GeoNames. Offsets
count code points. brat knows no span over the end of a line: such a span is written in pieces, one a line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from .._enums import ArgumentRole, EntityType, EventMode, EventStatus, EventType, QuantityKind, Stance, TimeKind
from .._records import Event, Source, Span, Statement
from ._article import Article, Item, article, one_line

__all__ = ["CONFIGURATION", "standoff"]

_ROLES = {role: role.value.capitalize() for role in ArgumentRole}


def standoff(item: Item) -> str:
    """The ``.ann`` file of an article; the text beside it is ``x.text``, written as it is.

    >>> import musnad
    >>> print(standoff(musnad.extract("وصل أمس.", published_at="2020-06-11", layers=["times"])).expandtabs(1), end="")
    T1 Date 4 7 أمس
    #1 AnnotatorNotes T1 2020-06-10
    """
    return "".join(f"{line}\n" for line in _File(article(item)).lines)


class _File:
    """The lines, with the numbers that tie them together."""

    def __init__(self, about: Article) -> None:
        self._about = about
        self._numbers: Counter[str] = Counter()
        self._spans: dict[tuple[str, int, int], str] = {}
        self.lines: list[str] = []
        self._mentions()
        self._values()
        events = {event.id: self._event(event) for event in about.x.events}
        for statement in about.x.statements:
            self._statement(statement, events)

    def _line(self, kind: str, rest: str) -> str:
        self._numbers[kind] += 1
        name = f"{kind}{self._numbers[kind]}"
        self.lines.append(f"{name}\t{rest}")
        return name

    def _span(self, kind: str, span: Span) -> str:
        """The ``T`` line of a span; the same stretch as the same thing is one."""
        key = (kind, span.start, span.end)
        if key not in self._spans:
            pieces = _pieces(span)
            places = ";".join(f"{start} {end}" for start, end, _ in pieces)
            self._spans[key] = self._line("T", f"{kind} {places}\t{' '.join(text for _, _, text in pieces)}")
        return self._spans[key]

    def _mentions(self) -> None:
        groups: dict[str, list[str]] = {}
        for mention in self._about.x.mentions:
            name = self._span(mention.type.value.capitalize(), mention.span)
            self._line("A", f"Form {name} {mention.form.value}")
            if mention.entity:
                groups.setdefault(mention.entity, []).append(name)
        for entity in self._about.x.entities:
            names = list(dict.fromkeys(groups.get(entity.id, [])))
            if len(names) > 1:
                self.lines.append(f"*\tEquiv {' '.join(names)}")
            label = one_line(entity.name_en or entity.name)
            if names and entity.wikidata:
                self._line("N", f"Reference {names[0]} Wikidata:{entity.wikidata}\t{label}")
            if names and entity.geonames is not None:
                self._line("N", f"Reference {names[0]} GeoNames:{entity.geonames}\t{label}")

    def _values(self) -> None:
        for time in self._about.x.times:
            name = self._span(time.kind.value.capitalize(), time.span)
            self._note(name, f"{time.value}{f' {time.mod}' if time.mod else ''}")
        for quantity in self._about.x.quantities:
            name = self._span(f"Quantity-{quantity.kind.value.capitalize()}", quantity.span)
            bounds = ["" if bound is None else f"{bound:g}" for bound in (quantity.min, quantity.max)]
            self._note(name, "..".join(dict.fromkeys(bounds)))

    def _note(self, name: str, text: str) -> None:
        self._line("#", f"AnnotatorNotes {name}\t{one_line(text)}")

    def _event(self, event: Event) -> str:
        roles: Counter[str] = Counter()
        parts = [f"{_label(event.type)}:{self._span(_label(event.type), event.trigger)}"]
        for argument in event.arguments:
            mentions = self._about.x.mentions
            mention = mentions[argument.mention] if argument.mention is not None and mentions else None
            kind = "Argument"
            if mention is not None and mention.span == argument.span:
                kind = mention.type.value.capitalize()
            parts.append(f"{_role(roles, _ROLES[argument.role])}:{self._span(kind, argument.span)}")
        name = self._line("E", " ".join(parts))
        self._line("A", f"Status {name} {event.status.value}")
        if event.mode is not None:
            self._line("A", f"Mode {name} {event.mode.value}")
        return name

    def _statement(self, statement: Statement, events: dict[str, str]) -> None:
        roles: Counter[str] = Counter()
        parts = [f"Statement:{self._span('Statement', statement.cue)}"]
        chain: list[tuple[str, Source]] = [("Via", source) for source in statement.via]
        chain += [("Source", statement.source)] if statement.source else []
        parts += [f"{_role(roles, role)}:{self._span('Speaker', source.span)}" for role, source in chain]
        parts.append(f"Content:{self._span('Content', statement.content)}")
        parts += [f"{_role(roles, 'Event')}:{events[id]}" for id in statement.events if id in events]
        name = self._line("E", " ".join(parts))
        self._line("A", f"Stance {name} {statement.stance.value}")


def _pieces(span: Span) -> list[tuple[int, int, str]]:
    """The parts of a span between ends of lines, without white space at their ends."""
    pieces = []
    at = span.start
    for line in span.text.splitlines(keepends=True):
        text = line.strip()
        if text:
            start = at + line.index(text)
            pieces.append((start, start + len(text), text))
        at += len(line)
    return pieces or [(span.start, span.end, " " * len(span))]


def _label(type: EventType) -> str:
    return type.value.capitalize()


def _role(seen: Counter[str], role: str) -> str:
    """brat numbers roles that come again: ``Actor``, ``Actor2``."""
    seen[role] += 1
    return role if seen[role] == 1 else f"{role}{seen[role]}"


def _configuration() -> str:
    entities = [type.value.capitalize() for type in EntityType]
    values = [kind.value.capitalize() for kind in TimeKind]
    values += [f"Quantity-{kind.value.capitalize()}" for kind in QuantityKind]
    spans = "|".join(("Argument", *entities, *values))
    roles = ", ".join(f"{role}{'*' if role in ('Actor', 'Recipient') else '?'}:{spans}" for role in _ROLES.values())

    def choice(values: Iterable[str]) -> str:
        return "|".join(values)

    lines = ["[entities]", *entities, *values, "Argument", "Speaker", "Content", "", "[relations]"]
    lines += ["<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>", "", "[events]"]
    lines += [f"{_label(type)}\t{roles}" for type in EventType]
    lines += ["Statement\tSource?:Speaker, Via*:Speaker, Content:Content, Event*:<EVENT>", "", "[attributes]"]
    lines += [f"Status\tArg:<EVENT>, Value:{choice(EventStatus)}", f"Mode\tArg:<EVENT>, Value:{choice(EventMode)}"]
    lines += [f"Stance\tArg:<EVENT>, Value:{choice(Stance)}", "Form\tArg:<ENTITY>, Value:NAME|NOMINAL|PRONOUN"]
    return "".join(f"{line}\n" for line in lines)


CONFIGURATION: Final[str] = _configuration()
"""``annotation.conf``: the types, roles and values, for the folder with the files."""
