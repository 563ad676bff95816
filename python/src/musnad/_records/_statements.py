"""Who says so."""

from __future__ import annotations

from dataclasses import dataclass

from .._enums import Quotation, SourceKind, Stance
from ._base import Record, Span, Spanned, _quote, _show


@dataclass(frozen=True, slots=True, repr=False)
class Source(Spanned):
    """Who says it, or who relays it."""

    span: Span
    mention: int | None
    """Index into ``Extraction.mentions``, ``None`` where the source is no mention."""
    entity: str
    """``Entity.id``, empty where unknown."""
    kind: SourceKind
    speaks_for: str
    """``Entity.id`` of the organisation that a spokesman speaks for or that issued a statement, empty elsewhere."""

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
    """Ids of the events inside the content."""
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
