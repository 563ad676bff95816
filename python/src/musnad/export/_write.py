"""Files in the formats, from extractions one after the other."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal, get_args

from .._errors import InvalidArgument, MusnadError
from .._geojson import feature_collection
from . import acled, brat, conllu, ftm, plover, polecat, timeml, webannotation
from ._article import Article, Item, article

__all__ = ["FORMATS", "Exported", "write"]

Format = Literal["plover", "polecat", "acled", "ftm", "geojson", "conllu", "brat", "webannotation", "timeml"]

FORMATS: Final[tuple[Format, ...]] = get_args(Format)
"""The names of the formats."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what was not."""

    path: Path
    documents: int
    """Documents that were read and written."""
    errors: tuple[MusnadError, ...] = ()
    """Documents that could not be read, with the reason."""


def write(items: Iterable[Item], format: Format, path: str | os.PathLike[str]) -> Exported:
    """Writes many extractions: a file, or with ``brat`` and ``timeml`` a folder with files for each article.

    Args:
        items: extractions, or pairs of one and its document; read one at a time.
        format: one of :data:`FORMATS`.
        path: the file or folder. A file is written under another name until it is whole.

    Raises:
        InvalidArgument: there is no such format; or CoNLL-U is asked for without the layer ``syntax``.
    """
    if format not in FORMATS:
        raise InvalidArgument(f"format is one of {', '.join(FORMATS)}; not {format!r}", "format")
    target = Path(path)
    counted = _Counted(items)
    if format == "brat":
        _folder(counted, target, lambda about: {".txt": about.x.text, ".ann": brat.standoff(_item(about))})
        (target / "annotation.conf").write_bytes(brat.CONFIGURATION.encode())
    elif format == "timeml":
        _folder(counted, target, lambda about: {".tml": timeml.document(_item(about))})
    else:
        _file(_LINES[format](counted), target)
    return Exported(target, counted.count)


def _item(about: Article) -> Item:
    """The pair that an article is made of."""
    return about.x, {"published_at": about.published_at, "source": about.source, "url": about.url}


class _Counted:
    def __init__(self, items: Iterable[Item]) -> None:
        self._items = items
        self.count = 0

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            self.count += 1
            yield item


def _geojson(items: Iterable[Item]) -> Iterable[str]:
    yield json.dumps(feature_collection(article(item).x for item in items), ensure_ascii=False)


_LINES: Final[dict[str, Callable[[Iterable[Item]], Iterable[str]]]] = {
    "plover": plover.lines,
    "polecat": polecat.lines,
    "acled": acled.lines,
    "ftm": ftm.lines,
    "geojson": _geojson,
    "conllu": conllu.lines,
    "webannotation": webannotation.lines,
}


def _file(lines: Iterable[str], target: Path) -> None:
    unfinished = target.with_name(f"{target.name}.part")
    with unfinished.open("w", encoding="utf-8", newline="") as file:
        for line in lines:
            file.write(line)
            file.write("\n")
    os.replace(unfinished, target)


def _folder(items: Iterable[Item], target: Path, files: Callable[[Article], dict[str, str]]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    names: set[str] = set()
    for item in items:
        about = article(item)
        name = _name(about, names)
        for suffix, text in files(about).items():
            # As bytes: nothing may turn the ends of lines into others, offsets count them.
            (target / f"{name}{suffix}").write_bytes(text.encode("utf-8"))


def _name(about: Article, taken: set[str]) -> str:
    """The document's id as the name of a file; another's is never written over."""
    name = re.sub(r"[^\w.-]+", "_", about.id).strip("._")[:80] or "document"
    if name in taken:
        name = f"{name}-{sha256(f'{about.id}{about.x.text_sha256}'.encode()).hexdigest()[:8]}"
    unique, number = name, 1
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    taken.add(unique)
    return unique
