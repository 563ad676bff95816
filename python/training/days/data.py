"""Events with the days that they may be of, labelled.

Source: resolved gold articles and articles annotated in the same format, see `gold/GUIDELINES.md`. `xtask days` says what both models are told;
what the second is told of the first is put together here, as `crates/musnad/src/events/dating/across.rs` does.
"""
from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from triggers.data import gold_articles, overlap

BUCKETS = 1 << 12
STEPS = (0.05, 0.2, 0.4, 0.6, 0.8)
# The last relation that a noun is asked for, and the part of speech of finite verbs.
PARTY, FINITE = 2, 1
Days = tuple[str, str]
Value = bool | int | str | tuple["Value", ...]


def written(value: Value) -> str:
    """A value of a fact as the crate hashes it."""
    if isinstance(value, tuple):
        return "(" + ", ".join(map(written, value)) + ")"
    return str(value).lower() if isinstance(value, bool) else str(value)


def bucket(name: str, value: Value) -> int:
    """The bucket of a fact: FNV-1a, as in `crates/musnad/src/events/fact.rs`."""
    code = 0x811C9DC5
    for byte in f"{name}={written(value)}".encode():
        code = (code ^ byte) * 0x01000193 & 0xFFFFFFFF
    return (code ^ code >> 15) % BUCKETS


def scale(chance: float) -> int:
    """A probability on a rough scale."""
    return sum(chance >= step for step in STEPS)


@dataclass
class Event:
    """What the models are told of an event, and of what day it is."""

    document: str
    told_of: dict[str, Any]
    # An annotator has it; `day` is nothing where no day is given.
    known: bool = False
    optional: bool = False
    day: Days | None = None
    # What the first model says of the days of its sentence.
    chances: dict[Days, float] = field(default_factory=dict)


Document = list[Event]


def read_articles(folders: Iterable[str]) -> list[dict[str, Any]]:
    """Annotated articles."""
    return [article for folder in folders for article in gold_articles(folder)]


def tell(articles: list[dict[str, Any]], xtask: str, path: str) -> None:
    """Writes what the models are told of the articles."""
    keys = ("id", "text", "published_at", "source")
    lines = "".join(json.dumps({k: a.get(k) or "" for k in keys}, ensure_ascii=False) + "\n" for a in articles)
    with open(path, "w", encoding="utf8") as out:
        subprocess.run([xtask, "days"], input=lines, stdout=out, check=True, text=True, encoding="utf8")


def read_documents(articles: list[dict[str, Any]], path: str) -> list[Document]:
    """Reads what `xtask days` wrote and labels it."""
    by_id = {article["id"]: article for article in articles}
    documents = []
    with open(path, encoding="utf8") as file:
        for line in file:
            read = json.loads(line)
            events = [Event(read["id"], event) for event in read["events"]]
            label(by_id[read["id"]]["events"], events)
            documents.append(events)
    return documents


def label(gold: list[dict[str, Any]], events: list[Event]) -> None:
    """Gives each event the day of the annotated event of its type whose trigger it shares most with, each once."""
    pairs = [
        (overlap(one["trigger"], (event.told_of["start"], event.told_of["end"])), -i, -j)
        for i, one in enumerate(gold)
        for j, event in enumerate(events)
        if one["type"] == event.told_of["type"]
    ]
    taken: set[int] = set()
    for common, i, j in sorted(pairs, reverse=True):
        event, one = events[-j], gold[-i]
        if common and not event.known and i not in taken:
            taken.add(i)
            event.known, event.optional = True, bool(one.get("optional"))
            event.day = tuple(one["time"]) if one.get("time") else None


def own_facts(event: Event) -> tuple[list[np.ndarray], list[Days | None]]:
    """What the first model weighs: that no time of the sentence is the event's, and each of them."""
    beside = event.told_of["beside"]
    days: list[Days | None] = [None, *((first, last) for first, last, _ in beside)]
    return [np.array(f) for f in (event.told_of["none_beside"], *(facts for _, _, facts in beside))], days


def loudest(event: Event, document: Document, day: Days | None) -> dict[int, float]:
    """For each relation the greatest of what its events say of a day, or of any."""
    said: dict[int, float] = {}
    for relation, other in event.told_of["told"]:
        chances = document[other].chances
        chance = max(chances.values(), default=0.0) if day is None else chances.get(day, 0.0)
        said[relation] = max(said.get(relation, 0.0), chance)
    return said


def all_facts(event: Event, document: Document) -> tuple[list[np.ndarray], list[Days | None]]:
    """What the second model weighs: that the event is of no day, and each day named near."""
    told = event.told_of
    best = scale(max(event.chances.values(), default=0.0))
    facts = [bucket("none+own", best), bucket("none+own+part", (best, told["part"]))]
    facts += [bucket("none+told", (relation, scale(chance))) for relation, chance in loudest(event, document, None).items()]
    rows, days = [np.array(told["none"] + facts)], [None]
    for candidate in told["days"]:
        day = (candidate["first_day"], candidate["last_day"])
        chance = scale(event.chances.get(day, 0.0))
        facts = [
            bucket("own", chance),
            bucket("own+has", (chance, bool(told["beside"]))),
            bucket("own+status", (chance, told["occurred"])),
            bucket("own+age", (chance, candidate["age"])),
            bucket("own+para", (candidate["para"], best)),
        ]
        if candidate["top"]:
            facts.append(bucket("own+top", best))
        for relation, said in loudest(event, document, day).items():
            level = scale(said)
            facts += [bucket("told", (relation, level)), bucket("told+own", (relation, level, best))]
            if told["title"]:
                facts.append(bucket("told+title", (relation, level)))
            if relation <= PARTY and told["part"] != FINITE:
                facts.append(bucket("told+noun", (relation, level)))
        rows.append(np.array(candidate["facts"] + facts))
        days.append(day)
    return rows, days
