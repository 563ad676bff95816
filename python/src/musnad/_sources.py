"""Who says so: the voices of each event, as records or as a graph."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from ._enums import EventStatus
from ._errors import InvalidArgument
from ._records import Event, Source, Statement

if TYPE_CHECKING:
    from ._extraction import Extraction

__all__ = ["SourcedEvent", "Voice"]

OUTLET = "outlet"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who says whether an event happened, and the way of the words to the article."""

    statement: Statement | None
    """``None`` where the outlet itself reports."""
    status: EventStatus
    """Whether it happened, by that voice."""
    source: Source | None
    """Who says so, where he is named."""
    relays: tuple[Source, ...]
    """Who relays it, the nearest to the source first."""

    def __str__(self) -> str:
        if self.statement is None:
            return f"(the outlet): {self.status}"
        name = "(unnamed)" if self.source is None else self.source.text
        return f"{' ← '.join([name, *(relay.text for relay in self.relays)])}: {self.status}"


@dataclass(frozen=True, slots=True)
class SourcedEvent:
    """An event with everybody who says whether it happened."""

    event: Event
    voices: tuple[Voice, ...]
    """At least one; the outlet alone where nobody else says so."""


def records(extraction: Extraction) -> tuple[SourcedEvent, ...]:
    """The events in order, with their voices."""
    return tuple(SourcedEvent(event, _voices(extraction, event)) for event in extraction.events)


def _voices(extraction: Extraction, event: Event) -> tuple[Voice, ...]:
    voices = []
    for attestation in event.attestations:
        try:
            statement = extraction.statement(attestation.statement)
        except KeyError:
            # The layer was not asked for.
            continue
        voices.append(Voice(statement, attestation.status, statement.source, tuple(reversed(statement.via))))
    # Told outside of what anybody says, and only taken up by others: the outlet tells it first.
    if not event.statements or not voices:
        voices.insert(0, Voice(None, event.status, None, ()))
    return tuple(voices)


def graph(extraction: Extraction, outlet: str) -> Any:
    """The same as a ``networkx.DiGraph`` that leads from the outlet over relays and sources to the events."""
    import networkx

    graph = networkx.DiGraph(document_id=extraction.document_id)
    graph.add_node(OUTLET, kind="outlet", text=outlet)
    for sourced in records(extraction):
        event = sourced.event
        mode = event.mode and str(event.mode)
        graph.add_node(
            event.id, kind="event", text=event.text, type=str(event.type), mode=mode, status=str(event.status)
        )
        for voice in sourced.voices:
            at = OUTLET
            links = [*reversed(voice.relays), *([voice.source] if voice.source else [])]
            id = voice.statement.id if voice.statement else ""
            for link in links:
                node = _node(graph, link)
                _edge(graph, at, node, id, None)
                at = node
            if voice.statement and not voice.source:
                node = f"unnamed:{id}"
                graph.add_node(node, kind="source", text="", source_kind="", speaks_for="")
                _edge(graph, at, node, id, None)
                at = node
            _edge(graph, at, event.id, id, str(voice.status))
    return graph


def _node(graph: Any, source: Source) -> str:
    """A source is the same node wherever it is the same entity, or has the same words."""
    node = source.entity or source.text
    if node not in graph:
        graph.add_node(
            node, kind="source", text=source.text, source_kind=str(source.kind), speaks_for=source.speaks_for
        )
    return node


def _edge(graph: Any, start: str, end: str, statement: str, status: str | None) -> None:
    if start == end:
        return
    if not graph.has_edge(start, end):
        graph.add_edge(start, end, relation="relays" if status is None else "says", statements=[])
    edge = graph.edges[start, end]
    if statement and statement not in edge["statements"]:
        edge["statements"].append(statement)
    if status is not None:
        edge.setdefault("status", []).append(status)


def sources(extraction: Extraction, library: str | None, outlet: str) -> Any:
    """``Extraction.sources``."""
    if library is None:
        library = "networkx" if find_spec("networkx") is not None else "records"
    if library == "records":
        return records(extraction)
    if library != "networkx":
        raise InvalidArgument(f"library is 'networkx' or 'records', not {library!r}", "library")
    if find_spec("networkx") is None:
        raise ImportError("a graph needs networkx: pip install 'musnad[networkx]'")
    return graph(extraction, outlet)
