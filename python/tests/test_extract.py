"""Reading one document."""

from __future__ import annotations

import copy
import datetime
import hashlib
import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest

import musnad


def spans(record: object) -> list[musnad.Span]:
    """All spans inside a record."""
    if isinstance(record, musnad.Span):
        return [record]
    if isinstance(record, tuple):
        return [span for part in record for span in spans(part)]
    if is_dataclass(record):
        return [span for field in fields(record) for span in spans(getattr(record, field.name))]
    return []


LAYERS = (
    "warnings", "sections", "sentences", "tokens", "mentions", "entities", "times", "quantities", "events", "statements",
)  # fmt: skip


def test_spans_are_python_indexes(x: musnad.Extraction) -> None:
    found = [span for layer in LAYERS for span in spans(getattr(x, layer))]
    assert found
    for span in found:
        assert x.text[span.start : span.end] == span.text
        assert len(span) == len(span.text)


def test_spans_are_python_indexes_behind_an_emoji() -> None:
    text = "😀😀 قال الوزير ذلك أمس."
    x = musnad.extract(text, published_at="2020-06-11", layers=["syntax", "text"])
    assert [token.text for token in x.tokens][-2:] == ["أمس", "."]
    assert all(text[token.span.start : token.span.end] == token.text for token in x.tokens)


def test_what_the_extraction_says_about_itself(x: musnad.Extraction, article: str) -> None:
    assert x.text is article
    assert x.document_id == "niger-1"
    assert x.text_sha256 == hashlib.sha256(article.encode()).hexdigest()
    assert x.engine.version == musnad.__version__
    assert x.engine.model
    assert [section.kind for section in x.sections] == [
        "TITLE",
        "DATELINE",
        "PARAGRAPH",
        "PARAGRAPH",
        "PARAGRAPH",
        "CREDITS",
    ]


def test_layers_are_made_once(x: musnad.Extraction) -> None:
    assert x.sentences is x.sentences
    assert isinstance(x.sentences, tuple)


@pytest.mark.parametrize(
    "published_at",
    [
        "2020-06-11",
        "2020-06-11T23:30:00+02:00",
        datetime.date(2020, 6, 11),
        datetime.datetime(2020, 6, 11, 23, 59),
        datetime.datetime(2020, 6, 11, 1, 0, tzinfo=datetime.timezone(datetime.timedelta(hours=3))),
    ],
)
def test_publication_dates(published_at: musnad.Document) -> None:
    times = musnad.times("وصل أمس.", published_at=published_at)
    assert [(time.text, time.value, time.first_day) for time in times] == [
        ("أمس", "2020-06-10", datetime.date(2020, 6, 10))
    ]


@pytest.mark.parametrize("published_at", [None, ""])
def test_no_publication_date_is_a_warning(published_at: str | None) -> None:
    x = musnad.extract("وصل الوفد أمس.", published_at=published_at)
    assert [warning.code for warning in x.warnings] == [musnad.WarningCode.NO_PUBLICATION_DATE]
    assert x.warnings[0].span is not None
    assert x.warnings[0].span.text == "أمس"


@pytest.mark.parametrize("layers", [["sections_are_not_a_layer"], "sintax", ["text", ""]])
def test_unknown_layers_are_refused(layers: list[str]) -> None:
    with pytest.raises(musnad.InvalidArgument, match="layers are text, syntax, entities") as caught:
        musnad.extract("نص", layers=layers)
    assert caught.value.field == "options.layers"


@pytest.mark.parametrize("layers", ["syntax", ["SYNTAX"], [musnad.Layer.SYNTAX], {"syntax"}, iter(["syntax"])])
def test_layers_by_name_and_member(layers: musnad.Layer) -> None:
    x = musnad.extract("قال الوزير ذلك.", layers=layers)
    assert x.tokens
    assert not x.sentences


def test_tokens_only_when_asked_for(article: str) -> None:
    assert not musnad.extract(article).tokens
    tokens = musnad.extract(article, layers=musnad.Layer).tokens
    assert [word.form for token in tokens for word in token.words]


def test_no_layers_at_all(article: str) -> None:
    x = musnad.extract(article, layers=[])
    assert not any(getattr(x, layer) for layer in LAYERS if layer != "warnings")


def test_times_and_numbers_alone() -> None:
    assert [(n.text, n.kind, n.value) for n in musnad.numbers("قتل 19 جنديا")] == [
        ("19", musnad.NumberKind.CARDINAL, 19)
    ]
    assert musnad.Extractor().times("وصل أمس", published_at="2020-06-11")[0].first_day == datetime.date(2020, 6, 10)


def test_equal_inputs_give_equal_extractions(x: musnad.Extraction, article: str) -> None:
    again = musnad.extract(article, id="niger-1", published_at="2020-02-03")
    assert again == x
    assert hash(again) == hash(x)
    assert {x, again} == {x}
    assert again.events == x.events
    assert x != musnad.extract(article, id="other", published_at="2020-02-03")
    assert x != "x"


def test_an_extraction_cannot_be_changed(x: musnad.Extraction) -> None:
    with pytest.raises(AttributeError):
        x.events = ()  # type: ignore[misc]
    with pytest.raises(AttributeError):
        x.note = 1  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        del x._native
    with pytest.raises(TypeError):
        musnad.Extraction()
    with pytest.raises(FrozenInstanceError):
        x.sentences[0].first_token = 7  # type: ignore[misc]


def test_pickle_and_copy(x: musnad.Extraction) -> None:
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        back = pickle.loads(pickle.dumps(x, protocol))
        assert back == x
        assert back.text == x.text
        assert back.sections == x.sections
    assert copy.copy(x) is x
    assert copy.deepcopy(x) is x


def test_an_extractor_is_pickled_by_its_settings() -> None:
    extractor = musnad.Extractor(max_document_bytes=1000)
    back = pickle.loads(pickle.dumps(extractor))
    assert back == extractor
    assert back.max_document_bytes == 1000
    assert hash(back) == hash(extractor)
    assert repr(back) == "Extractor(max_document_bytes=1000)"
    assert back != musnad.Extractor()


@pytest.mark.parametrize("limit", [0, -1, musnad.MAX_DOCUMENT_BYTES + 1])
def test_limits_out_of_range(limit: int) -> None:
    with pytest.raises(musnad.InvalidArgument, match="from 1 to"):
        musnad.Extractor(max_document_bytes=limit)


def test_repr_is_short(x: musnad.Extraction) -> None:
    assert repr(x).startswith("<Extraction 'niger-1': ")
    assert f"{len(x.events)} events" in repr(x)
    assert all(len(repr(record)) < 400 for layer in LAYERS for record in getattr(x, layer))
    assert repr(x.sections[0]) == "Section(TITLE «قتلى في قصف على بلدة حدودية»)"


def test_references_lead_somewhere(x: musnad.Extraction) -> None:
    for mention in x.mentions:
        assert mention in x.mentions_of(x.entity(mention))
    for event in x.events:
        assert x.event(event.id) is event
        for statement in x.statements_of(event):
            assert event.id in statement.events
        for argument in event.arguments:
            if argument.mention is not None:
                assert x.mentions[argument.mention].entity == argument.entity
    with pytest.raises(KeyError):
        x.event("e0")
