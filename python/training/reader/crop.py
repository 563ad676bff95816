"""Short sentences out of long ones: for training only.

A treebank of newswire has few clauses of three or four words, and a parser trained on it reads them badly: «أعلن الوزير
الخطة» («the minister announced the plan») came out with the plan as a part of the minister. Here a verb is cut out of its
sentence with its subject and its objects, the rest of its dependents mostly left away, as in Şahin and Steedman (2018),
Data Augmentation via Dependency Tree Morphing for Low-Resource Languages.
"""
from __future__ import annotations

import random
from collections import defaultdict

from .treebank import Cut, Word

CORE = ("nsubj", "obj", "iobj")
# Words without which a clause would say something else.
PARTICLES = ("aux", "cop", "advmod")
LONGEST_CORE, LONGEST_OTHER = 10, 6
OTHERS = 0.3


def crops(cut: Cut, rng: random.Random, most: int = 2) -> list[tuple[list[int], Cut]]:
    """Up to `most` clauses of a sentence, each with the sentence's tokens that it is made of."""
    children: dict[int, list[int]] = defaultdict(list)
    for index, word in enumerate(cut.words):
        children[word.head].append(index)
    verbs = [i for i, w in enumerate(cut.words) if w.upos == "VERB" and _has_subject(cut, children[i])]
    rng.shuffle(verbs)
    out = []
    for verb in verbs:
        tokens = _clause(cut, children, verb, rng)
        if tokens is not None:
            out.append((tokens, _as_sentence(cut, tokens, verb)))
            if len(out) == most:
                break
    return out


def _has_subject(cut: Cut, dependents: list[int]) -> bool:
    return any(cut.words[i].deprel.startswith("nsubj") for i in dependents)


def _subtree(children: dict[int, list[int]], top: int) -> list[int]:
    found = [top]
    for index in found:
        found.extend(children[index])
    return found


def _clause(cut: Cut, children: dict[int, list[int]], verb: int, rng: random.Random) -> list[int] | None:
    """The tokens of the verb's clause, or nothing where they do not make one."""
    kept = {verb}
    for child in children[verb]:
        relation = cut.words[child].deprel.partition(":")[0]
        subtree = _subtree(children, child)
        if relation in CORE:
            if len(subtree) > LONGEST_CORE:
                return None
            kept.update(subtree)
        elif (relation in PARTICLES and len(subtree) == 1) or (
            relation not in ("punct", "cc", "conj", "mark", "parataxis", "dep")
            and len(subtree) <= LONGEST_OTHER
            and rng.random() < OTHERS
        ):
            kept.update(subtree)
    tokens = [t for t, mine in enumerate(cut.words_of) if not kept.isdisjoint(mine)]
    for token in tokens:
        for word in cut.words_of[token]:
            if word not in kept and (cut.words[word].head not in kept or children[word]):
                return None
    if tokens and cut.tokens[tokens[-1]] == "،":
        tokens.pop()
    if len(tokens) < 2:
        return None
    last = len(cut.tokens) - 1
    if cut.tokens[last] == "." and last not in tokens and rng.random() < 0.5:
        tokens.append(last)
    return tokens


def _as_sentence(cut: Cut, tokens: list[int], verb: int) -> Cut:
    order = [word for token in tokens for word in cut.words_of[token]]
    place = {old: new for new, old in enumerate(order)}
    words = []
    for old in order:
        word = cut.words[old]
        if old == verb:
            head, deprel = -1, "root"
        elif word.head in place:
            head, deprel = place[word.head], word.deprel
        else:
            # Only the full stop hangs on something outside.
            head, deprel = place[verb], word.deprel
        words.append(Word(**{**vars(word), "head": head, "deprel": deprel}))
    at, groups = 0, []
    for token in tokens:
        size = len(cut.words_of[token])
        groups.append(list(range(at, at + size)))
        at += size
    picked = [cut.tokens[t] for t in tokens]
    return Cut(cut.id, cut.document, picked, groups, words, [cut.whole[t] for t in tokens])
