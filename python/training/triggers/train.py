"""Trains the classifier of event triggers and writes `triggers.bin`.

usage: python -m triggers.train --gold FOLDER [--read FOLDER…] [--annotated FILE] [--corpus FOLDER] --xtask COMMAND --work FOLDER [--out FILE] [--folds N]

`xtask triggers` computes what the classifier is told, with the weights of the reader that are embedded in it: run this again after every
change of those. With `--folds` nothing is written: the articles are cut into N parts, each is read by a classifier of the others, and
the scores are printed.
"""
from __future__ import annotations

import argparse
import os
import random
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import nn

from reader.writer import Writer

from .data import OUTCOMES, Candidate, Document, add_candidates, read_corpus, read_documents, tell

BUCKETS = 1 << 12
# Classifiers that are trained apart and averaged, so that one run differs less from another, and the hidden numbers of each.
MEMBERS = 3
HIDDEN = 12


class Classifier(nn.Module):
    """One hidden layer over the state and the facts, and a direct way from the facts."""

    def __init__(self, state: int, dropout: float, hidden: int = HIDDEN) -> None:
        super().__init__()
        self.hidden = hidden
        self.facts = nn.EmbeddingBag(BUCKETS, hidden + len(OUTCOMES), mode="sum")
        nn.init.normal_(self.facts.weight, std=0.01)
        self.state = nn.Linear(state, hidden, bias=False)
        self.bias = nn.Parameter(torch.zeros(hidden + len(OUTCOMES)))
        self.out = nn.Linear(hidden, len(OUTCOMES), bias=False)
        self.dropout = nn.Dropout(dropout)

    def forward(self, facts: torch.Tensor, offsets: torch.Tensor, states: torch.Tensor, weights: torch.Tensor | None = None) -> torch.Tensor:
        """Logits of the outcomes."""
        sums = self.facts(facts, offsets, per_sample_weights=weights) + self.bias
        hidden = torch.relu(sums[:, : self.hidden] + self.state(self.dropout(states)))
        return sums[:, self.hidden :] + self.out(self.dropout(hidden))


