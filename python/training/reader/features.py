"""Feature bits of tokens, made by musnad itself (`xtask features`), so that training and inference agree.

usage: python -m reader.features --data FOLDER --gold FOLDER --out requests.jsonl
       xtask features requests.jsonl > features.jsonl

Every corpus is sent document by document: rules that know a full name find its short form elsewhere. Running text (our
own articles, the treebank's dev part) comes back cut into tokens and sentences by musnad.
"""
from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator

import numpy as np

from . import names, raw, swap, treebank

COUNT = 56


class Features:
    """Bits of sentences by their tokens, and running texts by their id."""

    def __init__(self) -> None:
        self.count = 0
        self.missing = 0
        self.sentences: dict[tuple[str, ...], np.ndarray] = {}
        self.texts: dict[str, list[raw.Unit]] = {}

    @classmethod
    def load(cls, path: str | None) -> Features:
        """From the answers of `xtask features`; none without a path."""
        out = cls()
        if path:
            out.count = COUNT
            with open(path, encoding="utf-8") as lines:
                for line in lines:
                    out._add(json.loads(line))
        return out

    def _add(self, answer: dict) -> None:
        tokens = [(t["text"], t["start"], t["end"]) for t in answer["tokens"]]
        bits = np.zeros((len(tokens), self.count), dtype=np.uint8)
        for row, numbers in enumerate(answer["bits"]):
            bits[row, numbers] = 1
        units = []
        for first, end in answer["sentences"]:
            self.sentences.setdefault(tuple(t for t, _, _ in tokens[first:end]), bits[first:end])
            units.append(tokens[first:end])
        self.texts[answer["id"]] = units

    def of(self, tokens: list[str]) -> np.ndarray | None:
        """Bits of a sentence [tokens, count]; `None` where there are none."""
        if not self.count:
            return None
        bits = self.sentences.get(tuple(tokens))
        self.missing += bits is None
        return bits

    def units(self, id: str, text: str) -> list[raw.Unit]:
        """The sentences of a text, by musnad where it was asked."""
        return self.texts.get(id) or raw.units(text)


def dev_texts(path: str) -> dict[str, list[list[treebank.Sentence]]]:
    """Documents of a treebank file as paragraphs of sentences."""
    out: dict[str, list[list[treebank.Sentence]]] = {}
    last = None
    for sentence in treebank.read(path):
        paragraphs = out.setdefault(sentence.document, [])
        if sentence.paragraph != last or not paragraphs:
            paragraphs.append([])
            last = sentence.paragraph
        paragraphs[-1].append(sentence)
    return out


def running(paragraphs: list[list[treebank.Sentence]]) -> str:
    """A document as running text: sentences with a space between them, paragraphs on lines."""
    return "\n".join(" ".join(s.text for s in paragraph) for paragraph in paragraphs)


def requests(data: str, gold: str) -> Iterator[dict]:
    """All that training and measuring read."""
    for part in ("train", "dev"):
        for document, paragraphs in dev_texts(os.path.join(data, "padt", f"{part}.conllu")).items():
            yield {"id": f"padt:{document}", "sentences": [treebank.cut(s).tokens for p in paragraphs for s in p]}
            if part == "dev":
                yield {"id": f"raw:{document}", "text": running(paragraphs)}
    ner = os.path.join(data, "ner")
    for corpus, sentences, block in (
        ("anercorp", names.read_anercorp(os.path.join(ner, "anercorp-train.conll")), 40),
        ("aqmar", names.read_aqmar(os.path.join(ner, "aqmar.conll")), 40),
        ("wojood", names.read_wojood(os.path.join(ner, "wojood-sample-train.txt")), 1),
    ):
        for start in range(0, len(sentences), block):
            yield {"id": f"{corpus}:{start}", "sentences": [s.tokens for s in sentences[start : start + block]]}
    for part in ("train", "dev"):
        for name in sorted(os.listdir(os.path.join(gold, part))):
            with open(os.path.join(gold, part, name), encoding="utf-8") as file:
                article = json.load(file)
            yield {"id": f"gold:{article['id']}", "text": article["text"]}
    corpora = names.training_corpora(data, gold, lambda _, text: raw.units(text))
    geonames = os.path.join(data, "gazetteer", "geonames_cities500_ar.jsonl")
    for corpus, times in swap.copies(corpora, geonames).items():
        for number, sentences in enumerate(times):
            for start in range(0, len(sentences), 40):
                block = [s.tokens for s in sentences[start : start + 40]]
                yield {"id": f"swap:{corpus}:{number}:{start}", "sentences": block}


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "gold", "out"):
        parser.add_argument(f"--{name}", required=True)
    args = parser.parse_args()
    with open(args.out, "w", encoding="utf-8") as out:
        for request in requests(args.data, args.gold):
            if request.get("text") or request.get("sentences"):
                out.write(json.dumps(request, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
