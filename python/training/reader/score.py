"""Scores: the CoNLL 2018 metrics for trees from raw text, and exact F1 for names.

The metric is written from its definition (Zeman et al. 2018, «CoNLL 2018 Shared Task», section 5): words of the system
are matched to words of gold by their characters; where either side has a multi-word token, the words of the whole
region are matched by the longest common subsequence of their forms. Every score is an F1 over matched words.
"""
from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ScoredWord:
    """A word with the characters of its token; `head` is an index into the list it stands in, -1 for a root."""

    start: int
    end: int
    multi: bool
    form: str
    upos: str
    xpos: str
    lemma: str
    head: int
    deprel: str


def match(gold: Sequence[ScoredWord], system: Sequence[ScoredWord]) -> list[tuple[int, int]]:
    """Pairs of matched words."""
    pairs: list[tuple[int, int]] = []
    g = s = 0
    while g < len(gold) and s < len(system):
        if gold[g].multi or system[s].multi:
            if not gold[g].multi and gold[g].end <= system[s].start:
                g += 1
                continue
            if not system[s].multi and system[s].end <= gold[g].start:
                s += 1
                continue
            end = max(gold[g].end if gold[g].multi else 0, system[s].end if system[s].multi else 0)
            first_g, first_s = g, s
            while True:
                if g < len(gold) and (gold[g].start < end or gold[g].end <= end):
                    if gold[g].multi:
                        end = max(end, gold[g].end)
                    g += 1
                elif s < len(system) and (system[s].start < end or system[s].end <= end):
                    if system[s].multi:
                        end = max(end, system[s].end)
                    s += 1
                else:
                    break
            pairs.extend(
                (first_g + i, first_s + j)
                for i, j in _common([w.form for w in gold[first_g:g]], [w.form for w in system[first_s:s]])
            )
        elif (gold[g].start, gold[g].end) == (system[s].start, system[s].end):
            pairs.append((g, s))
            g, s = g + 1, s + 1
        elif gold[g].start <= system[s].start:
            g += 1
        else:
            s += 1
    return pairs


def _common(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    length = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            length[i][j] = length[i + 1][j + 1] + 1 if a[i] == b[j] else max(length[i + 1][j], length[i][j + 1])
    out, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            out.append((i, j))
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return out


def f1(right: int, system: int, gold: int) -> float:
    """Harmonic mean of precision and recall, in per cent."""
    return 200.0 * right / (system + gold) if system + gold else 0.0


class TreeScore:
    """Adds up texts."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.gold = self.system = 0

    def add(self, gold: Sequence[ScoredWord], system: Sequence[ScoredWord]) -> None:
        """One text."""
        self.gold += len(gold)
        self.system += len(system)
        pairs = match(gold, system)
        to_gold = {s: g for g, s in pairs}
        to_gold[-1] = -1
        for g, s in pairs:
            a, b = gold[g], system[s]
            self.right["words"] += 1
            self.right["upos"] += a.upos == b.upos
            self.right["xpos"] += a.xpos == b.xpos
            self.right["lemma"] += a.lemma == b.lemma
            if to_gold.get(b.head, -2) == a.head:
                self.right["uas"] += 1
                self.right["las"] += a.deprel.partition(":")[0] == b.deprel.partition(":")[0]

    def result(self) -> dict[str, float]:
        """F1 of each metric."""
        names = ("words", "upos", "xpos", "lemma", "uas", "las")
        return {name: round(f1(self.right[name], self.system, self.gold), 2) for name in names}


def spans(tags: Sequence[str]) -> set[tuple[int, int, str]]:
    """Names in a sequence of B-, I- and O tags."""
    out = set()
    start = -1
    for i, tag in enumerate([*tags, "O"]):
        if start >= 0 and (tag[0] != "I" or tag[2:] != tags[start][2:]):
            out.add((start, i, tags[start][2:]))
            start = -1
        if tag[0] == "B" or (tag[0] == "I" and start < 0):
            start = i
    return out


class NameScore:
    """Exact matches of span and type."""

    def __init__(self) -> None:
        self.right = self.gold = self.system = 0

    def add(self, gold: set, system: set) -> None:
        """One sentence or text."""
        self.right += len(gold & system)
        self.gold += len(gold)
        self.system += len(system)

    def result(self) -> dict[str, float]:
        """Precision, recall, F1 in per cent."""
        return {
            "p": round(100.0 * self.right / max(1, self.system), 2),
            "r": round(100.0 * self.right / max(1, self.gold), 2),
            "f1": round(f1(self.right, self.system, self.gold), 2),
        }
