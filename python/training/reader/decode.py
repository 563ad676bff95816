"""From scores to analyses: words of tokens, trees, tags of names."""
from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import torch

from . import edits
from .batches import Collator, Example, can_split, near_of
from .labels import Labels, form_of, slots_of
from .model import Reader
from .tokens import shape
from .vocabulary import Types

LemmaTable = dict[tuple[str, str], str]


@dataclass
class ReadWord:
    """A predicted word; `head` as in `treebank.Word`."""

    token: int
    form: str
    upos: str = ""
    xpos: str = ""
    lemma: str = ""
    head: int = -1
    deprel: str = ""


@dataclass
class Reading:
    """What the reader says of one sentence. `logits` holds the scores of each head where asked for."""

    tokens: list[str]
    words: list[ReadWord]
    tags: list[int]
    logits: dict[str, np.ndarray] = field(default_factory=dict)


def tree(scores: np.ndarray) -> np.ndarray:
    """Heads of the best tree with one root; `scores` is [words, 1 + words], the root first (Chu-Liu, Edmonds)."""
    count = scores.shape[0]
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:] = scores
    np.fill_diagonal(full, -np.inf)
    heads = _arborescence(full)
    roots = np.nonzero(heads[1:] == 0)[0] + 1
    if len(roots) > 1:
        best, best_score = heads, -np.inf
        for root in roots:
            one = full.copy()
            one[1:, 0] = -np.inf
            one[root, 0] = full[root, 0]
            candidate = _arborescence(one)
            total = one[np.arange(1, count + 1), candidate[1:]].sum()
            if total > best_score:
                best, best_score = candidate, total
        heads = best
    return heads[1:]


def _arborescence(scores: np.ndarray) -> np.ndarray:
    """Best heads of all nodes but 0; `scores[dep, head]`."""
    count = len(scores)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    outside = np.nonzero(~inside)[0]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    enter = entering.argmax(0)
    small[-1, :-1] = entering.max(0) + kept.sum()
    leaving = scores[np.ix_(outside, cycle)]
    leave = leaving.argmax(1)
    small[:-1, -1] = leaving.max(1)
    small[0, :] = -np.inf
    found = _arborescence(small)
    out = heads.copy()
    for place, node in enumerate(outside):
        if node == 0:
            continue
        head = found[place]
        out[node] = cycle[leave[place]] if head == len(outside) else outside[head]
    entry = found[-1]
    out[cycle[enter[entry]]] = outside[entry]
    return out


def _cycle(heads: np.ndarray) -> np.ndarray | None:
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return np.array(path[path.index(node) :])
        for seen in path:
            state[seen] = 2
    return None


def viterbi(emissions: np.ndarray, transitions: np.ndarray, start: np.ndarray) -> list[int]:
    """Best tags of a sentence."""
    score = emissions[0] + start
    back = []
    for row in emissions[1:]:
        options = score[:, None] + transitions
        back.append(options.argmax(0))
        score = options.max(0) + row
    tags = [int(score.argmax())]
    for pointers in reversed(back):
        tags.append(int(pointers[tags[-1]]))
    return tags[::-1]


def raw_example(tokens: list[str], types: Types, bits: np.ndarray | None, corpus: int = 0) -> Example:
    """A sentence of which only the tokens are known."""
    none = np.zeros(0, dtype=np.int64)
    places = [i for i, token in enumerate(tokens) if can_split(token, shape(token))]
    near = [near_of(tokens[i], types.vocabulary) for i in places]
    owner = [place for place, i in enumerate(places) for _ in tokens[i]]
    return Example(
        np.array([types.number(t) for t in tokens], dtype=np.int64), bits, np.array(places, dtype=np.int64),
        np.array(owner, dtype=np.int64), np.concatenate(near) if near else np.zeros((0, 7), dtype=np.int64),
        none, none, none, none, {}, None, corpus,
    )  # fmt: skip


