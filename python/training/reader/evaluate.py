"""Scores of a trained reader on PADT dev, the held-out part of ANERcorp, and the names of our own articles.

usage: python -m reader.evaluate --data FOLDER --gold FOLDER --model FOLDER [--features FOLDER] [--quantised]

`--data` holds padt/ and ner/, `--gold` train/ and dev/. The first line has the treebank's own sentences, the second those
that musnad finds (with `--features`, else a simple splitter).
"""
from __future__ import annotations

import argparse
import json
import os

import numpy as np

from . import names, raw, treebank
from .decode import LemmaTable, Reading, read
from .features import Features, dev_texts, running
from .labels import Labels
from .model import Reader
from .score import NameScore, ScoredWord, TreeScore, spans
from .vocabulary import Types

_CLITICS = frozenset("وفبلكس")


def gold_words(sentence: treebank.Sentence, offset: int, first: int) -> list[ScoredWord]:
    """The words of a treebank sentence that begins at `offset` and whose first word has number `first`."""
    out: list[ScoredWord] = []
    for piece in sentence.surface:
        multi = len(piece.words) > 1
        text = sentence.text[piece.start : piece.end]
        for index in piece.words:
            w = sentence.words[index]
            form = treebank.plain(text) if not multi else treebank.plain(w.form)
            out.append(
                ScoredWord(
                    piece.start + offset, piece.end + offset, multi, w.form, w.upos, w.xpos,
                    treebank.bare_lemma(w.lemma, form), w.head + first if w.head >= 0 else -1, w.deprel,
                )  # fmt: skip
            )
    return out


def system_words(reading: Reading, places: list[tuple[int, int]], first: int) -> list[ScoredWord]:
    """The words of a reading; `places` are the characters of its tokens."""
    counts = np.bincount([w.token for w in reading.words], minlength=len(places))
    return [
        ScoredWord(
            *places[w.token], bool(counts[w.token] > 1), w.form, w.upos, w.xpos, w.lemma,
            w.head + first if w.head >= 0 else -1, w.deprel,
        )
        for w in reading.words
    ]  # fmt: skip


class Evaluator:
    """Reads and scores; keeps what it has to know of the corpora."""

    def __init__(self, data: str, gold: str, features: Features, types: Types) -> None:
        self.features, self.types = features, types
        self.trees = dev_texts(os.path.join(data, "padt", "dev.conllu"))
        anercorp = names.read_anercorp(os.path.join(data, "ner", "anercorp-train.conll"))
        self.anercorp = names.held_out(anercorp)[1]
        self.gold = {part: names.read_articles(os.path.join(gold, part)) for part in ("train", "dev")}

    def _read(self, model: Reader, labels: Labels, tokens: list[list[str]], lemmas: LemmaTable, **how) -> list[Reading]:
        bits = [self.features.of(sentence) for sentence in tokens]
        return read(model, labels, self.types, tokens, bits, lemmas, **how)

    def syntax(self, model: Reader, labels: Labels, lemmas: LemmaTable, raw_text: bool = False) -> dict[str, float]:
        """CoNLL-2018 scores on PADT dev; `raw_text`: sentences are found too."""
        score = TreeScore()
        units: list[tuple[int, raw.Unit]] = []
        golds: list[list[ScoredWord]] = []
        for number, (document, paragraphs) in enumerate(self.trees.items()):
            gold: list[ScoredWord] = []
            at = 0
            for sentence in (s for paragraph in paragraphs for s in paragraph):
                gold.extend(gold_words(sentence, at, len(gold)))
                if not raw_text:
                    units.append((number, [(t, s + at, e + at) for t, s, e in raw.located(sentence.text)]))
                at += len(sentence.text) + 1
            if raw_text:
                units.extend((number, u) for u in self.features.units(f"raw:{document}", running(paragraphs)))
            golds.append(gold)
        readings = self._read(model, labels, [[t for t, _, _ in unit] for _, unit in units], lemmas)
        systems: list[list[ScoredWord]] = [[] for _ in golds]
        for (number, unit), reading in zip(units, readings, strict=True):
            systems[number].extend(system_words(reading, [(s, e) for _, s, e in unit], len(systems[number])))
        for gold, system in zip(golds, systems, strict=True):
            score.add(gold, system)
        return score.result()

    def names_anercorp(self, model: Reader, labels: Labels, corpus: int = 1) -> dict[str, float]:
        """Four types, at ANERcorp's own tokens, on the held-out blocks."""
        score = NameScore()
        readings = self._read(model, labels, [s.tokens for s in self.anercorp], {}, corpus=corpus, names_only=True)
        for tagged, reading in zip(self.anercorp, readings, strict=True):
            gold: dict[int, str] = {}
            system: dict[int, str] = {}
            settled: set[int] = set()
            # The tag of a token of the corpus is that of its first piece with letters.
            for token, origin, allowed, tag in zip(
                tagged.tokens, tagged.origin, tagged.allowed, reading.tags, strict=True
            ):
                if origin not in settled:
                    gold[origin], system[origin] = _four(allowed[0]), _four(tag)
                    if token[0].isalnum():
                        settled.add(origin)
            score.add(spans(list(gold.values())), spans(list(system.values())))
        return score.result()

    def names_gold(self, model: Reader, labels: Labels, part: str = "dev") -> dict[str, float]:
        """Exact spans and types in our own articles; particles are cut off by the segmentation."""
        score = NameScore()
        for article in self.gold[part]:
            units = self.features.units(f"gold:{article['id']}", article["text"])
            readings = self._read(model, labels, [[t for t, _, _ in unit] for unit in units], {})
            found = set()
            for unit, reading in zip(units, readings, strict=True):
                for first, end, kind in spans([names.TAGS[tag] for tag in reading.tags]):
                    found.add((unit[first][1] + cut_off(reading, first), unit[end - 1][2], kind))
            wanted = {(n["span"][0], n["span"][1], names.SHORT[n["type"]]) for n in article["names"]}
            score.add(wanted, found)
        return score.result()


def cut_off(reading: Reading, token: int) -> int:
    """How many letters of particles stand before a name that begins with this token."""
    words = [w.form for w in reading.words if w.token == token]
    count = 0
    while count + 1 < len(words) and words[count] in _CLITICS:
        count += 1
    return count


def _four(tag: int) -> str:
    name = names.TAGS[tag]
    mark, _, kind = name.partition("-")
    return f"{mark}-LOC" if kind in ("GEOPOLITICAL", "LOCATION", "FACILITY") else name


def main() -> None:
    """Runs the command."""
    from .checkpoint import load

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "gold", "model"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--features")
    parser.add_argument("--quantised", action="store_true", help="with the weights as the file will hold them")
    args = parser.parse_args()
    model, labels, words, lemmas = load(args.model, args.quantised)
    evaluator = Evaluator(args.data, args.gold, Features.load(args.features), Types(words))
    print(json.dumps(evaluator.syntax(model, labels, lemmas)))
    print(json.dumps(evaluator.syntax(model, labels, lemmas, raw_text=True)))
    print(json.dumps({"anercorp": evaluator.names_anercorp(model, labels)}))
    print(json.dumps({"gold/dev": evaluator.names_gold(model, labels)}))


if __name__ == "__main__":
    main()
