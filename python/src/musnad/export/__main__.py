"""``python -m musnad.export FORMAT FILE… --output PATH``: reads documents and writes them in a format.

Files are JSON Lines of documents (``id``, ``text``, ``published_at``, ``source``, ``url``). Documents that cannot be read are
told on standard error, and the exit status is then 2.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .._corpus._sources import records
from .._errors import InvalidArgument
from ._read import read
from ._write import FORMATS, write


def main(arguments: list[str] | None = None) -> int:
    """The command; gives its exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m musnad.export", description="Arabic articles in, other tools' formats out."
    )
    parser.add_argument("format", choices=FORMATS)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="JSON Lines of documents")
    parser.add_argument(
        "--output", "-o", required=True, type=Path, metavar="PATH", help="the file, or folder, to write"
    )
    parser.add_argument("--threads", "-j", type=int, metavar="N", help="threads [default: all cores]")
    given = parser.parse_args(arguments)
    try:
        pairs = read(_documents(given.files), given.format, threads=given.threads)
        done = write(pairs, given.format, given.output)
    except (InvalidArgument, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    for failure in pairs.errors:
        print(f"{failure.document_id}: {failure}", file=sys.stderr)
    print(f"{done.documents} documents in {done.path}", file=sys.stderr)
    return 2 if pairs.errors else 0


def _documents(paths: list[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        for number, document in records(path, "file"):
            yield {"id": f"{path.name}:{number}", **document}


if __name__ == "__main__":
    sys.exit(main())
