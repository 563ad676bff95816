"""Sentences as arrays, and arrays as batches."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from . import edits
from .labels import IGNORED, Labels, form_of, slots_of
from .names import TAGS, Tagged
from .treebank import Cut, bare_lemma
from .vocabulary import BEGIN, END, UNKNOWN_CHAR, Types, Vocabulary


@dataclass
class Example:
    """A sentence as numbers. Of a sentence of the treebank the word arrays are filled, of names `allowed`."""

    tokens: np.ndarray
    bits: np.ndarray | None
    segment_tokens: np.ndarray
    char_token: np.ndarray
    near: np.ndarray
    segment: np.ndarray
    word_token: np.ndarray
    slot: np.ndarray
    clitic: np.ndarray
    targets: dict[str, np.ndarray]
    allowed: np.ndarray | None = None
    corpus: int = 0


def near_of(token: str, vocabulary: Vocabulary) -> np.ndarray:
    """[characters, 7]: the characters around each, marks of beginning and end outside the word."""
    inner = [vocabulary.char_rows.get(c, UNKNOWN_CHAR) for c in token]
    padded = [BEGIN] * 3 + inner + [END] * 3
    return np.array([padded[i : i + 7] for i in range(len(token))], dtype=np.int64)


def can_split(token: str, shape: int) -> bool:
    """Only Arabic words of two letters or more are cut into words."""
    return shape == 0 and len(token) >= 2


def tree_example(cut: Cut, labels: Labels, types: Types, bits: np.ndarray | None = None) -> Example:
    """A treebank sentence with all its targets."""
    from .tokens import shape

    numbers = np.array([types.number(token) for token in cut.tokens], dtype=np.int64)
    segment_tokens: list[int] = []
    char_token: list[int] = []
    near: list[np.ndarray] = []
    segment: list[int] = []
    word_token: list[int] = []
    slot: list[int] = []
    clitic: list[int] = []
    columns: dict[str, list[int]] = {name: [] for name in ("upos", "xpos", "lemma", "head", "deprel")}
    for index, (token, mine) in enumerate(zip(cut.tokens, cut.words_of, strict=True)):
        forms = [cut.words[i].form for i in mine]
        if can_split(token, shape(token)):
            char_token.extend([len(segment_tokens)] * len(token))
            segment_tokens.append(index)
            near.append(near_of(token, types.vocabulary))
            wanted = edits.segment_labels(token, forms)
            # A label too rare to be learned: the boundary at least.
            segment.extend(
                labels.numbers["segment"].get(label, labels.numbers["segment"].get((label[0], None), 0))
                for label in wanted
            )
        for place, (number, kind) in enumerate(zip(mine, slots_of(forms) if forms else [], strict=True)):
            word = cut.words[number]
            form = form_of(token, forms, place)
            word_token.append(index)
            slot.append(kind)
            clitic.append(labels.clitic(kind, word.form))
            columns["upos"].append(labels.number("upos", word.upos))
            columns["xpos"].append(labels.number("xpos", word.xpos))
            columns["lemma"].append(labels.number("lemma", edits.lemma_script(form, bare_lemma(word.lemma, form))))
            columns["head"].append(word.head + 1 if word.head >= -1 else IGNORED)
            columns["deprel"].append(labels.number("deprel", word.deprel) if word.head >= -1 else IGNORED)
    return Example(
        numbers, bits, np.array(segment_tokens, dtype=np.int64), np.array(char_token, dtype=np.int64),
        np.concatenate(near) if near else np.zeros((0, 7), dtype=np.int64), np.array(segment, dtype=np.int64),
        np.array(word_token), np.array(slot), np.array(clitic), {k: np.array(v) for k, v in columns.items()},
    )  # fmt: skip


def name_example(tagged: Tagged, types: Types, bits: np.ndarray | None = None) -> Example:
    """A sentence of a corpus of names."""
    allowed = np.zeros((len(tagged.tokens), len(TAGS)), dtype=bool)
    for index, tags in enumerate(tagged.allowed):
        allowed[index, tags] = True
    none = np.zeros(0, dtype=np.int64)
    numbers = np.array([types.number(token) for token in tagged.tokens], dtype=np.int64)
    return Example(
        numbers, bits, none, none, np.zeros((0, 7), dtype=np.int64), none, none, none, none, {}, allowed, tagged.corpus
    )


# Bits that say what the rules and the lists take for names; see `xtask features --list`.
NAME_BITS = 26


def forget_names(example: Example, share: float, rng: np.random.Generator) -> np.ndarray:
    """The bits with some names unknown to the rules. The rules were written over our own articles and know more names
    there than elsewhere; the reader must not learn that they are that good."""
    bits = example.bits.copy()
    begins = example.allowed[:, 1::2].any(1)
    inside = example.allowed[:, 2::2].any(1) & ~example.allowed[:, 0]
    for first in np.nonzero(begins)[0]:
        if rng.random() < share:
            end = first + 1
            while end < len(inside) and inside[end]:
                end += 1
            bits[first:end, :NAME_BITS] = 0
    return bits


class Collator:
    """Puts examples into tensors; in training (`rng`) the rules forget some names of our own articles."""

    def __init__(self, types: Types, bits: int, rng: np.random.Generator | None = None, forget: float = 0.12) -> None:
        self.rng, self.forget = rng, forget
        self.rows, self.shapes, self.chars = (torch.from_numpy(a) for a in types.arrays())
        counts = np.array(types.vocabulary.counts, dtype=np.float32)
        self.rare = torch.from_numpy(0.02 + 0.6 * 20.0 / (20.0 + counts))
        self.bits = bits

    def __call__(self, examples: list[Example]) -> dict[str, Tensor]:
        """One padded batch."""
        size = len(examples)
        lengths = [len(e.tokens) for e in examples]
        longest = max(lengths)
        flat = np.concatenate([e.tokens for e in examples])
        unique, inverse = np.unique(flat, return_inverse=True)
        tokens = np.zeros((longest, size), dtype=np.int64)
        at = 0
        for column, length in enumerate(lengths):
            tokens[:length, column] = inverse[at : at + length]
            at += length
        chosen = torch.from_numpy(unique)
        rows = self.rows[chosen].int()
        batch = {
            "rows": rows, "shapes": self.shapes[chosen].int(), "chars": self.chars[chosen].int(),
            "rare": self.rare[rows.long()], "tokens": torch.from_numpy(tokens), "lengths": torch.tensor(lengths),
            "corpus": torch.tensor([e.corpus for e in examples]),
        }  # fmt: skip
        if self.bits:
            bits = np.zeros((longest, size, self.bits), dtype=np.uint8)
            for column, example in enumerate(examples):
                if example.bits is None:
                    continue
                known = example.bits
                if self.rng is not None and example.allowed is not None and example.corpus == 0:
                    known = forget_names(example, self.forget, self.rng)
                bits[: lengths[column], column] = known
            batch["bits"] = torch.from_numpy(bits)
        if examples[0].allowed is not None:
            allowed = np.ones((longest, size, len(TAGS)), dtype=bool)
            for column, example in enumerate(examples):
                allowed[: lengths[column], column] = example.allowed
            batch["allowed"] = torch.from_numpy(allowed)
        batch |= self.characters(examples, size)
        if examples[0].targets:
            batch |= self._words(examples, size)
        return batch

    @staticmethod
    def characters(examples: list[Example], size: int) -> dict[str, Tensor]:
        """The characters that may begin words; places of tokens are those in [time, batch] flattened."""
        places, owners, offset = [], [], 0
        for column, example in enumerate(examples):
            places.append(example.segment_tokens * size + column)
            owners.append(example.char_token + offset)
            offset += len(example.segment_tokens)
        return {
            "segment_tokens": torch.from_numpy(np.concatenate(places)),
            "char_token": torch.from_numpy(np.concatenate(owners)),
            "near": torch.from_numpy(np.concatenate([e.near for e in examples])),
            "segment": torch.from_numpy(np.concatenate([e.segment for e in examples])),
        }

    @staticmethod
    def _words(examples: list[Example], size: int) -> dict[str, Tensor]:
        most = max(len(e.word_token) for e in examples)
        out = {
            name: np.zeros((size, most), dtype=np.int64) for name in ("word_token", "slot", "clitic")
        } | {name: np.full((size, most), IGNORED, dtype=np.int64) for name in examples[0].targets}
        for row, example in enumerate(examples):
            count = len(example.word_token)
            out["word_token"][row] = row
            out["word_token"][row, :count] = example.word_token * size + row
            out["slot"][row, :count] = example.slot
            out["clitic"][row, :count] = example.clitic
            for name, values in example.targets.items():
                out[name][row, :count] = values
        counts = torch.tensor([len(e.word_token) for e in examples])
        return {name: torch.from_numpy(values) for name, values in out.items()} | {"word_counts": counts}


def bucketed(examples: list[Example], budget: int, rng: np.random.Generator) -> Iterator[list[Example]]:
    """For ever: batches of sentences of like length, about `budget` tokens each with their padding."""
    lengths = np.array([len(e.tokens) for e in examples])
    while True:
        order = np.argsort(lengths * rng.uniform(0.9, 1.1, len(lengths)), kind="stable")
        groups: list[list[int]] = [[]]
        longest = 0
        for index in order:
            longest = max(longest, int(lengths[index]))
            if groups[-1] and longest * (len(groups[-1]) + 1) > budget:
                groups.append([])
                longest = int(lengths[index])
            groups[-1].append(int(index))
        for group in rng.permutation(len(groups)):
            yield [examples[i] for i in groups[group]]
