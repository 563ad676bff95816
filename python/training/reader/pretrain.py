"""Pretrains layer 1 as a forward and a backward language model on the raw news.

usage: python -m reader.pretrain --news FOLDER --vectors FOLDER --treebank CONLLU --cache FOLDER --out FOLDER [--cycles 2]

Both models predict the next token's row in the word table by sampled softmax, tied to the word vectors. Writes
`vocabulary.json` and, every few minutes and at the end of each cycle, `lm.pt`. A cycle is a cosine of the rate over
`--steps` steps with an optimizer and a seed of its own, so `--first-cycle 2` goes on from the weights of a first one to
the same end that both would have reached in one run.
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


class Trainer:
    """The language models, the news as rows of the vocabulary, and what noise is drawn from."""

    def __init__(self, args: argparse.Namespace) -> None:
        self.args = args
        types, counts, self.tokens, self.ends = news.read(args.news, args.cache)
        words = make_vocabulary(args, types, counts)
        words.save(os.path.join(args.out, "vocabulary.json"))
        known = vocabulary.Types(words)
        for token in types:
            known.number(token)
        self.rows, self.shapes, self.chars = (torch.from_numpy(a) for a in known.arrays())
        self.model = LanguageModels(len(words.keys), len(words.chars), args.size)
        self.model.types.words.weight.data = torch.from_numpy(vocabulary.initial_vectors(args.vectors, words))
        in_news = self.rows.long()[torch.from_numpy(self.tokens.astype(np.int64))]
        frequency = torch.bincount(in_news, minlength=len(words.keys)) + 1.0
        self.noise = frequency**0.75
        self.log_noise = (self.noise / self.noise.sum()).log()
        self.rare = 30.0 / (30.0 + frequency)

    def loss(self, batch: np.ndarray) -> Tensor:
        """Of both directions over [time, batch] of types."""
        unique, inverse = np.unique(batch, return_inverse=True)
        chosen = torch.from_numpy(unique.astype(np.int64))
        drop = torch.rand(len(chosen)) < self.rare[self.rows[chosen].long()]
        table = self.model.types(self.rows[chosen].int(), self.shapes[chosen].int(), self.chars[chosen].int(), drop)
        x = F.dropout(table, 0.1)[torch.from_numpy(inverse.reshape(batch.shape))]
        target = self.rows[torch.from_numpy(batch.astype(np.int64))].long()
        noise = torch.multinomial(self.noise, NEGATIVES, replacement=True)
        forward = self.model.fwd(x[:-1])
        backward = self.model.bwd(x.flip(0)[:-1])
        right = self.model.loss(forward, target[1:], 0, noise, self.log_noise)
        left = self.model.loss(backward, target.flip(0)[1:], 1, noise, self.log_noise)
        return (right + left) / 2

    def cycle(self, number: int) -> None:
        """One cosine of the rate, the first from `--rate`, later ones from `--later-rate`."""
        args = self.args
        torch.manual_seed(args.seed + number - 1)
        rng = np.random.default_rng(args.seed + number - 1)
        peak = args.rate if number == 1 else args.later_rate
        optimizer = torch.optim.AdamW(
            self.model.parameters(), lr=peak, betas=(0.9, 0.98), weight_decay=1e-4, fused=True
        )
        began = saved = time.time()
        smooth, seen = 0.0, 0
        for step, batch in zip(range(args.steps), batches(self.tokens, self.ends, rng), strict=False):
            warm = min(1.0, step / 300)
            fall = 0.5 * (1 + math.cos(math.pi * step / args.steps))
            optimizer.param_groups[0]["lr"] = peak * warm * (0.01 + 0.99 * fall)
            loss = self.loss(batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            optimizer.step()
            seen += batch.size
            smooth = 0.99 * smooth + 0.01 * loss.item()
            if step % 100 == 0:
                speed = seen / (time.time() - began)
                fair = smooth / (1 - 0.99 ** (step + 1))
                print(f"{number}: {step}/{args.steps} {seen / 1e6:.2f}M {speed:.0f}/s loss {fair:.4f}", flush=True)
            if time.time() - saved > 240:
                save(self.model, args.out)
                saved = time.time()
        save(self.model, args.out)


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("news", "vectors", "treebank", "cache", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--steps", type=int, default=5_900, help="of a cycle, 4,096 tokens each")
    parser.add_argument("--cycles", type=int, default=2)
    parser.add_argument("--first-cycle", type=int, default=1, help="go on from the weights in --out when over 1")
    parser.add_argument("--words", type=int, default=24_000)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--later-rate", type=float, default=1.8e-3)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    os.makedirs(args.out, exist_ok=True)
    trainer = Trainer(args)
    for number in range(args.first_cycle, args.cycles + 1):
        if number > 1:
            trainer.model.load_state_dict(torch.load(os.path.join(args.out, "lm.pt"), weights_only=True))
        trainer.cycle(number)


def save(model: LanguageModels, folder: str) -> None:
    """Writes the weights so that a reader never sees half a file."""
    path = os.path.join(folder, "lm.pt")
    torch.save(model.state_dict(), path + ".part")
    os.replace(path + ".part", path)


if __name__ == "__main__":
    main()
