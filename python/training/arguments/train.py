"""Trains the classifier of the participants of events and writes `arguments.bin`.

usage: python -m arguments.train --gold FOLDER… [--news FILE] [--corpus FOLDER] --xtask COMMAND --work FOLDER [--out FILE] [--folds N]

`xtask triggers` computes what the classifier is told, with the weights of the reader that are embedded in it: run this again after every
change of those. A linear model over facts: AdaGrad, the mean of the later epochs and of several runs. The thresholds are those that
serve best when each part of the gold articles is read by a classifier of the others; those scores are printed.
"""
from __future__ import annotations

import argparse
import itertools
import os
import random

import numpy as np
from reader.writer import Writer
from triggers.data import tell

from .data import ACTOR, RECIPIENT, Case, pair, read_cases, read_corpus, read_documents, read_news

BUCKETS = 1 << 14
OUTCOMES = 3
# Probability from which on what is joined to a phrase leans on it.
JOINS_AT = 0.25
# Of the likeliest phrase, and of others beside it.
FIRST = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35)
OTHER = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
PLACE_AT = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1.1)
Thresholds = tuple[float, float, float, float]


def train(cases: list[Case], args: argparse.Namespace, seed: int, places: bool = False) -> np.ndarray:
    """Weights of the buckets, and after them those of what the first of a list was taken for; of the two outcomes of a place, of the
    three of a role."""
    rng = np.random.default_rng(seed)
    facts, labels, weights = [], [], []
    for case in cases:
        for phrase in case.phrases:
            if places:
                if phrase.place is not None:
                    facts.append(np.array(phrase.place_facts, dtype=np.int64))
                    labels.append(int(phrase.place))
                    # What happens without a place says less of what is one.
                    weights.append(1.0 if case.place else 0.3)
                continue
            own = phrase.facts if phrase.joins is None else [*phrase.facts, BUCKETS + case.phrases[phrase.joins].label]
            facts.append(np.array(own, dtype=np.int64))
            labels.append(phrase.label)
            weights.append(phrase.weight)
    label, weight = np.array(labels), np.array(weights, dtype=np.float32)
    outcomes = 2 if places else OUTCOMES
    table = np.zeros((BUCKETS + OUTCOMES, outcomes), np.float32)
    squares = np.full_like(table, 1e-2)
    mean, means = np.zeros_like(table), 0
    for epoch in range(args.epochs):
        order = rng.permutation(len(label))
        for first in range(0, len(order), args.batch):
            part = order[first : first + args.batch]
            # A fact that is left out now and then is not leant on.
            rows = [facts[i][rng.random(len(facts[i])) >= args.drop_facts] for i in part]
            rows = [row if len(row) else facts[i][:1] for row, i in zip(rows, part, strict=True)]
            lengths = np.array([len(row) for row in rows])
            flat = np.concatenate(rows)
            starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
            sums = np.add.reduceat(table[flat], starts, axis=0) / (1 - args.drop_facts)
            slope = np.exp(sums - sums.max(1, keepdims=True))
            slope /= slope.sum(1, keepdims=True)
            slope[np.arange(len(part)), label[part]] -= 1
            slope *= weight[part][:, None]
            touched, places = np.unique(flat, return_inverse=True)
            gradient = np.zeros((len(touched), outcomes), np.float32)
            np.add.at(gradient, places, np.repeat(slope, lengths, axis=0) / (1 - args.drop_facts))
            gradient += args.decay * args.batch * table[touched]
            squares[touched] += gradient**2
            table[touched] -= args.rate * gradient / np.sqrt(squares[touched])
        if epoch >= args.epochs // 2:
            mean, means = mean + table, means + 1
    return mean / means


def train_several(cases: list[Case], args: argparse.Namespace, places: bool = False) -> np.ndarray:
    """The mean of several runs."""
    return np.mean([train(cases, args, seed, places) for seed in range(args.runs)], axis=0)


def place_of(table: np.ndarray, case: Case) -> tuple[float, int]:
    """The likeliest place with its probability."""
    odds = [float(table[phrase.place_facts].sum(0) @ np.array([-1.0, 1.0])) for phrase in case.phrases]
    best = int(np.argmax(odds)) if odds else -1
    return (float(1 / (1 + np.exp(-odds[best]))) if odds else 0.0), best


def probabilities(table: np.ndarray, phrase_facts: list[int], head: int | None) -> np.ndarray:
    """Of the outcomes, for a phrase; `head` is what the first of its list was taken for."""
    sums = table[phrase_facts].sum(0) + (0.0 if head is None else table[BUCKETS + head])
    powers = np.exp(sums - sums.max())
    return powers / powers.sum()


def weigh(table: np.ndarray, case: Case) -> np.ndarray:
    """Probabilities of the outcomes for each phrase."""
    roles: list[int] = []
    rows = np.zeros((len(case.phrases), OUTCOMES))
    for number, phrase in enumerate(case.phrases):
        head = roles[phrase.joins] if phrase.joins is not None and phrase.joins < len(roles) else None
        rows[number] = probabilities(table, phrase.facts, head)
        _, actor, recipient = rows[number]
        roles.append(0 if max(actor, recipient) < JOINS_AT else ACTOR if actor >= recipient else RECIPIENT)
    return rows


