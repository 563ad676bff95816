"""The cell magic ``%%musnad``: the text of the cell is read and shown."""

from __future__ import annotations

import argparse
import shlex
from typing import Any, NoReturn

from ._extractor import extract

NAME = "x"


class _Parser(argparse.ArgumentParser):
    """Errors of usage are for the cell, not the end of the kernel."""

    def error(self, message: str) -> NoReturn:
        from IPython.core.error import UsageError

        raise UsageError(f"%%musnad: {message}\n{self.format_usage()}")


def _parser() -> _Parser:
    parser = _Parser(prog="%%musnad", add_help=False)
    parser.add_argument("--published-at", "-p", metavar="DAY")
    parser.add_argument("--source", "-s", default="", metavar="OUTLET")
    parser.add_argument("--layers", "-l", metavar="LAYERS", help="names separated by commas")
    parser.add_argument("--output", "-o", default=NAME, metavar="NAME", help="the variable for the result")
    return parser


def register(shell: Any) -> None:
    """Makes the magic known to a shell of IPython."""

    def musnad(line: str, cell: str) -> Any:
        """``%%musnad [--published-at DAY] [--source OUTLET] [--layers LAYERS] [--output NAME]``

        Reads the text of the cell, keeps the extraction as ``NAME`` (``x``), and shows it.
        """
        given = _parser().parse_args(shlex.split(line))
        layers = given.layers.split(",") if given.layers else None
        text = cell.removesuffix("\n")
        x = extract(text, published_at=given.published_at, source=given.source, layers=layers)
        shell.user_ns[given.output] = x
        return x

    shell.register_magic_function(musnad, magic_kind="cell", magic_name="musnad")
