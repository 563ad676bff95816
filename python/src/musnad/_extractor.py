"""Reading documents in this process."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Literal, overload

from . import _musnad
from ._document import DateLike, Document, Layers, NativeDocument, documents_of, layer_list, native, native_of
from ._errors import InvalidArgument, InvalidType, MusnadError
from ._extraction import Extraction, check_on_error, chosen, outcome
from ._progress import shown
from ._records import Number, TimeExpression

__all__ = ["Extractor", "extract", "extract_many", "numbers", "times"]

DocumentLike = Document | Mapping[str, Any] | str


class Extractor:
    """Reads documents. Made once and shared: by threads, and by processes through fork or pickle.

    Args:
        max_document_bytes: documents of more bytes of UTF-8 are refused; the default is also the most.
        actors: a table of actors of your own, which win over the built-in ones: names (parted by ``|``), type
            (``PERSON``, ``ORGANIZATION``, ``FACILITY``, ``MISCELLANEOUS``), English name, country (ISO 3166-1 alpha-3) and
            PLOVER sectors, separated by tabs.
        places: a table of places of your own: names, English name, country, latitude and longitude.
        ontology: TOML files with types, triggers and actor codes of your own (see ``docs/ontology.md``); what is wrong in one is an
            :class:`InvalidArgument` with file and line.

    Raises:
        InvalidArgument: a table that cannot be read; the message has the file and the line.

    >>> extractor = Extractor(max_document_bytes=100_000)
    >>> extractor.extract("أعلنت الوزارة ذلك.").warnings
    ()
    """

    __slots__ = ("_native", "_ontologies", "_tables")

    def __init__(
        self,
        *,
        max_document_bytes: int | None = None,
        actors: str | PathLike[str] | None = None,
        places: str | PathLike[str] | None = None,
        ontology: str | PathLike[str] | Iterable[str | PathLike[str]] = (),
    ) -> None:
        paths = [ontology] if isinstance(ontology, (str, PathLike)) else list(ontology)
        # Kept as text, so that a pickled extractor does not need the files.
        texts = tuple((fspath(path), Path(path).read_text(encoding="utf8")) for path in paths)
        self._setup(max_document_bytes, _path(actors), _path(places), texts)

    def _setup(
        self,
        max_document_bytes: int | None,
        actors: str | None,
        places: str | None,
        ontologies: tuple[tuple[str, str], ...],
    ) -> None:
        if max_document_bytes is not None:
            if not isinstance(max_document_bytes, int):
                kind = type(max_document_bytes).__name__
                raise InvalidType(f"max_document_bytes is a whole number, not {kind}", "max_document_bytes")
            limit = _musnad.MAX_DOCUMENT_BYTES
            if not 0 < max_document_bytes <= limit:
                raise InvalidArgument(f"max_document_bytes is from 1 to {limit}", "max_document_bytes")
        self._tables = (actors, places)
        self._ontologies = ontologies
        self._native = _musnad.Extractor(max_document_bytes, actors, places, list(ontologies))

    @property
    def max_document_bytes(self) -> int:
        """Largest document that is read, in bytes of UTF-8."""
        return self._native.max_document_bytes

    def extract(
        self, text: str, *, id: str = "", published_at: DateLike = None, source: str = "", layers: Layers = None
    ) -> Extraction:
        """Reads one document; see :func:`musnad.extract`."""
        document = native(text, id, published_at, source)
        names = layer_list(layers)
        return Extraction._of(_named(document[0], self._native.extract, document, names))

    @overload
    def extract_many(
        self,
        docs: Iterable[DocumentLike],
        *,
        layers: Layers = None,
        threads: int | None = None,
        progress: bool = False,
        on_error: Literal["raise"] = "raise",
    ) -> Iterator[Extraction]: ...
    @overload
    def extract_many(
        self,
        docs: Iterable[DocumentLike],
        *,
        layers: Layers = None,
        threads: int | None = None,
        progress: bool = False,
        on_error: Literal["yield"],
    ) -> Iterator[Extraction | MusnadError]: ...
    def extract_many(
        self,
        docs: Iterable[DocumentLike],
        *,
        layers: Layers = None,
        threads: int | None = None,
        progress: bool = False,
        on_error: Literal["raise", "yield"] = "raise",
    ) -> Iterator[Any]:
        """Reads many documents; see :func:`musnad.extract_many`."""
        check_on_error(on_error)
        if threads is not None and (not isinstance(threads, int) or not 0 < threads <= 1024):
            raise InvalidArgument(
                "threads is a number from 1 to 1024, or None for as many as there are cores", "threads"
            )
        documents = _natives(documents_of(docs))
        results = self._native.extract_many(documents, layer_list(layers), threads or 0)
        return shown(chosen(_outcomes(results), on_error), docs, progress)

    def times(self, text: str, *, published_at: DateLike = None) -> tuple[TimeExpression, ...]:
        """Reads the time expressions of a text and nothing else."""
        return self._native.times(native(text, "", published_at, ""))

    def numbers(self, text: str) -> tuple[Number, ...]:
        """Reads every number of a text, also those that count nothing.

        >>> [(number.text, number.value) for number in Extractor().numbers("وصل 25 عاملا.")]
        [('25', 25.0)]
        """
        return self._native.numbers(native(text, "", None, ""))

    def __repr__(self) -> str:
        return f"Extractor(max_document_bytes={self.max_document_bytes})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Extractor):
            return NotImplemented
        mine = (self.max_document_bytes, self._tables, self._ontologies)
        return mine == (other.max_document_bytes, other._tables, other._ontologies)

    def __hash__(self) -> int:
        return hash((Extractor, self.max_document_bytes, self._tables, self._ontologies))

    def __reduce__(self) -> tuple[Any, ...]:
        return (_restore, (self.max_document_bytes, *self._tables, self._ontologies))


def _path(path: str | PathLike[str] | None) -> str | None:
    return None if path is None else fspath(path)


def _restore(
    max_document_bytes: int, actors: str | None, places: str | None, ontologies: tuple[tuple[str, str], ...] = ()
) -> Extractor:
    extractor = Extractor.__new__(Extractor)
    extractor._setup(max_document_bytes, actors, places, ontologies)
    return extractor


def _named(document_id: str, function: Any, *arguments: Any) -> Any:
    """Calls native code; an error says which document it is about."""
    try:
        return function(*arguments)
    except MusnadError as error:
        error.document_id = document_id
        raise


def _natives(docs: Iterator[DocumentLike]) -> Iterator[NativeDocument | MusnadError]:
    """The documents in the form that the native code takes; what is no document is an error in its place."""
    for item in docs:
        try:
            document = native_of(item)
        except MusnadError as error:
            yield error
        else:
            yield document


def _outcomes(results: _musnad.Results) -> Iterator[Extraction | MusnadError]:
    try:
        for item in results:
            yield outcome(item)
    finally:
        results.close()


_lock = threading.Lock()
_shared: Extractor | None = None


def shared() -> Extractor:
    """The extractor of the functions of the package, made when first needed."""
    global _shared
    if _shared is None:
        with _lock:
            if _shared is None:
                _shared = Extractor()
    return _shared


def extract(
    text: str, *, id: str = "", published_at: DateLike = None, source: str = "", layers: Layers = None
) -> Extraction:
    """Reads one Arabic article.

    Args:
        text: the whole text; the title, where there is one, is its first line. Bytes are read as UTF-8.
        id: your name for the document, given back as ``Extraction.document_id``.
        published_at: when it was published, ISO 8601 text, ``date`` or ``datetime``: the anchor of «أمس» (yesterday).
        source: the outlet.
        layers: what to return, of ``text``, ``syntax``, ``entities``, ``times``, ``quantities``, ``events`` and
            ``statements``; all but ``syntax`` if left out.

    Raises:
        InvalidArgument: a text that is empty or too large, a bad date, an unknown layer.

    >>> x = extract("وصل الوزير إلى تونس أمس.", published_at="2020-06-11", source="الجزيرة")
    >>> [(time.text, time.value) for time in x.times]
    [('أمس', '2020-06-10')]
    """
    return shared().extract(text, id=id, published_at=published_at, source=source, layers=layers)


@overload
def extract_many(
    docs: Iterable[DocumentLike],
    *,
    layers: Layers = None,
    threads: int | None = None,
    progress: bool = False,
    on_error: Literal["raise"] = "raise",
) -> Iterator[Extraction]: ...
@overload
def extract_many(
    docs: Iterable[DocumentLike],
    *,
    layers: Layers = None,
    threads: int | None = None,
    progress: bool = False,
    on_error: Literal["yield"],
) -> Iterator[Extraction | MusnadError]: ...
def extract_many(
    docs: Iterable[DocumentLike],
    *,
    layers: Layers = None,
    threads: int | None = None,
    progress: bool = False,
    on_error: Literal["raise", "yield"] = "raise",
) -> Iterator[Any]:
    """Reads many documents, lazily, on threads, and gives their extractions in the order of the documents.

    Args:
        docs: documents, dictionaries with ``text`` and what else is known (other keys are ignored), or texts. They are
            taken one by one, a few ahead of the results, so that a generator over millions is fine.
        layers: as for :func:`extract`.
        threads: how many to use; by default ``RAYON_NUM_THREADS``, or as many as there are cores.
        progress: whether to show a bar; needs tqdm.
        on_error: what a document that cannot be read does: ``"raise"`` its error, or ``"yield"`` it in its place.

    >>> docs = [{"id": "a", "text": "وصل الوزير أمس."}, {"id": "b", "text": ""}]
    >>> for x in extract_many(docs, on_error="yield"):
    ...     print(type(x).__name__, x.document_id)
    Extraction a
    InvalidArgument b
    """
    many: Any = shared().extract_many
    return many(docs, layers=layers, threads=threads, progress=progress, on_error=on_error)  # type: ignore[no-any-return]


def times(text: str, *, published_at: DateLike = None) -> tuple[TimeExpression, ...]:
    """Reads the time expressions of a text and nothing else."""
    return shared().times(text, published_at=published_at)


def numbers(text: str) -> tuple[Number, ...]:
    """Reads every number of a text, also those that count nothing."""
    return shared().numbers(text)
