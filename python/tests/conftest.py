"""What the tests share: an article, an extraction with every field filled, a server."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import musnad

ROOT = Path(__file__).resolve().parents[2]

ARTICLE = """\
قتلى في قصف على بلدة حدودية
نيامي 3-2 (اف ب) - قال متحدث عسكري إن طائرات الجيش قصفت أمس الأول مواقع للمسلحين قرب بلدة ديفا، ما أسفر عن مقتل سبعة مسلحين وإصابة 12 آخرين على الأقل.
ونفى شهود عيان لرويترز وقوع ضحايا مدنيين، وقالوا إن "القصف استمر ساعتين" وإن 30 أسرة نزحت إلى مخيم يبعد 15 كيلومترا.
ودعت الأمم المتحدة جميع الأطراف إلى وقف إطلاق النار.
المصدر : وكالات
"""


@pytest.fixture
def article() -> str:
    return ARTICLE


@pytest.fixture
def x(article: str) -> musnad.Extraction:
    return musnad.extract(article, id="niger-1", published_at="2020-02-03", source="صحيفة البلد")


RICH_TEXT = "قال مراسل القناة عن مصدر عسكري: قصف الجيش سرت أمس 😀 بـ5 صواريخ <فقتل> 19 مدنيا على الأقل."


def rich_message() -> object:
    """A message with every field of the contract filled, whatever the analysis finds today."""
    pytest.importorskip("google.protobuf", reason="protobuf is not installed")
    from google.protobuf.json_format import ParseDict

    from musnad.proto.document_pb2 import Extraction

    def span(words: str) -> dict[str, int]:
        start = RICH_TEXT.index(words)
        return {"start": start, "end": start + len(words)}

    scored = {"score": 0.75, "evidence": "test.rule"}
    mention = {**scored, "form": "MENTION_FORM_NAME"}
    word = {
        "form": "قصف",
        "lemma": "قصف",
        "upos": "VERB",
        "feats": "Aspect=Perf",
        "deprel": "root",
        "span": span("قصف"),
    }
    mapping = {
        "documentId": "rich",
        "textSha256": hashlib.sha256(RICH_TEXT.encode()).hexdigest(),
        "engine": {"version": "9.9", "model": "test-1"},
        "warnings": [
            {"code": "WARNING_CODE_UNBALANCED_QUOTES", "message": "open", "span": span(":")},
            {"code": "WARNING_CODE_NO_PUBLICATION_DATE", "message": "none"},
        ],
        "contexts": ["EVENT_CONTEXT_TERRORISM", "EVENT_CONTEXT_MILITARY"],
        "sections": [{"span": span(RICH_TEXT), "kind": "SECTION_KIND_PARAGRAPH"}],
        "sentences": [{"span": span(RICH_TEXT), "firstToken": 0, "endToken": 1}],
        "tokens": [{"span": span("قصف"), "words": [word]}],
        "mentions": [
            {
                **mention,
                "span": span("الجيش"),
                "head": span("الجيش"),
                "type": "ENTITY_TYPE_ORGANIZATION",
                "entity": "x1",
            },
            {
                **mention,
                "span": span("سرت"),
                "head": span("سرت"),
                "type": "ENTITY_TYPE_GEOPOLITICAL",
                "entity": "x2",
                "title": span("مصدر عسكري"),
            },
        ],
        "entities": [
            {**scored, "id": "x1", "type": "ENTITY_TYPE_ORGANIZATION", "name": "الجيش", "sectors": ["MIL", "GOV"]},
            {
                **scored,
                "id": "x2",
                "type": "ENTITY_TYPE_GEOPOLITICAL",
                "name": "سرت",
                "nameEn": "Sirte",
                "wikidata": "Q45798",
                "geonames": 2210554,
                "country": "LBY",
                "location": {"lat": 31.2, "lon": 16.6},
                "aliases": ["مدينة سرت"],
            },
        ],
        "times": [
            {
                **scored,
                "span": span("أمس"),
                "kind": "TIME_KIND_DATE",
                "value": "2020-06-10",
                "mod": "TIME_MODIFIER_APPROX",
                "firstDay": "2020-06-10",
                "lastDay": "2020-06-10",
                "calendar": "CALENDAR_GREGORIAN",
            }
        ],
        "quantities": [
            {
                **scored,
                "span": span("19 مدنيا على الأقل"),
                "kind": "QUANTITY_KIND_KILLED",
                "min": 19,
                "item": "مدنيا",
            },
            {**scored, "span": span("5 صواريخ"), "kind": "QUANTITY_KIND_WEAPONS", "min": 5, "max": 5, "item": "صواريخ"},
        ],
        "events": [
            {
                **scored,
                "id": "e1",
                "trigger": span("قصف"),
                "triggerLemma": "قصف",
                "attestations": [{"statement": "s1", "status": "EVENT_STATUS_NEGATED"}],
                "type": "EVENT_TYPE_ASSAULT",
                "mode": "EVENT_MODE_HEAVY_WEAPONS",
                "contexts": ["EVENT_CONTEXT_MILITARY", "EVENT_CONTEXT_TERRORISM"],
                "arguments": [
                    {"role": "ARGUMENT_ROLE_ACTOR", "span": span("الجيش"), "mention": 0, "entity": "x1"},
                    {"role": "ARGUMENT_ROLE_RECIPIENT", "span": span("مدنيا")},
                    {"role": "ARGUMENT_ROLE_PLACE", "span": span("سرت"), "mention": 1, "entity": "x2"},
                    {"role": "ARGUMENT_ROLE_TIME", "span": span("أمس")},
                    {"role": "ARGUMENT_ROLE_INSTRUMENT", "span": span("5 صواريخ")},
                ],
                "when": {"firstDay": "2020-06-10", "lastDay": "2020-06-11"},
                "status": "EVENT_STATUS_OCCURRED",
                "casualties": {"killed": {"min": 19}, "injured": {"min": 0, "max": 3}, "item": "مدنيا"},
                "quad": "QUAD_CLASS_MATERIAL_CONFLICT",
                "intensity": -10,
                "acled": {
                    "eventType": "Explosions/Remote violence",
                    "subEventType": "Shelling/artillery/missile attack",
                },
                "statements": ["s1"],
            }
        ],
        "statements": [
            {
                **scored,
                "id": "s1",
                "source": {"span": span("مصدر عسكري"), "kind": "SOURCE_KIND_UNNAMED", "speaksFor": "x1"},
                "via": [{"span": span("مراسل القناة"), "kind": "SOURCE_KIND_MEDIA", "mention": 0, "entity": "x1"}],
                "cue": span("قال"),
                "cueLemma": "قال",
                "content": span("قصف الجيش سرت أمس 😀 بـ5 صواريخ"),
                "stance": "STANCE_ASSERT",
                "quotation": "QUOTATION_INDIRECT",
                "medium": "القناة",
                "events": ["e1"],
            }
        ],
        "offsetEncoding": "OFFSET_ENCODING_UTF32",
    }
    return ParseDict(mapping, Extraction())


@pytest.fixture
def rich() -> musnad.Extraction:
    return musnad.Extraction.from_proto(rich_message(), RICH_TEXT)


def built(*names: str) -> Path | None:
    """The newest of the binaries that cargo has built here under one of these names."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    found = [path for profile in ("release", "debug") for name in names if (path := target / profile / name).exists()]
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def server_command() -> list[str] | None:
    """The server to test against: MUSNAD_SERVER_COMMAND, or what cargo has built here."""
    named = os.environ.get("MUSNAD_SERVER_COMMAND") or os.environ.get("MUSNAD_SERVER_BIN")
    binary = Path(named) if named else built("musnad-server", "musnad")
    if binary is None:
        return None
    return [str(binary), "serve"] if binary.name == "musnad" else [str(binary)]


