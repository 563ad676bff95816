"""Types, triggers and actor codes of the user."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

import musnad

STRIKES = """
name = "strikes"
[[type]]
code = "WORK_STOPPAGE"
plover = "PROTEST"
mode = "strike"
[[trigger]]
type = "WORK_STOPPAGE"
word = "توقف/V"
parts = "v"
frame = "+عن,o=عمل"
roles = "r=-"
"""


def test_a_file_adds_a_type(tmp_path: Path) -> None:
    path = tmp_path / "strikes.toml"
    path.write_text(STRIKES, encoding="utf8")
    extractor = musnad.Extractor(ontology=path)
    text = "توقف عمال الميناء عن العمل أمس."
    (event,) = [event for event in extractor.extract(text).events if event.custom_type]
    assert (event.custom_type, event.type, event.mode) == ("WORK_STOPPAGE", "PROTEST", "STRIKE")
    path.unlink()
    again = pickle.loads(pickle.dumps(extractor))
    assert again == extractor
    assert [event.custom_type for event in again.extract(text).events if event.custom_type] == ["WORK_STOPPAGE"]


def test_an_error_names_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "wrong.toml"
    path.write_text(STRIKES.replace("PROTEST", "PROTESTS"), encoding="utf8")
    with pytest.raises(musnad.InvalidArgument, match=r"wrong\.toml line 5: PLOVER has no type"):
        musnad.Extractor(ontology=[path])
