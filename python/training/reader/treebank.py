"""UD Arabic-PADT: sentences of surface tokens with their words, cut anew by musnad's tokenizer."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .tokens import aligned_plain, plain, tokenize


@dataclass
class Word:
    """A syntactic word; `head` is an index into the sentence's words, -1 for the root."""

    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str


@dataclass
class Surface:
    """A token of the treebank: characters `start..end` of the text, and its words."""

    start: int
    end: int
    words: list[int]


@dataclass
class Sentence:
    """One sentence of the treebank. `document` and `paragraph` say where it stands."""

    id: str
    document: str
    paragraph: str
    text: str
    words: list[Word]
    surface: list[Surface]


@dataclass
class Cut:
    """A sentence in musnad's tokens: the plain text of each, and the words that belong to it.

    `whole` says of each token whether its words are exactly those of treebank tokens; where a treebank token was cut
    in several, the first part has its word and the others are `goeswith`.
    """

    id: str
    document: str
    tokens: list[str]
    words_of: list[list[int]]
    words: list[Word]
    whole: list[bool] = field(default_factory=list)


def read(path: str) -> list[Sentence]:
    """All sentences of a CoNLL-U file."""
    with open(path, encoding="utf-8") as lines:
        return list(_read(lines))


def _read(lines: Iterator[str]) -> Iterator[Sentence]:
    document = paragraph = sent_id = text = ""
    rows: list[list[str]] = []
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            match name.strip():
                case "newdoc id":
                    document = value.strip()
                case "newpar id":
                    paragraph = value.strip()
                case "sent_id":
                    sent_id = value.strip()
                case "text":
                    text = value[1:] if value.startswith(" ") else value
        elif line:
            rows.append(line.split("\t"))
        elif rows:
            yield _sentence(sent_id, document, paragraph, text, rows)
            rows = []
    if rows:
        yield _sentence(sent_id, document, paragraph, text, rows)


def _sentence(sent_id: str, document: str, paragraph: str, text: str, rows: list[list[str]]) -> Sentence:
    words: list[Word] = []
    surface: list[Surface] = []
    at = 0
    until = 0
    for row in rows:
        if "." in row[0]:
            continue
        ranged = "-" in row[0]
        if not ranged:
            words.append(Word(row[1], row[2], row[3], row[4], row[5], int(row[6]) - 1, row[7]))
            if int(row[0]) <= until:
                surface[-1].words.append(len(words) - 1)
                continue
        start = text.find(row[1], at)
        if start < 0 or text[at:start].strip():
            raise ValueError(f"{sent_id}: {row[1]!r} is not in the text at {at}")
        at = start + len(row[1])
        surface.append(Surface(start, at, [] if ranged else [len(words) - 1]))
        if ranged:
            until = int(row[0].partition("-")[2])
    return Sentence(sent_id, document, paragraph, text, words, surface)


def cut(sentence: Sentence) -> Cut:
    """The sentence in musnad's tokens."""
    text, places = aligned_plain(sentence.text)
    words = [Word(**vars(word)) for word in sentence.words]
    tokens: list[str] = []
    words_of: list[list[int]] = []
    whole: list[bool] = []
    # A tatweel that stands alone (one desk's dash) is no token of ours.
    surface = [piece for piece in sentence.surface if plain(sentence.text[piece.start : piece.end])]
    index = 0
    taken = -1
    for token, start, end in tokenize(text):
        first, last = places[start], places[end] - 1
        mine: list[int] = []
        exact = True
        while index < len(surface) and surface[index].start <= last:
            piece = surface[index]
            exact &= piece.start >= first or index == taken
            if index != taken:
                mine.extend(piece.words)
                taken = index
            if piece.end - 1 > last:
                exact = False
                break
            index += 1
        if not mine and tokens:
            # The rest of a treebank token whose words went to an earlier token.
            head = words_of[-1][0] if words_of[-1] else 0
            words.append(Word(token, token, "X", "U---------", "_", head, "goeswith"))
            mine = [len(words) - 1]
            exact = False
        tokens.append(token)
        words_of.append(mine)
        whole.append(exact)
    return Cut(sentence.id, sentence.document, tokens, *_in_order(words_of, words), whole)


def _in_order(words_of: list[list[int]], words: list[Word]) -> tuple[list[list[int]], list[Word]]:
    """Numbers the words in the order of their tokens; words without a token (there should be none) are left out."""
    order = [w for mine in words_of for w in mine]
    place = {w: i for i, w in enumerate(order)}
    renamed = [Word(**{**vars(words[w]), "head": _nearest(words, words[w].head, place)}) for w in order]
    at = 0
    out = []
    for mine in words_of:
        out.append(list(range(at, at + len(mine))))
        at += len(mine)
    return out, renamed


def _nearest(words: list[Word], head: int, place: dict[int, int]) -> int:
    while head >= 0 and head not in place:
        head = words[head].head
    return place.get(head, -1)


def bare_lemma(lemma: str, form: str) -> str:
    """The lemma without vowel marks; the form where the treebank has none."""
    bare = plain(lemma)
    return bare if bare and bare != "_" else form
