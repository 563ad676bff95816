"""The records of an extraction: plain frozen data with the names of the contract.

Absent messages and numbers are ``None``, unknown strings empty, days are :class:`datetime.date`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import Any

from . import _json
from ._enums import (
    ArgumentRole,
    Calendar,
    EntityType,
    EventContext,
    EventMode,
    EventStatus,
    EventType,
    MentionForm,
    NumberKind,
    QuadClass,
    QuantityKind,
    Quotation,
    SectionKind,
    SourceKind,
    Stance,
    TimeKind,
    TimeModifier,
    WarningCode,
)

__all__ = [
    "AcledCode",
    "Argument",
    "Bounds",
    "Casualties",
    "Days",
    "Engine",
    "Entity",
    "Event",
    "LatLon",
    "Mention",
    "Number",
    "Quantity",
    "Section",
    "Sentence",
    "Source",
    "Span",
    "Statement",
    "TimeExpression",
    "Token",
    "Warning",
    "Word",
]

_LONGEST = 40


def _quote(text: str) -> str:
    """The words as they show in a ``repr``: on one line, and the middle left out where they are many."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST // 2].rstrip()} … {text[-(_LONGEST // 2) :].lstrip()}"
    return f"«{text}»"


def _show(name: str, *parts: object) -> str:
    return f"{name}({' '.join(str(part) for part in parts if part)})"


def _figure(value: float) -> str:
    return str(int(value)) if math.isfinite(value) and value == int(value) else str(value)


def _range(minimum: float | None, maximum: float | None) -> str:
    if minimum is not None and minimum == maximum:
        return _figure(minimum)
    if minimum is None and maximum is None:
        return ""
    return f"{'' if minimum is None else _figure(minimum)}..{'' if maximum is None else _figure(maximum)}"


class Record:
    """What all records have in common."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON mapping of protobuf, as the command prints it: ``lowerCamelCase``, what is unset left out."""
        return _json.to_dict(self)


@dataclass(frozen=True, slots=True, repr=False)
class Span(Record):
    """A half-open range of the text: ``x.text[span.start:span.end] == span.text``."""

    start: int
    """Index of the first character."""
    end: int
    """Index after the last character."""
    text: str
    """The very words."""

    def __repr__(self) -> str:
        return f"Span({self.start}:{self.end} {_quote(self.text)})"

    def __str__(self) -> str:
        return self.text

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        # An empty span is still a place in the text.
        return True


@dataclass(frozen=True, slots=True, repr=False)
class Engine(Record):
    """What made the extraction."""

    version: str
    """Version of musnad."""
    model: str
    """Name and version of the model or lexicon."""

    def __repr__(self) -> str:
        return _show("Engine", self.version, self.model)


@dataclass(frozen=True, slots=True, repr=False)
class Warning(Record):
    """Something that could not be done."""

    code: WarningCode
    message: str
    """For a person to read, in English."""
    span: Span | None
    """Where, if it is in one place."""

    def __repr__(self) -> str:
        return _show("Warning", f"{self.code}:", self.message)


@dataclass(frozen=True, slots=True, repr=False)
class Section(Record):
    """A part of the article. Sections do not overlap and come in the order of the text."""

    span: Span
    kind: SectionKind

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Section", self.kind, _quote(self.text))


@dataclass(frozen=True, slots=True, repr=False)
class Sentence(Record):
    """A sentence with its tokens, a half-open range of indexes into ``Extraction.tokens``."""

    span: Span
    first_token: int
    end_token: int

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Sentence", _quote(self.text))


@dataclass(frozen=True, slots=True, repr=False)
class Word(Record):
    """A syntactic word of Universal Dependencies."""

    form: str
    """The word as it would be written alone: «ل» and «السفارة» of «للسفارة»."""
    lemma: str
    """Dictionary form without vowel signs, empty where unknown."""
    upos: str
    """Universal part of speech: ``NOUN``, ``VERB``, …"""
    feats: str
    """Features in UD notation, sorted: ``Gender=Fem|Number=Sing``."""
    head: int
    """Number of the head in the sentence, counted from 1 over words; 0 for the root."""
    deprel: str
    """Relation to the head."""
    span: Span
    """The letters of the text that write the word."""

    def __repr__(self) -> str:
        return _show("Word", _quote(self.form), self.lemma, self.upos, self.deprel and f"{self.deprel}→{self.head}")


@dataclass(frozen=True, slots=True, repr=False)
class Token(Record):
    """What stands between spaces and punctuation: «وقالت» is one token of two words."""

    span: Span
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The letters."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Token", _quote(self.text), "+".join(word.upos for word in self.words))


@dataclass(frozen=True, slots=True, repr=False)
class Mention(Record):
    """A stretch of text that refers to an entity."""

    span: Span
    head: Span
    """The head word, inside ``span``."""
    type: EntityType
    form: MentionForm
    entity: str
    """``Entity.id``."""
    title: Span | None
    """The title or office beside a person's name: «وزير الخارجية الأميركي»."""
    score: float
    """Confidence, 0 to 1."""
    evidence: str
    """The rule, table or model that found it."""

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Mention", self.type, self.form, _quote(self.text), self.entity)


