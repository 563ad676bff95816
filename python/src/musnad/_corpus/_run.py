"""Reading all articles of a corpus, in memory or into a folder of Parquet files that can be gone on with."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .. import _musnad
from .._errors import InvalidArgument
from .._extractor import Extractor, shared
from .._progress import Bar
from ..arrow import extract_batch
from ._sources import Source
from ._tables import Tables

if TYPE_CHECKING:
    import pyarrow

MANIFEST = "musnad.json"
UNFINISHED = ".part"


class Run:
    """A pass over a source."""

    def __init__(
        self, source: Source, layers: list[str] | None, threads: int | None, rows: int, extractor: Extractor | None
    ) -> None:
        self._source, self._layers, self._threads, self._rows = source, layers, threads, rows
        self._extractor = extractor or shared()

    def in_memory(self, progress: bool) -> Tables:
        """All results at once."""
        with Bar(self._source.count(), progress) as bar:
            return Tables.of([self._read(batch, bar) for batch in self._source.batches(self._rows)])

    def in_folder(self, folder: Path, progress: bool) -> Tables:
        """Results as files; those that are there are not made again."""
        folder.mkdir(parents=True, exist_ok=True)
        self._claim(folder)
        with Bar(self._source.count(), progress) as bar:
            for path, batch in self._parts(folder):
                if path.exists():
                    bar.skip(*_check(path, batch))
                else:
                    _write(path, self._read(batch, bar))
        return Tables.open(folder)

    def _parts(self, folder: Path) -> Iterator[tuple[Path, pyarrow.RecordBatch]]:
        for number, batch in enumerate(self._source.batches(self._rows)):
            yield folder / f"documents-{number:06}.parquet", batch

    def _read(self, batch: pyarrow.RecordBatch, bar: Bar) -> pyarrow.RecordBatch:
        read = extract_batch(batch, layers=self._layers, threads=self._threads, extractor=self._extractor).to_pyarrow()
        bar.step(len(read), len(read) - read["error"].null_count)
        return read

    def _claim(self, folder: Path) -> None:
        """Makes sure that the folder's results are of this run and no other."""
        settings: dict[str, Any] = {
            "version": _musnad.VERSION,
            "layers": self._layers,
            "rows": self._rows,
            # Limits, and tables of the caller's own.
            "extractor": sha256(repr(self._extractor.__reduce__()[1]).encode()).hexdigest()[:16],
        }
        manifest = folder / MANIFEST
        for path in folder.glob("*" + UNFINISHED):
            path.unlink()
        if not manifest.exists():
            if any(folder.iterdir()):
                raise InvalidArgument(f"{folder} is not empty and holds no results of musnad", "folder")
            _replace(manifest, json.dumps(settings).encode())
            return
        there = json.loads(manifest.read_bytes())
        for name, value in settings.items():
            if there.get(name) != value:
                raise InvalidArgument(
                    f"{folder} was begun with {name} {there.get(name)!r} and not {value!r}: give another folder",
                    "folder",
                )


def _check(path: Path, batch: pyarrow.RecordBatch) -> tuple[int, int]:
    """How many documents a finished file has, and how many of them could not be read."""
    from pyarrow.parquet import read_table

    there = read_table(path, columns=["document_id", "error"])
    if there["document_id"].combine_chunks() != batch["id"]:
        raise InvalidArgument(
            f"{path} holds other documents than the corpus has in its place: give another folder", "folder"
        )
    return len(there), len(there) - there["error"].null_count


def _write(path: Path, batch: pyarrow.RecordBatch) -> None:
    """Under another name until it is whole: a file that is there is finished."""
    import pyarrow
    from pyarrow.parquet import write_table

    unfinished = path.with_name(path.name + UNFINISHED)
    write_table(pyarrow.Table.from_batches([batch]), unfinished, compression="zstd")
    os.replace(unfinished, path)


def _replace(path: Path, data: bytes) -> None:
    unfinished = path.with_name(path.name + UNFINISHED)
    unfinished.write_bytes(data)
    os.replace(unfinished, path)
