"""Eight-bit weights: one scale for each row (output unit)."""
from __future__ import annotations

import copy

import numpy as np
import torch

from .model import Reader
from .writer import quantise

# Which parameters the file holds as bytes. All others stay float32.
MATRICES = (
    "types.words.weight", "l1.", "l2.", "l3.", "segment_hidden.weight", "segment_out.weight", "word_hidden.weight",
    "word_type.weight", "upos.weight", "xpos.weight", "lemma.weight", "arc.head.weight", "arc.dep.weight", "arc_u",
    "relation.head.weight", "relation.dep.weight", "relation_u", "names_hidden.weight", "names_out.weight",
    "types.convolutions.",
)  # fmt: skip


def is_matrix(name: str, value: torch.Tensor) -> bool:
    """Whether a parameter is stored as bytes."""
    return value.dim() >= 2 and name.startswith(MATRICES)


def quantised_copy(model: Reader) -> Reader:
    """The model with its weights rounded as the file holds them."""
    out = copy.deepcopy(model)
    with torch.no_grad():
        for name, value in out.named_parameters():
            if is_matrix(name, value):
                flat = value.reshape(value.shape[0], -1)
                whole, scale = quantise(flat.numpy())
                value.copy_(torch.from_numpy(whole.astype(np.float32) * scale[:, None]).reshape(value.shape))
    return out
