"""Corpora of names, in musnad's tokens and types. Where a corpus says less than we ask, several tags are allowed.

ANERcorp's LOC may be GEOPOLITICAL, LOCATION or FACILITY; AQMAR's MISC, which changes from article to article, may also
be no name. Wojood is nested: the longest name of a type of ours counts.
"""
from __future__ import annotations

import glob
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from .raw import Unit
from .tokens import plain, tokenize

TYPES = ["PERSON", "ORGANIZATION", "GEOPOLITICAL", "LOCATION", "FACILITY", "MISCELLANEOUS"]
TAGS = ["O", *(f"{mark}-{kind}" for kind in TYPES for mark in "BI")]
CORPORA = ["gold", "anercorp", "aqmar", "wojood"]
SHORT = dict(zip(["PER", "ORG", "GPE", "LOC", "FAC", "MISC"], TYPES, strict=True))
_PLACES = ["GEOPOLITICAL", "LOCATION", "FACILITY"]
_ANERCORP = {"PER": ["PERSON"], "ORG": ["ORGANIZATION"], "LOC": _PLACES, "MISC": ["MISCELLANEOUS"]}
_WOJOOD = {"PERS": "PERSON", "ORG": "ORGANIZATION", "GPE": "GEOPOLITICAL", "LOC": "LOCATION", "FAC": "FACILITY",
           "EVENT": "MISCELLANEOUS", "LAW": "MISCELLANEOUS", "PRODUCT": "MISCELLANEOUS"}


@dataclass
class Tagged:
    """A sentence with the tags that each token may have, by number in `TAGS`."""

    corpus: int
    tokens: list[str]
    allowed: list[list[int]]
    # Index of the corpus' own token that each token is part of.
    origin: list[int]


def _tags(mark: str, types: Iterable[str]) -> list[int]:
    return [TAGS.index(f"{mark}-{kind}") for kind in types]


def _retokenize(corpus: int, rows: list[tuple[str, list[str], str]]) -> Tagged:
    """From a corpus' tokens as (text, types, mark); punctuation cut off a token at the edge of a name is outside."""
    out = Tagged(corpus, [], [], [])
    for index, (text, types, mark) in enumerate(rows):
        pieces = tokenize(plain(text))
        letters = [i for i, (piece, _, _) in enumerate(pieces) if piece[0].isalnum()]
        ends = index + 1 == len(rows) or rows[index + 1][2] != "I"
        for i, (piece, _, _) in enumerate(pieces):
            inside = mark != "O" and (not letters or (i >= letters[0] or mark == "I") and (i <= letters[-1] or not ends))
            if not inside:
                allowed = [0]
            else:
                first = mark == "B" and (not letters or i == letters[0])
                allowed = _tags("B" if first else "I", types)
                if len(types) == 1 and types[0] == "MISCELLANEOUS" and corpus == 2:
                    allowed = [0, *allowed]
            # A name that begins with an I tag, as corpora have it now and then, begins all the same.
            if allowed[-1] and TAGS[allowed[-1]][0] == "I" and not (out.allowed and _goes_on(out.allowed[-1], allowed)):
                allowed = [tag - 1 if tag else tag for tag in allowed]
            out.tokens.append(piece)
            out.allowed.append(allowed)
            out.origin.append(index)
    return out


def _goes_on(before: list[int], allowed: list[int]) -> bool:
    return any(tag and (tag in before or tag - 1 in before) for tag in allowed)


def _blocks(path: str, end: str | None = None) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if not fields or (end is not None and fields[0] == end):
                if rows:
                    yield rows
                rows = []
            elif not line.startswith("# doc"):
                rows.append(fields)
    if rows:
        yield rows


def _iob(fields: list[str]) -> tuple[str, str]:
    mark, _, kind = (fields[-1] if len(fields) > 1 else "O").partition("-")
    return (mark, kind) if kind else ("O", "")


