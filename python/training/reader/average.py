"""Averages the weights of readers that were trained from one another.

usage: python -m reader.average MODEL MODEL... --out FOLDER

Labels, vocabulary and lemma table are those of the last; all have to be made from the same sentences.
"""
from __future__ import annotations

import argparse

import torch

from . import checkpoint


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("models", nargs="+")
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    readers = [checkpoint.load(folder) for folder in args.models]
    model, labels, words, lemmas = readers[-1]
    for other, other_labels, other_words, _ in readers[:-1]:
        if other_labels != labels or other_words != words:
            parser.error("the models have different labels or words")
    with torch.no_grad():
        weights = [dict(reader.named_parameters()) for reader, *_ in readers]
        for name, value in model.named_parameters():
            value.copy_(torch.stack([w[name] for w in weights]).mean(0))
    checkpoint.save(args.out, model, labels, words, lemmas)


if __name__ == "__main__":
    main()
