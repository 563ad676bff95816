"""Fits one temperature for each head on documents kept apart from training, and reports calibration errors on dev.

usage: python -m reader.calibrate --data FOLDER --gold FOLDER --model FOLDER [--features features.jsonl]

Writes `calibration.json` into the model's folder: temperatures, and on PADT dev (names: held-out ANERcorp) the expected
calibration error (ten bins of equal width) before and after. A score is the probability of the label chosen; gold words
are given.
"""
from __future__ import annotations

import argparse
import json
import os

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from . import names, treebank
from .batches import Collator, Example, name_example, tree_example
from .checkpoint import load
from .features import Features
from .labels import IGNORED
from .model import FORBIDDEN, Reader
from .vocabulary import Types

GRID = np.exp(np.linspace(np.log(0.5), np.log(3.0), 60))
HEADS = ("segment", "upos", "xpos", "lemma", "arc", "relation")


@torch.no_grad()
def tree_logits(model: Reader, examples: list[Example], collate: Collator) -> dict[str, list[tuple[Tensor, Tensor]]]:
    """Logits and right answers of every head, sentence by sentence."""
    out: dict[str, list[tuple[Tensor, Tensor]]] = {head: [] for head in HEADS}
    model.eval()
    for example in examples:
        batch = collate([example])
        h, t = model.encode(batch, exact=True)
        r = model.word_states(h, t, batch)
        out["segment"].append((model.segment(h, batch), batch["segment"]))
        for head in ("upos", "xpos", "lemma"):
            out[head].append((getattr(model, head)(r)[0], batch[head][0]))
        out["arc"].append((model.arc_scores(r)[0], batch["head"][0]))
        out["relation"].append((model.relation_scores(r, batch["head"].clamp(min=0))[0], batch["deprel"][0]))
    return out


@torch.no_grad()
def name_marginals(model: Reader, examples: list[Example], collate: Collator, temperature: float) -> tuple[list, list]:
    """Probability of the best tag of each token, and whether it is right."""
    sure, right = [], []
    transitions, start = model.name_moves()
    for example in examples:
        batch = collate([example])
        h, _ = model.encode(batch, exact=True)
        e = model.name_emissions(h, batch["corpus"])[:, 0] / temperature
        t, s = (transitions / temperature).clamp(min=FORBIDDEN), (start / temperature).clamp(min=FORBIDDEN)
        forward, backward = [e[0] + s], [torch.zeros_like(e[0])]
        for row in e[1:]:
            forward.append(torch.logsumexp(forward[-1][:, None] + t, 0) + row)
        for row in reversed(e[1:]):
            backward.append(torch.logsumexp(t + (row + backward[-1])[None], 1))
        marginal = (torch.stack(forward) + torch.stack(backward[::-1])).softmax(1)
        allowed = batch["allowed"][:, 0]
        best = marginal.argmax(1)
        # Where several tags are allowed, they count together.
        hit = allowed.gather(1, best[:, None])[:, 0]
        together = (marginal * allowed).sum(1)
        sure.extend(torch.where(hit, together, marginal.max(1).values).tolist())
        right.extend(hit.tolist())
    return sure, right


def expected_error(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error."""
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(sure[place == b].sum() - right[place == b].sum()) for b in range(bins)) / len(sure))


def scores(pairs: list[tuple[Tensor, Tensor]], temperature: float) -> tuple[np.ndarray, np.ndarray, float]:
    """Probability of the chosen label, whether it is right, and the negative log-likelihood."""
    sure, right, loss = [], [], 0.0
    for logits, target in pairs:
        kept = target != IGNORED
        p = (logits[kept] / temperature).log_softmax(1)
        loss += float(F.nll_loss(p, target[kept], reduction="sum"))
        sure.append(p.max(1).values.exp().numpy())
        right.append((p.argmax(1) == target[kept]).numpy())
    return np.concatenate(sure), np.concatenate(right), loss


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "gold", "model"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--features")
    args = parser.parse_args()
    torch.set_num_threads(1)
    model, labels, words, _ = load(args.model, quantised=True)
    features = Features.load(args.features)
    types = Types(words)

    def examples(part: str, wanted: set[str] | None) -> list[Example]:
        cuts = [treebank.cut(s) for s in treebank.read(os.path.join(args.data, "padt", f"{part}.conllu"))]
        return [
            tree_example(c, labels, types, features.of(c.tokens))
            for c in cuts
            if (wanted is None or c.document in wanted) and len(c.tokens) <= 150
        ]

    documents = sorted({s.document for s in treebank.read(os.path.join(args.data, "padt", "train.conllu"))})
    apart = examples("train", set(documents[12::25]))
    dev = examples("dev", None)
    anercorp = names.held_out(names.read_anercorp(os.path.join(args.data, "ner", "anercorp-train.conll")))[1]
    named = [name_example(s, types, features.of(s.tokens)) for s in anercorp]
    collate = Collator(types, features.count)
    fit, test = tree_logits(model, apart, collate), tree_logits(model, dev, collate)
    out: dict[str, dict] = {"temperatures": {}, "error_before": {}, "error": {}}
    for head in HEADS:
        best = min(GRID, key=lambda t: scores(fit[head], t)[2])
        out["temperatures"][head] = round(float(best), 3)
        for name, temperature in (("error_before", 1.0), ("error", best)):
            sure, right, _ = scores(test[head], temperature)
            out[name][head] = round(expected_error(sure, right), 4)
    # Names: every second held-out block to fit, the others to report.
    half = [e for i, e in enumerate(named) if i // 40 % 2 == 0], [e for i, e in enumerate(named) if i // 40 % 2]
    errors = {}
    for temperature in np.linspace(0.8, 2.4, 9):
        sure, right = name_marginals(model, half[0], collate, float(temperature))
        errors[float(temperature)] = expected_error(np.array(sure), np.array(right))
    best = min(errors, key=lambda t: errors[t])
    out["temperatures"]["names"] = round(best, 3)
    for name, temperature in (("error_before", 1.0), ("error", best)):
        sure, right = name_marginals(model, half[1], collate, temperature)
        out[name]["names"] = round(expected_error(np.array(sure), np.array(right)), 4)
    with open(os.path.join(args.model, "calibration.json"), "w", encoding="utf-8") as file:
        json.dump(out, file, indent=1)
    print(json.dumps(out))


if __name__ == "__main__":
    main()
