"""The JSON mapping of protobuf for records.

A whole extraction is written by the native code; single records are written here, by the same rules: names in
``lowerCamelCase``, enum values by their full name, what has protobuf's default value left out.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any


def to_dict(record: Any) -> dict[str, Any]:
    """The mapping of one record."""
    from ._records import Span

    # The words of a span are a convenience of Python: the contract has the offsets only.
    hidden = {"text"} if isinstance(record, Span) else set()
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in hidden}
    optional = _OPTIONAL.get(type(record).__name__, frozenset())
    return {
        _camel(name): _value(value)
        for name, value in values.items()
        if value is not None and (name in optional or not _is_default(value))
    }


# Numbers with presence in the contract: 0 is said there, and nothing is absent.
_OPTIONAL = {
    "Argument": frozenset({"mention"}),
    "Bounds": frozenset({"min", "max"}),
    "Entity": frozenset({"geonames"}),
    "Event": frozenset({"intensity"}),
    "Number": frozenset({"value", "min", "max"}),
    "Quantity": frozenset({"min", "max"}),
    "Source": frozenset({"mention"}),
}


def _is_default(value: Any) -> bool:
    return not is_dataclass(value) and not isinstance(value, (Enum, date)) and not value


def _value(value: Any) -> Any:
    if is_dataclass(value):
        return to_dict(value)
    if isinstance(value, tuple):
        return [_value(part) for part in value]
    if isinstance(value, Enum):
        return f"{_prefix(type(value).__name__)}{value.value}"
    if isinstance(value, date):
        return value.isoformat()
    return value


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def _prefix(enum: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", enum).upper() + "_"
