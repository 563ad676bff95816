"""Runs the notebooks and stores them with what they show: ``python scripts/execute_notebooks.py [NAME…]``."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"


def main() -> None:
    """Runs those that are named, or all."""
    wanted = sys.argv[1:]
    for path in sorted(FOLDER.glob("*.ipynb")):
        if wanted and path.stem not in wanted:
            continue
        notebook = nbformat.read(path, as_version=4)
        NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
        for cell in notebook.cells:
            # When and how long is of no interest to a reader, and different each time.
            cell.metadata.pop("execution", None)
        notebook.metadata = {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
        nbformat.write(notebook, path)
        print(path.name)


if __name__ == "__main__":
    main()
