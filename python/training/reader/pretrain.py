"""Pretrains layer 1 as a forward and a backward language model on the raw news.

usage: python -m reader.pretrain --news FOLDER --vectors FOLDER --treebank CONLLU --cache FOLDER --out FOLDER [--minutes 40]

Both models predict the next token's row in the word table by sampled softmax, tied to the word vectors. Writes
`vocabulary.json` and `lm.pt` (again every few minutes, so that training of the reader can start from what is there).
"""
from __future__ import annotations

import argparse
import math
import os
import time
from collections import Counter
from collections.abc import Iterator

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from . import news, vocabulary
from .encoder import TYPE, WORD, Direction, TypeEncoder
from .tokens import SHAPES, cut, key, plain

NEGATIVES = 1024
BATCH_TOKENS = 4096


class LanguageModels(nn.Module):
    """Two language models that share the type encoder and the output vectors."""

    def __init__(self, words: int, chars: int, size: int) -> None:
        super().__init__()
        self.types = TypeEncoder(words, chars, len(SHAPES))
        self.fwd = Direction(TYPE, size)
        self.bwd = Direction(TYPE, size)
        self.project = nn.ModuleList(nn.Linear(size, WORD) for _ in range(2))
        self.output_bias = nn.Parameter(torch.zeros(words))

    def loss(self, states: Tensor, targets: Tensor, direction: int, noise: Tensor, log_noise: Tensor) -> Tensor:
        """Sampled softmax over the target and words drawn from the noise distribution."""
        keep = F.dropout(torch.ones(1, *states.shape[1:]), 0.1, self.training)
        h = self.project[direction]((states * keep).reshape(-1, states.shape[-1]))
        targets = targets.reshape(-1)
        output = self.types.words.weight
        # How often each word is drawn is part of its correction.
        bias = self.output_bias - log_noise - math.log(NEGATIVES)
        right = (h * output[targets]).sum(1) + bias[targets]
        wrong = torch.addmm(bias[noise], h, output[noise].T)
        wrong = wrong.masked_fill(targets[:, None] == noise[None], -1e4)
        return (torch.logaddexp(right, torch.logsumexp(wrong, 1)) - right).mean()


def batches(tokens: np.ndarray, ends: np.ndarray, rng: np.random.Generator) -> Iterator[np.ndarray]:
    """[time, batch] of types: sentences of one length each, in random order, for ever."""
    starts = np.concatenate([[0], ends[:-1]])
    lengths = ends - starts
    while True:
        groups: list[np.ndarray] = []
        for length in range(4, news.LONGEST + 1):
            which = rng.permutation(np.nonzero(lengths == length)[0])
            size = max(8, BATCH_TOKENS // length)
            groups.extend(which[i : i + size] for i in range(0, len(which) - size + 1, size))
        for index in rng.permutation(len(groups)):
            group = groups[index]
            length = lengths[group[0]]
            yield tokens[starts[group][None, :] + np.arange(length)[:, None]]


def make_vocabulary(args: argparse.Namespace, types: list[str], counts: np.ndarray) -> vocabulary.Vocabulary:
    """Keys by their count in the news, where a token of the treebank counts five times."""
    keys = news.key_counts(types, counts)
    with open(args.treebank, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                for token in cut(plain(line[9:].rstrip("\n"))):
                    keys[key(token)] += 5
    chars: Counter[str] = Counter()
    for token, count in zip(types, counts.tolist(), strict=True):
        for c in token:
            chars[c] += count
    return vocabulary.build(keys, chars, args.words)


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("news", "vectors", "treebank", "cache", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--minutes", type=float, default=40.0)
    parser.add_argument("--words", type=int, default=24_000)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)
    os.makedirs(args.out, exist_ok=True)

    types, counts, tokens, ends = news.read(args.news, args.cache)
    words = make_vocabulary(args, types, counts)
    words.save(os.path.join(args.out, "vocabulary.json"))
    known = vocabulary.Types(words)
    for token in types:
        known.number(token)
    rows, shapes, chars = (torch.from_numpy(a) for a in known.arrays())

    model = LanguageModels(len(words.keys), len(words.chars), args.size)
    model.types.words.weight.data = torch.from_numpy(vocabulary.initial_vectors(args.vectors, words))
    frequency = torch.bincount(rows.long()[torch.from_numpy(tokens.astype(np.int64))], minlength=len(words.keys)) + 1.0
    noise_weights = frequency**0.75
    log_noise = (noise_weights / noise_weights.sum()).log()
    rare = 30.0 / (30.0 + frequency)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, betas=(0.9, 0.98), weight_decay=1e-4, fused=True)

    began = time.time()
    total = args.minutes * 60
    smooth, seen, saved = 0.0, 0, began
    for step, batch in enumerate(batches(tokens, ends, rng)):
        elapsed = (time.time() - began) / total
        if elapsed >= 1:
            break
        warm = min(1.0, step / 300)
        optimizer.param_groups[0]["lr"] = args.rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * elapsed)))
        unique, inverse = np.unique(batch, return_inverse=True)
        chosen = torch.from_numpy(unique.astype(np.int64))
        drop = torch.rand(len(chosen)) < rare[rows[chosen].long()]
        table = model.types(rows[chosen].int(), shapes[chosen].int(), chars[chosen].int(), drop)
        x = F.dropout(table, 0.1)[torch.from_numpy(inverse.reshape(batch.shape))]
        target = rows[torch.from_numpy(batch.astype(np.int64))].long()
        noise = torch.multinomial(noise_weights, NEGATIVES, replacement=True)
        forward = model.fwd(x[:-1])
        backward = model.bwd(x.flip(0)[:-1])
        loss = (
            model.loss(forward, target[1:], 0, noise, log_noise)
            + model.loss(backward, target.flip(0)[1:], 1, noise, log_noise)
        ) / 2
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        seen += batch.size
        smooth = 0.99 * smooth + 0.01 * loss.item()
        if step % 100 == 0:
            speed = seen / (time.time() - began)
            fair = smooth / (1 - 0.99 ** (step + 1))
            print(f"{step} {elapsed:.3f} tokens {seen / 1e6:.2f}M {speed:.0f}/s loss {fair:.4f}", flush=True)
        if time.time() - saved > 240:
            save(model, args.out)
            saved = time.time()
    save(model, args.out)


def save(model: LanguageModels, folder: str) -> None:
    """Writes the weights so that a reader never sees half a file."""
    path = os.path.join(folder, "lm.pt")
    torch.save(model.state_dict(), path + ".part")
    os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
