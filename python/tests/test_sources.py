"""Who says so, as records and as a graph."""

from __future__ import annotations

import builtins
import importlib.util
from typing import Any

import pytest

import musnad
from musnad import _sources

ARTICLE = (
    "نقلت وكالة رويترز عن مصدر عسكري قوله إن الجيش قصف بلدة سرت. ونفى المتحدث باسم وزارة الدفاع ذلك في بيان.\n"
    "وقتل ثلاثة مدنيين في انفجار في بغداد."
)


@pytest.fixture
def told() -> musnad.Extraction:
    return musnad.extract(ARTICLE)


def voices(x: musnad.Extraction) -> dict[str, list[str]]:
    return {sourced.event.text: [str(voice) for voice in sourced.voices] for sourced in x.sources(library="records")}


def test_each_event_has_its_voices(told: musnad.Extraction) -> None:
    found = voices(told)
    assert found["قصف"] == ["مصدر عسكري ← وكالة رويترز: OCCURRED", "المتحدث باسم وزارة الدفاع: NEGATED"]
    assert found["قتل"] == ["(the outlet): OCCURRED"]


def test_voices_point_at_their_statements(told: musnad.Extraction) -> None:
    (sourced, *_) = told.sources(library="records")
    assert isinstance(sourced, musnad.SourcedEvent)
    first, second = sourced.voices
    assert first.statement is not None
    assert first.statement.cue.text == "نقلت"
    assert [relay.text for relay in first.relays] == ["وكالة رويترز"]
    assert second.status is musnad.EventStatus.NEGATED
    assert second.source is not None
    assert told.entity(second.source.speaks_for).name == "وزارة الدفاع"


def test_a_layer_that_was_not_asked_for_leaves_the_outlet() -> None:
    x = musnad.extract(ARTICLE, layers=["events"])
    assert all(voice.statement is None for sourced in x.sources(library="records") for voice in sourced.voices)


def test_a_client_gives_the_same(server: str, told: musnad.Extraction) -> None:
    pytest.importorskip("grpc", reason="grpcio is not installed")
    with musnad.Client(server, timeout=60) as client:
        assert client.extract(ARTICLE).sources(library="records") == told.sources(library="records")


def test_a_graph_leads_from_the_outlet_to_the_events(told: musnad.Extraction) -> None:
    networkx = pytest.importorskip("networkx", reason="networkx is not installed")
    graph = told.sources(outlet="الجزيرة")
    assert isinstance(graph, networkx.DiGraph)
    assert graph.nodes["outlet"]["text"] == "الجزيرة"
    event = next(event.id for event in told.events if event.text == "قصف")
    paths = {
        tuple(graph.nodes[node]["text"] for node in path) for path in networkx.all_simple_paths(graph, "outlet", event)
    }
    assert paths == {
        ("الجزيرة", "وكالة رويترز", "مصدر عسكري", "قصف"),
        ("الجزيرة", "المتحدث باسم وزارة الدفاع", "قصف"),
    }
    status = {graph.nodes[start]["text"]: data["status"] for start, _, data in graph.in_edges(event, data=True)}
    assert status == {"مصدر عسكري": ["OCCURRED"], "المتحدث باسم وزارة الدفاع": ["NEGATED"]}
    assert networkx.is_directed_acyclic_graph(graph)
    kinds = {data["kind"] for _, data in graph.nodes(data=True)}
    assert kinds == {"outlet", "source", "event"}


def test_without_networkx_there_are_records(told: musnad.Extraction, monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(_sources, "find_spec", lambda name: None if name == "networkx" else real(name))
    assert told.sources() == told.sources(library="records")
    with pytest.raises(ImportError, match="musnad\\[networkx\\]"):
        told.sources(library="networkx")


def test_another_library_is_refused(told: musnad.Extraction) -> None:
    with pytest.raises(musnad.InvalidArgument) as caught:
        told.sources(library="igraph")
    assert caught.value.field == "library"


def test_importing_musnad_does_not_import_networkx(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def guarded(name: str, *arguments: Any, **options: Any) -> Any:
        assert name != "networkx"
        return real(name, *arguments, **options)

    monkeypatch.setattr(builtins, "__import__", guarded)
    assert musnad.extract("قصف الجيش سرت.").sources(library="records")
