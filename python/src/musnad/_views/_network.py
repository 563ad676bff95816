"""Who acts on whom, and who quotes whom."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from .._errors import InvalidArgument
from ._library import COLOURS, chosen, picture, shaped

if TYPE_CHECKING:
    from .._corpus import Tables

_QUADS = {
    "MATERIAL_CONFLICT": COLOURS[0], "VERBAL_CONFLICT": COLOURS[2], "VERBAL_COOPERATION": COLOURS[1],
    "MATERIAL_COOPERATION": COLOURS[3],
}  # fmt: skip
_STANCE_COLOUR = COLOURS[4]


@dataclass
class Network:
    """Edges with how often they are met and as what; nodes are names."""

    kind: str
    edges: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)

    def add(self, start: str, end: str, kind: str) -> None:
        """Counts one meeting."""
        if start and end and start != end:
            self.edges.setdefault((start, end), Counter())[kind] += 1

    def nodes(self) -> Counter[str]:
        """How much each node is met."""
        met: Counter[str] = Counter()
        for (start, end), kinds in self.edges.items():
            met[start] += kinds.total()
            met[end] += kinds.total()
        return met

    def top(self, limit: int) -> tuple[Network, int]:
        """The part with the nodes that are met most, and how many nodes are left out."""
        met = self.nodes()
        kept = {name for name, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:limit]}
        edges = {(start, end): kinds for (start, end), kinds in self.edges.items() if start in kept and end in kept}
        part = Network(self.kind, edges)
        return part, len(met) - len(part.nodes())

    def color(self, kinds: Counter[str]) -> str:
        """By what the edge is mostly."""
        return _QUADS.get(kinds.most_common(1)[0][0], _STANCE_COLOUR)


def read(tables: Tables, kind: str, names: str, statuses: Any, outlet: str) -> Network:
    """``acts``: from who acts to whom it is done. ``quotes``: from the outlet over relays to who says it."""
    if kind not in ("acts", "quotes"):
        raise InvalidArgument(f"kind is 'acts' or 'quotes', not {kind!r}", "kind")
    if names not in ("ar", "en"):
        raise InvalidArgument(f"names is 'ar' or 'en', not {names!r}", "names")
    known = _names(tables, names)
    return _acts(tables, known, statuses) if kind == "acts" else _quotes(tables, known, outlet)


def _names(tables: Tables, language: str) -> dict[tuple[str, str], str]:
    """An entity's name by document and id: what the tables call it, so that it is one node over many articles."""
    first, second = ("name_en", "name") if language == "en" else ("name", "name_en")
    rows = tables.entities.select(["document_id", "entity", "name", "name_en"]).to_pylist()
    return {(row["document_id"], row["entity"]): " ".join((row[first] or row[second] or "").split()) for row in rows}


def _acts(tables: Tables, known: dict[tuple[str, str], str], statuses: Any) -> Network:
    network = Network("acts")
    columns = ["document_id", "actors", "actor_entities", "recipients", "recipient_entities", "quad", "status"]
    for row in tables.events.select(columns).to_pylist():
        if statuses is None or row["status"] in statuses:
            actors, recipients = (_parties(row, role, known) for role in ("actor", "recipient"))
            for actor in actors:
                for recipient in recipients:
                    network.add(actor, recipient, row["quad"])
    return network


def _parties(row: dict[str, Any], role: str, known: dict[tuple[str, str], str]) -> list[str]:
    ids = zip(row[f"{role}s"], row[f"{role}_entities"], strict=True)
    return [known.get((row["document_id"], entity), "") or word for word, entity in ids]


def _quotes(tables: Tables, known: dict[tuple[str, str], str], outlet: str) -> Network:
    network = Network("quotes")
    mentions = tables.mentions.select(["document_id", "text", "entity"]).to_pylist()
    # Relays come by their words; the same words in the same document are the same entity.
    by_words = {(row["document_id"], row["text"]): row["entity"] or "" for row in mentions}

    def name(document: str, words: str, entity: str | None = None) -> str:
        entity = entity or by_words.get((document, words), "")
        return known.get((document, entity), "") or words

    columns = ["document_id", "source", "source_entity", "via", "stance"]
    for row in tables.statements.select(columns).to_pylist():
        document = row["document_id"]
        chain = [outlet, *(name(document, words) for words in row["via"])]
        if row["source"] is not None:
            chain.append(name(document, row["source"], row["source_entity"]))
        for start, end in itertools.pairwise(chain):
            network.add(start, end, row["stance"])
    return network


def graph(network: Network) -> Any:
    """As a ``networkx.DiGraph``."""
    import networkx

    graph = networkx.DiGraph(kind=network.kind)
    for (start, end), kinds in network.edges.items():
        graph.add_edge(start, end, weight=kinds.total(), kinds=dict(kinds))
    return graph


def draw(network: Network, limit: int, library: str | None) -> Any:
    """The nodes that are met most, with arrows as thick as they are often met."""
    drawn_by = chosen(library)
    part, left_out = network.top(limit)
    title = "Who acts on whom" if network.kind == "acts" else "Who quotes whom"
    if left_out:
        title += f" (the {limit} met most; {left_out} others are not shown)"
    return (_altair if drawn_by == "altair" else _matplotlib)(part, _layout(part), title)


