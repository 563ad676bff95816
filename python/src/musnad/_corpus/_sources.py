"""Where articles come from. A source gives batches of a set size, always the same ones in the same order, so that a run
which was cut off finds its place again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import _musnad
from .._document import DateLike, native_of
from .._errors import InvalidArgument, MusnadError

if TYPE_CHECKING:
    import pyarrow

FIELDS = ("id", "text", "published_at", "source")

Row = tuple[str, Any, str, str]


@dataclass(frozen=True)
class Columns:
    """Which columns or keys hold what. Those of the usual names are taken where they are there."""

    text: str = "text"
    id: str | None = None
    published_at: str | None = None
    source: str | None = None

    def of(self, known: Iterable[str], where: str) -> dict[str, str]:
        """The name of the column of each field; a column that was named and is not there is an error."""
        known = set(known)
        found = {}
        for field in FIELDS:
            given = getattr(self, field)
            name = given or field
            if name in known:
                found[field] = name
            elif given is not None:
                there = ", ".join(sorted(known)) or "nothing"
                raise InvalidArgument(f"{where} has no column {name!r}; it has: {there}", "columns")
        return found


class Source:
    """Articles, some at a time."""

    def batches(self, rows: int) -> Iterator[pyarrow.RecordBatch]:
        """Batches of ``rows`` documents (the last may have fewer) with the columns of ``FIELDS``, all of text."""
        raise NotImplementedError

    def count(self) -> int | None:
        """How many documents there are, where that is known without reading them."""
        return None


class Rows(Source):
    """From something that gives documents one by one, each time anew."""

    def __init__(self, rows: Callable[[], Iterator[Row]], count: Callable[[], int | None]) -> None:
        self._rows, self._count = rows, count

    def batches(self, rows: int) -> Iterator[pyarrow.RecordBatch]:
        waiting: list[Row] = []
        for row in self._rows():
            waiting.append(row)
            if len(waiting) == rows:
                yield _batch(waiting)
                waiting = []
        if waiting:
            yield _batch(waiting)

    def count(self) -> int | None:
        return self._count()


def _batch(rows: list[Row]) -> pyarrow.RecordBatch:
    import pyarrow

    arrays = [pyarrow.array(column, type=pyarrow.string()) for column in zip(*rows, strict=True)]
    return pyarrow.record_batch(arrays, names=list(FIELDS))


def records(path: Path, field: str = "corpus") -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a file of JSON lines with the numbers of their lines; errors name the argument ``field``."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except ValueError as error:
                raise InvalidArgument(f"{path}:{number} is no JSON: {error}", field) from None
            if not isinstance(record, dict):
                raise InvalidArgument(f"{path}:{number} is no JSON object", field)
            yield number, record


def jsonl(paths: list[Path], columns: Columns) -> Source:
    """A document a line."""

    def read() -> Iterator[Row]:
        for path in paths:
            for number, record in records(path):
                where = f"{path.name}:{number}"
                yield _row(record, columns.of(record, where), where)

    def count() -> int | None:
        return sum(_lines(path) for path in paths)

    return Rows(read, count)


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        return sum(1 for line in file if line.strip())


def csv_file(paths: list[Path], columns: Columns, delimiter: str) -> Source:
    """A document a row, the names of the columns in the first."""

    def read() -> Iterator[Row]:
        # Articles are longer than the module's default.
        csv.field_size_limit(_musnad.MAX_DOCUMENT_BYTES)
        for path in paths:
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.DictReader(file, delimiter=delimiter)
                found = columns.of(reader.fieldnames or (), path.name)
                try:
                    for record in reader:
                        yield _row(record, found, f"{path.name}:{reader.line_num}")
                except (csv.Error, UnicodeDecodeError) as error:
                    raise InvalidArgument(f"{path}:{reader.line_num}: {error}", "corpus") from None

    return Rows(read, lambda: None)


def folder(path: Path, pattern: str, published_at: DateLike, source: str) -> Source:
    """A document a file, named by its path within the folder."""

    def files() -> list[Path]:
        return sorted(file for file in path.rglob(pattern) if file.is_file())

    def read() -> Iterator[Row]:
        for file in files():
            name = file.relative_to(path).as_posix()
            try:
                yield native_row(
                    {"id": name, "text": file.read_bytes(), "published_at": published_at, "source": source}
                )
            except MusnadError as error:
                raise InvalidArgument(f"{file}: {error}", "corpus") from None

    return Rows(read, lambda: len(files()))


def documents(docs: Iterable[Any]) -> Source:
    """Documents, mappings or texts in memory."""
    held = list(docs)

    def read() -> Iterator[Row]:
        for number, item in enumerate(held, 1):
            row = native_row(item)
            yield row if row[0] else (str(number), *row[1:])

    return Rows(read, lambda: len(held))


def native_row(item: Any) -> Row:
    """A document as a row."""
    id, text, published_at, source = native_of(item)
    return id, text, published_at, source


def _row(record: Mapping[str, Any], found: dict[str, str], where: str) -> Row:
    """A row of a file. A text that is missing stays so: the document becomes a row with its error."""

    def value(field: str) -> str:
        given = record.get(found[field]) if field in found else None
        return "" if given is None else str(given)

    text = record.get(found["text"]) if "text" in found else None
    return value("id") or where, text if isinstance(text, str) else None, value("published_at"), value("source")


class Arrow(Source):
    """From tables: Parquet files, frames. No Python object for a document."""

    def __init__(
        self, batches: Callable[[], Iterator[tuple[str, pyarrow.RecordBatch]]], count: Callable[[], int | None],
        columns: Columns,
    ) -> None:  # fmt: skip
        self._batches, self._count, self._columns = batches, count, columns

    def batches(self, rows: int) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        waiting: list[pyarrow.RecordBatch] = []
        have = 0
        numbers: dict[str, int] = {}
        for where, batch in self._batches():
            first = numbers.get(where, 0)
            numbers[where] = first + len(batch)
            batch = _normal(batch, self._columns, where, first)
            while len(batch):
                part = batch.slice(0, rows - have)
                batch = batch.slice(len(part))
                waiting.append(part)
                have += len(part)
                if have == rows:
                    yield pyarrow.concat_batches(waiting)
                    waiting, have = [], 0
        if waiting:
            yield pyarrow.concat_batches(waiting)

    def count(self) -> int | None:
        return self._count()


def _normal(batch: pyarrow.RecordBatch, columns: Columns, where: str, first: int) -> pyarrow.RecordBatch:
    """The four columns as text; a row without an id is named by its number."""
    import pyarrow
    from pyarrow import compute

    found = columns.of(batch.schema.names, where)
    if "text" not in found:
        there = ", ".join(batch.schema.names)
        raise InvalidArgument(f"{where} has no column {columns.text!r}; it has: {there}", "columns")
    arrays = {}
    for field in FIELDS:
        if field in found:
            try:
                arrays[field] = batch.column(found[field]).cast(pyarrow.string())
            except pyarrow.ArrowInvalid as error:
                raise InvalidArgument(f"{where}, column {found[field]!r}: {error}", "columns") from None
        else:
            arrays[field] = pyarrow.nulls(len(batch), pyarrow.string())
    # Without a value of Python, which would bring in pandas where it is installed, 60 MB.
    length = compute.binary_length(arrays["id"]).cast(pyarrow.bool_())
    named = compute.and_kleene(arrays["id"].is_valid(), length)
    if named.true_count < len(batch):
        ones = pyarrow.repeat(pyarrow.scalar(1, pyarrow.int64()), len(batch))
        numbers = compute.add(compute.cumulative_sum(ones), pyarrow.scalar(first, pyarrow.int64()))
        places = compute.binary_join_element_wise(where, numbers.cast(pyarrow.string()), ":")
        arrays["id"] = compute.if_else(named, arrays["id"], places)
    return pyarrow.record_batch([arrays[field] for field in FIELDS], names=list(FIELDS))


def parquet(paths: list[Path], columns: Columns) -> Source:
    """Rows of Parquet files."""

    def read() -> Iterator[tuple[str, pyarrow.RecordBatch]]:
        from pyarrow.parquet import ParquetFile

        for path in paths:
            with ParquetFile(path) as file:
                found = columns.of(file.schema_arrow.names, path.name)
                for batch in file.iter_batches(batch_size=1024, columns=list(found.values())):
                    yield path.name, batch

    def count() -> int | None:
        from pyarrow.parquet import read_metadata

        return sum(int(read_metadata(path).num_rows) for path in paths)

    return Arrow(read, count, columns)


def frame(frame: Any, columns: Columns) -> Source:
    """A frame of pandas or polars, a table of pyarrow: whatever exports an Arrow stream."""
    import pyarrow

    table = pyarrow.table(frame)

    def read() -> Iterator[tuple[str, pyarrow.RecordBatch]]:
        for batch in table.to_batches(max_chunksize=1024):
            yield "row", batch

    return Arrow(read, lambda: table.num_rows, columns)
