"""The tables of what a corpus reports."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .._enums import EventStatus
from .._errors import InvalidArgument
from ..arrow import TABLES, TableName, schema

if TYPE_CHECKING:
    import duckdb
    import pandas
    import polars
    import pyarrow

    from .._views._library import Library

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

    def timeline(
        self,
        *,
        by: Literal["day", "week", "month"] = "day",
        measure: Literal["events", "killed_min", "killed_max"] = "events",
        color: Literal["type", "quad", "status", "mode", "country", "custom_type"] = "type",
        statuses: Iterable[str] | None = ("OCCURRED",),
        library: Library | None = None,
    ) -> Any:
        """When: a bar for each day, week or month. A happening that an article tells of again counts once.

        Args:
            by: how long a bar is.
            measure: what is counted; figures of killed are sums over reports, which may tell of the same dead.
            color: by which column bars are divided.
            statuses: which events count; all with ``None``.
            library: ``"altair"`` (an ``altair.Chart``, which JupyterLab and VS Code draw by themselves; a page outside of
                them fetches Vega from the net) or ``"matplotlib"`` (a ``Figure``); by default the first that is installed.
        """
        from .._views._timeline import timeline

        return timeline(self, by, measure, color, _statuses(statuses), library)

    def map(
        self,
        *,
        measure: Literal["events", "killed"] = "events",
        statuses: Iterable[str] | None = ("OCCURRED",),
        labels: int = 12,
        library: Library | None = None,
    ) -> Any:
        """Where: a circle for each place, over outlines of countries that come with the package.

        A happening counts once an article. The outlines are those of Natural Earth, in the public domain: coarse, and with
        the borders that are in force on the ground.

        Args:
            measure: what the size of a circle says.
            statuses: which events count; all with ``None``.
            labels: how many places are named, those with most events first.
            library: as for :meth:`timeline`.
        """
        from .._views._map import draw

        return draw(self, measure, _statuses(statuses), labels, library)

    def network(
        self,
        kind: Literal["acts", "quotes"] = "acts",
        *,
        names: Literal["ar", "en"] = "ar",
        statuses: Iterable[str] | None = ("OCCURRED",),
        outlet: str = "",
        limit: int = 30,
        library: Literal["altair", "matplotlib", "networkx"] | None = None,
    ) -> Any:
        """Who acts on whom, or who quotes whom.

        Args:
            kind: ``"acts"`` leads from who acts to whom it is done, ``"quotes"`` from relays to who says it.
            names: in which language entities are named; what has no name in it keeps the other.
            statuses: which events count; all with ``None``.
            outlet: the name of whose articles these are, from which all quoting starts; left out, relays come first.
            limit: how many names are drawn, those that are met most first; the title says how many are not.
            library: as for :meth:`timeline`; ``"networkx"`` gives a ``DiGraph`` of all of it, with ``weight`` and ``kinds``.
        """
        from .._views import _network

        network = _network.read(self, kind, names, _statuses(statuses), outlet)
        return _network.graph(network) if library == "networkx" else _network.draw(network, limit, library)

    def __repr__(self) -> str:
        counts = self._columns("document_id", "error")
        where = f" in {self._source}" if isinstance(self._source, Path) else ""
        return f"<{len(counts)} documents{where}, {len(counts) - counts['error'].null_count} not read>"


def _statuses(statuses: Iterable[str] | None) -> frozenset[str] | None:
    return None if statuses is None else frozenset(EventStatus(status).value for status in statuses)
