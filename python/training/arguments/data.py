"""Phrases beside triggers with their labels.

Sources: resolved gold articles (`gold/train`, see `gold/GUIDELINES.md`); the project's own cases (`tests/corpus/events`), as far as they
name participants; and sentences of news that somebody has read, a file with one JSON object a line, kept outside of the repository:

    {"id": "…", "text": "…", "events": [{"trigger": [3, 7], "type": "ASSAULT", "actors": [[8, 15]], "recipients": []}]}

Offsets count characters.
"""
from __future__ import annotations

import json
from dataclasses import dataclass, field

from triggers.data import corpus_cases, gold_articles, overlap

Span = tuple[int, int]
NEITHER, ACTOR, RECIPIENT = 0, 1, 2


@dataclass
class Phrase:
    """A phrase that may take part."""

    span: Span
    by_rules: int
    joins: int | None
    facts: list[int]
    label: int = NEITHER
    weight: float = 1.0
    # Whether it says where; nothing where nobody said.
    place: bool | None = None
    is_rule_place: bool = False
    place_facts: list[int] = field(default_factory=list)


@dataclass
class Case:
    """An event with the phrases beside its trigger."""

    document: str
    optional: bool
    asked: list[tuple[int, Span]]
    phrases: list[Phrase]
    place: Span | None = None


@dataclass
class Document:
    """A text with its events."""

    id: str
    text: str
    published_at: str = ""
    events: list[dict] = field(default_factory=list)


def read_documents(folders: list[str]) -> list[Document]:
    """Gold articles."""
    return [Document("gold/" + d["id"], d["text"], d.get("published_at") or "", d["events"]) for folder in folders for d in gold_articles(folder)]


def read_news(path: str) -> list[Document]:
    """Sentences of news."""
    with open(path, encoding="utf8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    return [Document("news/" + d["id"], d["text"], d.get("published_at") or "", d["events"]) for d in lines]


def read_corpus(folder: str) -> list[Document]:
    """The project's own cases; a role that a case does not speak of is left open."""
    documents = []
    for name, case in corpus_cases(folder):
        text, events = case["text"], []
        for event in case.get("event", []):
            word = event.get("trigger")
            if not word or text.count(word) != 1 or not (event.get("actor") or event.get("recipient")):
                continue
            start = text.index(word)
            events.append(
                {
                    "trigger": [start, start + len(word)],
                    "type": event.get("type"),
                    "actors": [nearest(text, name, start) for name in event.get("actor") or [] if name in text],
                    "recipients": [nearest(text, name, start) for name in event.get("recipient") or [] if name in text],
                    "own": True,
                }
            )
        if events:
            documents.append(Document("own/" + name, text, case.get("published_at", ""), events))
    return documents


def nearest(text: str, name: str, at: int) -> list[int]:
    """Where a name stands, nearest to a place."""
    places = [start for start in range(len(text)) if text.startswith(name, start)]
    start = min(places, key=lambda start: abs(start - at))
    return [start, start + len(name)]


def shares_half(a: Span, b: Span) -> int:
    """Characters in common, where those are half of the shorter span."""
    common = overlap(a, b)
    return common if common and 2 * common >= min(a[1] - a[0], b[1] - b[0]) else 0


def pair(asked: list[tuple[int, Span]], spans: list[Span]) -> list[tuple[int, int]]:
    """What is asked for with the spans it shares most with, of those the shortest, each once."""
    all_pairs = [(shares_half(span, other), other[0] - other[1], -i, -j) for i, (_, span) in enumerate(asked) for j, other in enumerate(spans)]
    pairs: list[tuple[int, int]] = []
    for common, _, i, j in sorted(all_pairs, reverse=True):
        if common and all(-i != a and -j != b for a, b in pairs):
            pairs.append((-i, -j))
    return pairs


def read_cases(documents: list[Document], path: str) -> list[Case]:
    """Reads what `xtask triggers` wrote and labels it: each trigger that an event of its type stands at."""
    by_id = {d.id: d for d in documents}
    cases = []
    with open(path, encoding="utf8") as file:
        for line in file:
            read = json.loads(line)
            document = by_id[read["id"]]
            for candidate in read["candidates"]:
                span = (candidate["start"], candidate["end"])
                hits = [
                    (overlap(event["trigger"], span), -number)
                    for number, event in enumerate(document.events)
                    if event["type"] in (candidate["type"], None) and overlap(event["trigger"], span)
                ]
                if hits:
                    phrases = [Phrase((p["start"], p["end"]), p["by_rules"], p["joins"], p["facts"], is_rule_place=p["is_place"], place_facts=p["facts"] + p["place_facts"]) for p in candidate["participants"]]
                    cases.append(label(document, document.events[-max(hits)[1]], phrases))
    return cases


def label(document: Document, event: dict, phrases: list[Phrase]) -> Case:
    """Labels the phrases beside the trigger of an event."""
    asked = [(role, span) for role, key in ((ACTOR, "actors"), (RECIPIENT, "recipients")) for span in event[key] if span]
    for number, place in pair(asked, [p.span for p in phrases]):
        phrases[place].label = asked[number][0]
    for phrase in phrases:
        if phrase.label == NEITHER and any(shares_half(span, phrase.span) for _, span in asked):
            # A part of what is named already.
            phrase.weight = 0.0
        elif phrase.label == NEITHER and event.get("own"):
            phrase.weight = 0.5
    place = event.get("place")
    if document.id.startswith("gold/"):
        for phrase in phrases:
            phrase.place = bool(place and overlap(place, phrase.span))
    return Case(document.id, bool(event.get("optional")), asked, phrases, place)