@dataclass(frozen=True, slots=True, repr=False)
class LatLon(Record):
    """A point on the WGS 84 ellipsoid, in degrees."""

    lat: float
    lon: float

    def __repr__(self) -> str:
        return f"LatLon({self.lat:.4f}, {self.lon:.4f})"


@dataclass(frozen=True, slots=True, repr=False)
class Entity(Record):
    """What one or more mentions refer to."""

    id: str
    """Unique in the document: ``x1``, ``x2``, …"""
    type: EntityType
    name: str
    """The fullest Arabic name in the text, or the table's where the entity is linked."""
    name_en: str
    """English name, empty where unknown."""
    wikidata: str
    """Wikidata item (``Q7184``), empty where unknown."""
    geonames: int | None
    """GeoNames id."""
    country: str
    """ISO 3166-1 alpha-3, empty where unknown."""
    sectors: tuple[str, ...]
    """PLOVER sector codes, most specific first: ``GOV``, ``MIL``, ``REB``, …"""
    location: LatLon | None
    aliases: tuple[str, ...]
    """Other names of the entity in this text."""
    score: float
    evidence: str

    def __repr__(self) -> str:
        return _show("Entity", self.id, self.type, _quote(self.name), self.name_en, self.country)


@dataclass(frozen=True, slots=True, repr=False)
class TimeExpression(Record):
    """A time expression."""

    span: Span
    kind: TimeKind
    value: str
    """TIMEX3 value: ``2020-06-10``, ``2020-W24``, ``P3M``, ``XXXX-06-10``."""
    mod: TimeModifier | None
    first_day: date | None
    """First day meant; ``None`` where there is none or it is unresolved."""
    last_day: date | None
    """Last day meant, included."""
    calendar: Calendar
    """The calendar in which it is written; days are always Gregorian."""
    score: float
    evidence: str

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("TimeExpression", self.kind, _quote(self.text), self.value, self.mod)


@dataclass(frozen=True, slots=True, repr=False)
class Days(Record):
    """A stretch of days, both included."""

    first_day: date
    last_day: date

    def __repr__(self) -> str:
        return _show("Days", self)

    def __str__(self) -> str:
        return f"{self.first_day}" if self.first_day == self.last_day else f"{self.first_day}..{self.last_day}"

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


@dataclass(frozen=True, slots=True, repr=False)
class Quantity(Record):
    """A number that counts or measures something, with the words that bind it."""

    span: Span
    kind: QuantityKind
    min: float | None
    """Lower bound, included; ``None`` where open."""
    max: float | None
    """Upper bound, included; ``None`` where open."""
    item: str
    """The counted noun as written: «مدنيا»."""
    currency: str
    """ISO 4217, of money."""
    unit: str
    """The unit as written: «كيلومترا»."""
    score: float
    evidence: str

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Quantity", self.kind, _quote(self.text), _range(self.min, self.max), self.currency)


@dataclass(frozen=True, slots=True, repr=False)
class Number(Record):
    """A number in the text, whether or not it counts anything."""

    span: Span
    kind: NumberKind
    value: float | None
    """With all kinds but ``RANGE``."""
    min: float | None
    """Lower bound of a range."""
    max: float | None
    """Upper bound of a range."""

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        value = _range(self.min, self.max) if self.value is None else _figure(self.value)
        return _show("Number", self.kind, _quote(self.text), value)


@dataclass(frozen=True, slots=True, repr=False)
class Argument(Record):
    """A participant or circumstance of an event."""

    role: ArgumentRole
    span: Span
    mention: int | None
    """Index into ``Extraction.mentions``, ``None`` where the argument is no mention."""
    entity: str
    """``Entity.id``, empty where unknown."""

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Argument", self.role, _quote(self.text), self.entity)


@dataclass(frozen=True, slots=True, repr=False)
class Bounds(Record):
    """A count with bounds, both included: a bound that is ``None`` is open."""

    min: float | None
    max: float | None

    def __repr__(self) -> str:
        return _show("Bounds", self)

    def __str__(self) -> str:
        return _range(self.min, self.max)


@dataclass(frozen=True, slots=True, repr=False)
class Casualties(Record):
    """The harm an event did to people."""

    killed: Bounds | None
    injured: Bounds | None
    missing: Bounds | None
    detained: Bounds | None
    displaced: Bounds | None
    item: str
    """Who was harmed, as written: «مدنيا»."""

    def __repr__(self) -> str:
        return _show("Casualties", self)

    def __str__(self) -> str:
        harm = ("killed", "injured", "missing", "detained", "displaced")
        return " ".join(f"{name}={getattr(self, name)}" for name in harm if getattr(self, name) is not None)


