"""What all records have in common, and how they show."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from .. import _json

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


class Spanned(Record):
    """A record that stands for one stretch of the text."""

    __slots__ = ()

    span: Span

    @property
    def text(self) -> str:
        """The words."""
        return self.span.text