def read_anercorp(path: str) -> list[Tagged]:
    """ANERcorp, one block a sentence."""
    out = []
    for block in _blocks(path):
        rows = []
        for fields in block:
            mark, kind = _iob(fields)
            rows.append((fields[0], _ANERCORP.get(kind, []), mark if kind in _ANERCORP else "O"))
        out.append(_retokenize(1, rows))
    return out


def read_aqmar(path: str) -> list[Tagged]:
    """AQMAR, one block a sentence."""
    out = []
    for block in _blocks(path):
        rows = []
        for fields in block:
            mark, kind = _iob(fields)
            kind = "MISC" if kind.startswith("MIS") else kind
            rows.append((fields[0], _ANERCORP.get(kind, []), mark if kind in _ANERCORP else "O"))
        out.append(_retokenize(2, rows))
    return out


def read_wojood(path: str) -> list[Tagged]:
    """Wojood's sample; layers stand beside the token in no order."""
    out = []
    for block in _blocks(path, "$#$"):
        spans: list[tuple[int, int, str]] = []
        for layer, kind in enumerate(_WOJOOD):
            start = -1
            for i, fields in enumerate([*block, ["", "O"]]):
                if start >= 0 and f"I-{kind}" not in fields[1:]:
                    spans.append((start, i, kind))
                    start = -1
                if f"B-{kind}" in fields[1:]:
                    start = i
        rows = [(fields[0], [], "O") for fields in block]
        taken = [False] * len(block)
        for start, end, kind in sorted(spans, key=lambda s: s[0] - s[1]):
            if not any(taken[start:end]):
                for i in range(start, end):
                    taken[i] = True
                    rows[i] = (block[i][0], [_WOJOOD[kind]], "B" if i == start else "I")
        out.append(_retokenize(3, rows))
    return out


def article_sentences(article: dict, units: list[Unit]) -> list[Tagged]:
    """Sentences of an article of ours with their names; `units` are its tokens by sentence, with their places."""
    names = sorted((name["span"][0], name["span"][1], SHORT[name["type"]]) for name in article["names"])
    out = []
    for unit in units:
        tagged = Tagged(0, [], [], [])
        before: tuple[int, int, str] | None = None
        for index, (token, first, end) in enumerate(unit):
            name = next((n for n in names if n[0] < end and n[1] > first), None)
            tagged.tokens.append(token)
            tagged.allowed.append([0] if name is None else _tags("I" if name == before else "B", [name[2]]))
            tagged.origin.append(index)
            before = name
        out.append(tagged)
    return out


def read_articles(folder: str) -> list[dict]:
    """Our own articles."""
    out = []
    for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
        with open(path, encoding="utf-8") as text:
            out.append(json.load(text))
    return out


def training_corpora(data: str, gold: str, units: Callable[[str, str], list[Unit]]) -> dict[str, list[Tagged]]:
    """The parts of all corpora that may be trained on; `units` cuts an article of ours, given its id and text."""
    ner = os.path.join(data, "ner")
    articles = read_articles(os.path.join(gold, "train"))
    return {
        "gold": [
            tagged
            for article in articles
            for tagged in article_sentences(article, units(f"gold:{article['id']}", article["text"]))
        ],
        "anercorp": held_out(read_anercorp(os.path.join(ner, "anercorp-train.conll")))[0],
        "aqmar": read_aqmar(os.path.join(ner, "aqmar.conll")),
        "wojood": read_wojood(os.path.join(ner, "wojood-sample-train.txt")),
    }


def held_out(sentences: list[Tagged], block: int = 40, every: int = 10) -> tuple[list[Tagged], list[Tagged]]:
    """Training part and held-out part: every tenth block of forty sentences that stand together."""
    kept = [s for i, s in enumerate(sentences) if i // block % every != every - 1]
    return kept, [s for i, s in enumerate(sentences) if i // block % every == every - 1]
