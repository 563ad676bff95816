"""Writes docs/tables.md from the columns that the installed package has.

usage: python python/scripts/generate_tables.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

from musnad.arrow import COLUMNS
from musnad.spark import DDL

PAGE = Path(__file__).resolve().parents[2] / "docs" / "tables.md"

KINDS = {
    "text": "string",
    "texts": "list of strings",
    "count": "int64",
    "number": "float64",
    "day": "date32",
}

HEAD = """\
# Tables

What `musnad.arrow.extract_batch`, `musnad.Corpus.extract`, `musnad.spark.extract` and `musnad.ray.Extractor` give: one row a
document with `document_id`, `error` and `error_field` (null where it was read), and a list of records for each table below.
`Tables.events`, `Documents.table("events")` and `inline(events)` in Spark give one row a record, after `document_id`.

Columns are null where there is nothing to say; lists are empty. `start` and `end` count characters (Unicode code points) of
the text that was given. Days are inclusive. `python/scripts/generate_tables.py` writes this page.
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for table, columns in COLUMNS.items():
        parts.append(f"\n## {table}\n\n| column | type | what it is |\n| --- | --- | --- |\n")
        parts.extend(f"| `{name}` | {KINDS[kind]} | {about} |\n" for name, kind, about in columns)
    parts.append(f"\n## As Spark writes it\n\n```sql\n{DDL.replace('>>, ', '>>,%').replace('%', chr(10))}\n```\n")
    return "".join(parts)


def main() -> int:
    """Runs the command."""
    if "--check" in sys.argv[1:]:
        if PAGE.read_text(encoding="utf-8") != page():
            print(f"{PAGE} is not what the package has: run {sys.argv[0]}", file=sys.stderr)
            return 1
        return 0
    PAGE.write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
