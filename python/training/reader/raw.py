"""Running text cut by the training side alone: where no answer of `xtask features` says how musnad cuts it."""
from __future__ import annotations

from collections.abc import Iterator

from .tokens import aligned_plain, tokenize

Unit = list[tuple[str, int, int]]
_ENDS = frozenset(".؟!…?")


def located(text: str) -> Unit:
    """Tokens with their places in the text as given."""
    flat, places = aligned_plain(text)
    return [(token, places[start], places[end]) for token, start, end in tokenize(flat)]


def split(tokens: Unit) -> Iterator[Unit]:
    """Sentences, roughly as musnad finds them: a point after a single letter does not end one."""
    current: Unit = []
    for index, token in enumerate(tokens):
        current.append(token)
        short = index and len(tokens[index - 1][0]) == 1 and tokens[index - 1][0].isalpha() and token[0] == "."
        closing = index + 1 < len(tokens) and tokens[index + 1][0] in '".»)…!؟' and tokens[index + 1][1] == token[2]
        ended = token[0] in _ENDS or (token[0] in '"»)' and len(current) > 1 and current[-2][0] in _ENDS)
        if ended and not short and not closing:
            yield current
            current = []
    if current:
        yield current


def units(text: str) -> list[Unit]:
    """Sentences of a text, line by line."""
    out: list[Unit] = []
    at = 0
    for line in text.split("\n"):
        out.extend([(t, s + at, e + at) for t, s, e in unit] for unit in split(located(line)))
        at += len(line) + 1
    return out
