"""Which library draws, and Arabic in pictures of matplotlib."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from typing import Any, Literal

from .._errors import InvalidArgument

Library = Literal["altair", "matplotlib"]

_LIBRARIES: tuple[Library, ...] = ("altair", "matplotlib")
_HELP = "pictures need altair or matplotlib: pip install 'musnad[views]'"

COLOURS = ("#c44e52", "#4c72b0", "#dd8452", "#55a868", "#8172b3", "#937860", "#da8bc3", "#8c8c8c", "#ccb974", "#64b5cd")


def chosen(library: str | None) -> Library:
    """The library that is asked for, else the first that is installed."""
    if library is None:
        for name in _LIBRARIES:
            if find_spec(name) is not None:
                return name
        raise ImportError(_HELP)
    for name in _LIBRARIES:
        if library == name:
            if find_spec(name) is None:
                raise ImportError(f"{library} is not installed; {_HELP}")
            return name
    raise InvalidArgument(f"library is 'altair' or 'matplotlib', not {library!r}", "library")


@cache
def _figure_class() -> Any:
    from matplotlib.figure import Figure

    class Picture(Figure):
        """A figure that a notebook shows without pyplot."""

        def _repr_png_(self) -> bytes:
            data = BytesIO()
            self.savefig(data, format="png", dpi=110, bbox_inches="tight")
            return data.getvalue()

    return Picture


def picture(width: float, height: float) -> tuple[Any, Any]:
    """A figure of matplotlib and its axes, in inches."""
    figure = _figure_class()(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def shaped(text: str) -> str:
    """Text as matplotlib has to be given it, so that Arabic letters join and run from right to left.

    From version 3.11 on matplotlib shapes and orders text itself, with Raqm. Before that it draws one letter after the
    other, from the left.
    """
    if _draws_arabic() or not _has_arabic(text):
        return text
    try:
        from arabic_reshaper import reshape
        from bidi.algorithm import get_display
    except ImportError as error:
        raise ImportError(
            "Arabic in pictures of matplotlib before 3.11 needs arabic-reshaper and python-bidi: pip install 'musnad[views]'"
        ) from error
    return str(get_display(reshape(text)))


@cache
def _draws_arabic() -> bool:
    from matplotlib import ft2font

    return bool(getattr(ft2font, "__libraqm_version__", ""))


def _has_arabic(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