def _layout(network: Network) -> dict[str, tuple[float, float]]:
    """Parts that hang together are laid out by themselves, the largest first, in rows."""
    placed: dict[str, tuple[float, float]] = {}
    parts = sorted(_parts(network), key=lambda part: (-len(part), part))
    breadth = 2.4 * math.sqrt(sum(len(part) for part in parts))
    x = y = height = 0.0
    for part in parts:
        size = 2 * math.sqrt(len(part))
        if x and x + size > breadth:
            x, y, height = 0.0, y - height - 1.2, 0.0
        for name, (dx, dy) in _part_layout(network, part).items():
            placed[name] = (x + size * (1 + dx) / 2, y - size * (1 + dy) / 2)
        x, height = x + size + 1.2, max(height, size)
    return placed


def _parts(network: Network) -> list[list[str]]:
    """The nodes of each part that hangs together, sorted."""
    beside: dict[str, set[str]] = {}
    for start, end in network.edges:
        beside.setdefault(start, set()).add(end)
        beside.setdefault(end, set()).add(start)
    parts = []
    seen: set[str] = set()
    for node in sorted(beside):
        if node not in seen:
            part, waiting = {node}, [node]
            while waiting:
                fresh = beside[waiting.pop()] - part
                part |= fresh
                waiting.extend(fresh)
            seen |= part
            parts.append(sorted(part))
    return parts


def _part_layout(network: Network, nodes: list[str]) -> dict[str, tuple[float, float]]:
    """Places from -1 to 1: by forces where networkx and numpy are there, else on a circle."""
    if len(nodes) > 2 and find_spec("networkx") is not None and find_spec("numpy") is not None:
        import networkx

        inside = set(nodes)
        plain = networkx.Graph()
        plain.add_nodes_from(nodes)
        plain.add_edges_from(edge for edge in sorted(network.edges) if edge[0] in inside)
        found = networkx.spring_layout(plain, seed=7, k=2.5 / math.sqrt(len(nodes)), iterations=200)
        return {name: (float(x), float(y)) for name, (x, y) in found.items()}
    step = 2 * math.pi / max(1, len(nodes))
    return {name: (math.cos(step * at), math.sin(step * at)) for at, name in enumerate(nodes)}


def _kinds(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())


def _edges(network: Network, places: dict[str, tuple[float, float]]) -> Iterable[dict[str, Any]]:
    for (start, end), kinds in sorted(network.edges.items()):
        (x, y), (x2, y2) = places[start], places[end]
        yield {
            "from": start, "to": end, "x": x, "y": y, "x2": x2, "y2": y2, "times": kinds.total(), "kinds": _kinds(kinds),
            # The arrow's head stands before the node; a triangle points up at an angle of 0.
            "hx": x + 0.82 * (x2 - x), "hy": y + 0.82 * (y2 - y), "angle": math.degrees(math.atan2(x2 - x, y2 - y)),
            "color": network.color(kinds),
        }  # fmt: skip


def _altair(network: Network, places: dict[str, tuple[float, float]], title: str) -> Any:
    import altair

    met = network.nodes()
    edges = altair.Chart(altair.Data(values=list(_edges(network, places))))
    about = [altair.Tooltip(f"{name}:N") for name in ("from", "to", "times", "kinds")]
    colour = altair.Color("color:N", scale=None)
    plane = {"axis": None, "scale": altair.Scale(nice=False, zero=False, padding=40)}
    lines = edges.mark_rule(opacity=0.6).encode(
        x=altair.X("x:Q", **plane), y=altair.Y("y:Q", **plane), x2="x2:Q", y2="y2:Q", color=colour, tooltip=about,
        size=altair.Size("times:Q", scale=altair.Scale(range=[1, 6]), legend=None),
    )  # fmt: skip
    heads = edges.mark_point(shape="triangle", filled=True, size=70, opacity=0.9).encode(
        x="hx:Q", y="hy:Q", angle=altair.Angle("angle:Q", scale=None), color=colour, tooltip=about
    )
    nodes = altair.Chart(
        altair.Data(values=[{"name": name, "x": x, "y": y, "times": met[name]} for name, (x, y) in places.items()])
    ).encode(x="x:Q", y="y:Q")
    dots = nodes.mark_circle(size=160, color="#444").encode(tooltip=["name:N", "times:Q"])
    words = nodes.mark_text(dy=-13, fontSize=12).encode(text="name:N")
    return altair.layer(lines, heads, dots, words, title=title).properties(width=680, height=480)


def _matplotlib(network: Network, places: dict[str, tuple[float, float]], title: str) -> Any:
    from matplotlib.patches import FancyArrowPatch

    side = max(9.0, 2.3 * math.sqrt(len(places)))
    figure, axes = picture(side, 0.7 * side)
    most = max((kinds.total() for kinds in network.edges.values()), default=1)
    for (start, end), kinds in sorted(network.edges.items()):
        both = (end, start) in network.edges
        axes.add_patch(
            FancyArrowPatch(
                places[start], places[end], arrowstyle="-|>", mutation_scale=12, shrinkA=7, shrinkB=7, alpha=0.7,
                linewidth=0.8 + 3 * kinds.total() / most, color=network.color(kinds),
                connectionstyle="arc3,rad=0.12" if both else "arc3",
            )
        )  # fmt: skip
    axes.scatter([x for x, _ in places.values()], [y for _, y in places.values()], s=70, color="#444", zorder=3)
    for name, (x, y) in places.items():
        axes.annotate(
            shaped(name), (x, y), xytext=(0, 8), textcoords="offset points", ha="center", fontsize=9, zorder=4,
            bbox={"boxstyle": "round,pad=0.1", "fc": "white", "ec": "none", "alpha": 0.7},
        )  # fmt: skip
    axes.margins(0.15)
    axes.set_axis_off()
    axes.set_title(title, fontsize=10)
    return figure
