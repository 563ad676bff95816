"""The examples in the documentation run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import subprocess
import sys

import pytest
from conftest import ROOT

import musnad

MODULES = [
    "musnad",
    *(
        module.name
        for module in pkgutil.walk_packages(musnad.__path__, "musnad.")
        if module.name != "musnad._musnad" and not module.name.startswith("musnad.proto.")
    ),
]
README = ROOT / "python/README.md"
TABLES = ROOT / "python/scripts/generate_tables.py"


@pytest.mark.parametrize("name", MODULES)
def test_docstrings(name: str) -> None:
    if name == "musnad.proto":
        pytest.importorskip("google.protobuf", reason="protobuf is not installed")
    found = doctest.testmod(importlib.import_module(name))
    assert found.failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    examples = [e for name in MODULES for test in finder.find(importlib.import_module(name)) for e in test.examples]
    assert len(examples) >= 15


@pytest.mark.parametrize("name", [name for name in musnad.__all__ if name[0].isalpha() and not name.isupper()])
def test_everything_public_is_documented(name: str) -> None:
    assert getattr(musnad, name).__doc__


@pytest.mark.skipif(not README.exists(), reason="only in a clone")
def test_the_quick_start_runs() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), flags=re.DOTALL)
    run = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert "<Extraction 'a': " in run.stdout
    assert "InvalidArgument('document.text is empty" in run.stdout


@pytest.mark.skipif(not TABLES.exists(), reason="only in a clone")
def test_the_page_of_tables_is_what_the_package_has() -> None:
    run = subprocess.run([sys.executable, TABLES, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