def free_address() -> str:
    """An address of this machine on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


@pytest.fixture(scope="session")
def command() -> str:
    """The musnad command: MUSNAD_COMMAND, or what cargo has built here."""
    binary = os.environ.get("MUSNAD_COMMAND") or built("musnad")
    if binary is None:
        pytest.skip("no command: cargo build -p musnad-cli, or set MUSNAD_COMMAND")
    return str(binary)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a server that this session has started."""
    pytest.importorskip("grpc", reason="grpcio is not installed")
    command = server_command()
    if command is None:
        pytest.skip("no server binary: cargo build -p musnad-server, or set MUSNAD_SERVER_COMMAND")
    address = free_address()
    environment = {**os.environ, "MUSNAD_LISTEN": address}
    # A file, not a pipe: nobody reads a pipe here, and a server whose log is full stops.
    log = tempfile.TemporaryFile("w+", encoding="utf-8")
    process = subprocess.Popen([*command, "--listen", address], env=environment, stderr=log)
    try:
        with musnad.Client(address) as client:
            for _ in range(200):
                try:
                    client.info(timeout=1)
                    break
                except (musnad.Unavailable, musnad.DeadlineExceeded):
                    if process.poll() is not None:
                        log.seek(0)
                        pytest.fail(f"{command} ended with {process.returncode}: {log.read()}")
                    time.sleep(0.05)
            else:
                pytest.fail(f"{command} did not answer within ten seconds")
        yield address
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()
