"""Where: events at their places, over outlines of countries that come with the package.

The outlines are those of Natural Earth at 1:110 million, in the public domain: coarse, and with the borders that are in force
on the ground, which takes no side on disputed ones.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal

from .._errors import InvalidArgument
from ._happenings import happenings
from ._library import chosen, picture, shaped

if TYPE_CHECKING:
    from .._corpus import Tables

Ring = list[tuple[float, float]]


@dataclass
class _Spot:
    name: str
    country: str
    lat: float
    lon: float
    events: int = 0
    killed: int = 0
    types: Counter[str] = field(default_factory=Counter)

    def value(self) -> dict[str, Any]:
        kinds = ", ".join(f"{kind} {count}" for kind, count in self.types.most_common())
        return {"place": self.name, "country": self.country, "lat": self.lat, "lon": self.lon, "events": self.events,
                "killed": self.killed, "types": kinds}  # fmt: skip


def draw(tables: Tables, measure: Literal["events", "killed"], statuses: Any, labels: int, library: str | None) -> Any:
    """A circle for each place."""
    if measure not in ("events", "killed"):
        raise InvalidArgument(f"measure is 'events' or 'killed', not {measure!r}", "measure")
    drawn_by = chosen(library)
    spots, lost = _spots(tables, measure, statuses)
    spots = [spot for spot in spots if getattr(spot, measure)]
    title = "Events by place" if measure == "events" else "Killed, at least, by place"
    if lost:
        title += f" ({lost} events without a known place are not shown)"
    draw = _altair if drawn_by == "altair" else _matplotlib
    return draw(spots, measure, labels, title)


def _spots(tables: Tables, measure: str, statuses: Any) -> tuple[list[_Spot], int]:
    columns = ["place", "place_name", "country", "lat", "lon", "killed_min", "type"]
    spots: dict[tuple[float, float], _Spot] = {}
    lost = 0
    for event in happenings(tables, columns, statuses):
        if event["lat"] is None or event["lon"] is None:
            lost += measure == "events" or bool(event["killed_min"])
            continue
        key = (event["lat"], event["lon"])
        spot = spots.setdefault(key, _Spot(event["place_name"] or event["place"], event["country"] or "", *key))
        spot.events += 1
        spot.killed += event["killed_min"] or 0
        spot.types[event["type"]] += 1
    return sorted(spots.values(), key=lambda spot: (-spot.events, spot.name)), lost


@cache
def outlines() -> dict[str, list[Ring]]:
    """Rings of longitude and latitude by country (ISO 3166-1 alpha-3)."""
    data = json.loads(files(__package__).joinpath("outlines.json").read_text(encoding="utf-8"))
    return {country: [_ring(steps) for steps in rings] for country, rings in data["countries"].items()}


def _ring(steps: list[int]) -> Ring:
    x = y = 0
    ring = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        ring.append((x / 10, y / 10))
    return ring


def _frame(spots: list[_Spot]) -> tuple[float, float, float, float]:
    """West, east, south and north of what is shown, with a rim; the Arab world where there is nothing."""
    if not spots:
        return (-18.0, 60.0, 5.0, 40.0)
    west, east = min(spot.lon for spot in spots), max(spot.lon for spot in spots)
    south, north = min(spot.lat for spot in spots), max(spot.lat for spot in spots)
    rim = max(3.0, 0.12 * max(east - west, north - south))
    return (max(-180.0, west - rim), min(180.0, east + rim), max(-85.0, south - rim), min(85.0, north + rim))


def _seen(frame: tuple[float, float, float, float]) -> list[Ring]:
    west, east, south, north = frame
    return [
        ring
        for rings in outlines().values()
        for ring in rings
        if max(x for x, _ in ring) > west and min(x for x, _ in ring) < east
        and max(y for _, y in ring) > south and min(y for _, y in ring) < north
    ]  # fmt: skip


def _altair(spots: list[_Spot], measure: str, labels: int, title: str) -> Any:
    import altair

    west, east, south, north = frame = _frame(spots)
    scales = {
        "x": altair.X("lon:Q", scale=altair.Scale(domain=[west, east], nice=False), axis=None),
        "y": altair.Y("lat:Q", scale=altair.Scale(domain=[south, north], nice=False), axis=None),
    }
    rings = _seen(frame)
    points = [
        {"ring": number, "at": at, "lon": x, "lat": y}
        for number, ring in enumerate(rings)
        for at, (x, y) in enumerate(ring)
    ]
    land = (
        altair.Chart(altair.Data(values=points))
        .mark_line(color="#9a9a9a", strokeWidth=0.7, clip=True)
        .encode(detail="ring:N", order="at:Q", **scales)
    )
    circles = altair.Chart(altair.Data(values=[spot.value() for spot in spots])).encode(**scales)
    marks = circles.mark_circle(color="#c44e52", opacity=0.65, stroke="white", clip=True).encode(
        size=altair.Size(f"{measure}:Q", scale=altair.Scale(range=[40, 900])),
        tooltip=[altair.Tooltip(f"{name}:N") for name in ("place", "country", "events", "killed", "types")],
    )
    named = altair.Chart(altair.Data(values=[spot.value() for spot in spots[:labels]])).encode(**scales)
    words = named.mark_text(dy=-12, fontSize=11, clip=True).encode(text="place:N")
    height = 640 * (north - south) / (east - west)
    return altair.layer(land, marks, words, title=title).properties(width=640, height=min(620, max(240, height)))


def _matplotlib(spots: list[_Spot], measure: str, labels: int, title: str) -> Any:
    from matplotlib.collections import LineCollection

    west, east, south, north = frame = _frame(spots)
    figure, axes = picture(8, min(8.0, max(3.0, 8 * (north - south) / (east - west))))
    axes.set_facecolor("#f4f6f8")
    axes.add_collection(LineCollection(_seen(frame), colors="#9a9a9a", linewidths=0.7))
    largest = max((getattr(spot, measure) for spot in spots), default=1)
    axes.scatter(
        [spot.lon for spot in spots], [spot.lat for spot in spots],
        s=[30 + 500 * getattr(spot, measure) / largest for spot in spots],
        color="#c44e52", alpha=0.65, edgecolors="white", zorder=3,
    )  # fmt: skip
    for spot in spots[:labels]:
        axes.annotate(
            shaped(spot.name), (spot.lon, spot.lat), xytext=(0, 7), textcoords="offset points", ha="center", fontsize=8,
            zorder=4,
        )  # fmt: skip
    axes.set_xlim(west, east)
    axes.set_ylim(south, north)
    axes.set_aspect("equal")
    axes.set_xticks([])
    axes.set_yticks([])
    axes.set_title(title, fontsize=10)
    return figure
