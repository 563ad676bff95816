"""On Ray Data: batches of articles in, batches of what they report out.

::

    import ray, musnad.ray
    articles = ray.data.read_parquet("articles/")
    read = articles.map_batches(musnad.ray.Extractor, batch_format="pyarrow", concurrency=4)

A row that cannot be read is a row with its ``error``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _extractor
from .arrow import extract_batch

if TYPE_CHECKING:
    import pyarrow

__all__ = ["Extractor"]


class Extractor:
    """Made once an actor; the arguments are those of :func:`musnad.arrow.extract_batch` (``fn_constructor_kwargs``)."""

    def __init__(self, **options: Any) -> None:
        self._options = options
        self._extractor = options.pop("extractor", None) or _extractor.Extractor()

    def __call__(self, batch: pyarrow.Table) -> pyarrow.Table:
        """A block of documents."""
        import pyarrow

        return pyarrow.Table.from_batches(
            [extract_batch(batch, extractor=self._extractor, **self._options).to_pyarrow()]
        )
