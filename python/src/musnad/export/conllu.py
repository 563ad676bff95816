"""CoNLL-U: sentences, tokens and words of Universal Dependencies, as ``musnad extract --format conllu`` writes them.

A token of several words («وقالت» is «و» + «قالت») gets a range line. MISC has the offsets of the letters in the text
(``start_char``, ``end_char``, in code points), how sure the word is (``score``) and ``SpaceAfter=No``. Needs the layer ``syntax``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from .._errors import InvalidArgument
from .._records import Sentence, Span, Token, Word
from ._article import Article, Item, article

__all__ = ["lines", "page"]


def page(item: Item) -> str:
    """The sentences of an article.

    Raises:
        InvalidArgument: the extraction was made without the layer ``syntax``.

    >>> import musnad
    >>> x = musnad.extract("وصل الوفد.", id="a1", layers=["text", "syntax"])
    >>> print(page(x).splitlines()[2])
    # text = وصل الوفد.
    """
    return "".join(f"{line}\n" for line in _lines(article(item)))


def lines(items: Iterable[Item]) -> Iterable[str]:
    """Many articles, a line at a time, without the ends of the lines."""
    for item in items:
        yield from _lines(article(item))


def _lines(about: Article) -> Iterable[str]:
    if about.x.sentences and not about.x.tokens:
        raise InvalidArgument("CoNLL-U needs words: extract with layers=['text', 'syntax']", "options.layers")
    id = _one_line(about.id)
    yield f"# newdoc id = {id}"
    for number, sentence in enumerate(about.x.sentences, 1):
        tokens = about.x.tokens[sentence.first_token : sentence.end_token]
        yield f"# sent_id = {''.join('_' if c.isspace() else c for c in id)}-s{number}"
        yield f"# text = {_spelled(tokens)}"
        yield from _sentence(tokens, sentence)
        yield ""


def _is_joined(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether nothing stands between a token and the one after it."""
    return index + 1 < len(tokens) and tokens[index + 1].span.start == tokens[index].span.end


def _spelled(tokens: tuple[Token, ...]) -> str:
    """The text of a sentence as its forms spell it."""
    parts = []
    for index, token in enumerate(tokens):
        parts.append(_form(token.text))
        if index + 1 < len(tokens) and not _is_joined(tokens, index):
            parts.append(" ")
    return "".join(parts)


def _sentence(tokens: tuple[Token, ...], sentence: Sentence) -> Iterable[str]:
    number = 1
    for index, token in enumerate(tokens):
        joined = _is_joined(tokens, index)
        if len(token.words) == 1:
            word = token.words[0]
            yield _word(number, word, _form(token.text), _misc(token.span, joined, word.score))
        else:
            last = number + len(token.words) - 1
            yield "\t".join([f"{number}-{last}", _form(token.text), *"_______", _misc(token.span, joined, None)])
            for at, word in enumerate(token.words, number):
                yield _word(at, word, _form(word.form), _misc(word.span, False, word.score))
        number += len(token.words)


def _word(number: int, word: Word, form: str, misc: str) -> str:
    fields = [word.lemma, word.upos, word.xpos, word.feats, str(word.head), word.deprel]
    return "\t".join([str(number), form, *map(_form, fields), "_", misc])


def _misc(span: Span, joined: bool, score: float | None) -> str:
    parts = [f"start_char={span.start}", f"end_char={span.end}"]
    if score is not None:
        parts.append(f"score={score:.3f}")
    if joined:
        parts.append("SpaceAfter=No")
    return "|".join(parts)


def _form(text: str) -> str:
    return _one_line(text) or "_"


def _one_line(text: str) -> str:
    """Fields and comments end at a tab and at the end of the line; the text's own become spaces."""
    return "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
