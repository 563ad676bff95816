"""Text as the reader sees it: plain text, tokens, keys of the word table, shapes. Mirrors `crates/musnad/src/text`.

*Plain* text has no tashkil, tatweel or format controls, presentation forms are composed and digits are ASCII; letters
stay as written. The *key* of a token drops the seat of hamza on alif (أإآٱ become ا) and turns every digit into 0.
"""
from __future__ import annotations

import html
import re
import sys
import unicodedata

_DROPPED = [
    (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E4), (0x6E7, 0x6E8),
    (0x6EA, 0x6ED), (0x8D3, 0x8FF), (0x300, 0x36F),
    (0xAD, 0xAD), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2069), (0xFEFF, 0xFEFF),
]
_ARABIC = "\u0621-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdfb"


def _plain_table() -> dict[int, str | None]:
    table: dict[int, str | None] = {c: None for low, high in _DROPPED for c in range(low, high + 1)}
    for base in (0x660, 0x6F0):
        table.update({base + digit: str(digit) for digit in range(10)})
    for low, high in ((0xFB50, 0xFDFF), (0xFE80, 0xFEFC)):
        for c in range(low, high + 1):
            composed = unicodedata.normalize("NFKC", chr(c))
            if composed != chr(c) and " " not in composed and len(composed) <= 2:
                table[c] = composed
    table.update({c: None for c in range(0xFE70, 0xFE80)})
    table.update({ord("٪"): "%", ord("﹪"): "%", ord("％"): "%", ord("٫"): ".", ord("٬"): ",", ord("﴾"): "(", ord("﴿"): ")"})
    table.update({c: " " for c in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)})
    table.update({c: "\n" for c in (0x2028, 0x2029, 0x85)})
    return table


_PLAIN = _plain_table()
_KEY = str.maketrans({**dict.fromkeys("أإآٱ", "ا"), **dict.fromkeys("123456789", "0")})
_ARABIC_RUN = f"[{_ARABIC}]+"
_FOREIGN = rf"[^\W\d_{_ARABIC}]"
# A number keeps a mark only where a digit follows; a foreign word may go on with digits.
_TOKEN = re.compile(rf"{_ARABIC_RUN}|[0-9]+(?:[.,،][0-9]+)*|{_FOREIGN}(?:{_FOREIGN}|[0-9])*|\S")
SHAPES = ["word", "foreign", "number", "year", "decimal", "punctuation"]


def plain(text: str) -> str:
    """The text without vowel signs, tatweel and format controls, with ASCII digits and composed letters."""
    return text.translate(_PLAIN)


def tokenize(text: str) -> list[tuple[str, int, int]]:
    """Tokens of a *plain* text, with their start and end in it."""
    return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def cut(text: str) -> list[str]:
    """Only the texts of the tokens of a plain text."""
    return _TOKEN.findall(text)


def key(token: str) -> str:
    """What the word table is looked up by; `token` is plain."""
    return token.translate(_KEY)


def shape(token: str) -> int:
    """Index into `SHAPES`."""
    first = token[0]
    if "0" <= first <= "9":
        if not token.isdigit():
            return 4
        return 3 if len(token) == 4 else 2
    if re.match(f"[{_ARABIC}]", first):
        return 0
    return 1 if first.isalnum() else 5


def aligned_plain(text: str) -> tuple[str, list[int]]:
    """Plain text, and for each of its characters (and its end) the place in `text`."""
    out: list[str] = []
    places: list[int] = []
    for place, c in enumerate(text):
        for p in _PLAIN.get(ord(c), c) or "":
            out.append(p)
            places.append(place)
    places.append(len(text))
    return "".join(out), places


def clean_news(text: str) -> str:
    """News text as scraped, made plain."""
    return plain(html.unescape(text) if "&" in text else text)


if __name__ == "__main__":
    for line in sys.stdin:
        print(" ".join(cut(plain(line))))
