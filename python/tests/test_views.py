"""Pictures of a corpus, tables of records, and the cell magic."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import musnad
from musnad._views import _library, _map, _network

pytest.importorskip("pyarrow")

ARTICLES = [
    {"id": "1", "text": "قصف الجيش السوري بلدة ديفا أمس وقتل خمسة مدنيين، بحسب المرصد السوري.", "published_at": "2020-01-05"},
    {"id": "2", "text": "نقلت رويترز عن متحدث باسم الأمم المتحدة أن الجيش السوري قصف حلب الثلاثاء.", "published_at": "2020-01-09"},
    {"id": "3", "text": "تظاهر المئات في بغداد أمس. تظاهر العشرات في بغداد أول أمس.", "published_at": "2020-02-15"},
    {"id": "4", "text": "اتهمت تركيا روسيا بقصف المدينة. وسيزور الوزير بغداد غدا.", "published_at": "2020-02-15"},
]  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> musnad.Corpus:
    return musnad.Corpus.from_documents(ARTICLES)


def values(chart: Any) -> list[list[dict[str, Any]]]:
    """The data of a chart, layer by layer."""
    made = chart.to_dict()
    layers = made.get("layer", [made])
    return [layer.get("data", made.get("data"))["values"] for layer in layers]


def test_a_corpus_is_read_once_for_all_pictures(corpus: musnad.Corpus) -> None:
    tables = corpus.tables
    assert corpus.extract(layers=["events"]) is not tables
    assert corpus.tables is tables


def test_the_timeline_counts_events_of_a_day(corpus: musnad.Corpus) -> None:
    pytest.importorskip("altair")
    (rows,) = values(corpus.timeline(library="altair"))
    assert {"day": "2020-02-14", "kind": "PROTEST", "amount": 1} in rows
    (months,) = values(corpus.timeline(by="month", library="altair"))
    assert sum(row["amount"] for row in months if (row["day"], row["kind"]) == ("2020-02-01", "PROTEST")) == 2
    (killed,) = values(corpus.timeline(measure="killed_min", library="altair"))
    assert [(row["day"], row["amount"]) for row in killed] == [("2020-01-04", 5)]


def test_figures_and_days_of_one_happening_are_taken_together() -> None:
    pytest.importorskip("altair")
    text = "قتلى في قصف على ديفا\nقتل 14 مدنيا أمس في قصف مدفعي على مدينة ديفا."
    tables = musnad.Corpus.from_documents([{"text": text, "published_at": "2020-02-03"}]).extract()
    assert "e1" in tables.events["same_as"].to_pylist()
    (killed,) = values(tables.timeline(measure="killed_min", library="altair"))
    assert [(row["day"], row["amount"]) for row in killed] == [("2020-02-02", 14)]
    _, spots, _ = values(tables.map(measure="killed", library="altair"))
    assert [(spot["place"], spot["killed"]) for spot in spots] == [("Diffa", 14)]


def test_the_timeline_says_what_it_does_not_show(corpus: musnad.Corpus) -> None:
    pytest.importorskip("altair")
    assert "without a day" in corpus.timeline(library="altair").to_dict()["title"]
    (rows,) = values(corpus.timeline(statuses=["PLANNED"], library="altair"))
    assert [row["day"] for row in rows] == ["2020-02-16"]


def test_the_map_has_places_over_outlines(corpus: musnad.Corpus) -> None:
    pytest.importorskip("altair")
    land, spots, _ = values(corpus.map(library="altair"))
    assert len(land) > 300
    baghdad = next(spot for spot in spots if spot["place"] == "Baghdad")
    assert baghdad["events"] == 2
    assert (round(baghdad["lat"]), round(baghdad["lon"])) == (33, 44)


def test_outlines_are_closed_rings_around_their_countries() -> None:
    outlines = _map.outlines()
    assert len(outlines) > 170
    for rings in outlines.values():
        for ring in rings:
            assert ring[0] == ring[-1]
            assert all(-180 <= x <= 180 and -90 <= y <= 84 for x, y in ring)
    (iraq,) = outlines["IRQ"]
    assert min(x for x, _ in iraq) < 44.4 < max(x for x, _ in iraq)
    assert min(y for _, y in iraq) < 33.3 < max(y for _, y in iraq)


def test_the_network_of_acts_and_of_quotes(corpus: musnad.Corpus) -> None:
    pytest.importorskip("networkx")
    acts = corpus.network("acts", library="networkx")
    assert acts.edges["تركيا", "روسيا"]["kinds"] == {"VERBAL_CONFLICT": 1}
    english = corpus.network("acts", names="en", library="networkx")
    assert english.has_edge("Türkiye", "Russia") or english.has_edge("Turkey", "Russia")
    quotes = corpus.network("quotes", outlet="الصحيفة", library="networkx")
    assert quotes.has_edge("الصحيفة", "رويترز")
    assert any(speaker.startswith("متحدث") for speaker in quotes.successors("رويترز"))


def test_a_large_network_is_cut_and_says_so() -> None:
    network = _network.Network("acts")
    for number in range(50):
        network.add("الجيش", f"قرية {number}", "MATERIAL_CONFLICT")
    part, left_out = network.top(10)
    assert (len(part.nodes()), left_out) == (10, 41)
    pytest.importorskip("altair")
    assert "41 others are not shown" in _network.draw(network, 10, "altair").to_dict()["title"]


@pytest.mark.parametrize("kind", ["timeline", "map", "network"])
def test_matplotlib_draws_the_same(corpus: musnad.Corpus, kind: str) -> None:
    pytest.importorskip("matplotlib")
    figure = getattr(corpus, kind)(library="matplotlib")
    # A letter without a glyph would be a warning, and an error here.
    assert figure._repr_png_().startswith(b"\x89PNG")


def test_pictures_of_nothing_are_empty_pictures() -> None:
    tables = musnad.Corpus.from_documents([{"text": "طقس معتدل."}]).extract()
    for library in ("altair", "matplotlib"):
        pytest.importorskip(library)
        for picture in (tables.timeline, tables.map, tables.network):
            assert picture(library=library) is not None


def test_arabic_is_shaped_for_matplotlib_that_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib")
    pytest.importorskip("arabic_reshaper")
    pytest.importorskip("bidi")
    monkeypatch.setattr(_library, "_draws_arabic", lambda: False)
    # Presentation forms, the first letter last: a line is drawn from the left.
    assert _library.shaped("بيت") == "\ufe96\ufef4\ufe91"
    assert _library.shaped("Baghdad") == "Baghdad"
    monkeypatch.setattr(_library, "_draws_arabic", lambda: True)
    assert _library.shaped("بيت") == "بيت"


def test_wrong_options_are_named(corpus: musnad.Corpus) -> None:
    for picture, options, words in [
        (corpus.timeline, {"by": "hour"}, "day, week, month"),
        (corpus.timeline, {"library": "plotly"}, "'altair' or 'matplotlib'"),
        (corpus.map, {"measure": "noise"}, "'events' or 'killed'"),
        (corpus.network, {"kind": "loves"}, "'acts' or 'quotes'"),
        (corpus.network, {"names": "fr"}, "'ar' or 'en'"),
    ]:
        with pytest.raises(musnad.InvalidArgument, match=words):
            picture(**options)


def test_a_layer_is_a_table_in_a_notebook(x: musnad.Extraction) -> None:
    page = x.events._repr_html_()  # type: ignore[attr-defined]
    assert 'dir="rtl"' in page
    assert page.count("<tr>") == len(x.events) + 1
    assert "<th>actors</th>" in page
    assert "قصفت" in page
    for layer in (x.statements, x.mentions, x.entities, x.times, x.quantities, x.sections):
        assert layer._repr_html_().count("<tr>") == len(layer) + 1  # type: ignore[attr-defined]
    assert "none" in musnad.extract("طقس.").events._repr_html_()  # type: ignore[attr-defined]


def test_a_layer_is_still_a_tuple(x: musnad.Extraction) -> None:
    assert isinstance(x.events, tuple)
    assert x.events == tuple(x.events)
    assert hash(x.events) == hash(tuple(x.events))
    assert pickle.loads(pickle.dumps(x.events)) == x.events


def test_markup_in_an_article_stays_text() -> None:
    x = musnad.extract("قتل <b>3</b> مدنيين.")
    assert "<b>" not in x.quantities._repr_html_() + x.events._repr_html_()  # type: ignore[attr-defined]


def test_hovering_tells_entity_code_and_chain(rich: musnad.Extraction) -> None:
    page = rich.html()
    for words in (
        "Sirte · LBY · Q45798",
        "ASSAULT/HEAVY_WEAPONS · Explosions/Remote violence/Shelling",
        "مراسل القناة ← مصدر عسكري",
    ):
        assert words in page


def test_the_cell_magic(tmp_path: Path) -> None:
    pytest.importorskip("IPython")
    from IPython.core.error import UsageError
    from IPython.core.interactiveshell import InteractiveShell

    shell = InteractiveShell(user_ns={}, ipython_dir=str(tmp_path))
    try:
        shell.extension_manager.load_extension("musnad")
        shown = shell.run_cell_magic(
            "musnad", "--published-at 2020-06-11 -o y --layers times,events", "وصل الوفد أمس.\n"
        )
        assert shell.user_ns["y"] is shown
        assert shown.text == "وصل الوفد أمس."
        assert shown.times[0].value == "2020-06-10"
        assert not shown.mentions
        with pytest.raises(UsageError, match="unrecognized"):
            shell.run_cell_magic("musnad", "--publised 2020", "نص")
    finally:
        shell.history_manager.end_session()
        InteractiveShell.clear_instance()


def test_the_outlines_say_whose_they_are() -> None:
    from importlib.resources import files

    data = json.loads(files("musnad._views").joinpath("outlines.json").read_text(encoding="utf-8"))
    assert "public domain" in data["source"]
