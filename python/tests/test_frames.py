"""DataFrames."""

from __future__ import annotations

import datetime
import sys
from typing import Any

import pytest

import musnad
from musnad import _frames


@pytest.fixture(params=["pandas", "polars"])
def library(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    pytest.importorskip(name, reason=f"{name} is not installed")
    return name


def rows(frame: Any) -> list[dict[str, Any]]:
    """The rows with absent values as None, whatever the library has for them."""
    if type(frame).__module__.startswith("polars"):
        return frame.to_dicts()  # type: ignore[no-any-return]
    import pandas

    records = frame.astype(object).where(frame.notna(), None).to_dict("records")
    for record in records:
        for name, value in record.items():
            if isinstance(value, (pandas.Timestamp, datetime.datetime)):
                record[name] = value.date()
    return records  # type: ignore[no-any-return]


def test_events(rich: musnad.Extraction, library: str) -> None:
    frame = rich.events_frame(library=library)
    assert type(frame).__module__.startswith(library)
    (row,) = rows(frame)
    assert row == {
        "document_id": "rich",
        "event": "e1",
        "first_day": datetime.date(2020, 6, 10),
        "last_day": datetime.date(2020, 6, 11),
        "actors": "الجيش",
        "type": "ASSAULT",
        "mode": "HEAVY_WEAPONS",
        "trigger": "قصف",
        "recipients": "مدنيا",
        "place": "سرت",
        "place_name": "Sirte",
        "country": "LBY",
        "lat": 31.2,
        "lon": 16.6,
        "instrument": "5 صواريخ",
        "killed_min": 19,
        "killed_max": None,
        "injured_min": 0,
        "injured_max": 3,
        "status": "OCCURRED",
        "sources": "مصدر عسكري; مراسل القناة",
        "contexts": "MILITARY; TERRORISM",
        "quad": "MATERIAL_CONFLICT",
        "intensity": -10,
        "acled": "Explosions/Remote violence/Shelling/artillery/missile attack",
        "start": rich.events[0].trigger.start,
        "end": rich.events[0].trigger.end,
        "score": 0.75,
        "evidence": "test.rule",
    }


def test_statements_and_mentions(rich: musnad.Extraction, library: str) -> None:
    (statement,) = rows(rich.statements_frame(library=library))
    assert statement["source"] == "مصدر عسكري"
    assert statement["source_kind"] == "UNNAMED"
    assert statement["via"] == "مراسل القناة"
    assert (statement["cue"], statement["stance"], statement["medium"]) == ("قال", "ASSERT", "القناة")
    army, town = rows(rich.mentions_frame(library=library))
    assert (army["text"], army["sectors"], army["geonames"], army["title"]) == ("الجيش", "MIL; GOV", None, None)
    assert (town["name_en"], town["geonames"], town["country"], town["wikidata"]) == ("Sirte", 2210554, "LBY", "Q45798")


def test_lists(rich: musnad.Extraction, library: str) -> None:
    (row,) = rows(rich.events_frame(library=library, lists=True))
    assert list(row["sources"]) == ["مصدر عسكري", "مراسل القناة"]
    assert list(row["contexts"]) == ["MILITARY", "TERRORISM"]
    exploded = rich.events_frame(library=library, lists=True).explode("sources")
    assert len(exploded) == 2


def test_many_in_one(rich: musnad.Extraction, library: str) -> None:
    error = musnad.InvalidArgument("bad")
    found = musnad.frames(iter([rich, error, rich]), library=library)
    assert [len(table) for table in (found.events, found.statements, found.mentions)] == [2, 2, 4]


def test_nothing_still_has_columns_and_types(rich: musnad.Extraction, library: str) -> None:
    empty = musnad.frames([], library=library)
    full = musnad.frames([rich], library=library)
    for name in ("events", "statements", "mentions"):
        nothing, something = getattr(empty, name), getattr(full, name)
        assert list(nothing.columns) == list(something.columns)
        assert list(nothing.dtypes) == list(something.dtypes)
        assert len(nothing) == 0


def test_layers_left_out_leave_cells_empty(rich: musnad.Extraction, library: str) -> None:
    message = rich.to_proto()
    del message.entities[:]
    del message.statements[:]
    bare = musnad.Extraction.from_proto(message, rich.text)
    (row,) = rows(bare.events_frame(library=library))
    assert (row["place"], row["place_name"], row["lat"], row["sources"]) == ("سرت", None, None, "")
    assert rows(bare.mentions_frame(library=library))[0]["name"] is None


def test_what_the_analysis_finds(x: musnad.Extraction, library: str) -> None:
    assert len(x.events_frame(library=library)) == len(x.events)
    assert len(x.statements_frame(library=library)) == len(x.statements)
    assert len(x.mentions_frame(library=library)) == len(x.mentions)


def test_neither_is_installed(x: musnad.Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_frames, "find_spec", lambda name: None)
    with pytest.raises(ImportError, match=r"pip install 'musnad\[pandas\]' or 'musnad\[polars\]'"):
        x.events_frame()
    with pytest.raises(ImportError, match=r"polars is not installed"):
        x.events_frame(library="polars")


def test_whichever_is_installed(x: musnad.Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("polars", reason="polars is not installed")
    monkeypatch.setattr(_frames, "find_spec", lambda name: name == "polars" or None)
    assert type(x.events_frame()).__module__.startswith("polars")


def test_an_unknown_library(x: musnad.Extraction) -> None:
    with pytest.raises(musnad.InvalidArgument, match="'pandas' or 'polars'"):
        x.events_frame(library="excel")


def test_importing_musnad_imports_no_library() -> None:
    import subprocess

    names = ("pandas", "polars", "grpc", "google.protobuf", "tqdm")
    program = f"import sys, musnad; print([m for m in {names} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
