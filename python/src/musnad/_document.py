"""What goes in: texts with what is known about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias, Union

from . import _musnad
from ._enums import Layer
from ._errors import InvalidArgument, InvalidType

__all__ = ["Document"]

DateLike: TypeAlias = Union[str, date, datetime, None]
"""A publication date: ISO 8601 text, a ``date``, a ``datetime``; ``None`` or an empty string where unknown."""

Layers: TypeAlias = Union[str, Layer, Iterable[Union[str, Layer]], None]
"""Layers by name or member; ``None`` means all but syntax."""

NativeDocument: TypeAlias = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Document:
    """An article.

    >>> Document("قتل ثلاثة مدنيين.", id="a1", published_at="2020-06-11", source="الجزيرة").source
    'الجزيرة'
    """

    text: str
    """The whole text. The title, where there is one, is its first line."""
    id: str = ""
    """Your name for it, given back as ``Extraction.document_id``."""
    published_at: DateLike = None
    """When it was published: the anchor of «أمس»."""
    source: str = ""
    """The outlet: «الجزيرة»."""
    url: str = ""
    """Where it is to be found; exports give it, nothing is read from there."""


def native(text: object, id: object, published_at: object, source: object) -> NativeDocument:
    """Checks the parts of a document and brings them into the form that the native code takes."""
    name = _string(id, "document.id")
    try:
        return name, _text(text), _iso(published_at), _string(source, "document.source")
    except InvalidArgument as error:
        error.document_id = name
        raise


def native_of(item: object) -> NativeDocument:
    """The same for a document, a mapping with the fields of one, or a text alone."""
    if isinstance(item, Document):
        return native(item.text, item.id, item.published_at, item.source)
    if isinstance(item, (str, bytes, bytearray, memoryview)):
        return native(item, "", None, "")
    if isinstance(item, Mapping):
        if "text" not in item:
            known = ", ".join(sorted(map(str, item)))
            raise InvalidArgument(
                f"document.text is missing; the document has: {known or 'nothing'}",
                "document.text",
                document_id=_string(item.get("id"), "document.id"),
            )
        return native(item["text"], item.get("id"), item.get("published_at"), item.get("source"))
    raise InvalidType(
        f"a document is a musnad.Document, a dict with a text, or a string; not {_kind(item)}", "document"
    )


def documents_of(docs: object) -> Iterator[Any]:
    """An iterator over several documents."""
    if isinstance(docs, (str, bytes, Mapping, Document)):
        raise InvalidType("extract_many reads several documents: give a list, or use extract", "documents")
    if not isinstance(docs, Iterable):
        raise InvalidType(f"the documents are a list or another iterable, not {_kind(docs)}", "documents")
    return iter(docs)


def layer_list(layers: Layers) -> list[str] | None:
    """The names of the layers asked for. Unknown names are left to the native code, which lists those that exist."""
    if layers is None:
        return None
    if isinstance(layers, str):
        layers = [layers]
    try:
        names = list(layers)
    except TypeError:
        raise InvalidType(
            f"layers is a list of names such as 'events', not {_kind(layers)}", "options.layers"
        ) from None
    for name in names:
        if not isinstance(name, str):
            raise InvalidType(f"a layer is a name such as 'events', not {_kind(name)}", "options.layers")
    return [str(name) for name in names]


def _text(text: object) -> str:
    if isinstance(text, str):
        # A subclass of str may redefine slicing; spans count the characters themselves.
        return text if type(text) is str else str.__str__(text)
    if isinstance(text, (bytes, bytearray, memoryview)):
        return _musnad.read_utf8(bytes(text))
    if _is_missing(text):
        raise InvalidArgument("document.text is missing: give the text of an article", "document.text")
    raise InvalidType(f"document.text is a string, not {_kind(text)}", "document.text")


def _iso(value: object) -> str:
    if _is_missing(value):
        return ""
    if isinstance(value, str):
        return str(value)
    # A datetime is a date too; the day is that of its own time zone.
    if isinstance(value, date):
        return f"{value.year:04}-{value.month:02}-{value.day:02}"
    raise InvalidType(
        f"document.published_at is an ISO 8601 date such as 2020-06-11, a date or a datetime, not {_kind(value)}",
        "document.published_at",
    )


def _string(value: object, field: str) -> str:
    if _is_missing(value):
        return ""
    if isinstance(value, str):
        return str(value)
    if field == "document.id" and isinstance(value, int):
        # Row numbers and keys of a database.
        return str(value)
    raise InvalidType(f"{field} is a string, not {_kind(value)}", field)


def _is_missing(value: Any) -> bool:
    """``None``, and what pandas has in an empty cell: NaN and NaT differ from themselves, NA is neither."""
    if value is None or type(value).__name__ == "NAType":
        return True
    return isinstance(value, (float, date)) and value != value


def _kind(value: object) -> str:
    return f"{type(value).__name__}" if value is not None else "None"
