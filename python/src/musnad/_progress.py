"""The progress bar of long runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")


def shown(items: Iterator[T], documents: Iterable[object], progress: bool) -> Iterator[T]:
    """The items, with a bar on standard error if asked for.

    Raises:
        ImportError: the package tqdm is not installed.
    """
    if not progress:
        return items
    try:
        from tqdm.auto import tqdm
    except ImportError as error:
        raise ImportError("progress needs tqdm: pip install 'musnad[progress]'") from error
    total = len(documents) if isinstance(documents, Sized) else None
    return iter(tqdm(items, total=total, unit="doc"))
