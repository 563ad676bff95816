"""The raw news as sentences of token types, for pretraining: a text read once, cut, counted and kept as numbers."""
from __future__ import annotations

import glob
import json
import lzma
import os
from collections import Counter
from collections.abc import Iterator

import numpy as np

from .tokens import clean_news, cut

LONGEST = 64
_ENDS = frozenset(".؟!…?")


def sentences(folder: str) -> Iterator[list[str]]:
    """Plain sentences of at most `LONGEST` tokens, from every file of `folder`."""
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl.xz"))):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                for paragraph in [article.get("title") or "", *article["text"].split("\n")]:
                    yield from _split(cut(clean_news(paragraph)))


def _split(tokens: list[str]) -> Iterator[list[str]]:
    first = 0
    for index, token in enumerate(tokens):
        if token in _ENDS or index - first + 1 >= LONGEST:
            yield tokens[first : index + 1]
            first = index + 1
    if first < len(tokens):
        yield tokens[first:]


def read(folder: str, cache: str) -> tuple[list[str], np.ndarray, np.ndarray, np.ndarray]:
    """Token types, their counts, all tokens as type numbers, and the ends of the sentences. Kept in `cache`."""
    path = os.path.join(cache, "news.npz")
    names = os.path.join(cache, "news-types.txt")
    if not os.path.exists(path):
        numbers: dict[str, int] = {}
        stream: list[int] = []
        ends: list[int] = []
        seen: set[int] = set()
        for sentence in sentences(folder):
            # Scraped pages repeat boilerplate: each sentence counts once.
            mark = hash(tuple(sentence))
            if len(sentence) < 4 or mark in seen:
                continue
            seen.add(mark)
            stream.extend(numbers.setdefault(token, len(numbers)) for token in sentence)
            ends.append(len(stream))
        tokens = np.array(stream, dtype=np.int32)
        np.savez(path, tokens=tokens, ends=np.array(ends, dtype=np.int64), counts=np.bincount(tokens))
        with open(names, "w", encoding="utf-8") as out:
            out.write("\n".join(numbers))
    with open(names, encoding="utf-8") as lines:
        types = lines.read().split("\n")
    data = np.load(path)
    return types, data["counts"], data["tokens"], data["ends"]


def key_counts(types: list[str], counts: np.ndarray) -> Counter[str]:
    """Counts by key."""
    from .tokens import key

    out: Counter[str] = Counter()
    for token, count in zip(types, counts.tolist(), strict=True):
        out[key(token)] += count
    return out
