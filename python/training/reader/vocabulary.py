"""The word table, the characters, and what the encoder needs to know of each token type."""
from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from .tokens import SHAPES, key, shape

UNKNOWN = 0
PAD, UNKNOWN_CHAR, BEGIN, END = 0, 1, 2, 3
SPECIAL_CHARS = ["<pad>", "<unk>", "<w>", "</w>"]
LONGEST_WORD = 22


@dataclass
class Vocabulary:
    """Keys of the word table (row 0 is `<unk>`) and characters."""

    keys: list[str]
    counts: list[int]
    chars: list[str]
    rows: dict[str, int] = field(init=False, repr=False)
    char_rows: dict[str, int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.rows = {k: i for i, k in enumerate(self.keys)}
        self.char_rows = {c: i for i, c in enumerate(self.chars)}

    def row(self, token: str) -> int:
        """Row of a plain token in the word table."""
        return self.rows.get(key(token), UNKNOWN)

    def spell(self, token: str) -> list[int]:
        """Characters of a plain token between the marks of beginning and end, at most `LONGEST_WORD` of them."""
        inner = [self.char_rows.get(c, UNKNOWN_CHAR) for c in token[:LONGEST_WORD]]
        return [BEGIN, *inner, END]

    def first(self, size: int) -> Vocabulary:
        """Only the most frequent keys; all others are unknown."""
        return Vocabulary(self.keys[:size], self.counts[:size], self.chars)

    def save(self, path: str) -> None:
        """Writes it as JSON."""
        with open(path, "w", encoding="utf-8") as out:
            json.dump({"keys": self.keys, "counts": self.counts, "chars": self.chars}, out, ensure_ascii=False)

    @classmethod
    def load(cls, path: str) -> Vocabulary:
        """Reads what `save` wrote."""
        with open(path, encoding="utf-8") as text:
            return cls(**json.load(text))


def build(counts: Counter[str], chars: Counter[str], size: int, least_char: int = 200) -> Vocabulary:
    """The most frequent keys and all characters that are not rare."""
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[: size - 1]
    keys = ["<unk>", *(k for k, _ in best)]
    kept = sorted(c for c, n in chars.items() if n >= least_char)
    return Vocabulary(keys, [1, *(n for _, n in best)], SPECIAL_CHARS + kept)


def initial_vectors(folder: str, vocabulary: Vocabulary, deviation: float = 0.4, seed: int = 1) -> np.ndarray:
    """Rows for the word table from fastText vectors; spelling variants of a key weigh in by their rank."""
    vectors = np.load(os.path.join(folder, "words100.f16.npy")).astype(np.float32)
    with open(os.path.join(folder, "words100.txt"), encoding="utf-8") as lines:
        words = lines.read().split("\n")[: len(vectors)]
    out = np.zeros((len(vocabulary.keys), vectors.shape[1]), dtype=np.float32)
    weight = np.zeros(len(vocabulary.keys), dtype=np.float32)
    for rank, word in enumerate(words):
        if word and (row := vocabulary.row(word)):
            share = 1.0 / (rank + 10)
            out[row] += share * vectors[rank]
            weight[row] += share
    found = weight > 0
    out[found] /= weight[found, None]
    out[found] *= deviation / out[found].std()
    missing = ~found
    out[missing] = np.random.default_rng(seed).normal(0, deviation / 4, (int(missing.sum()), vectors.shape[1]))
    return out


class Types:
    """Token types as arrays: word row, shape, characters. Grows as new types come."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.numbers: dict[str, int] = {}
        self.texts: list[str] = []
        self._arrays: tuple[np.ndarray, np.ndarray, np.ndarray] | None = None

    def number(self, token: str) -> int:
        """Number of a plain token."""
        known = self.numbers.get(token)
        if known is None:
            known = self.numbers[token] = len(self.texts)
            self.texts.append(token)
            self._arrays = None
        return known

    def arrays(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(word rows [n], shapes [n], characters [n, LONGEST_WORD + 2])."""
        if self._arrays is None:
            rows = np.array([self.vocabulary.row(t) for t in self.texts], dtype=np.int32)
            shapes = np.array([shape(t) for t in self.texts], dtype=np.uint8)
            chars = np.zeros((len(self.texts), LONGEST_WORD + 2), dtype=np.int16)
            for i, text in enumerate(self.texts):
                spelled = self.vocabulary.spell(text)
                chars[i, : len(spelled)] = spelled
            self._arrays = rows, shapes, chars
        return self._arrays


assert len(SHAPES) < 8
