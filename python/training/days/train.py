"""Trains the chooser of the days of events and writes `days.bin`.

usage: python -m days.train --gold FOLDER… --xtask COMMAND --work FOLDER [--out FILE] [--folds N]

`xtask days` computes what the models are told, with the weights of the reader and of the other classifiers that are embedded in it: run this
again after a change of those. Two linear models over facts, each a choice among days and none: AdaGrad, the mean of the later epochs and of several runs. What the second is told
of the first comes from a first model that has not seen the article. Scores are of parts of the articles read by models of the others.
"""
from __future__ import annotations

import argparse
import os
import random
from dataclasses import dataclass

import numpy as np
from reader.writer import Writer

from .data import BUCKETS, Days, Document, Event, all_facts, own_facts, read_articles, read_documents, tell

# An annotator who gives no day may have left out one that the text has.
NONE_WEIGHT = 0.3
OPTIONAL_WEIGHT = 0.7
INNER = 4
LEAST = (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4)


@dataclass
class Group:
    """Candidates of an event: their facts one after the other, where each begins, which are right."""

    facts: np.ndarray
    starts: np.ndarray
    right: np.ndarray
    weight: float


def group(event: Event, rows: list[np.ndarray], days: list[Days | None], elsewhere: bool) -> Group | None:
    """A group to learn from; a day that is not among the candidates is taken for none where it may stand elsewhere."""
    right = np.array([day == event.day for day in days], dtype=np.float64)
    if not right.any():
        if not elsewhere:
            return None
        right[0] = 1.0
    weight = (1.0 if event.day else NONE_WEIGHT) * (OPTIONAL_WEIGHT if event.optional else 1.0)
    starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
    return Group(np.concatenate(rows).astype(np.int64), starts, right, weight)


def softmax(sums: np.ndarray) -> np.ndarray:
    """Probabilities."""
    powers = np.exp(sums - sums.max())
    return powers / powers.sum()


def train(groups: list[Group], args: argparse.Namespace, seed: int) -> np.ndarray:
    """Weights of the buckets."""
    rng = np.random.default_rng(seed)
    table, squares, mean, means = np.zeros(BUCKETS), np.full(BUCKETS, 1e-2), np.zeros(BUCKETS), 0
    for epoch in range(args.epochs):
        order = rng.permutation(len(groups))
        for first in range(0, len(order), args.batch):
            part = order[first : first + args.batch]
            slope = args.decay * len(part) * table
            for one in (groups[i] for i in part):
                chances = softmax(np.add.reduceat(table[one.facts], one.starts))
                right = chances * one.right
                change = (chances - right / max(right.sum(), 1e-9)) * one.weight
                lengths = np.diff(np.append(one.starts, len(one.facts)))
                np.add.at(slope, one.facts, np.repeat(change, lengths))
            squares += slope**2
            table -= args.rate * slope / np.sqrt(squares)
        if epoch >= args.epochs // 2:
            mean, means = mean + table, means + 1
    return mean / means


def train_several(groups: list[Group], args: argparse.Namespace) -> np.ndarray:
    """The mean of several runs."""
    return np.mean([train(groups, args, seed) for seed in range(args.runs)], axis=0)


def first_groups(documents: list[Document]) -> list[Group]:
    """What the first model learns from."""
    events = [event for document in documents for event in document if event.known and event.told_of["beside"]]
    found = (group(event, *own_facts(event), elsewhere=True) for event in events)
    return [one for one in found if one is not None]


def second_groups(documents: list[Document]) -> list[Group]:
    """What the second model learns from."""
    events = [(event, document) for document in documents for event in document if event.known and event.told_of["days"]]
    found = (group(event, *all_facts(event, document), elsewhere=False) for event, document in events)
    return [one for one in found if one is not None]


def say(table: np.ndarray, documents: list[Document]) -> None:
    """Has the first model weigh the times of each sentence."""
    for event in (event for document in documents for event in document):
        event.chances = {}
        if event.told_of["beside"]:
            rows, days = own_facts(event)
            for day, chance in zip(days, softmax(np.array([table[row].sum() for row in rows])), strict=True):
                if day:
                    event.chances[day] = event.chances.get(day, 0.0) + float(chance)


def fit(documents: list[Document], args: argparse.Namespace) -> tuple[np.ndarray, np.ndarray]:
    """Both models."""
    for part in range(INNER):
        others = [d for i, d in enumerate(documents) if i % INNER != part]
        say(train(first_groups(others), args, part), documents[part::INNER])
    second = train_several(second_groups(documents), args)
    return train_several(first_groups(documents), args), second


def choose(table: np.ndarray, event: Event, document: Document) -> tuple[float, Days | None]:
    """The likeliest day with its probability."""
    rows, days = all_facts(event, document)
    if len(days) == 1:
        return 0.0, None
    chances = softmax(np.array([table[row].sum() for row in rows]))
    best = 1 + int(chances[1:].argmax())
    return float(chances[best]), days[best]


def report(name: str, chosen: list[tuple[Event, float, Days | None]]) -> None:
    """Shares of the days that are right, and of the events without one that get one, by least probability."""
    asked = [one for one in chosen if one[0].day and not one[0].optional]
    others = [one for one in chosen if not one[0].day and not one[0].optional]
    for least in LEAST:
        right = sum(day == event.day and chance >= least for event, chance, day in asked)
        needless = sum(day is not None and chance >= least for _, chance, day in others)
        print(f"{name} from {least}: {right / max(len(asked), 1):.3f} right of {len(asked)}, {needless / max(len(others), 1):.3f} of {len(others)} others have one")


def main() -> None:
    """Reads the arguments and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", required=True, nargs="+")
    parser.add_argument("--xtask", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=0.15)
    parser.add_argument("--decay", type=float, default=5e-3)
    parser.add_argument("--least", type=float, default=0.18, help="least probability of a day")
    parser.add_argument("--reuse", action="store_true", help="do not run xtask again")
    args = parser.parse_args()

    articles = read_articles(args.gold)
    os.makedirs(args.work, exist_ok=True)
    told_of = os.path.join(args.work, "days.jsonl")
    if not args.reuse:
        tell(articles, args.xtask, told_of)
    documents = read_documents(articles, told_of)
    known = [event for document in documents for event in document if event.known]
    print(len(documents), "articles,", len(known), "events,", sum(event.day is not None for event in known), "with a day")

    random.Random(1).shuffle(documents)
    chosen: list[tuple[Event, float, Days | None]] = []
    for fold in range(args.folds):
        first, second = fit([d for i, d in enumerate(documents) if i % args.folds != fold], args)
        tested = documents[fold :: args.folds]
        say(first, tested)
        chosen += [(event, *choose(second, event, document)) for document in tested for event in document if event.known]
    report("by parts,", chosen)
    if args.out:
        first, second = fit(documents, args)
        writer = Writer()
        writer.i8("days.beside", first[None, :])
        writer.i8("days.across", second[None, :])
        writer.f32("days.least", np.array([args.least]))
        print(args.out, writer.save(args.out, {}), "bytes")


if __name__ == "__main__":
    main()
