"""Documents read for an export: pairs of extraction and document, and the documents that could not be read."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from .._document import Document
from .._errors import MusnadError
from .._extraction import Extraction
from .._extractor import Extractor, shared

Pair = tuple[Extraction, Document | dict[str, Any]]


class Pairs:
    """Extractions in the order of the documents, read on threads while they are asked for."""

    def __init__(
        self, docs: Iterable[Document | dict[str, Any]], format: str, threads: int | None, extractor: Extractor | None
    ) -> None:
        self._docs, self._threads = docs, threads
        self._layers = ["text", "syntax"] if format == "conllu" else None
        self._extractor = extractor or shared()
        self.errors: list[MusnadError] = []

    def __iter__(self) -> Iterator[Pair]:
        waiting: deque[Document | dict[str, Any]] = deque()

        def handed_on() -> Iterator[Document | dict[str, Any]]:
            for document in self._docs:
                waiting.append(document)
                yield document

        for outcome in self._extractor.extract_many(
            handed_on(), layers=self._layers, threads=self._threads, on_error="yield"
        ):
            document = waiting.popleft()
            if isinstance(outcome, MusnadError):
                self.errors.append(outcome)
            else:
                yield outcome, document


def read(
    docs: Iterable[Document | dict[str, Any]],
    format: str,
    *,
    threads: int | None = None,
    extractor: Extractor | None = None,
) -> Pairs:
    """The layers that a format needs of many documents."""
    return Pairs(docs, format, threads, extractor)
