"""Checks a built wheel: ``python scripts/check_wheel.py WHEEL``. One for CPython 3.10 and later, under 25 MB, with all that it needs."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

LARGEST = 25_000_000
NEEDED = (
    "musnad/py.typed",
    "musnad/_musnad.pyi",
    "musnad/_views/outlines.json",
    "musnad/export/countries.tsv",
)


def faults(wheel: Path) -> list[str]:
    """What is wrong with it."""
    found = []
    if "-cp310-abi3-" not in wheel.name:
        found.append(f"{wheel.name} is not for the stable interface of CPython 3.10")
    if sys.platform == "linux" and "-manylinux_" not in wheel.name:
        found.append(f"{wheel.name} is for no manylinux")
    if (size := wheel.stat().st_size) > LARGEST:
        found.append(f"{size:,} bytes; the limit is {LARGEST:,}")
    names = ZipFile(wheel).namelist()
    found += [f"{name} is missing" for name in NEEDED if name not in names]
    libraries = [name for name in names if name.endswith((".so", ".pyd", ".dylib"))]
    if len(libraries) != 1:
        found.append(f"one library is expected, not {', '.join(libraries) or 'none'}")
    if sys.platform == "linux" and find_spec("auditwheel") is not None:
        audit = subprocess.run(
            [sys.executable, "-m", "auditwheel", "show", str(wheel)], capture_output=True, text=True, check=False
        )
        if "manylinux" not in audit.stdout:
            found.append(f"auditwheel: {audit.stdout}{audit.stderr}")
    return found


def main() -> int:
    """Prints what is wrong; gives the exit status."""
    wheel = Path(sys.argv[1])
    found = faults(wheel)
    print("\n".join(found) or f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, fine")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
