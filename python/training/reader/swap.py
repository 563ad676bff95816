"""Sentences with their names exchanged for others of the same type: a reader should know a name by what stands round it.

Names come from the training parts of the corpora, and towns from GeoNames. A name whose first token may carry a particle
stays as it is, since the particle would be lost.
"""
from __future__ import annotations

import json
from collections import defaultdict

import numpy as np

from .names import TAGS, Tagged
from .tokens import cut, plain

_PARTICLES = ("و", "ف", "ب", "ل", "ك")


def spans(tagged: Tagged) -> list[tuple[int, int, int]]:
    """Names as (first, end, type): the number of the type of the first tag that is allowed."""
    out = []
    index = 0
    while index < len(tagged.tokens):
        tags = tagged.allowed[index]
        if 0 not in tags and TAGS[tags[0]].startswith("B-"):
            end = index + 1
            while end < len(tagged.tokens) and 0 not in tagged.allowed[end] and TAGS[tagged.allowed[end][0]][0] == "I":
                end += 1
            out.append((index, end, (tags[0] - 1) // 2))
            index = end
        else:
            index += 1
    return out


def pools(corpora: list[list[Tagged]], geonames: str, least_population: int = 20_000) -> dict[int, list[list[str]]]:
    """Names by type, one entry for each time they occur, as tokens. Only names without a particle."""
    out: dict[int, list[list[str]]] = defaultdict(list)
    for corpus in corpora:
        for tagged in corpus:
            for first, end, kind in spans(tagged):
                name = tagged.tokens[first:end]
                # ANERcorp's places may be of three types; nearly all are towns and countries.
                if not name[0].startswith(_PARTICLES) and all(t[0].isalnum() for t in name):
                    out[kind].append(name)
    with open(geonames, encoding="utf-8") as lines:
        for line in lines:
            place = json.loads(line)
            if place["pop"] >= least_population:
                out[2].append(cut(plain(place["ar"][0])))
    return out


def swapped(tagged: Tagged, names: dict[int, list[list[str]]], rng: np.random.Generator, share: float = 0.7) -> Tagged:
    """The sentence with most of its names of one type exchanged."""
    out = Tagged(tagged.corpus, [], [], [])
    at = 0
    for first, end, kind in spans(tagged):
        pool = names.get(kind, [])
        # Organisations and events are too tied to what is said of them; a long name gives its sentence its shape.
        if kind not in (0, 2) or tagged.tokens[first].startswith(_PARTICLES) or not pool or rng.random() >= share:
            continue
        copy(tagged, at, first, out)
        name = pool[rng.integers(len(pool))]
        begin = tagged.allowed[first]
        out.tokens.extend(name)
        out.allowed.extend([begin, *([tag + 1 for tag in begin] for _ in name[1:])])
        out.origin.extend([tagged.origin[first]] * len(name))
        at = end
    copy(tagged, at, len(tagged.tokens), out)
    return out


def copy(tagged: Tagged, start: int, end: int, out: Tagged) -> None:
    """Appends a part of a sentence."""
    out.tokens.extend(tagged.tokens[start:end])
    out.allowed.extend(tagged.allowed[start:end])
    out.origin.extend(tagged.origin[start:end])


def copies(
    corpora: dict[str, list[Tagged]], geonames: str, times: int = 2, seed: int = 5
) -> dict[str, list[list[Tagged]]]:  # fmt: skip
    """Swapped copies of whole corpora, in the order of their sentences; the same for the same seed."""
    rng = np.random.default_rng(seed)
    pool = pools(list(corpora.values()), geonames)
    return {
        name: [[swapped(tagged, pool, rng) for tagged in sentences] for _ in range(times)]
        for name, sentences in corpora.items()
    }
