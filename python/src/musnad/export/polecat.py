"""The 40 columns of POLECAT, separated by tabs, in UTF-8 (the published files are in ISO-8859-1, which has no Arabic).

As there, lists are joined by ``"; "`` and what is missing is ``None``. The columns have no place for offsets, casualties and
who says so: use :mod:`musnad.export.plover` for these. "Raw" columns have the words of the text.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from .._records import Argument, Entity, Event
from ._article import Article, Item, article, country, of_status, one_line, plover

__all__ = ["COLUMNS", "lines", "rows"]

_PARTY = ("{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw",
          "Wikipedia {0} ID")  # fmt: skip

COLUMNS: Final[tuple[str, ...]] = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in _PARTY),
    *(name.format("Recipient") for name in _PARTY),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
"""The names of the columns, in their order."""

_MISSING = "None"
_STORY = {
    "Story People": {"PERSON"},
    "Story Organizations": {"ORGANIZATION"},
    "Story Locations": {"GEOPOLITICAL", "LOCATION", "FACILITY"},
}
# GeoNames' feature classes and codes by how finely a place is known.
_FEATURES = {"COUNTRY": "A.PCLI", "PROVINCE": "A.ADM1", "DISTRICT": "A.ADM2", "TOWN": "P.PPL", "SITE": "S", "AREA": "L"}


def rows(item: Item, *, statuses: Iterable[str] | None = ("OCCURRED",)) -> list[dict[str, str]]:
    """The events of an article.

    Args:
        item: an extraction, or a pair of one and its document.
        statuses: which events to give. POLECAT has no column for it and codes what happened, which is the default;
            ``None`` gives all.
    """
    about = article(item)
    story = {name: _joined(_names(about, types)) for name, types in _STORY.items()}
    return [_row(about, event, story) for event in of_status(about.x.events, statuses)]


def lines(items: Iterable[Item], *, statuses: Iterable[str] | None = ("OCCURRED",)) -> Iterable[str]:
    """The table with its head, a line at a time, without the ends of the lines."""
    yield "\t".join(COLUMNS)
    for item in items:
        for row in rows(item, statuses=statuses):
            line = StringIO()
            csv.writer(line, delimiter="\t", lineterminator="").writerow([row[name] for name in COLUMNS])
            yield line.getvalue()


def _row(about: Article, event: Event, story: dict[str, str]) -> dict[str, str]:
    actor, recipient = (_party(about, arguments) for arguments in (event.actors, event.recipients))
    return {
        "Event ID": one_line(f"{about.id}-{event.id}"),
        "Event Date": event.when.first_day.isoformat() if event.when else about.day or _MISSING,
        "Event Type": event.type.value,
        "Event Mode": plover(event.mode) if event.mode else _MISSING,
        "Intensity": _MISSING if event.intensity is None else f"{event.intensity:g}",
        "Quad Code": event.quad.value.replace("_", " "),
        "Contexts": _joined(context.value.lower() for context in event.contexts),
        **{name.format("Actor"): value for name, value in actor.items()},
        **{name.format("Recipient"): value for name, value in recipient.items()},
        **_place(event.place, about.entity(event.place)),
        "Source": one_line(about.source) or _MISSING,
        "Publication Date": about.day or _MISSING,
        **story,
        "Language": "ara",
        "Version": f"musnad-{about.x.engine.version}",
    }


def _party(about: Article, arguments: tuple[Argument, ...]) -> dict[str, str]:
    entities = [about.entity(argument) for argument in arguments]
    known = [entity for entity in entities if entity is not None]
    sectors = [argument.sector for argument in arguments if argument.sector]
    sectors += [sector for entity in known for sector in entity.sectors]
    countries = list(dict.fromkeys(argument.country for argument in arguments if argument.country))
    nations = [nation for nation in map(country, countries) if nation is not None]
    return {
        "{0} Name": _joined(
            (entity.name_en or entity.romanized or entity.name) if entity is not None else argument.text
            for argument, entity in zip(arguments, entities, strict=True)
        ),
        "{0} Country": _joined(countries),
        "{0} COW": _joined(nation.cow for nation in nations if nation.cow),
        "Primary {0} Sector": sectors[0] if sectors else _MISSING,
        "{0} Sectors": _joined(dict.fromkeys(sectors)),
        "{0} Title": _joined(dict.fromkeys(role.office or role.text for entity in known for role in entity.roles)),
        "{0} Name Raw": _joined(argument.text for argument in arguments),
        "Wikipedia {0} ID": _joined(entity.wikidata for entity in known if entity.wikidata),
    }


def _place(place: Argument | None, entity: Entity | None) -> dict[str, str]:
    found = dict.fromkeys(COLUMNS[23:33], _MISSING)
    if place is None:
        return found
    found["Raw Placename"] = one_line(place.text)
    if entity is None:
        return found
    resolution = "" if entity.resolution is None else entity.resolution.value
    found["Placename"] = one_line(entity.name_en or entity.romanized or entity.name)
    if resolution == "TOWN":
        found["City"] = found["Placename"]
    found["District"] = entity.admin2 or _MISSING
    found["Province"] = entity.admin1 or _MISSING
    found["Country"] = entity.country or _MISSING
    if entity.location is not None:
        found["Latitude"], found["Longitude"] = f"{entity.location.lat:.5f}", f"{entity.location.lon:.5f}"
    if entity.geonames is not None:
        found["GeoNames ID"] = str(entity.geonames)
    found["Feature Type"] = _FEATURES.get(resolution, _MISSING)
    return found


def _names(about: Article, types: set[str]) -> Iterable[str]:
    return (
        entity.name_en or entity.romanized or entity.name
        for entity in about.x.entities
        if entity.type.value in types and entity.evidence != "statements.unnamed"
    )


def _joined(values: Iterable[str]) -> str:
    return "; ".join(one_line(value).replace(";", ",") for value in values) or _MISSING