@dataclass(frozen=True, slots=True, repr=False)
class AcledCode(Record):
    """ACLED's codes for an event."""

    event_type: str
    sub_event_type: str

    def __repr__(self) -> str:
        return _show("AcledCode", self)

    def __str__(self) -> str:
        return f"{self.event_type}/{self.sub_event_type}"


@dataclass(frozen=True, slots=True, repr=False)
class Event(Record):
    """A political or conflict event: who did what to whom, where and when.

    >>> import musnad
    >>> x = musnad.extract("قصفت الطائرات مدينة سرت أمس.", published_at="2020-06-11")
    >>> [event.trigger.text for event in x.events if event.type == "ASSAULT"]
    ['قصفت']
    """

    id: str
    """Unique in the document: ``e1``, ``e2``, …"""
    trigger: Span
    """The word that says it happened."""
    type: EventType
    """PLOVER event type."""
    mode: EventMode | None
    """PLOVER mode, which refines the type."""
    contexts: tuple[EventContext, ...]
    """PLOVER contexts: what it is about."""
    arguments: tuple[Argument, ...]
    """Participants and circumstances."""
    when: Days | None
    """The days on which it happened; ``None`` where the text does not say."""
    status: EventStatus
    """Whether it happened, by the words of the text."""
    casualties: Casualties | None
    quad: QuadClass
    """PLOVER quad class."""
    intensity: float | None
    """PLOVER intensity, -10 (conflict) to 10 (cooperation)."""
    acled: AcledCode | None
    statements: tuple[str, ...]
    """``Statement.id``s that carry it, the innermost first; empty where the outlet itself reports it."""
    score: float
    evidence: str
    trigger_lemma: str
    """Dictionary form of the trigger without vowel signs."""

    def arguments_of(self, role: ArgumentRole | str) -> tuple[Argument, ...]:
        """The arguments in one role."""
        return tuple(argument for argument in self.arguments if argument.role == role)

    def _first(self, role: ArgumentRole) -> Argument | None:
        return next((argument for argument in self.arguments if argument.role is role), None)

    @property
    def actors(self) -> tuple[Argument, ...]:
        """Who does it; of a reciprocal event all parties."""
        return self.arguments_of(ArgumentRole.ACTOR)

    @property
    def recipients(self) -> tuple[Argument, ...]:
        """Who has it done to them."""
        return self.arguments_of(ArgumentRole.RECIPIENT)

    @property
    def place(self) -> Argument | None:
        """Where."""
        return self._first(ArgumentRole.PLACE)

    @property
    def time(self) -> Argument | None:
        """The words that say when."""
        return self._first(ArgumentRole.TIME)

    @property
    def instrument(self) -> Argument | None:
        """With what."""
        return self._first(ArgumentRole.INSTRUMENT)

    @property
    def text(self) -> str:
        """The word that says it happened."""
        return self.trigger.text

    def __repr__(self) -> str:
        kind = f"{self.type}/{self.mode}" if self.mode else f"{self.type}"
        roles = [
            f"{name}={'، '.join(_quote(argument.text) for argument in arguments)}"
            for name, arguments in (
                ("actors", self.actors),
                ("recipients", self.recipients),
                ("place", (self.place,) if self.place else ()),
            )
            if arguments
        ]
        return _show("Event", self.id, kind, self.status, _quote(self.text), *roles, self.when, self.casualties)


@dataclass(frozen=True, slots=True, repr=False)
class Source(Record):
    """Who says it, or who relays it."""

    span: Span
    mention: int | None
    """Index into ``Extraction.mentions``, ``None`` where the source is no mention."""
    entity: str
    """``Entity.id``, empty where unknown."""
    kind: SourceKind

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text

    def __repr__(self) -> str:
        return _show("Source", self.kind, _quote(self.text), self.entity)


@dataclass(frozen=True, slots=True, repr=False)
class Statement(Record):
    """One time that the article says that someone said something."""

    id: str
    """Unique in the document: ``s1``, ``s2``, …"""
    source: Source | None
    """Who says it; ``None`` where nobody is named."""
    via: tuple[Source, ...]
    """The relay chain between the article and the source, the nearest to the article first."""
    cue: Span
    """The word that reports: «قالت», «وفق», «:»."""
    cue_lemma: str
    """Dictionary form of the cue without vowel signs."""
    content: Span
    """What is said."""
    stance: Stance
    """What the source does by saying it."""
    quotation: Quotation
    """Whose words the content gives."""
    medium: str
    """Through what it was said, as written: «في بيان»; empty where the text does not say."""
    events: tuple[str, ...]
    """``Event.id``s inside the content."""
    score: float
    evidence: str

    @property
    def chain(self) -> tuple[Source, ...]:
        """Everybody between the article and the words, the nearest to the article first and the source last."""
        return self.via if self.source is None else (*self.via, self.source)

    def __repr__(self) -> str:
        chain = " ← ".join(_quote(source.text) for source in self.chain)
        return _show(
            "Statement",
            self.id,
            self.stance,
            self.quotation,
            chain,
            f"{_quote(self.cue.text)}:",
            _quote(self.content.text),
        )