def batch(candidates: list[Candidate]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Facts, where those of each candidate begin, states."""
    facts = [f for c in candidates for f in c.facts]
    lengths = [len(c.facts) for c in candidates]
    offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]]).astype(np.int64)
    states = torch.tensor(np.array([c.state for c in candidates], dtype=np.float32))
    return torch.tensor(facts), torch.from_numpy(offsets), states


@torch.no_grad()
def average(members: list[Classifier]) -> Classifier:
    """The classifier whose logits are the mean of the members': their hidden layers side by side."""
    width = members[0].hidden
    whole = Classifier(members[0].state.in_features, 0.0, width * len(members))
    whole.facts.weight.copy_(
        torch.cat([*(m.facts.weight[:, :width] for m in members), torch.stack([m.facts.weight[:, width:] for m in members]).mean(0)], 1)
    )
    whole.bias.copy_(torch.cat([*(m.bias[:width] for m in members), torch.stack([m.bias[width:] for m in members]).mean(0)]))
    whole.state.weight.copy_(torch.cat([m.state.weight for m in members]))
    whole.out.weight.copy_(torch.cat([m.out.weight for m in members], 1) / len(members))
    return whole.eval()


def train(candidates: list[Candidate], args: argparse.Namespace, seed: int) -> Classifier:
    """A classifier of the labelled candidates."""
    return average([train_member(candidates, args, seed * MEMBERS + member) for member in range(MEMBERS)])


def train_member(candidates: list[Candidate], args: argparse.Namespace, seed: int) -> Classifier:
    """One of those that are averaged."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    known = [c for c in candidates if c.label is not None]
    model = Classifier(len(known[0].state), args.dropout)
    slow = [p for n, p in model.named_parameters() if not n.startswith("facts")]
    optimizer = torch.optim.AdamW(
        [{"params": slow, "weight_decay": args.decay}, {"params": [model.facts.weight], "weight_decay": args.decay_facts}], lr=args.rate
    )
    steps = args.epochs * (len(known) // 32 + 1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, args.rate, total_steps=steps + 1)
    model.train()
    for _ in range(args.epochs):
        rng.shuffle(known)
        for first in range(0, len(known), 32):
            part = known[first : first + 32]
            facts, offsets, states = batch(part)
            # A fact that is left out now and then is not leant on.
            kept = (torch.rand(len(facts)) > args.drop_facts).float() / (1 - args.drop_facts)
            logits = model(facts, offsets, states, kept)
            log = torch.log_softmax(logits, 1)
            label = torch.tensor([c.label for c in part])
            own = -log[torch.arange(len(part)), label]
            none = -log[:, 0]
            optional = torch.tensor([float(c.optional) for c in part])
            # What a careful reader might leave out is left out by this share; in the news more, where it is mostly named in passing.
            leave = torch.tensor([args.leave_news if c.document.startswith("news/") else args.leave for c in part])
            loss = own * (1 - optional) + optional * (leave * none + (1 - leave) * own)
            weight = torch.tensor([c.weight * (args.optional_weight if c.optional else 1.0) for c in part])
            optimizer.zero_grad()
            (loss * weight).mean().backward()
            optimizer.step()
            schedule.step()
    return model.eval()


@torch.no_grad()
def probabilities(model: Classifier, candidates: list[Candidate], temperature: float = 1.0) -> np.ndarray:
    """Of the outcomes, for each candidate."""
    facts, offsets, states = batch(candidates)
    return torch.softmax(model(facts, offsets, states) / temperature, 1).numpy()


# The type that general news names most in passing.
FORCE = ("ASSAULT",)


@dataclass(frozen=True)
class Thresholds:
    """Least probability of an event: of an attack, of another type, of a word whose row wants other company."""

    force: float
    other: float
    word: float = 1.1

    def keeps(self, candidate: Candidate, p: np.ndarray) -> bool:
        """Whether a candidate with these probabilities is taken for an event."""
        least = self.word if candidate.ground != "frame" else self.force if candidate.type in FORCE else self.other
        return bool(1 - p[0] >= least)


def score(documents: list[Document], told: dict[int, np.ndarray], thresholds: Thresholds) -> dict[str, float]:
    """F1 on gold (optional ones neither asked for nor punished) and on the news, as the share of words."""
    counts = {"gold": [0, 0, 0], "read": [0, 0, 0], "docs": [0, 0, 0], "news": [0, 0, 0], "own": [0, 0, 0]}
    for d in documents:
        tp = counts[d.id.split("/")[0]]
        kept: list[bool] = []
        for c in d.candidates:
            p = told[id(c)]
            keep = thresholds.keeps(c, p)
            if c.repeats is not None and kept[c.repeats]:
                kept.append(kept[c.repeats])
                if c.label and not c.optional:
                    tp[2] += 1
                continue
            kept.append(keep)
            if c.label is None or c.optional:
                continue
            right = c.label and OUTCOMES[c.label] == c.type
            tp[0] += bool(keep and right)
            tp[1] += bool(keep and not right)
            tp[2] += bool(c.label and not (keep and right))
        tp[2] += d.missed
    out = {}
    for key, (tp, fp, fn) in counts.items():
        if tp:
            out[key + ".p"], out[key + ".r"], out[key] = tp / (tp + fp), tp / (tp + fn), 2 * tp / (2 * tp + fp + fn)
    return out


def temperature_of(known: list[Candidate], logits: np.ndarray) -> float:
    """What logits of held-out candidates are best divided by."""
    label = np.array([c.label for c in known])
    best = (float("inf"), 1.0)
    for t in np.arange(0.5, 3.01, 0.1):
        z = logits / t
        z = z - z.max(1, keepdims=True)
        loss = -(z[np.arange(len(label)), label] - np.log(np.exp(z).sum(1))).mean()
        best = min(best, (loss, float(t)))
    return best[1]


def write(path: str, model: Classifier, temperature: float, thresholds: Thresholds, passing: float) -> int:
    """The file that the crate embeds."""
    writer, t = Writer(), thresholds
    writer.i8("trigger.facts", model.facts.weight)
    writer.i8("trigger.state", model.state.weight)
    writer.f32("trigger.bias", model.bias)
    writer.f32("trigger.out", model.out.weight)
    writer.f32("trigger.numbers", torch.tensor([temperature, t.force, max(t.force, passing), t.other, t.word]))
    return writer.save(path, {})


def main() -> None:
    """Reads the arguments and runs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--read", nargs="*", default=[], help="folders of further articles with their events, in the format of the gold, that the lexicon was not made on")
    parser.add_argument("--annotated")
    parser.add_argument("--corpus")
    parser.add_argument("--xtask", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--out")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--rate", type=float, default=4e-3)
    parser.add_argument("--dropout", type=float, default=0.4)
    parser.add_argument("--drop-facts", type=float, default=0.3)
    parser.add_argument("--decay", type=float, default=0.1)
    parser.add_argument("--decay-facts", type=float, default=0.05)
    parser.add_argument("--leave", type=float, default=0.3)
    parser.add_argument("--leave-news", type=float, default=0.8)
    parser.add_argument("--least", type=float, default=0.35, help="least threshold: the lexicon was made on gold, where its proposals look better than elsewhere")
    parser.add_argument("--least-force", type=float, default=0.35, help="the same for attacks")
    parser.add_argument("--least-word", type=float, default=0.5, help="the same for words whose row wants other company")
    parser.add_argument("--passing", type=float, default=0.75, help="least threshold of an attack in a sentence on its own that tells of no fighting otherwise")
    parser.add_argument("--optional-weight", type=float, default=0.5)
    parser.add_argument("--reuse", action="store_true", help="do not run xtask again")
    args = parser.parse_args()
    torch.set_num_threads(1)

    documents = read_documents(args.gold, args.read, args.annotated)
    if args.corpus:
        documents += read_corpus(args.corpus)
    os.makedirs(args.work, exist_ok=True)
    told_of = os.path.join(args.work, "candidates.jsonl")
    if not args.reuse:
        tell(documents, args.xtask, told_of)
    add_candidates(documents, told_of)
    everything = [c for d in documents for c in d.candidates]
    print(len(documents), "texts,", len(everything), "candidates,", sum(1 for c in everything if c.label), "events")

    # By parts: scores, the temperature and the threshold of what was not trained on.
    rng = random.Random(1)
    order = sorted({c.group for c in everything})
    rng.shuffle(order)
    fold_of = {group: i % args.folds for i, group in enumerate(order)}
    logits: dict[int, np.ndarray] = {}
    for fold in range(args.folds):
        model = train([c for c in everything if fold_of[c.group] != fold], args, fold)
        held = [c for c in everything if fold_of[c.group] == fold]
        with torch.no_grad():
            for c, row in zip(held, model(*batch(held)).numpy()):
                logits[id(c)] = row
    known = [c for c in everything if c.label is not None and not c.optional]
    temperature = temperature_of(known, np.array([logits[id(c)] for c in known]))
    told = {}
    for key, row in logits.items():
        z = np.exp(row / temperature - (row / temperature).max())
        told[key] = z / z.sum()
    rules = {id(c): np.array([0.0 if c.by_rules else 1.0]) for c in everything}
    print("rules", {k: round(v, 3) for k, v in score(documents, rules, Thresholds(0.5, 0.5)).items()})
    grid = [round(float(t), 2) for t in np.arange(0.05, 0.95, 0.05)]

    def merit(thresholds: Thresholds) -> float:
        s = score(documents, told, thresholds)
        return s.get("read", s.get("gold", 0)) + s.get("docs", 0) + s.get("news", 0)

    thresholds = max((Thresholds(a, b) for a in grid for b in grid), key=merit)
    thresholds = replace(thresholds, force=max(thresholds.force, args.least_force), other=max(thresholds.other, args.least))
    print("frame", thresholds, {k: round(v, 3) for k, v in score(documents, told, thresholds).items()})
    thresholds = max((replace(thresholds, word=t) for t in [*grid, 1.1]), key=merit)
    thresholds = replace(thresholds, word=max(thresholds.word, args.least_word))
    print("word", thresholds, {k: round(v, 3) for k, v in score(documents, told, thresholds).items()})
    print(f"temperature {temperature:.1f}")
    if args.out:
        size = write(args.out, train(everything, args, 0), temperature, thresholds, args.passing)
        print(args.out, size, "bytes")


if __name__ == "__main__":
    main()
