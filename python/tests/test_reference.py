"""The API reference names everything that is public, and is built without a warning."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

import musnad
from musnad import export

PAGES = ROOT / "python/docs"

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="only in a clone")


def test_every_public_name_is_in_it() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in PAGES.glob("*.rst"))
    named = set(
        re.findall(r"^.. auto(?:class|function|exception|data):: (?:musnad\.)?(\w+)$", pages, flags=re.MULTILINE)
    )
    assert set(musnad.__all__) - {"__version__"} <= named
    modules = set(re.findall(r"^.. automodule:: (\S+)$", pages, flags=re.MULTILINE))
    expected = {f"musnad.export.{name}" for name in export.FORMATS if name != "geojson"}
    assert modules >= {"musnad", "musnad.arrow", "musnad.spark", "musnad.ray", "musnad.consume", *expected}


def test_it_is_built(tmp_path: Path) -> None:
    pytest.importorskip("sphinx", reason="sphinx is not installed: pip install 'musnad[docs]'")
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", str(PAGES), str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    page = (tmp_path / "reading.html").read_text(encoding="utf-8")
    assert 'id="musnad.Extraction.events"' in page
    assert "Event" in page