def choose(weighed: np.ndarray, thresholds: Thresholds) -> list[int]:
    """What each phrase is taken for: of each role the likeliest, and others that are likely by themselves."""
    roles = [0] * len(weighed)
    for role, first, other in ((ACTOR, *thresholds[:2]), (RECIPIENT, *thresholds[2:])):
        mine, theirs = weighed[:, role], weighed[:, ACTOR + RECIPIENT - role]
        chance = np.where(mine >= theirs if role == ACTOR else mine > theirs, mine, 0.0)
        for number in np.flatnonzero(chance >= other):
            roles[number] = role
        if len(chance) and chance.max() >= first:
            roles[int(chance.argmax())] = role
    return roles


def score(cases: list[Case], roles: list[list[int]]) -> tuple[float, float, float]:
    """F1, precision and recall as `gold/score.py` counts them."""
    right = found = asked = 0
    for case, taken in zip(cases, roles, strict=True):
        if case.optional:
            continue
        asked += len(case.asked)
        for role in (ACTOR, RECIPIENT):
            spans = [p.span for p, r in zip(case.phrases, taken, strict=True) if r == role]
            found += len(spans)
            right += len(pair([one for one in case.asked if one[0] == role], spans))
    precision, recall = right / max(found, 1), right / max(asked, 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def write(path: str, table: np.ndarray, places: np.ndarray, thresholds: Thresholds, place_at: float) -> int:
    """The file that the crate embeds."""
    writer = Writer()
    writer.i8("arguments.facts", np.ascontiguousarray(table[:BUCKETS].T))
    writer.f32("arguments.joined", table[BUCKETS:])
    writer.i8("arguments.places", (places[:BUCKETS, 1] - places[:BUCKETS, 0])[None, :])
    writer.f32("arguments.thresholds", np.array([*thresholds, JOINS_AT, place_at]))
    return writer.save(path, {})


def main() -> None:
    """Reads the arguments and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", required=True, nargs="+")
    parser.add_argument("--news")
    parser.add_argument("--corpus")
    parser.add_argument("--xtask", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--runs", type=int, default=4)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--rate", type=float, default=0.1)
    parser.add_argument("--drop-facts", type=float, default=0.1)
    parser.add_argument("--decay", type=float, default=3e-3)
    parser.add_argument("--place-at", type=float, default=0.06, help="least probability of the place of a deed, a third of that of others; below it the rules say where")
    parser.add_argument("--reuse", action="store_true", help="do not run xtask again")
    args = parser.parse_args()

    documents = read_documents(args.gold)
    if args.news:
        documents += read_news(args.news)
    if args.corpus:
        documents += read_corpus(args.corpus)
    os.makedirs(args.work, exist_ok=True)
    told_of = os.path.join(args.work, "phrases.jsonl")
    if not args.reuse:
        tell(documents, args.xtask, told_of)
    cases = read_cases(documents, told_of)
    gold = [case for case in cases if case.document.startswith("gold/")]
    others = [case for case in cases if not case.document.startswith("gold/")]
    print(len(gold), "events of gold,", len(others), "others,", sum(len(case.phrases) for case in cases), "phrases")
    print("rules: F1 {:.3f} P {:.3f} R {:.3f}".format(*score(gold, [[p.by_rules for p in case.phrases] for case in gold])))

    names = sorted({case.document for case in gold})
    random.Random(1).shuffle(names)
    fold_of = {name: number % args.folds for number, name in enumerate(names)}
    tables = [train_several([c for c in gold if fold_of[c.document] != fold] + others, args) for fold in range(args.folds)]
    weighed = [weigh(tables[fold_of[case.document]], case) for case in gold]
    best: tuple[tuple[float, float, float], Thresholds] = ((0.0, 0.0, 0.0), (0.5, 0.5, 0.5, 0.5))
    # The two roles are chosen apart.
    for first, other in itertools.product(FIRST, OTHER):
        thresholds = (first, other, *best[1][2:])
        best = max(best, (score(gold, [choose(rows, thresholds) for rows in weighed]), thresholds))
    for first, other in itertools.product(FIRST, OTHER):
        thresholds = (*best[1][:2], first, other)
        best = max(best, (score(gold, [choose(rows, thresholds) for rows in weighed]), thresholds))
    print("by parts: F1 {:.3f} P {:.3f} R {:.3f}, thresholds {} {} {} {}".format(*best[0], *best[1]))
    tables = [train_several([c for c in gold if fold_of[c.document] != fold], args, places=True) for fold in range(args.folds)]
    counted = [case for case in gold if not case.optional]
    found = [(case, *place_of(tables[fold_of[case.document]], case)) for case in counted]
    asked = sum(case.place is not None for case in counted)
    print(f"place is beside the trigger: {sum(any(p.place for p in case.phrases) for case in counted) / asked:.3f}")
    for place_at in PLACE_AT:
        right = needless = 0
        for case, chance, likeliest in found:
            by_rules = [p for p in case.phrases if p.is_rule_place]
            taken = [case.phrases[likeliest]] if chance >= place_at else by_rules
            right += bool(case.place and any(p.place for p in taken))
            needless += bool(not case.place and taken)
        print(f"place from {place_at}: {right / asked:.3f} right, {needless / (len(counted) - asked):.3f} of the others have one")
    if args.out:
        size = write(args.out, train_several(cases, args), train_several(cases, args, places=True), best[1], args.place_at)
        print(args.out, size, "bytes")


if __name__ == "__main__":
    main()