@torch.no_grad()
def read(
    model: Reader, labels: Labels, types: Types, sentences: list[list[str]], bits: list[np.ndarray | None],
    lemmas: LemmaTable, corpus: int = 0, names_only: bool = False, keep: bool = False, budget: int = 3000,
) -> list[Reading]:  # fmt: skip
    """Reads tokenised sentences, from segmentation to names. Float32 throughout."""
    model.eval()
    for sentence in sentences:
        for token in sentence:
            types.number(token)
    collate = Collator(types, model.sizes.bits)
    order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
    out: list[Reading | None] = [None] * len(sentences)
    groups: list[list[int]] = [[]]
    for index in order:
        if groups[-1] and len(sentences[index]) * (len(groups[-1]) + 1) > budget:
            groups.append([])
        groups[-1].append(index)
    for group in groups:
        examples = [raw_example(sentences[i], types, bits[i], corpus) for i in group]
        batch = collate(examples)
        h, t = model.encode(batch, exact=True)
        emissions = model.name_emissions(h, batch["corpus"]).numpy()
        moves, start = (m.numpy() for m in model.name_moves())
        readings = []
        for column, index in enumerate(group):
            mine = emissions[: len(sentences[index]), column]
            reading = Reading(sentences[index], [], viterbi(mine, moves, start))
            if keep:
                reading.logits |= {"names": mine, "h": h[: len(sentences[index]), column].numpy()}
            readings.append(reading)
            out[index] = reading
        if not names_only:
            segmented = model.segment(h, batch).numpy() if len(batch["near"]) else np.zeros((0, 1))
            _words(model, labels, examples, readings, segmented, lemmas, h, t, keep)
    return [reading for reading in out if reading is not None]


def _words(model, labels, examples, readings, segmented, lemmas, h, t, keep) -> None:  # noqa: ANN001
    size = len(readings)
    at = 0
    columns: list[dict[str, list[int]]] = []
    for example, reading in zip(examples, readings, strict=True):
        cuts: dict[int, list[str]] = {}
        first = at
        for place in example.segment_tokens.tolist():
            token = reading.tokens[place]
            chosen = segmented[at : at + len(token)].argmax(1)
            at += len(token)
            cuts[place] = edits.apply_labels(token, [labels.segment[i] for i in chosen])
        if keep:
            reading.logits["segment"] = segmented[first:at]
        column: dict[str, list[int]] = {"token": [], "slot": [], "clitic": []}
        for index, token in enumerate(reading.tokens):
            forms = cuts.get(index, [token])
            for place, kind in enumerate(slots_of(forms)):
                column["token"].append(index)
                column["slot"].append(kind)
                column["clitic"].append(labels.clitic(kind, forms[place]))
                word = ReadWord(index, forms[place])
                word.lemma = form_of(token, forms, place)
                reading.words.append(word)
        columns.append(column)
    most = max(len(c["token"]) for c in columns)
    batch = {name: torch.zeros(size, most, dtype=torch.long) for name in ("word_token", "slot", "clitic")}
    for row, column in enumerate(columns):
        count = len(column["token"])
        batch["word_token"][row, :count] = torch.tensor(column["token"]) * size + row
        batch["slot"][row, :count] = torch.tensor(column["slot"])
        batch["clitic"][row, :count] = torch.tensor(column["clitic"])
    r = model.word_states(h, t, batch)
    upos, xpos, lemma = (getattr(model, name)(r).numpy() for name in ("upos", "xpos", "lemma"))
    arcs = model.arc_scores(r).numpy()
    heads = np.zeros((size, most), dtype=np.int64)
    for row, reading in enumerate(readings):
        count = len(reading.words)
        heads[row, :count] = tree(arcs[row, :count, : count + 1])
    relations = model.relation_scores(r, torch.from_numpy(heads)).numpy()
    root = labels.numbers["deprel"]["root"]
    relations[..., root] = np.where(heads == 0, 1e4, -1e4)
    for row, reading in enumerate(readings):
        count = len(reading.words)
        for index, word in enumerate(reading.words):
            word.upos = labels.upos[upos[row, index].argmax()]
            word.xpos = labels.xpos[xpos[row, index].argmax()]
            form = word.lemma
            known = lemmas.get((form, word.upos))
            word.lemma = edits.apply_script(labels.lemma[lemma[row, index].argmax()], form) if known is None else known
            word.head = int(heads[row, index]) - 1
            word.deprel = labels.deprel[relations[row, index].argmax()]
        if keep:
            reading.logits |= {
                "upos": upos[row, :count], "xpos": xpos[row, :count], "lemma": lemma[row, :count],
                "arc": arcs[row, :count, : count + 1], "relation": relations[row, :count],
            }  # fmt: skip
