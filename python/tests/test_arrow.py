"""Arrow in, Arrow out."""

from __future__ import annotations

import datetime

import polars
import pyarrow
import pytest

import musnad
from musnad.arrow import COLUMNS, TABLES, extract_batch, schema

TEXT = "قال متحدث باسم الجيش إن 3 مدنيين قتلوا أمس في قصف على بلدة ديفا."


def batch(**columns: list[object]) -> pyarrow.RecordBatch:
    return pyarrow.record_batch({"id": ["a", "b"], "text": [TEXT, ""], "published_at": ["2020-02-03", None], **columns})


def test_a_row_a_document_and_an_error_where_it_cannot_be_read() -> None:
    documents = extract_batch(batch()).to_pyarrow()
    assert documents.schema == schema()
    assert documents["document_id"].to_pylist() == ["a", "b"]
    assert documents["error"].to_pylist()[0] is None
    assert "empty" in documents["error"].to_pylist()[1]
    assert documents["error_field"].to_pylist() == [None, "document.text"]
    assert documents["events"].to_pylist()[1] == []


def test_records_are_those_of_the_objects() -> None:
    x = musnad.extract(TEXT, id="a", published_at="2020-02-03")
    documents = extract_batch(batch())
    events = documents.table("events").to_pyarrow().to_pylist()
    assert [row["trigger"] for row in events] == [event.trigger.text for event in x.events]
    assert [row["type"] for row in events] == [event.type.value for event in x.events]
    assert [row["killed_min"] for row in events] == [
        event.casualties and event.casualties.killed and event.casualties.killed.min for event in x.events
    ]
    assert {row["first_day"] for row in events} == {event.when and event.when.first_day for event in x.events}
    ids = [[argument.entity for argument in event.actors] for event in x.events]
    assert [row["actor_entities"] for row in events] == ids
    assert [row["same_as"] or "" for row in events] == [event.same_as for event in x.events]
    statements = documents.table("statements").to_pyarrow().to_pylist()
    assert [(row["cue"], row["source"], row["content"]) for row in statements] == [
        (s.cue.text, s.source and s.source.text, s.content.text) for s in x.statements
    ]
    mentions = documents.table("mentions").to_pyarrow().to_pylist()
    assert [(row["text"], row["start"], row["end"]) for row in mentions] == [
        (m.text, m.span.start, m.span.end) for m in x.mentions
    ]
    assert all(TEXT[row["start"] : row["end"]] == row["text"] for row in mentions)
    entities = documents.table("entities").to_pyarrow().to_pylist()
    assert [row["name"] for row in entities] == [entity.name for entity in x.entities]


@pytest.mark.parametrize("threads", [1, 2, None])
def test_threads_change_nothing(threads: int | None) -> None:
    many = pyarrow.record_batch({"text": [f"{TEXT} وأصيب {n} آخرون." for n in range(20)]})
    assert extract_batch(many, threads=threads).to_pyarrow() == extract_batch(many).to_pyarrow()


def test_columns_of_other_names_and_types() -> None:
    table = pyarrow.table(
        {"key": [7], "body": pyarrow.array([TEXT], pyarrow.large_string()), "day": [datetime.date(2020, 2, 3)]}
    )
    documents = extract_batch(table, text="body", id="key", published_at="day").to_pyarrow()
    assert documents["document_id"].to_pylist() == ["7"]
    assert documents["times"].to_pylist()[0][0]["first_day"] == datetime.date(2020, 2, 2)


def test_frames_of_polars_go_in_and_take_the_result() -> None:
    frame = polars.DataFrame({"id": ["a"], "text": [TEXT]})
    read = polars.DataFrame(extract_batch(frame).table("events"))
    assert read["document_id"].to_list() == ["a"] * len(read)
    assert len(read) > 0


def test_nothing_in_nothing_out() -> None:
    documents = extract_batch(batch().slice(0, 0)).to_pyarrow()
    assert len(documents) == 0
    assert documents.schema == schema()


def test_what_is_wrong_is_named() -> None:
    with pytest.raises(musnad.InvalidArgument, match='no column "body"; there are: id, text, published_at'):
        extract_batch(batch(), text="body")
    with pytest.raises(musnad.InvalidArgument, match='no column "outlet"'):
        extract_batch(batch(), source="outlet")
    with pytest.raises(musnad.InvalidType, match="not list"):
        extract_batch([{"text": TEXT}])
    with pytest.raises(musnad.InvalidArgument, match="threads"):
        extract_batch(batch(), threads=0)
    bad_day = extract_batch(batch(published_at=["yesterday", None])).to_pyarrow()
    assert bad_day["error_field"].to_pylist()[0] == "document.published_at"


def test_layers_that_were_not_asked_for_are_empty() -> None:
    documents = extract_batch(batch(), layers=["times"]).to_pyarrow()
    assert len(documents["times"][0]) == 1
    assert len(documents["events"][0]) == 0


def test_every_table_says_what_its_columns_are() -> None:
    assert set(TABLES) == {"events", "statements", "mentions", "entities", "times", "quantities", "warnings"}
    for table, columns in COLUMNS.items():
        flat = extract_batch(batch()).table(table).to_pyarrow()
        assert flat.schema.names == ["document_id", *(name for name, _, _ in columns)]
        assert all(about for _, _, about in columns)
