"""The notebooks run, and what is stored was shown by a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

FOLDER = ROOT / "python/notebooks"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="only in a clone")

NEEDED = ("nbclient", "nbformat", "ipykernel", "matplotlib", "pandas", "pyarrow", "networkx")


def notebooks() -> list[Path]:
    return sorted(FOLDER.glob("*.ipynb"))


def test_there_are_five() -> None:
    assert len(notebooks()) == 5


@pytest.mark.parametrize("path", notebooks(), ids=lambda path: path.stem)
@pytest.mark.filterwarnings("ignore")
def test_it_runs_and_is_stored_with_its_outputs(path: Path) -> None:
    for name in NEEDED:
        pytest.importorskip(name, reason=f"{name} is not installed: pip install 'musnad[test]'")
    import nbformat
    from nbclient import NotebookClient

    stored = nbformat.read(path, as_version=4)
    nbformat.validate(stored)
    # A copy runs; a cell that fails raises.
    fresh = nbformat.from_dict(stored)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.update(outputs=[], execution_count=None)
    ran = NotebookClient(
        fresh, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}
    ).execute()
    for before, after in zip(stored.cells, ran.cells, strict=True):
        if before.cell_type == "code":
            # What is found may get better; what kind of thing is shown stays.
            assert kinds(before) == kinds(after), before.source


def kinds(cell: object) -> set[str]:
    # Lines that are printed come in one piece or in several.
    return {kind for output in getattr(cell, "outputs", []) for kind in output.get("data", {"stream": ""})}
