"""The corpus cases through Python, in this process and over gRPC, with equal results.

``MUSNAD_CORPUS=events/attacks`` runs only cases with that in the name.
"""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from conftest import RICH_TEXT, ROOT
from corpus import Case, load, parse

import musnad

FOLDER = ROOT / "tests/corpus"

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="only in a clone")


def selected() -> list[Case]:
    wanted = os.environ.get("MUSNAD_CORPUS", "")
    # What the lexicon says of words shows in the syntax layer only where there is no trained reader.
    return [case for case in load(FOLDER) if wanted in case.name and not case.name.startswith("morphology/")]


@pytest.fixture(scope="module")
def local() -> list[musnad.Extraction]:
    return list(musnad.extract_many((case.document for case in selected()), layers=musnad.Layer))


def test_there_are_cases() -> None:
    assert len(selected()) > 0


def test_python_finds_what_the_corpus_asks_for(local: list[musnad.Extraction]) -> None:
    cases = selected()
    failures = []
    for case, x in zip(cases, local, strict=True):
        failures += case.failures(x, musnad.numbers(case.text))
    assert not failures, "\n" + "\n".join(failures) + f"\n{len(failures)} expectations of {len(cases)} cases failed"


def test_the_server_finds_what_this_process_finds(server: str, local: list[musnad.Extraction]) -> None:
    cases = selected()
    with musnad.Client(server) as client:
        remote = list(client.extract_many((case.document for case in cases), layers=musnad.Layer))
        single = [
            client.extract(c.text, id=c.name, published_at=c.published_at, source=c.source, layers=musnad.Layer)
            for c in cases
        ]
    differing = [case.name for case, mine, theirs in zip(cases, local, remote, strict=True) if mine != theirs]
    assert not differing
    assert single == remote
    assert [failure for case, x in zip(cases, remote, strict=True) for failure in case.failures(x, None)] == [
        failure for case, x in zip(cases, local, strict=True) for failure in case.failures(x, None)
    ]


def test_the_command_finds_what_this_process_finds(command: str, local: list[musnad.Extraction]) -> None:
    documents = [
        {"id": case.name, "text": case.text, "published_at": case.published_at, "source": case.source}
        for case in selected()
    ]
    layers = ",".join(layer.lower() for layer in musnad.Layer)
    run = subprocess.run(
        [command, "extract", "--format", "jsonl", "--layers", layers, "-"],
        input="".join(json.dumps(document) + "\n" for document in documents),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert [json.loads(line) for line in run.stdout.splitlines()] == [x.to_dict() for x in local]


CASES = [
    ("event", {"trigger": "قصف", "type": "ASSAULT", "mode": "HEAVY_WEAPONS", "status": "OCCURRED"}, True),
    ("event", {"actor": ["الجيش"], "recipient": "مدنيا", "place": "سرت", "time": "أمس"}, True),
    ("event", {"killed": [19, False], "injured": [0, 3], "missing": False}, True),
    ("event", {"first_day": "2020-06-10", "last_day": "2020-06-11", "contexts": ["MILITARY"]}, True),
    ("event", {"acled": "Explosions/Remote violence/Shelling/artillery/missile attack"}, True),
    ("event", {"statements": "قال", "lemma": "قصف", "intensity": -10.0}, True),
    ("event", {"trigger": "قصف", "type": "PROTEST"}, False),
    ("event", {"actor": ["الجيش", "سرت"]}, False),
    ("event", {"killed": [19, 19]}, False),
    ("event", {"injured": False}, False),
    ("event", {"place": False}, False),
    ("name", {"text": "سرت", "type": "GEOPOLITICAL", "title": "مصدر عسكري"}, True),
    ("name", {"text": "سرت", "title": False}, False),
    ("nominal", {"text": "سرت"}, False),
    ("entity", {"mentions": ["سرت"], "country": "LBY", "geonames": 2210554}, True),
    ("entity", {"mentions": ["سرت", "الجيش"]}, False),
    ("time", {"text": "أمس", "mod": "APPROX", "last_day": "2020-06-10"}, True),
    ("quantity", {"text": "19 مدنيا على الأقل", "min": 19, "max": False, "currency": False}, True),
    ("quantity", {"min": 20}, False),
    (
        "statement",
        {"cue": "قال", "source": "مصدر عسكري", "via": ["مراسل القناة"], "kind": "UNNAMED", "events": "قصف"},
        True,
    ),
    ("statement", {"source": False}, False),
    ("word", {"form": "قصف", "feats": ["Aspect=Perf"]}, True),
    ("section", {"kind": "PARAGRAPH"}, True),
    ("warning", {"code": "UNBALANCED_QUOTES", "text": ":"}, True),
]


@pytest.mark.parametrize(("kind", "fields", "there"), CASES)
def test_the_comparison_itself(rich: musnad.Extraction, kind: str, fields: dict[str, object], there: bool) -> None:
    from corpus import Expectation

    for negative in (False, True):
        case = Case("c", RICH_TEXT, "", "", (Expectation(kind, negative, fields),))
        assert bool(case.failures(rich, ())) == (there == negative)


@pytest.mark.parametrize(
    "slip", ["[[case.colour]]", "[[case.event]]\ncolour = 'red'", "[[case.no_event]]\nactors = ['x']", ""]
)
def test_slips_in_a_case_are_errors(slip: str) -> None:
    with pytest.raises(ValueError, match="f: n"):
        list(parse("f", f"[[case]]\nname = 'n'\ntext = 'نص'\n{slip}"))
