"""The article as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from conftest import RICH_TEXT

import musnad
from musnad import _html

VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Checks that elements are closed, and collects texts and marks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.paragraphs: list[str] = []
        self.marks: list[tuple[str, str, str]] = []
        self._mark: tuple[str, str] | None = None

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag in VOID:
            return
        self.open.append(tag)
        if tag in ("p", "h3", "h4") and found.get("dir") != "ltr":
            self.paragraphs.append("")
        if tag == "mark" and "title" in found:
            self._mark = (found.get("class") or "", found["title"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "mark":
            self._mark = None

    def handle_data(self, data: str) -> None:
        if self._mark is not None:
            self.marks.append((*self._mark, data))
        if any(tag in ("p", "h3", "h4") for tag in self.open) and self.paragraphs and "table" not in self.open:
            self.paragraphs[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


def test_the_article_is_all_there_right_to_left(rich: musnad.Extraction, x: musnad.Extraction) -> None:
    for extraction in (rich, x):
        html = extraction.html()
        assert html.startswith('<div class="musnad" dir="rtl" lang="ar"><style>')
        reader = read(html)
        for section, paragraph in zip(extraction.sections, reader.paragraphs, strict=False):
            assert paragraph.startswith(section.text)


def test_what_was_found_is_marked(rich: musnad.Extraction) -> None:
    marks = {data: (kind, tooltip) for kind, tooltip, data in read(rich.html()).marks}
    assert marks["الجيش"] == ("musnad-organization", "ORGANIZATION · الجيش · MIL GOV")
    assert marks["سرت"] == ("musnad-geopolitical", "GEOPOLITICAL · سرت · Sirte · LBY · Q45798")
    assert marks["أمس"] == ("musnad-time", "DATE · 2020-06-10 · 2020-06-10")
    acled = "Explosions/Remote violence/Shelling/artillery/missile attack"
    assert marks["قصف"] == (
        "musnad-trigger",
        f"e1 · ASSAULT/HEAVY_WEAPONS · {acled} · OCCURRED · مراسل القناة ← مصدر عسكري",
    )
    assert marks["قال"] == ("musnad-cue", "s1 · ASSERT · مراسل القناة ← مصدر عسكري")
    assert marks["19 مدنيا على الأقل"][0] == "musnad-quantity"


def test_text_and_attributes_are_escaped(rich: musnad.Extraction) -> None:
    assert "<فقتل>" in RICH_TEXT
    assert "&lt;فقتل&gt;" in rich.html()
    html = musnad.extract("قال \"<script>alert(1)</script>\" & 'نعم' أمس").html(page=True)
    assert "<script" not in html
    assert "&amp;" in html


def test_the_table_of_events(rich: musnad.Extraction) -> None:
    html = rich.html()
    assert all(f"<th>{header}</th>" in html for header in _html.HEADERS)
    assert "ASSAULT/HEAVY_WEAPONS" in html
    assert "killed=19.. injured=0..3" in html
    assert "مراسل القناة ← مصدر عسكري" in html


def test_marks_may_cross() -> None:
    text = "abcdef"
    marks = [_html.Mark(0, 4, "a", "A"), _html.Mark(2, 6, "b", "B")]
    assert _html._marked(text, 0, 6, marks) == (
        '<mark class="musnad-a" title="A">ab</mark><mark class="musnad-a musnad-b" title="A\nB">cd</mark>'
        '<mark class="musnad-b" title="B">ef</mark>'
    )


def test_style_is_scoped_and_has_no_fixed_colours() -> None:
    for rule in _html.STYLE.splitlines():
        selectors = rule.split("{")[0].split(",.")
        assert all(selector.lstrip(".").startswith("musnad") for selector in selectors), rule
        assert "#" not in rule
        assert "color:inherit" in rule or "color:rgb" not in rule.replace("background-color", "")


def test_a_page_of_its_own(x: musnad.Extraction) -> None:
    page = x.html(page=True)
    assert page.startswith("<!DOCTYPE html>")
    assert "<title>قتلى في قصف على بلدة حدودية</title>" in page
    read(page.removeprefix("<!DOCTYPE html>"))


def test_a_notebook_shows_the_head_of_a_long_article() -> None:
    text = "قال الوزير ذلك أمس. " * 5000
    x = musnad.extract(text, published_at="2020-06-11")
    shown = x._repr_html_()
    assert len(shown) < len(x.html())
    assert "50,000 of 100,000 characters" in shown
    assert "characters are shown" not in x.html()


def test_layers_left_out(article: str) -> None:
    for layer in musnad.Layer:
        read(musnad.extract(article, published_at="2020-02-03", layers=[layer]).html())


def test_an_extraction_shows_itself_in_a_notebook(x: musnad.Extraction) -> None:
    assert x._repr_html_() == x.html()


@pytest.mark.parametrize("text", ["قصير", "one\ntwo", "😀"])
def test_short_texts(text: str) -> None:
    read(musnad.extract(text).html())
