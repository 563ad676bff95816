"""When: events, or people killed, by day, week or month."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from .._errors import InvalidArgument
from ._happenings import happenings
from ._library import COLOURS, chosen, picture, shaped

if TYPE_CHECKING:
    from .._corpus import Tables

_STEPS = ("day", "week", "month")
_MEASURES = ("events", "killed_min", "killed_max")
_COLOURS = ("type", "quad", "status", "mode", "country", "custom_type")


def timeline(tables: Tables, by: str, measure: str, color: str, statuses: Any, library: str | None) -> Any:
    """A stacked bar for each stretch of time."""
    for name, value, known in (("by", by, _STEPS), ("measure", measure, _MEASURES), ("color", color, _COLOURS)):
        if value not in known:
            raise InvalidArgument(f"{name} is one of {', '.join(known)}; not {value!r}", name)
    drawn_by = chosen(library)
    sums, undated = _sums(tables, by, measure, color, statuses)
    label = {"events": "events", "killed_min": "killed, at least", "killed_max": "killed, at most"}[measure]
    title = f"{label[0].upper()}{label[1:]} by {by}" + (
        f" ({undated} events without a day are not shown)" if undated else ""
    )
    if drawn_by == "altair":
        return _altair(sums, by, label, color, title)
    return _matplotlib(sums, by, label, title)


def _sums(tables: Tables, by: str, measure: str, color: str, statuses: Any) -> tuple[dict[tuple[date, str], int], int]:
    columns = ["first_day", color] + ([] if measure == "events" else [measure])
    sums: Counter[tuple[date, str]] = Counter()
    undated = 0
    for event in happenings(tables, columns, statuses):
        amount = 1 if measure == "events" else event[measure] or 0
        if event["first_day"] is None:
            undated += bool(amount)
        elif amount:
            sums[_start(event["first_day"], by), event[color] or "-"] += amount
    return dict(sorted(sums.items())), undated


def _start(day: date, by: str) -> date:
    if by == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if by == "month" else day


def _altair(sums: dict[tuple[date, str], int], by: str, label: str, color: str, title: str) -> Any:
    import altair

    values = [{"day": day.isoformat(), "kind": kind, "amount": amount} for (day, kind), amount in sums.items()]
    # Counted from midnight UTC, as days without a zone are; else they move by a day west of Greenwich.
    unit = {"day": "utcyearmonthdate", "week": "utcyearmonthdate", "month": "utcyearmonth"}[by]
    return (
        altair.Chart(altair.Data(values=values), title=title)
        .mark_bar()
        .encode(
            x=altair.X(f"{unit}(day):T", title=by),
            y=altair.Y("sum(amount):Q", title=label),
            color=altair.Color("kind:N", title=color),
            tooltip=[
                altair.Tooltip(f"{unit}(day):T", title=by),
                altair.Tooltip("kind:N", title=color),
                altair.Tooltip("sum(amount):Q", title=label),
            ],
        )
        .properties(width=640, height=240)
    )


def _matplotlib(sums: dict[tuple[date, str], int], by: str, label: str, title: str) -> Any:
    figure, axes = picture(8, 3.4)
    width = {"day": 0.8, "week": 6.0, "month": 25.0}[by]
    below: Counter[date] = Counter()
    for number, kind in enumerate(sorted({kind for _, kind in sums})):
        days = [day for day, of in sums if of == kind]
        amounts = [sums[day, kind] for day in days]
        axes.bar(
            days, amounts, width=width, bottom=[below[day] for day in days], align="center" if by == "day" else "edge",
            label=shaped(kind), color=COLOURS[number % len(COLOURS)],
        )  # fmt: skip
        for day, amount in zip(days, amounts, strict=True):
            below[day] += amount
    axes.set_ylabel(label)
    axes.set_title(title, fontsize=10)
    axes.spines[["top", "right"]].set_visible(False)
    if sums:
        axes.xaxis.set_major_formatter(_dates())
        axes.legend(fontsize=8, loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    return figure


def _dates() -> Any:
    from matplotlib.dates import AutoDateLocator, ConciseDateFormatter

    return ConciseDateFormatter(AutoDateLocator())
