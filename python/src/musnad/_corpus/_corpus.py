"""A collection of articles."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from .._document import DateLike, Document, Layers, layer_list
from .._errors import InvalidArgument
from .._extractor import Extractor
from . import _run, _sources
from ._sources import Columns, Source
from ._tables import Tables

if TYPE_CHECKING:
    import pyarrow

    from ..export._write import Exported, Format

__all__ = ["Corpus"]

PathLike = str | os.PathLike[str]


class Corpus:
    """Articles from files, tables or memory, read some at a time. Needs pyarrow.

    >>> corpus = Corpus.from_documents([{"id": "a", "text": "قصف الجيش بلدة ديفا أمس.", "published_at": "2020-02-03"}])
    >>> corpus.extract().events.select(["document_id", "type", "first_day"]).to_pylist()
    [{'document_id': 'a', 'type': 'ASSAULT', 'first_day': datetime.date(2020, 2, 2)}]

    Columns with other names are given by name (``text="body"``). A document without an id is named by its file and line.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._tables: Tables | None = None

    @classmethod
    def from_jsonl(
        cls, *paths: PathLike, text: str = "text", id: str | None = None, published_at: str | None = None,
        source: str | None = None,
    ) -> Corpus:  # fmt: skip
        """From files with a JSON object a line."""
        return cls(_sources.jsonl(_files(paths), Columns(text, id, published_at, source)))

    @classmethod
    def from_csv(
        cls, *paths: PathLike, text: str = "text", id: str | None = None, published_at: str | None = None,
        source: str | None = None, delimiter: str = ",",
    ) -> Corpus:  # fmt: skip
        """From files in UTF-8 whose first row names the columns."""
        return cls(_sources.csv_file(_files(paths), Columns(text, id, published_at, source), delimiter))

    @classmethod
    def from_parquet(
        cls, *paths: PathLike, text: str = "text", id: str | None = None, published_at: str | None = None,
        source: str | None = None,
    ) -> Corpus:  # fmt: skip
        """From Parquet files; only the columns needed are read."""
        return cls(_sources.parquet(_files(paths), Columns(text, id, published_at, source)))

    @classmethod
    def from_frame(
        cls, frame: Any, *, text: str = "text", id: str | None = None, published_at: str | None = None,
        source: str | None = None,
    ) -> Corpus:  # fmt: skip
        """From a frame of pandas or polars, or a table of pyarrow."""
        return cls(_sources.frame(frame, Columns(text, id, published_at, source)))

    @classmethod
    def from_folder(
        cls, path: PathLike, pattern: str = "*.txt", *, published_at: DateLike = None, source: str = ""
    ) -> Corpus:
        """From the text files of a folder and of the folders in it, in the order of their names."""
        folder = Path(path)
        if not folder.is_dir():
            raise InvalidArgument(f"{folder} is no folder", "corpus")
        return cls(_sources.folder(folder, pattern, published_at, source))

    @classmethod
    def from_documents(cls, docs: Iterable[Document | dict[str, Any] | str]) -> Corpus:
        """From documents in memory."""
        return cls(_sources.documents(docs))

    def __iter__(self) -> Iterator[Document]:
        for batch in self._source.batches(256):
            for row in batch.to_pylist():
                yield Document(row["text"] or "", row["id"], row["published_at"] or None, row["source"] or "")

    def batches(self, rows: int = 1000) -> Iterator[pyarrow.RecordBatch]:
        """Record batches with the columns ``id``, ``text``, ``published_at`` and ``source``."""
        return self._source.batches(_rows(rows))

    def extract(
        self,
        folder: PathLike | None = None,
        *,
        layers: Layers = None,
        threads: int | None = None,
        progress: bool = False,
        rows: int = 1000,
        extractor: Extractor | None = None,
    ) -> Tables:
        """Reads all articles. A document that cannot be read is a row of ``errors`` and does not stop the others.

        Args:
            folder: where to keep the results, as Parquet files of ``rows`` documents each. A run that was cut off goes on
                where it was when it is called again: finished files stay, and nothing is read or written twice.
                Without a folder the results are held in memory.
            layers: as for :func:`musnad.extract`.
            threads: how many to use; by default ``RAYON_NUM_THREADS``, or as many as there are cores.
            progress: whether to show a bar; needs tqdm.
            rows: documents a file.
            extractor: one with settings.

        Raises:
            InvalidArgument: the folder holds results of another corpus, version or setting.
        """
        tables = self._extract(folder, layers, threads, progress, rows, extractor)
        if layers is None:
            # What the pictures show, so that they need not read all again.
            self._tables = tables
        return tables

    def _extract(
        self,
        folder: PathLike | None,
        layers: Layers,
        threads: int | None,
        progress: bool,
        rows: int,
        extractor: Extractor | None,
    ) -> Tables:
        run = _run.Run(self._source, layer_list(layers), threads, _rows(rows), extractor)
        if folder is None:
            return run.in_memory(progress)
        return run.in_folder(Path(folder), progress)

    @property
    def tables(self) -> Tables:
        """What :meth:`extract` gave last; it is called if it was not yet."""
        return self._tables or self.extract()

    def timeline(self, **options: Any) -> Any:
        """When: see :meth:`Tables.timeline`."""
        return self.tables.timeline(**options)

    def map(self, **options: Any) -> Any:
        """Where: see :meth:`Tables.map`."""
        return self.tables.map(**options)

    def network(self, kind: Literal["acts", "quotes"] = "acts", **options: Any) -> Any:
        """Who acts on whom, who quotes whom: see :meth:`Tables.network`."""
        return self.tables.network(kind, **options)

    def export(
        self,
        format: Format,
        path: PathLike,
        *,
        threads: int | None = None,
        extractor: Extractor | None = None,
    ) -> Exported:
        """Reads all articles and writes them in a format of other tools; see :mod:`musnad.export`.

        Documents that cannot be read are left out and named in the result's ``errors``.
        """
        from ..export import _read, _write

        pairs = _read.read(self, format, threads=threads, extractor=extractor)
        done = _write.write(pairs, format, path)
        return replace(done, errors=tuple(pairs.errors))


def _files(paths: tuple[PathLike, ...]) -> list[Path]:
    if not paths:
        raise InvalidArgument("name a file", "corpus")
    files = [Path(path) for path in paths]
    for file in files:
        if not file.is_file():
            raise InvalidArgument(f"{file} is no file", "corpus")
    return files


def _rows(rows: int) -> int:
    if not isinstance(rows, int) or rows < 1:
        raise InvalidArgument("rows is a number from 1", "rows")
    return rows
