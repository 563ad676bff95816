"""What is said back to a message, whatever it came through."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .._document import Layers, native_of
from .._errors import InvalidArgument, MusnadError
from .._extraction import Extraction
from .._extractor import Extractor, shared

__all__ = ["Answer", "answers"]


@dataclass(frozen=True, slots=True)
class Answer:
    """The extraction of a message, or why it has none."""

    document_id: str
    """Empty where the message does not give one."""
    body: bytes
    """JSON: ``musnad.v1.Extraction``, or ``{"documentId", "error", "field"}``."""
    is_error: bool


def answers(
    messages: Iterable[bytes],
    *,
    layers: Layers = None,
    threads: int | None = None,
    extractor: Extractor | None = None,
) -> list[Answer]:
    """Reads messages and answers each, in their order.

    >>> [answer.is_error for answer in answers([b'{"id": "a", "text": "..."}', b"no JSON"])]
    [False, True]
    """
    bodies = list(messages)
    documents = [_document(body) for body in bodies]
    good = [document for document in documents if not isinstance(document, MusnadError)]
    outcomes = (extractor or shared()).extract_many(good, layers=layers, threads=threads, on_error="yield")
    return [_answer(outcome) for outcome in _merged(documents, outcomes)]


def _document(body: bytes) -> dict[str, Any] | MusnadError:
    try:
        document = json.loads(body)
    except ValueError as error:
        return InvalidArgument(f"the message is no JSON: {error}", "message")
    if not isinstance(document, dict):
        return InvalidArgument("the message is no JSON object", "message")
    # The JSON of protobuf writes names in another way; both are read.
    if "publishedAt" in document:
        document.setdefault("published_at", document["publishedAt"])
    try:
        native_of(document)
    except MusnadError as error:
        return error
    return document


def _merged(
    documents: Sequence[dict[str, Any] | MusnadError], outcomes: Iterator[Extraction | MusnadError]
) -> Iterator[Extraction | MusnadError]:
    for document in documents:
        yield document if isinstance(document, MusnadError) else next(outcomes)


def _answer(outcome: Extraction | MusnadError) -> Answer:
    if isinstance(outcome, Extraction):
        return Answer(outcome.document_id, outcome.to_json().encode("utf-8"), False)
    id = getattr(outcome, "document_id", "") or ""
    said = {"documentId": id, "error": str(outcome), "field": getattr(outcome, "field", "")}
    return Answer(id, json.dumps(said, ensure_ascii=False).encode("utf-8"), True)
