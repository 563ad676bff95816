"""What training minimises."""
from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from .labels import IGNORED
from .model import FORBIDDEN, Reader

WEIGHTS = {"segment": 1.0, "upos": 1.0, "xpos": 0.5, "lemma": 0.5, "arc": 1.0, "relation": 1.0}


def tree_losses(model: Reader, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Losses of a batch of the treebank; gold words are given."""
    h, t = model.encode(batch)
    with torch.autocast("cpu", torch.bfloat16):
        r = model.word_states(h, t, batch)
        segment = model.segment(h, batch).float()
        scores = {head: getattr(model, head)(r) for head in ("upos", "xpos", "lemma")}
        arcs = model.arc_scores(r).float()
        relations = model.relation_scores(r, batch["head"].clamp(min=0))
    out = {"segment": F.cross_entropy(segment, batch["segment"])}
    out |= {head: _entropy(logits, batch[head]) for head, logits in scores.items()}
    width = arcs.shape[1]
    allowed = torch.arange(width + 1)[None] <= batch["word_counts"][:, None]
    arcs = arcs.masked_fill(~allowed[:, None], FORBIDDEN)
    out["arc"] = _entropy(arcs, batch["head"])
    out["relation"] = _entropy(relations, batch["deprel"])
    return out


def _entropy(logits: Tensor, target: Tensor) -> Tensor:
    return F.cross_entropy(logits.float().flatten(0, 1), target.flatten(), ignore_index=IGNORED)


def name_loss(model: Reader, batch: dict[str, Tensor]) -> Tensor:
    """Marginal negative log-likelihood of the allowed tags, per token."""
    h, _ = model.encode(batch)
    emissions = model.name_emissions(h, batch["corpus"])
    transitions, start = model.name_moves()
    total = _partition(emissions, transitions, start, batch["lengths"])
    allowed = emissions.masked_fill(~batch["allowed"], FORBIDDEN)
    right = _partition(allowed, transitions, start, batch["lengths"])
    return (total - right).sum() / batch["lengths"].sum()


def _partition(emissions: Tensor, transitions: Tensor, start: Tensor, lengths: Tensor) -> Tensor:
    alpha = emissions[0] + start
    for time in range(1, emissions.shape[0]):
        following = torch.logsumexp(alpha[:, :, None] + transitions[None], 1) + emissions[time]
        alpha = torch.where((time < lengths)[:, None], following, alpha)
    return torch.logsumexp(alpha, 1)
