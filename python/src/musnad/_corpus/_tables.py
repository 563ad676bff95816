"""The tables of what a corpus reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .._errors import InvalidArgument
from ..arrow import TABLES, TableName, schema

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars
    import pyarrow

__all__ = ["Tables"]


class Tables:
    """Events, statements, mentions, entities, times, quantities and warnings of many articles, as tables of pyarrow.

    ``documents`` has a row an article with its records as lists; the others have a row a record, after ``document_id``.
    Columns and their meaning: ``musnad.arrow.COLUMNS``.
    """

    def __init__(self, source: pyarrow.Table | Path) -> None:
        self._source = source

    @classmethod
    def of(cls, batches: list[pyarrow.RecordBatch]) -> Tables:
        """Of batches in memory, as :func:`musnad.arrow.extract_batch` makes them."""
        import pyarrow

        return cls(pyarrow.Table.from_batches(batches, schema=schema()))

    @classmethod
    def open(cls, folder: str | Path) -> Tables:
        """Of a folder that :meth:`Corpus.extract` wrote, whether the run was finished or not."""
        path = Path(folder)
        if not path.is_dir():
            raise InvalidArgument(f"{path} is no folder", "folder")
        return cls(path)

    def _columns(self, *names: str) -> pyarrow.Table:
        if not isinstance(self._source, Path):
            return self._source.select(list(names))
        from pyarrow.parquet import read_table

        files = sorted(self._source.glob("documents-*.parquet"))
        if not files:
            return schema().empty_table().select(list(names))
        import pyarrow

        return pyarrow.concat_tables([read_table(file, columns=list(names)) for file in files])

    @property
    def documents(self) -> pyarrow.Table:
        """A row an article."""
        return self._columns(*schema().names)

    @property
    def errors(self) -> pyarrow.Table:
        """The articles that could not be read, and why."""
        table = self._columns("document_id", "error", "error_field")
        return table.filter(table["error"].is_valid())

    def table(self, name: TableName) -> pyarrow.Table:
        """A row a record: ``table("events")``."""
        import pyarrow
        from pyarrow import compute

        if name not in TABLES:
            raise InvalidArgument(f"there is no table {name!r}; there are: {', '.join(TABLES)}", "table")
        whole = self._columns("document_id", name).combine_chunks()
        lists, ids = whole[name].combine_chunks(), whole["document_id"].combine_chunks()
        records = compute.list_flatten(lists)
        owners = ids.take(compute.list_parent_indices(lists))
        fields = [pyarrow.field("document_id", pyarrow.string(), nullable=False), *records.type]
        return pyarrow.table([owners, *records.flatten()], schema=pyarrow.schema(fields))

    @property
    def events(self) -> pyarrow.Table:
        """A row an event."""
        return self.table("events")

    @property
    def statements(self) -> pyarrow.Table:
        """A row a statement."""
        return self.table("statements")

    @property
    def mentions(self) -> pyarrow.Table:
        """A row a mention."""
        return self.table("mentions")

    @property
    def entities(self) -> pyarrow.Table:
        """A row an entity of a document."""
        return self.table("entities")

    @property
    def times(self) -> pyarrow.Table:
        """A row an expression of time."""
        return self.table("times")

    @property
    def quantities(self) -> pyarrow.Table:
        """A row a quantity."""
        return self.table("quantities")

    @property
    def warnings(self) -> pyarrow.Table:
        """A row a warning."""
        return self.table("warnings")

    def to_pandas(self, name: TableName) -> pandas.DataFrame:
        """A table as a frame of pandas, with its Arrow types."""
        import pandas

        return self.table(name).to_pandas(types_mapper=pandas.ArrowDtype)

    def to_polars(self, name: TableName) -> polars.DataFrame:
        """A table as a frame of polars."""
        import polars

        return polars.DataFrame(self.table(name))

    def to_duckdb(self) -> duckdb.DuckDBPyConnection:
        """A connection to an in-memory DuckDB where every table can be queried by its name.

        ``tables.to_duckdb().sql("select country, sum(killed_min) from events group by country")``
        """
        import duckdb

        connection: duckdb.DuckDBPyConnection = duckdb.connect()
        for name in TABLES:
            connection.register(name, self.table(name))
        connection.register("errors", self.errors)
        return connection

    def __repr__(self) -> str:
        counts = self._columns("document_id", "error")
        where = f" in {self._source}" if isinstance(self._source, Path) else ""
        return f"<{len(counts)} documents{where}, {len(counts) - counts['error'].null_count} not read>"
