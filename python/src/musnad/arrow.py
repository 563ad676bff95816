"""Arrow in, Arrow out: many documents without a Python object for each.

>>> import pyarrow as pa
>>> batch = pa.record_batch({"id": ["a"], "text": ["وصل الوزير إلى تونس أمس."], "published_at": ["2020-06-11"]})
>>> documents = extract_batch(batch)
>>> documents.to_pyarrow()["document_id"].to_pylist(), len(documents.table("times"))
(['a'], 1)

Whatever speaks the `Arrow PyCapsule interface <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>`_
goes in and takes the result: record batches of pyarrow, frames of polars. pyarrow itself is needed only for what is
called after it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from . import _musnad
from ._document import Layers, layer_list
from ._errors import InvalidArgument, InvalidType
from ._extractor import Extractor, shared

if TYPE_CHECKING:
    import pyarrow

__all__ = ["COLUMNS", "TABLES", "Documents", "Table", "extract_batch", "schema"]

TableName = Literal["events", "statements", "mentions", "entities", "times", "quantities", "warnings"]

_IF_THERE: Final = "\0"


class Table:
    """Rows that whoever speaks the PyCapsule interface takes: ``pyarrow.record_batch(table)``, ``polars.DataFrame(table)``."""

    __slots__ = ("_native",)

    def __init__(self, native: _musnad.ArrowBatch) -> None:
        self._native = native

    def __len__(self) -> int:
        return len(self._native)

    def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
        return self._native.__arrow_c_array__(requested_schema)

    def __arrow_c_schema__(self) -> object:
        return self._native.__arrow_c_schema__()

    def to_pyarrow(self) -> pyarrow.RecordBatch:
        """As a record batch of pyarrow, without a copy."""
        import pyarrow

        return pyarrow.record_batch(self)


class Documents(Table):
    """One row a document: its id, why it could not be read, and its records as lists."""

    __slots__ = ("_documents",)

    def __init__(self, native: _musnad.ArrowDocuments) -> None:
        super().__init__(native.documents())
        self._documents = native

    def table(self, name: TableName) -> Table:
        """One row a record: ``table("events")``."""
        return Table(self._documents.flat(name))


def extract_batch(
    batch: Any,
    *,
    text: str = "text",
    id: str | None = _IF_THERE,
    published_at: str | None = _IF_THERE,
    source: str | None = _IF_THERE,
    layers: Layers = None,
    threads: int | None = 1,
    extractor: Extractor | None = None,
) -> Documents:
    """Reads the documents of a record batch and gives a batch with as many rows.

    A document that cannot be read is a row with its ``error``; the others are not affected.

    Args:
        batch: what has ``__arrow_c_array__`` or ``__arrow_c_stream__``.
        text: the column with the texts. Columns hold text, or what Arrow writes as text: numbers, dates, timestamps.
        id, published_at, source: the columns with the rest; by default those of the same name, where they are there.
        layers: as for :func:`musnad.extract`.
        threads: how many to use; engines that run a process a core want one, which is the default. ``None``: as many as
            there are cores.
        extractor: one with settings; the package's own if left out.

    Raises:
        InvalidArgument: a column that is not there, or is no text.
    """
    if not hasattr(batch, "__arrow_c_array__") and not hasattr(batch, "__arrow_c_stream__"):
        raise InvalidType(f"batch is an Arrow record batch, not {type(batch).__name__}", "batch")
    if threads is not None and (not isinstance(threads, int) or not 0 < threads <= 1024):
        raise InvalidArgument("threads is a number from 1 to 1024, or None for as many as there are cores", "threads")
    native = (extractor or shared())._native
    others = (_named("id", id), _named("published_at", published_at), _named("source", source))
    return Documents(native.extract_arrow(batch, text, *others, layer_list(layers), threads or 0))


def _named(field: str, column: str | None) -> tuple[str, bool] | None:
    """The column of a field, and whether it has to be there."""
    if column == _IF_THERE:
        return field, False
    return None if column is None else (column, True)


def _columns() -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    tables: dict[str, list[tuple[str, str, str]]] = {}
    for table, name, kind, about in _musnad.arrow_columns():
        tables.setdefault(table, []).append((name, kind, about))
    return MappingProxyType({table: tuple(columns) for table, columns in tables.items()})


COLUMNS: Final = _columns()
"""Of each table: name, kind (``text``, ``texts``, ``count``, ``number``, ``day``) and meaning of its columns."""

TABLES: Final[tuple[TableName, ...]] = get_args(TableName)
"""The names of the tables."""


def schema() -> pyarrow.Schema:
    """The schema of a table of documents."""
    return Table(_musnad.empty_documents()).to_pyarrow().schema
