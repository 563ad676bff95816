"""Trains the reader on PADT and the corpora of names.

usage: python -m reader.train --data FOLDER --gold FOLDER --lm FOLDER --out FOLDER [--features features.jsonl] [--steps 8000]

`--lm` is what `reader.pretrain` wrote (its `vocabulary.json` is needed even with `--from-vectors`). Every step takes a
batch of trees and a batch of names. The rate follows one cycle over the steps, layer 1 and the word table learn at
a part of it, and what is kept is a moving average of the weights.
"""
from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import nn

from . import augment, checkpoint, crop, edits, names, raw, swap, treebank
from .batches import Collator, Example, bucketed, name_example, tree_example
from .decode import LemmaTable
from .evaluate import Evaluator
from .features import Features
from .labels import Labels, collect, form_of
from .losses import WEIGHTS, name_loss, tree_losses
from .model import Dropout, Reader, Sizes
from .tokens import SHAPES
from .vocabulary import Types, Vocabulary, initial_vectors

# Shares of the corpora in the batches of names.
SHARES = {"gold": 0.29, "anercorp": 0.45, "aqmar": 0.16, "wojood": 0.10}
RESPELLED, SWAPPED, CROPPED = 0.12, 0.25, 0.1


def lemma_table(cuts: list[treebank.Cut], least: int = 1, share: float = 0.8) -> LemmaTable:
    """(form, UPOS) → lemma where the treebank is of one mind."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for cut in cuts:
        for token, mine in zip(cut.tokens, cut.words_of, strict=True):
            forms = [cut.words[i].form for i in mine]
            for place, index in enumerate(mine):
                word = cut.words[index]
                form = form_of(token, forms, place)
                seen[form, word.upos][treebank.bare_lemma(word.lemma, form)] += 1
    out = {}
    for pair, lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        total = sum(lemmas.values())
        if total >= least and count >= share * total:
            out[pair] = lemma
    return out


@torch.no_grad()
def shaky(model: Reader, corpora: Corpora, collate: Collator, passes: int = 2) -> LemmaTable:
    """The part of the lemma table that the scripts cannot be trusted with: what they get wrong in the training text
    while units are dropped."""
    wrong: set[tuple[str, str]] = set()
    labels = corpora.labels
    model.train()
    for _ in range(passes):
        for start in range(0, len(corpora.kept), 40):
            cuts = corpora.kept[start : start + 40]
            batch = collate([tree_example(c, labels, corpora.types, corpora.features.of(c.tokens)) for c in cuts])
            h, t = model.encode(batch)
            chosen = model.lemma(model.word_states(h, t, batch)).argmax(2)
            for row, cut in enumerate(cuts):
                at = 0
                for token, mine in zip(cut.tokens, cut.words_of, strict=True):
                    forms = [cut.words[i].form for i in mine]
                    for place, index in enumerate(mine):
                        pair = form_of(token, forms, place), cut.words[index].upos
                        lemma = corpora.lemmas.get(pair)
                        if lemma is not None and lemma != edits.apply_script(labels.lemma[chosen[row, at]], pair[0]):
                            wrong.add(pair)
                        at += 1
    return {pair: lemma for pair, lemma in corpora.lemmas.items() if pair in wrong}


class Corpora:
    """All training sentences as examples, in every spelling."""

    def __init__(self, args: argparse.Namespace, words: Vocabulary, features: Features) -> None:
        self.types = Types(words)
        self.features = features
        cuts = [treebank.cut(s) for s in treebank.read(os.path.join(args.data, "padt", "train.conllu"))]
        documents = sorted({cut.document for cut in cuts})
        # Documents kept apart for calibration: evenly spread over the sources.
        self.calibration_documents = set() if args.use_all else set(documents[12::25])
        kept = [c for c in cuts if c.document not in self.calibration_documents]
        self.calibration = [c for c in cuts if c.document in self.calibration_documents]
        self.kept = sorted(kept, key=lambda cut: len(cut.tokens))
        # Going on from a trained reader keeps its labels, whatever sentences are added.
        started = args.start and Labels.load(os.path.join(args.start, "labels.json"))
        self.labels: Labels = started or collect(kept)
        self.lemmas = lemma_table(kept)
        self.trees: list[list[Example]] = [[] for _ in range(1 + len(augment.SPELLINGS))]
        for cut in kept:
            bits = features.of(cut.tokens)
            for start, piece in augment.pieces(cut):
                part = None if bits is None else bits[start : start + len(piece.tokens)]
                self.trees[0].append(tree_example(piece, self.labels, self.types, part))
                for number, spelling in enumerate(augment.SPELLINGS, 1):
                    respelled = augment.respell_cut(piece, spelling)
                    self.trees[number].append(tree_example(respelled, self.labels, self.types, part))
        self.trees.append(self._cropped(kept, args.seed))
        sentences = names.training_corpora(args.data, args.gold, features.units)
        # Sentences are cut for the swapped copies as they were when their bits were asked for.
        geonames = os.path.join(args.data, "gazetteer", "geonames_cities500_ar.jsonl")
        uncut = names.training_corpora(args.data, args.gold, lambda _, text: raw.units(text))
        copies = swap.copies(uncut, geonames)
        self.names: dict[str, list[list[Example]]] = {}
        for name, corpus in sentences.items():
            self.names[name] = [self._named(corpus, None)]
            self.names[name].extend(self._named(corpus, spelling) for spelling in augment.SPELLINGS)
            self.names[name].extend(self._named(copy, None) for copy in copies[name])

    def _cropped(self, cuts: list[treebank.Cut], seed: int) -> list[Example]:
        rng = random.Random(seed)
        out = []
        for cut in cuts:
            bits = self.features.of(cut.tokens)
            for tokens, clause in crop.crops(cut, rng):
                part = None if bits is None else bits[tokens]
                out.append(tree_example(clause, self.labels, self.types, part))
        return out

    def _named(self, corpus: list[names.Tagged], spelling: Callable[[str], str] | None) -> list[Example]:
        out = []
        for tagged in corpus:
            if 0 < len(tagged.tokens) <= 250:
                spelled = tagged if spelling is None else augment.respell_tagged(tagged, spelling)
                out.append(name_example(spelled, self.types, self.features.of(tagged.tokens)))
        return out


def streams(
    variants: list[list[Example]], budget: int, altered: float, rng: np.random.Generator
) -> Iterator[list[Example]]:
    """For ever: batches of one set as it is, now and then in another spelling, a share of `altered` of what comes after
    the spellings: with other names, or short clauses."""
    sources = [bucketed(examples, budget, rng) for examples in variants]
    spellings = len(augment.SPELLINGS)
    while True:
        chance = rng.random()
        if chance < RESPELLED:
            yield next(sources[1 + rng.integers(spellings)])
        elif chance < RESPELLED + altered and len(sources) > 1 + spellings:
            yield next(sources[1 + spellings + rng.integers(len(sources) - 1 - spellings)])
        else:
            yield next(sources[0])


def load_pretrained(model: Reader, folder: str) -> None:
    """Type encoder and layer 1 from the language models; columns of feature bits begin at nothing."""
    stored = torch.load(os.path.join(folder, "lm.pt"), weights_only=True)
    own = model.state_dict()
    for name, value in stored.items():
        if name.startswith("types."):
            own[name].copy_(value[: len(own[name])])
        elif name.startswith(("fwd.", "bwd.")):
            mine = own["l1." + name]
            if name.endswith("w_x"):
                mine.zero_()
                mine[:, : value.shape[1]].copy_(value)
            else:
                mine.copy_(value)


def main() -> None:
    """Runs the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "gold", "lm", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--features")
    parser.add_argument("--from-vectors", action="store_true", help="word vectors only, no language model")
    parser.add_argument("--start", help="folder of a trained reader to go on from, in place of the language models")
    parser.add_argument("--use-all", action="store_true", help="no documents kept apart for calibration")
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--pretrained-rate", type=float, default=0.25, help="share of the rate for types and layer 1")
    parser.add_argument("--budget", type=int, default=1400, help="tokens in a batch of trees")
    parser.add_argument("--name-weight", type=float, default=3.0)
    parser.add_argument("--words", type=int, default=20_000, help="rows of the word table that are kept")
    parser.add_argument("--dropout", type=json.loads, default={}, help="shares as JSON, see model.Dropout")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = np.random.default_rng(args.seed)

    words = Vocabulary.load(os.path.join(args.lm, "vocabulary.json")).first(args.words)
    features = Features.load(args.features)
    corpora = Corpora(args, words, features)
    labels = corpora.labels
    print(f"{features.missing} sentences without bits; {len(corpora.lemmas)} lemmas", flush=True)
    sizes = Sizes(
        words=len(words.keys), chars=len(words.chars), shapes=len(SHAPES), bits=features.count, upos=len(labels.upos),
        xpos=len(labels.xpos), deprel=len(labels.deprel), lemma=len(labels.lemma),
        segment_labels=len(labels.segment), clitics=len(labels.clitics),
    )  # fmt: skip
    model = Reader(sizes, Dropout(**args.dropout))
    if args.start:
        model.load_state_dict(torch.load(os.path.join(args.start, "model.pt"), weights_only=True)["weights"])
    elif args.from_vectors:
        model.types.words.weight.data = torch.from_numpy(initial_vectors(os.path.join(args.data, "vectors"), words))
    else:
        load_pretrained(model, args.lm)
    slow = [p for name, p in model.named_parameters() if name.startswith(("types.", "l1."))]
    fast = [p for name, p in model.named_parameters() if not name.startswith(("types.", "l1."))]
    share = 1.0 if args.from_vectors else args.pretrained_rate
    optimizer = torch.optim.AdamW(
        [{"params": fast, "share": 1.0}, {"params": slow, "share": share}],
        lr=args.rate, betas=(0.9, 0.98), weight_decay=1e-4, fused=True,
    )  # fmt: skip
    averaged = {name: value.detach().clone() for name, value in model.named_parameters()}

    collate = Collator(corpora.types, features.count, rng)
    tree_stream = streams(corpora.trees, args.budget, CROPPED, rng)
    name_streams = {name: streams(variants, 1100, SWAPPED, rng) for name, variants in corpora.names.items()}
    corpus_names, shares = list(SHARES), np.array(list(SHARES.values()))
    began = time.time()
    smooth: dict[str, float] = defaultdict(float)
    tokens = 0
    for step in range(1, args.steps + 1):
        warm = min(1.0, step / 150)
        rate = args.rate * warm * (0.005 + 0.995 * 0.5 * (1 + math.cos(math.pi * step / args.steps)))
        for group in optimizer.param_groups:
            group["lr"] = rate * group["share"]
        model.train()
        batch = collate(next(tree_stream))
        losses = tree_losses(model, batch)
        loss = sum(WEIGHTS[name] * value for name, value in losses.items())
        optimizer.zero_grad()
        loss.backward()
        named = collate(next(name_streams[corpus_names[rng.choice(len(shares), p=shares)]]))
        losses["names"] = name_loss(model, named)
        (args.name_weight * losses["names"]).backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        tokens += int(batch["lengths"].sum()) + int(named["lengths"].sum())
        decay = min(0.998, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, value in model.named_parameters():
                averaged[name].lerp_(value, 1 - decay)
        for name, value in losses.items():
            smooth[name] = 0.97 * smooth[name] + 0.03 * value.item()
        if step % 50 == 0:
            fair = 1 - 0.97**step
            told = " ".join(f"{name} {value / fair:.3f}" for name, value in smooth.items())
            print(f"{step}/{args.steps} {tokens / (time.time() - began):.0f}/s {told}", flush=True)

    with torch.no_grad():
        for name, value in model.named_parameters():
            value.copy_(averaged[name])
    lemmas = shaky(model, corpora, collate)
    checkpoint.save(args.out, model, labels, words, lemmas)
    evaluator = Evaluator(args.data, args.gold, features, corpora.types)
    report = {
        "steps": args.steps, "tokens": tokens, "lemma_table": [len(lemmas), len(corpora.lemmas)],
        "padt_dev": evaluator.syntax(model, labels, lemmas),
        "padt_dev_whole_table": evaluator.syntax(model, labels, corpora.lemmas)["lemma"],
        "padt_dev_without_table": evaluator.syntax(model, labels, {})["lemma"],
        "padt_dev_raw": evaluator.syntax(model, labels, lemmas, raw_text=True),
        "anercorp": evaluator.names_anercorp(model, labels),
        "anercorp_as_gold": evaluator.names_anercorp(model, labels, 0),
        "gold_dev": evaluator.names_gold(model, labels),
    }  # fmt: skip
    with open(os.path.join(args.out, "report.json"), "w", encoding="utf-8") as out:
        json.dump(report, out, indent=1)
    print(json.dumps(report), flush=True)


if __name__ == "__main__":
    main()
