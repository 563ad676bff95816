"""Candidates with their labels.

Two sources: resolved gold articles (`gold/train`, see `gold/GUIDELINES.md`), whose events say of every candidate what it is; and sentences
of general news of which somebody has said for each word that the lexicon proposes whether it tells of one concrete event there. The
latter is a file with one JSON object a line, kept outside of the repository:

    {"id": "…", "text": "…", "published_at": "…", "triggers": [{"start": 3, "end": 7, "type": "ASSAULT", "label": "yes|optional|no|skip"}]}

`optional` is what a second careful reader might leave out, `skip` what only names again what another word of the sentence has named.
Where the id begins with `doc-` the text is a whole article, and every word that the lexicon proposed in it has a label.
"""
from __future__ import annotations

import glob
import json
import os
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
).split()
OUTCOMES = ["-", *TYPES]


@dataclass
class Candidate:
    """A word that the lexicon proposes."""

    document: str
    group: str
    start: int
    end: int
    type: str
    # On what ground it is proposed: a row of the lexicon that holds (frame), one that would in other company (word), or one for another part of speech (kin).
    ground: str
    by_rules: bool
    repeats: int | None
    facts: list[int]
    state: list[float]
    # What it is; None where nobody said.
    label: int | None = None
    weight: float = 1.0
    optional: bool = False


@dataclass
class Document:
    """A text with its candidates."""

    id: str
    text: str
    published_at: str = ""
    events: list[dict] = field(default_factory=list)
    triggers: list[dict] | None = None
    candidates: list[Candidate] = field(default_factory=list)
    # Events of gold that no candidate stands at.
    missed: int = 0


class Text(Protocol):
    """What `xtask triggers` is given."""

    id: str
    text: str
    published_at: str


def gold_articles(folder: str) -> Iterator[dict[str, Any]]:
    """The resolved gold articles of a folder, in order."""
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf8") as file:
            yield json.load(file)


def corpus_cases(folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The cases of the project's corpus with their names, in order."""
    for path in sorted(glob.glob(os.path.join(folder, "*.toml"))):
        with open(path, "rb") as file:
            cases = tomllib.load(file).get("case", [])
        for case in cases:
            yield os.path.basename(path)[:-5] + "." + case["name"], case


def tell(documents: Iterable[Text], xtask: str, path: str) -> None:
    """Writes what the classifiers are told of documents."""
    lines = "".join(json.dumps({"id": d.id, "text": d.text, "published_at": d.published_at}, ensure_ascii=False) + "\n" for d in documents)
    with open(path, "w", encoding="utf8") as out:
        subprocess.run([xtask, "triggers"], input=lines, stdout=out, check=True, text=True, encoding="utf8")


def read_documents(gold: str, read: list[str], annotated: str | None) -> list[Document]:
    """The texts with their annotation."""
    folders = [("gold/", gold)] + [("read/", folder) for folder in read]
    documents = [
        Document(source + d["id"], d["text"], d.get("published_at") or "", d["events"]) for source, folder in folders for d in gold_articles(folder)
    ]
    if annotated:
        with open(annotated, encoding="utf8") as file:
            for line in file:
                if line.strip():
                    d = json.loads(line)
                    source = "docs/" if d["id"].startswith("doc-") else "news/"
                    documents.append(Document(source + d["id"], d["text"], d.get("published_at", ""), triggers=d["triggers"]))
    return documents


def read_corpus(folder: str) -> list[Document]:
    """The project's own cases of events, each a short text of a clear happening, or of a word that only looks like one."""
    documents = []
    for name, case in corpus_cases(folder):
        text, triggers = case["text"], []
        for event in case.get("event", []):
            word, kind = event.get("trigger"), event.get("type")
            if word and text.count(word) == 1:
                start = text.index(word)
                triggers.append({"start": start, "end": start + len(word), "type": kind or "", "label": "yes"})
        for event in case.get("no_event", []):
            if set(event) == {"type"}:
                # Whatever the lexicon proposes as this type.
                triggers.append({"start": 0, "end": len(text), "type": event["type"], "label": "none"})
        documents.append(Document("own/" + name, text, case.get("published_at", ""), triggers=triggers))
    return documents


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters in common."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def add_candidates(documents: list[Document], path: str) -> None:
    """Reads what `xtask triggers` wrote and labels it."""
    by_id = {d.id: d for d in documents}
    with open(path, encoding="utf8") as file:
        for line in file:
            read = json.loads(line)
            document = by_id[read["id"]]
            for c in read["candidates"]:
                document.candidates.append(
                    Candidate(document.id, document.id, c["start"], c["end"], c["type"], c["ground"], c["by_rules"], c["repeats"], c["facts"], c["state"])
                )
            if document.triggers is None:
                label_gold(document)
            else:
                label_news(document)


def label_gold(document: Document) -> None:
    """Labels by the events of a gold article; what only says again what was told is left to the rules."""
    taken = set()
    for candidate in document.candidates:
        span = (candidate.start, candidate.end)
        hits = [(e["type"] == candidate.type, overlap(e["trigger"], span), i) for i, e in enumerate(document.events) if overlap(e["trigger"], span)]
        if not hits:
            candidate.label = 0
            continue
        _, _, index = max(hits)
        taken.add(index)
        event = document.events[index]
        candidate.label = OUTCOMES.index(event["type"])
        candidate.optional = bool(event.get("optional"))
    document.missed = sum(1 for i, e in enumerate(document.events) if i not in taken and not e.get("optional"))
    for candidate in document.candidates:
        if candidate.repeats is not None and candidate.label == 0 and document.candidates[candidate.repeats].label:
            candidate.label = None


def label_news(document: Document) -> None:
    """Labels by what was said of each word; other words of the same types are none, the rest is unknown."""
    own = document.id.startswith("own/")
    for candidate in document.candidates:
        if own and any(t["label"] == "none" and t["type"] == candidate.type for t in document.triggers or []):
            candidate.label = 0
            continue
        hit = next((t for t in document.triggers or [] if t["label"] != "none" and overlap((t["start"], t["end"]), (candidate.start, candidate.end))), None)
        if hit is None:
            if candidate.ground == "frame" and document.id.startswith("news/") and candidate.type in ("ASSAULT", "PROTEST") and not candidate.by_rules:
                candidate.label, candidate.weight = 0, 0.5
        elif hit["label"] == "no":
            candidate.label = 0
        elif hit["label"] == "skip":
            candidate.label = None
        elif candidate.type == hit["type"] or not hit["type"]:
            candidate.label = OUTCOMES.index(candidate.type)
            # A few clear cases stand against many sentences.
            candidate.weight = 2.0 if own else 1.0
            candidate.optional = hit["label"] == "optional"
    for candidate in document.candidates:
        if candidate.repeats is not None and document.candidates[candidate.repeats].label and candidate.label == 0:
            candidate.label = None
