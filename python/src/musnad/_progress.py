"""The progress bar of long runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import Any, TypeVar

T = TypeVar("T")


def shown(items: Iterator[T], documents: Iterable[object], progress: bool) -> Iterator[T]:
    """The items, with a bar on standard error if asked for.

    Raises:
        ImportError: the package tqdm is not installed.
    """
    if not progress:
        return items
    total = len(documents) if isinstance(documents, Sized) else None
    return iter(_tqdm()(items, total=total, unit="doc"))


class Bar:
    """Documents done, how fast, how long still, and how many could not be read."""

    def __init__(self, total: int | None, progress: bool) -> None:
        self._bar: Any = _tqdm()(total=total, unit="doc") if progress else None
        self._errors = 0

    def step(self, documents: int, errors: int) -> None:
        """So many more were read."""
        if self._bar is not None:
            self._errors += errors
            self._bar.set_postfix(errors=self._errors, refresh=False)
            self._bar.update(documents)

    def skip(self, documents: int, errors: int) -> None:
        """So many were read in an earlier run: they count, but not for the speed."""
        if self._bar is not None:
            self._bar.initial += documents
            self.step(documents, errors)

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()


def _tqdm() -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError as error:
        raise ImportError("progress needs tqdm: pip install 'musnad[progress]'") from error
    return tqdm
