"""Sentences as sloppy desks write them, and long sentences in pieces: for training only."""
from __future__ import annotations

from collections.abc import Callable

from .names import Tagged
from .treebank import Cut, Word

_HAMZA = str.maketrans("أإآ", "ااا")


def drop_hamza(token: str) -> str:
    """No seat of hamza on alif."""
    return token.translate(_HAMZA)


def drop_dots(token: str) -> str:
    """Final ya without its dots, final ta marbuta without its dots."""
    if len(token) > 2 and token.endswith("ي"):
        return token[:-1] + "ى"
    if len(token) > 2 and token.endswith("ة"):
        return token[:-1] + "ه"
    return token


def dot_maqsura(token: str) -> str:
    """Alif maqsura written as ya."""
    return token[:-1] + "ي" if token.endswith("ى") else token


SPELLINGS: list[Callable[[str], str]] = [drop_hamza, drop_dots, dot_maqsura, lambda t: drop_dots(drop_hamza(t))]


def respell_cut(cut: Cut, spelling: Callable[[str], str]) -> Cut:
    """The same sentence in another spelling. Words of tokens that are cut keep the treebank's form."""
    return Cut(cut.id, cut.document, [spelling(t) for t in cut.tokens], cut.words_of, cut.words, cut.whole)


def respell_tagged(tagged: Tagged, spelling: Callable[[str], str]) -> Tagged:
    """The same sentence in another spelling."""
    return Tagged(tagged.corpus, [spelling(t) for t in tagged.tokens], tagged.allowed, tagged.origin)


def pieces(cut: Cut, longest: int = 120) -> list[tuple[int, Cut]]:
    """The sentence in parts of at most `longest` tokens, each with its first token. A head outside of the part
    becomes -2: unknown."""
    if len(cut.tokens) <= longest:
        return [(0, cut)]
    parts = -(-len(cut.tokens) // longest)
    size = -(-len(cut.tokens) // parts)
    out = []
    for start in range(0, len(cut.tokens), size):
        mine = cut.words_of[start : start + size]
        order = [i for group in mine for i in group]
        place = {old: new for new, old in enumerate(order)}
        words = []
        for old in order:
            word = cut.words[old]
            head = -1 if word.head < 0 else place.get(word.head, -2)
            words.append(Word(**{**vars(word), "head": head}))
        at, groups = 0, []
        for group in mine:
            groups.append(list(range(at, at + len(group))))
            at += len(group)
        tokens = cut.tokens[start : start + size]
        out.append((start, Cut(cut.id, cut.document, tokens, groups, words, cut.whole[start : start + size])))
    return out
