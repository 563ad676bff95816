"""Input that is no article: a clear answer each, and time that grows with the length of the text and no faster."""

from __future__ import annotations

import datetime
import time

import pytest

import musnad

EMPTY = ["", " ", "\n\t \u00a0", "\u200f\u200e", "\ufeff"]


@pytest.mark.parametrize("text", EMPTY)
def test_empty_text(text: str) -> None:
    with pytest.raises(musnad.InvalidArgument, match="empty") as caught:
        musnad.extract(text, id="a")
    assert caught.value.field == "document.text"
    assert caught.value.document_id == "a"
    assert isinstance(caught.value, ValueError)


def test_bytes_that_are_utf8_are_read() -> None:
    x = musnad.extract("وصل الوزير.".encode())  # type: ignore[arg-type]
    assert x.text == "وصل الوزير."


def test_bytes_that_look_like_windows_1256() -> None:
    with pytest.raises(musnad.InvalidArgument, match=r"not UTF-8.*Windows-1256") as caught:
        musnad.extract("قال الوزير إن الجيش انسحب".encode("cp1256"))  # type: ignore[arg-type]
    assert caught.value.field == "document.text"


def test_bytes_that_are_neither() -> None:
    with pytest.raises(musnad.InvalidArgument, match=r"not UTF-8 \(byte 2\)") as caught:
        musnad.extract(b"ab\xff\xfe\x00\x01")  # type: ignore[arg-type]
    assert "Windows-1256" not in str(caught.value)


def test_half_a_surrogate_pair() -> None:
    with pytest.raises(musnad.InvalidArgument, match="no Unicode text") as caught:
        musnad.extract("نص \udcff")
    assert caught.value.field == "document.text"


@pytest.mark.parametrize("text", [None, 5, 1.5, ["نص"], object()])
def test_what_is_no_text(text: object) -> None:
    with pytest.raises(musnad.InvalidArgument) as caught:
        musnad.extract(text)  # type: ignore[arg-type]
    assert caught.value.field == "document.text"
    assert isinstance(caught.value, TypeError) == (text is not None)


def test_nul_bytes() -> None:
    x = musnad.extract("وصل\0 الوزير\0\0.", layers=["text", "syntax"])
    assert [warning.code for warning in x.warnings] == ["CONTROL_CHARACTERS"]
    assert x.text == "وصل\0 الوزير\0\0."
    assert [token.text for token in x.tokens] == ["وصل", "الوزير", "."]


def test_fifty_megabytes_are_refused_at_once() -> None:
    text = "قال الوزير ذلك. " * (50_000_000 // 28)
    start = time.perf_counter()
    with pytest.raises(musnad.InvalidArgument, match=f"the limit is {musnad.MAX_DOCUMENT_BYTES}") as caught:
        musnad.extract(text)
    assert caught.value.field == "document.text"
    assert time.perf_counter() - start < 2


ODD = {
    "a million opening quotes": "«" * 1_000_000,
    "a million opening quotes of three kinds": '“"«' * 333_333,
    "no space in 100,000 characters": "س" * 100_000,
    "no space and letters of every kind": "والمستشفيات" * 10_000,
    "digits only": "9" * 100_000,
    "full stops only": "." * 100_000,
    "line ends only with a word": "\n" * 100_000 + "نص",
    "tashkil only": "ب" + "\u064b" * 100_000,
    "zero-width only": "\u200b" * 100_000 + "ا",
    "a million waw": "و " * 500_000,
}


@pytest.mark.parametrize("name", ODD)
def test_odd_texts_are_read_in_time(name: str) -> None:
    text = ODD[name]
    start = time.process_time()
    x = musnad.extract(text, layers=musnad.Layer)
    took = time.process_time() - start
    assert x.text == text
    # Generous, for a build without optimisation; work that is quadratic in a million characters would take hours.
    assert took < 120, f"{name}: {took:.1f} s"
    # Objects of a million tokens take longer than finding them, and show nothing more.
    records = x.tokens if len(text) <= 110_000 else x.sentences
    assert all(text[record.span.start : record.span.end] == record.span.text for record in records)


@pytest.mark.parametrize("text", ["The minister said so on Monday.", "😀😀😀", "12:30 — 45%", "שלום עולם"])
def test_no_arabic_is_a_warning(text: str) -> None:
    x = musnad.extract(text, published_at="2020-06-11")
    assert "NO_ARABIC" in [warning.code for warning in x.warnings]
    assert not x.events
    assert not x.statements


def test_mixed_direction() -> None:
    text = "قال متحدث باسم UNSMIL (بعثة الأمم المتحدة) \u202bأمس\u202c إن 12 km تفصل \u2067Sirte\u2069 عن الجبهة!"
    x = musnad.extract(text, published_at="2020-06-11", layers=musnad.Layer)
    assert "".join(text[t.span.start : t.span.end] for t in x.tokens if t.text == "UNSMIL") == "UNSMIL"
    assert "أمس" in [found.text for found in x.times]


@pytest.mark.parametrize(
    "day", ["yesterday", "2020-13-01", "2020-02-30", "11/06/2020", "2020-6-1", "2020-06-11T99:00", "0000-01-01"]
)
def test_bad_dates(day: str) -> None:
    with pytest.raises(musnad.InvalidArgument, match="ISO 8601") as caught:
        musnad.extract("نص", published_at=day)
    assert caught.value.field == "document.published_at"
    assert day in str(caught.value)


@pytest.mark.parametrize("day", [20200611, 5.5, datetime.timedelta(1), ["2020-06-11"]])
def test_what_is_no_date(day: object) -> None:
    with pytest.raises(musnad.InvalidType) as caught:
        musnad.extract("نص", published_at=day)  # type: ignore[arg-type]
    assert caught.value.field == "document.published_at"


@pytest.mark.parametrize("arguments", [{"id": 1.5}, {"id": ["a"]}, {"source": 5}, {"layers": 5}, {"layers": [5]}])
def test_other_arguments_of_a_wrong_type(arguments: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        musnad.extract("نص", **arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("unit", ["قال مصدر عسكري إن الجيش قصف أمس بلدة هراري وقتل 3 مدنيين. ", "«قال» ", "12 و13 و"])
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        best = float("inf")
        for _ in range(3):
            # The processor's time, so that what else runs on the machine does not count.
            start = time.process_time()
            musnad.extract(text, published_at="2020-06-11")
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(50_000), seconds(400_000)
    # Eight times the text; quadratic work would take sixty-four times as long.
    assert large < 24 * max(small, 0.001), f"{small:.4f} s for 50,000 characters, {large:.4f} s for 400,000"
