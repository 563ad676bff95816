"""What is named, dated and counted in the article."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .._enums import (
    Calendar,
    EntityType,
    MentionForm,
    NumberKind,
    PlaceResolution,
    QuantityKind,
    TimeKind,
    TimeModifier,
)
from ._base import Record, Span, Spanned, _figure, _quote, _range, _show


@dataclass(frozen=True, slots=True, repr=False)
class Mention(Spanned):
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
class Role(Spanned):
    """A title or office of a person, and what it is of."""

    span: Span
    office: str
    """English name of the office, empty where the tables do not have it."""
    country: str
    """ISO 3166-1 alpha-3 of the country that it is of, empty where none is named."""
    of: str
    """``Entity.id`` of the body or place that it is of, empty where none is named."""

    def __repr__(self) -> str:
        return _show("Role", _quote(self.text), self.office, self.country)


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
    code: str
    """Code of the actor in the user's ontology; empty where it has none."""
    score: float
    evidence: str
    romanized: str
    """The name in Latin letters where there is no English name."""
    admin1: str
    """English name of the province that a place lies in, empty where unknown."""
    admin2: str
    """English name of the district that a place lies in, empty where unknown."""
    resolution: PlaceResolution | None
    """How finely a place is known."""
    radius_km: float | None
    """How far from ``location`` the thing may be, in kilometres."""
    roles: tuple[Role, ...]
    """Titles and offices that the text gives the person."""

    def __repr__(self) -> str:
        return _show("Entity", self.id, self.type, _quote(self.name), self.name_en, self.country)


@dataclass(frozen=True, slots=True, repr=False)
class TimeExpression(Spanned):
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
class Quantity(Spanned):
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

    def __repr__(self) -> str:
        return _show("Quantity", self.kind, _quote(self.text), _range(self.min, self.max), self.currency)


@dataclass(frozen=True, slots=True, repr=False)
class Number(Spanned):
    """A number in the text, whether or not it counts anything."""

    span: Span
    kind: NumberKind
    value: float | None
    """With all kinds but ``RANGE``."""
    min: float | None
    """Lower bound of a range."""
    max: float | None
    """Upper bound of a range."""

    def __repr__(self) -> str:
        value = _range(self.min, self.max) if self.value is None else _figure(self.value)
        return _show("Number", self.kind, _quote(self.text), value)
