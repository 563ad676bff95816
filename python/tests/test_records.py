"""Records, on an extraction in which every field of the contract is filled."""

from __future__ import annotations

import datetime
import json
import pickle
from dataclasses import FrozenInstanceError

import pytest
from conftest import RICH_TEXT, rich_message
from test_extract import LAYERS, spans

import musnad


def test_an_event_in_full(rich: musnad.Extraction) -> None:
    (event,) = rich.events
    assert event.id == "e1"
    assert event.trigger.text == event.text == "قصف"
    assert event.type is musnad.EventType.ASSAULT
    assert event.mode is musnad.EventMode.HEAVY_WEAPONS
    assert event.contexts == (musnad.EventContext.MILITARY, musnad.EventContext.TERRORISM)
    assert rich.contexts == (musnad.EventContext.TERRORISM, musnad.EventContext.MILITARY)
    assert [actor.text for actor in event.actors] == ["الجيش"]
    assert [recipient.text for recipient in event.recipients] == ["مدنيا"]
    assert event.place is not None
    assert event.place.text == "سرت"
    assert event.time is not None
    assert event.time.text == "أمس"
    assert event.instrument is not None
    assert event.instrument.text == "5 صواريخ"
    assert event.when == musnad.Days(datetime.date(2020, 6, 10), datetime.date(2020, 6, 11))
    assert datetime.date(2020, 6, 11) in event.when
    assert event.status is musnad.EventStatus.OCCURRED
    assert event.casualties is not None
    assert event.casualties.killed == musnad.Bounds(19, None)
    assert event.casualties.injured == musnad.Bounds(0, 3)
    assert event.casualties.missing is None
    assert event.quad is musnad.QuadClass.MATERIAL_CONFLICT
    assert event.intensity == -10
    assert str(event.acled) == "Explosions/Remote violence/Shelling/artillery/missile attack"
    assert (event.statements, event.score, event.evidence, event.trigger_lemma) == (("s1",), 0.75, "test.rule", "قصف")


def test_a_statement_in_full(rich: musnad.Extraction) -> None:
    (statement,) = rich.statements
    assert [source.text for source in statement.chain] == ["مراسل القناة", "مصدر عسكري"]
    assert [source.kind for source in statement.chain] == ["MEDIA", "UNNAMED"]
    assert [source.speaks_for for source in statement.chain] == ["", "x1"]
    assert statement.stance is musnad.Stance.ASSERT
    assert statement.quotation is musnad.Quotation.INDIRECT
    assert (statement.cue.text, statement.medium, statement.events) == ("قال", "القناة", ("e1",))
    assert statement.content.text == "قصف الجيش سرت أمس 😀 بـ5 صواريخ"
    assert rich.statements_of(rich.events[0]) == (statement,)


def test_entities_and_mentions_in_full(rich: musnad.Extraction) -> None:
    army, town = rich.entities
    assert (army.name, army.sectors, army.geonames, army.location) == ("الجيش", ("MIL", "GOV"), None, None)
    assert (town.name_en, town.wikidata, town.geonames, town.country) == ("Sirte", "Q45798", 2210554, "LBY")
    assert town.location == musnad.LatLon(31.2, 16.6)
    assert town.aliases == ("مدينة سرت",)
    assert rich.mentions[1].title is not None
    assert rich.mentions[1].title.text == "مصدر عسكري"
    assert rich.mentions[0].title is None
    assert rich.events[0].place is not None
    assert rich.entity(rich.events[0].place) is town
    assert rich.entity("x1") is army


def test_times_quantities_and_the_rest_in_full(rich: musnad.Extraction) -> None:
    (time,) = rich.times
    assert (time.value, time.mod, time.calendar) == ("2020-06-10", "APPROX", "GREGORIAN")
    assert time.first_day == time.last_day == datetime.date(2020, 6, 10)
    killed, weapons = rich.quantities
    assert (killed.kind, killed.min, killed.max, killed.item) == ("KILLED", 19, None, "مدنيا")
    assert (weapons.min, weapons.max, weapons.currency, weapons.unit) == (5, 5, "", "")
    assert rich.engine == musnad.Engine("9.9", "test-1")
    assert [warning.span and warning.span.text for warning in rich.warnings] == [":", None]
    assert rich.tokens[0].words[0].upos == "VERB"


def test_enums_are_strings(rich: musnad.Extraction) -> None:
    kind = rich.events[0].type
    assert kind == "ASSAULT"
    assert f"{kind}" == str(kind) == "ASSAULT"
    assert musnad.EventType("ASSAULT") is kind
    assert json.dumps({"type": kind}) == '{"type": "ASSAULT"}'
    assert pickle.loads(pickle.dumps(kind)) is kind


