"""Rows in the shape of ACLED: its 31 columns, codes and names of actors, as CSV.

These are reports, not ACLED events: ACLED has one row for a place, day and pair of actors, coded by people from many
reports. Group rows (or clusters, see ``musnad.v1.Corroborate``) before you compare counts. ``fatalities`` is the lower bound of
what the text says, as ACLED's coders are conservative, and 0 where it says nothing. ``actor1`` is who acts and ``actor2``
whom it happens to, where ACLED knows no direction. ``notes`` is the sentence. ``source_scale``, ``tags`` and ``timestamp`` are ACLED's own and
stay empty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO
from typing import Final

from .._enums import EventStatus
from .._records import AcledCode, Argument, Event
from ._article import Article, Item, article, country, of_status, one_line

__all__ = ["COLUMNS", "lines", "rows"]

COLUMNS: Final[tuple[str, ...]] = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""The names of the columns, in their order."""

_STATE, _REBELS, _MILITIA, _RIOTERS = "State Forces", "Rebel Forces", "Militia Groups", "Rioters"
_PROTESTERS, _CIVILIANS, _OTHERS = "Protesters", "Civilians", "Foreign / Others"
_INTER = {
    **dict.fromkeys(("MIL", "COP", "GOV", "SPY", "JUD", "LEG"), _STATE),
    **dict.fromkeys(("REB", "IMG"), _REBELS),
    **dict.fromkeys(("PRM", "UAF", "CRM"), _MILITIA),
    **dict.fromkeys(
        ("CVL", "JRN", "MED", "REF", "EDU", "LAB", "AGR", "BUS", "SOC", "ELI", "UNK", "OPP", "PTY", "REL"), _CIVILIANS
    ),
    **dict.fromkeys(("UNO", "IGO", "EUR", "NGO", "ISM", "MNC"), _OTHERS),
}
_VIOLENT = {"Battles", "Explosions/Remote violence", "Violence against civilians"}
_NEAR = {"TOWN": "1", "SITE": "1", "DISTRICT": "2", "AREA": "2", "OFFSET": "2", "PROVINCE": "3", "COUNTRY": "3"}


def rows(item: Item, *, repeated: bool = False) -> list[dict[str, str]]:
    """The events of an article that ACLED has a code for and that happened.

    Args:
        item: an extraction, or a pair of one and its document.
        repeated: whether a happening that the article tells of again is a row again.
    """
    about = article(item)
    return [
        _row(about, event, event.acled)
        for event in of_status(about.x.events, [EventStatus.OCCURRED])
        if event.acled is not None and (repeated or not event.same_as)
    ]


def lines(items: Iterable[Item], *, repeated: bool = False) -> Iterable[str]:
    """The table with its head, a line at a time, without the ends of the lines."""
    yield ",".join(COLUMNS)
    for item in items:
        for row in rows(item, repeated=repeated):
            line = StringIO()
            csv.DictWriter(line, COLUMNS, lineterminator="").writerow(row)
            yield line.getvalue()


def _row(about: Article, event: Event, code: AcledCode) -> dict[str, str]:
    kind, detail = code.event_type, code.sub_event_type
    first, *other_actors = event.actors or (None,)
    second, *other_recipients = event.recipients or (None,)
    inter = [_inter(first, kind), _inter(second, kind)]
    place = about.entity(event.place)
    nation = country(place.country) if place is not None else None
    when = event.when
    day = when.first_day.isoformat() if when else about.day
    sentence = about.sentence(event.trigger.start)
    killed = event.casualties.killed if event.casualties else None
    found = {
        "event_id_cnty": one_line(f"{nation.alpha3 if nation else 'UNK'}-{about.id}-{event.id}"),
        "event_date": day,
        "year": day[:4],
        "time_precision": "3" if when is None else _time_precision((when.last_day - when.first_day).days),
        "disorder_type": _disorder(kind, detail),
        "event_type": kind,
        "sub_event_type": detail,
        "actor1": _name(about, first),
        "assoc_actor_1": "; ".join(_name(about, argument) for argument in other_actors),
        "inter1": inter[0],
        "actor2": _name(about, second),
        "assoc_actor_2": "; ".join(_name(about, argument) for argument in other_recipients),
        "inter2": inter[1],
        "interaction": _interaction(inter[0], inter[1], second is None),
        "civilian_targeting": "Civilian targeting" if kind in _VIOLENT and inter[1] == _CIVILIANS else "",
        "source": one_line(about.source),
        "notes": one_line(sentence.text) if sentence else "",
        "fatalities": f"{killed.min if killed and killed.min is not None else 0:.0f}",
    }
    if nation is not None:
        found |= {"iso": nation.numeric, "region": nation.region, "country": nation.name}
    if event.place is not None:
        found["location"] = one_line(event.place.text)
    if place is not None:
        found |= {"admin1": place.admin1, "admin2": place.admin2, "location": place.name_en or place.name}
        if place.location is not None:
            found |= {"latitude": f"{place.location.lat:.4f}", "longitude": f"{place.location.lon:.4f}"}
        found["geo_precision"] = "" if place.resolution is None else _NEAR[place.resolution.value]
    return {name: found.get(name, "") for name in COLUMNS}


def _name(about: Article, argument: Argument | None) -> str:
    if argument is None:
        return ""
    entity = about.entity(argument)
    name = argument.text if entity is None else entity.name_en or entity.romanized or entity.name
    nation = country(argument.country)
    plain = one_line(name).replace(";", ",")
    return f"{plain} ({nation.name})" if nation is not None and nation.name not in plain else plain


def _inter(argument: Argument | None, kind: str) -> str:
    if argument is None:
        return ""
    code = _INTER.get(argument.sector, "")
    if code in (_CIVILIANS, "") and argument.role == "ACTOR":
        # A crowd is what it does.
        return {"Protests": _PROTESTERS, "Riots": _RIOTERS}.get(kind, code)
    if not code and argument.role == "RECIPIENT" and kind == "Violence against civilians":
        return _CIVILIANS
    return code


def _interaction(first: str, second: str, alone: bool) -> str:
    if first and second:
        return f"{first}-{second}"
    # Empty where one of two actors has no code.
    return f"{first} only" if first and alone else ""


def _time_precision(days: int) -> str:
    return "1" if days == 0 else "2" if days < 7 else "3"


def _disorder(kind: str, detail: str) -> str:
    if detail == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if kind in _VIOLENT or detail == "Mob violence":
        return "Political violence"
    return "Demonstrations" if kind in ("Protests", "Riots") else kind
