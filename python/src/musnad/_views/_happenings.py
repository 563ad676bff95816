"""Events of the tables, with what one article tells of one happening taken together."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .._corpus import Tables

_SUMMED = ("killed_min", "killed_max")


def happenings(tables: Tables, columns: Collection[str], statuses: Collection[str] | None) -> list[dict[str, Any]]:
    """One row a happening of an article: the first that an event says in each column, and the highest figures.

    «قصف» in a headline, «قتل خمسة في القصف» below it: the day may stand with one, the figure with the other.
    """
    wanted = list(dict.fromkeys([*columns, "document_id", "event", "same_as", "status"]))
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in tables.events.select(wanted).to_pylist():
        if statuses is not None and row["status"] not in statuses:
            continue
        first = found.setdefault((row["document_id"], row["same_as"] or row["event"]), row)
        if first is row:
            continue
        for name in columns:
            if first[name] is None or (name in _SUMMED and (row[name] or 0) > first[name]):
                first[name] = row[name]
    return list(found.values())
