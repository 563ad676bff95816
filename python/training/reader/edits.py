"""Alignments of two spellings, and what is made of them: segmentation labels and lemma scripts."""
from __future__ import annotations

from functools import lru_cache

_ALIKE = ["اأإآٱ", "ىيئ", "ةته", "ءئؤأ", "ؤو"]
_CLOSE = {(a, b) for group in _ALIKE for a in group for b in group}


def align(source: str, target: str) -> list[tuple[int, int]]:
    """Cheapest alignment as pairs (index in source or -1, index in target or -1), in order."""
    rows, columns = len(source) + 1, len(target) + 1
    cost = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            if i == 0 or j == 0:
                cost[i][j] = float(i + j)
                continue
            a, b = source[i - 1], target[j - 1]
            change = 0.0 if a == b else 0.6 if (a, b) in _CLOSE else 1.7
            cost[i][j] = min(cost[i - 1][j - 1] + change, cost[i - 1][j] + 1.0, cost[i][j - 1] + 1.0)
    pairs: list[tuple[int, int]] = []
    i, j = rows - 1, columns - 1
    while i or j:
        # On a tie what is inserted stands late: «للجنة» is ل + ال|ل + جنة, its first letter is the particle.
        if j and cost[i][j] == cost[i][j - 1] + 1.0:
            j -= 1
            pairs.append((-1, j))
        elif i and cost[i][j] == cost[i - 1][j] + 1.0:
            i -= 1
            pairs.append((i, -1))
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]


Label = tuple[int, str | None]


def segment_labels(token: str, words: list[str]) -> list[Label]:
    """For each character of the token: whether a word begins before it, and what replaces it (`None`: itself).

    What has no character of its own goes to the one after it at the beginning of a word, else to the one before.
    """
    if len(words) == 1:
        return [(0, None)] * len(token)
    target = "".join(words)
    begins = set()
    at = 0
    for word in words[:-1]:
        at += len(word)
        begins.add(at)
    written = [""] * len(token)
    boundary = [0] * len(token)
    last = -1
    waiting = ""
    open_boundary = 0
    for i, j in align(token, target):
        if j >= 0 and j in begins:
            open_boundary = 1
        if i < 0:
            if open_boundary or last < 0:
                waiting += target[j]
            else:
                written[last] += target[j]
            continue
        if open_boundary and j >= 0:
            boundary[i], open_boundary = 1, 0
        last = i
        written[i] = waiting + (target[j] if j >= 0 else "")
        waiting = ""
    return [(b, None if w == c else w) for b, w, c in zip(boundary, written, token, strict=True)]


def apply_labels(token: str, labels: list[Label]) -> list[str]:
    """The words of a token. Without a boundary after the first character the token stays as it is."""
    if not any(boundary for boundary, _ in labels[1:]):
        return [token]
    words = [""]
    for index, (c, (boundary, replacement)) in enumerate(zip(token, labels, strict=True)):
        if boundary and index:
            words.append("")
        words[-1] += c if replacement is None else replacement
    return [word for word in words if word] or [token]


@lru_cache(maxsize=200_000)
def lemma_script(form: str, lemma: str) -> str:
    """Edit script «prefix;suffix» from form to lemma: `=` copies, `-` deletes, `+x` inserts x; «!lemma» is the whole."""
    best, start, other = 0, 0, 0
    for i in range(len(form)):
        for j in range(len(lemma)):
            length = 0
            while i + length < len(form) and j + length < len(lemma) and form[i + length] == lemma[j + length]:
                length += 1
            if length > best:
                best, start, other = length, i, j
    if best == 0:
        return "!" + lemma
    prefix = _operations(form[:start], lemma[:other])
    suffix = _operations(form[start + best :], lemma[other + best :])
    return f"{prefix};{suffix}"


def _operations(source: str, target: str) -> str:
    out = ""
    for i, j in align(source, target):
        if i >= 0 and j >= 0 and source[i] == target[j]:
            out += "="
        else:
            out += ("-" if i >= 0 else "") + (f"+{target[j]}" if j >= 0 else "")
    return out


def apply_script(script: str, form: str) -> str:
    """The lemma that a script makes of a form; the form itself where the script does not fit."""
    if script.startswith("!"):
        return script[1:]
    prefix, _, suffix = script.partition(";")
    before, after = _consumed(prefix), _consumed(suffix)
    if before + after > len(form):
        return form
    end = len(form) - after
    return _run(prefix, form[:before]) + form[before:end] + _run(suffix, form[end:])


def _consumed(operations: str) -> int:
    count, index = 0, 0
    while index < len(operations):
        if operations[index] == "+":
            index += 2
        else:
            count += 1
            index += 1
    return count


def _run(operations: str, text: str) -> str:
    out, at, index = "", 0, 0
    while index < len(operations):
        operation = operations[index]
        if operation == "+":
            out += operations[index + 1]
            index += 2
            continue
        if operation == "=":
            out += text[at]
        at += 1
        index += 1
    return out
