"""What happened."""

from __future__ import annotations

from dataclasses import dataclass

from .._enums import ArgumentRole, EventContext, EventMode, EventStatus, EventType, QuadClass
from ._base import Record, Span, Spanned, _quote, _range, _show
from ._items import Days


@dataclass(frozen=True, slots=True, repr=False)
class Argument(Spanned):
    """A participant or circumstance of an event."""

    role: ArgumentRole
    span: Span
    mention: int | None
    """Index into ``Extraction.mentions``, ``None`` where the argument is no mention."""
    entity: str
    """``Entity.id``, empty where unknown."""
    country: str
    """The actor's country in PLOVER (ISO 3166-1 alpha-3), empty where unknown."""
    sector: str
    """The actor's sector in PLOVER, empty where unknown."""

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
    revised: bool
    """The figures revise earlier ones: «ارتفعت الحصيلة إلى 40 قتيلا»."""

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
class Attestation(Record):
    """What a source makes of an event."""

    statement: str
    """``Statement.id``."""
    status: EventStatus
    """Whether it happened, by the source of that statement."""

    def __repr__(self) -> str:
        return _show("Attestation", self.statement, self.status)


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
    """Ids of the statements that carry it, the innermost first; empty where the outlet itself reports it."""
    score: float
    evidence: str
    trigger_lemma: str
    """Dictionary form of the trigger without vowel signs."""
    attestations: tuple[Attestation, ...]
    """Whether it happened by each source that says so itself, in the order of the text; statements around these only relay."""
    same_as: str
    """``Event.id`` of the first event of the text that tells of the same happening; empty where this is the first."""
    custom_type: str
    """Type of the user's ontology, which refines ``type``; empty where the trigger is none of it."""

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
