"""The records of an extraction: plain frozen data with the names of the contract.

Absent messages and numbers are ``None``, unknown strings empty, days are :class:`datetime.date`.
"""

from ._base import Span
from ._events import AcledCode, Argument, Attestation, Bounds, Casualties, Event
from ._items import Days, Entity, LatLon, Mention, Number, Quantity, Role, TimeExpression
from ._statements import Source, Statement
from ._text import Engine, Section, Sentence, Token, Warning, Word

__all__ = [
    "AcledCode",
    "Argument",
    "Attestation",
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
    "Role",
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
