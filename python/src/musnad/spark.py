"""On Spark: a DataFrame of articles in, a DataFrame of what they report out.

::

    import musnad.spark
    read = musnad.spark.extract(articles, text="body", id="url", published_at="date")
    events = read.selectExpr("document_id", "inline(events)")

The extractor is made once a Python worker. A row that cannot be read is a row with its ``error``, never a failed job.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ._document import Layers, layer_list
from ._errors import InvalidArgument
from .arrow import _IF_THERE, COLUMNS, extract_batch

if TYPE_CHECKING:
    import pyarrow
    from pyspark.sql import DataFrame

__all__ = ["DDL", "extract"]

_TYPES = {"text": "STRING", "texts": "ARRAY<STRING>", "count": "BIGINT", "number": "DOUBLE", "day": "DATE"}


def _ddl() -> str:
    columns = ["document_id STRING", "error STRING", "error_field STRING"]
    for table, fields in COLUMNS.items():
        record = ", ".join(f"`{name}`: {_TYPES[kind]}" for name, kind, _ in fields)
        columns.append(f"{table} ARRAY<STRUCT<{record}>>")
    return ", ".join(columns)


DDL = _ddl()
"""The schema of the result, as Spark writes it."""


def extract(
    df: DataFrame,
    *,
    text: str = "text",
    id: str | None = _IF_THERE,
    published_at: str | None = _IF_THERE,
    source: str | None = _IF_THERE,
    layers: Layers = None,
) -> DataFrame:
    """Reads the rows of a DataFrame; see :func:`musnad.arrow.extract_batch`.

    Only the columns named go to the workers. Join the result on ``document_id`` for the others.

    Raises:
        InvalidArgument: a column that is not there.
    """
    names = {"id": id, "published_at": published_at, "source": source}
    names = {
        name: (name if name in df.columns else None) if given == _IF_THERE else given for name, given in names.items()
    }
    wanted = [text, *(name for name in names.values() if name is not None)]
    for name in wanted:
        if name not in df.columns:
            raise InvalidArgument(f"there is no column {name!r}; there are: {', '.join(df.columns)}", "columns")
    chosen = layer_list(layers)

    def read(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            options: dict[str, Any] = {"text": text, "layers": chosen, **names}
            yield extract_batch(batch, **options).to_pyarrow()

    return df.select(*dict.fromkeys(wanted)).mapInArrow(read, DDL)
