"""The article itself: its sections, sentences, tokens and words."""

from __future__ import annotations

from dataclasses import dataclass

from .._enums import SectionKind, WarningCode
from ._base import Record, Span, Spanned, _quote, _show


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
class Section(Spanned):
    """A part of the article. Sections do not overlap and come in the order of the text."""

    span: Span
    kind: SectionKind

    def __repr__(self) -> str:
        return _show("Section", self.kind, _quote(self.text))


@dataclass(frozen=True, slots=True, repr=False)
class Sentence(Spanned):
    """A sentence with its tokens, a half-open range of indexes into ``Extraction.tokens``."""

    span: Span
    first_token: int
    end_token: int

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
    xpos: str
    """Part of speech and inflection as the tag of UD Arabic-PADT: ``N------S1D``. Empty where only rules have read."""
    score: float
    """Probability of what is least sure: the cut into words, the part of speech, the head, or the relation."""

    def __repr__(self) -> str:
        return _show("Word", _quote(self.form), self.lemma, self.upos, self.deprel and f"{self.deprel}→{self.head}")


@dataclass(frozen=True, slots=True, repr=False)
class Token(Spanned):
    """What stands between spaces and punctuation: «وقالت» is one token of two words."""

    span: Span
    words: tuple[Word, ...]

    def __repr__(self) -> str:
        return _show("Token", _quote(self.text), "+".join(word.upos for word in self.words))