def test_repr(rich: musnad.Extraction) -> None:
    assert repr(rich.events[0]) == (
        "Event(e1 ASSAULT/HEAVY_WEAPONS OCCURRED «قصف» actors=«الجيش» recipients=«مدنيا» place=«سرت» "
        "2020-06-10..2020-06-11 killed=19.. injured=0..3)"
    )
    assert repr(rich.statements[0]).startswith("Statement(s1 ASSERT INDIRECT «مراسل القناة» ← «مصدر عسكري» «قال»: ")
    assert repr(rich.entities[1]) == "Entity(x2 GEOPOLITICAL «سرت» Sirte LBY)"
    assert repr(rich.quantities[0]) == "Quantity(KILLED «19 مدنيا على الأقل» 19..)"
    assert repr(rich.quantities[1]) == "Quantity(WEAPONS «5 صواريخ» 5)"
    assert repr(rich.times[0]) == "TimeExpression(DATE «أمس» 2020-06-10 APPROX)"


def test_records_are_frozen_comparable_hashable_and_picklable(rich: musnad.Extraction) -> None:
    other = musnad.Extraction.from_proto(rich.to_bytes(), RICH_TEXT)
    for layer in LAYERS:
        for record, twin in zip(getattr(rich, layer), getattr(other, layer), strict=True):
            assert record is not twin
            assert record == twin
            assert hash(record) == hash(twin)
            assert pickle.loads(pickle.dumps(record)) == record
            with pytest.raises(FrozenInstanceError):
                setattr(record, next(iter(type(record).__slots__)), None)
            with pytest.raises((AttributeError, TypeError)):
                record.note = 1


def test_pattern_matching(rich: musnad.Extraction) -> None:
    match rich.events[0]:
        case musnad.Event(
            type=musnad.EventType.ASSAULT, casualties=musnad.Casualties(killed=musnad.Bounds(min=killed))
        ):
            assert killed == 19
        case _:
            pytest.fail("the event does not match")


def test_every_span_is_its_words(rich: musnad.Extraction) -> None:
    found = [span for layer in LAYERS for span in spans(getattr(rich, layer))]
    assert len(found) > 20
    assert all(RICH_TEXT[span.start : span.end] == span.text for span in found)


def test_records_have_the_json_of_the_whole(rich: musnad.Extraction, x: musnad.Extraction) -> None:
    for extraction in (rich, x):
        mapping = extraction.to_dict()
        for layer in LAYERS:
            assert [record.to_dict() for record in getattr(extraction, layer)] == mapping.get(layer, [])
        assert extraction.engine.to_dict() == mapping["engine"]


def test_json_is_that_of_protobuf(rich: musnad.Extraction) -> None:
    from google.protobuf.json_format import MessageToDict

    assert rich.to_dict() == MessageToDict(rich_message())
    assert json.loads(rich.to_json()) == rich.to_dict()
    assert "\n" not in rich.to_json()


def test_protobuf_there_and_back(rich: musnad.Extraction, x: musnad.Extraction) -> None:
    assert rich.to_proto() == rich_message()
    for extraction in (rich, x):
        message = extraction.to_proto()
        assert message.SerializeToString(deterministic=True) == extraction.to_bytes()
        assert musnad.Extraction.from_proto(message, extraction.text) == extraction
        assert musnad.Extraction.from_proto(extraction.to_bytes(), extraction.text) == extraction


@pytest.mark.parametrize("encoding", ["UTF8", "UTF16"])
def test_other_offsets_are_brought_to_pythons(rich: musnad.Extraction, encoding: str) -> None:
    from musnad.proto import text_pb2

    message = rich.to_proto()

    def convert(part: object) -> None:
        for _, value in part.ListFields():  # type: ignore[attr-defined]
            for item in value if hasattr(value, "__len__") and not isinstance(value, (str, bytes)) else [value]:
                if isinstance(item, text_pb2.Span):
                    item.start, item.end = units(item.start), units(item.end)
                elif hasattr(item, "ListFields"):
                    convert(item)

    def units(at: int) -> int:
        head = RICH_TEXT[:at]
        return len(head.encode()) if encoding == "UTF8" else len(head.encode("utf-16-le")) // 2

    convert(message)
    message.offset_encoding = text_pb2.OffsetEncoding.Value(f"OFFSET_ENCODING_{encoding}")
    assert musnad.Extraction.from_proto(message, RICH_TEXT) == rich


def test_messages_that_do_not_fit_are_refused(rich: musnad.Extraction) -> None:
    with pytest.raises(musnad.InvalidArgument, match="another text"):
        musnad.Extraction.from_proto(rich.to_bytes(), RICH_TEXT.replace("سرت", "درت"))
    with pytest.raises(musnad.InvalidArgument, match="does not fit the text"):
        musnad.Extraction.from_proto(rich.to_bytes(), "قصير")
    with pytest.raises(musnad.InvalidArgument, match=r"no musnad\.v1\.Extraction"):
        musnad.Extraction.from_proto(b"\xff\xff\xff", RICH_TEXT)
    message = rich.to_proto()
    message.events[0].type = 99
    with pytest.raises(musnad.InvalidArgument, match="99 is no EventType"):
        musnad.Extraction.from_proto(message, RICH_TEXT)
    with pytest.raises(TypeError, match="not dict"):
        musnad.Extraction.from_proto({}, RICH_TEXT)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not bytes"):
        musnad.Extraction.from_proto(rich.to_bytes(), b"")  # type: ignore[arg-type]
