"""What a user's typed code looks like; test_typing.py runs mypy --strict on it."""

import datetime
from collections.abc import Iterator

from typing_extensions import assert_type

import musnad
from musnad.consume import Answer, answers
from musnad.export import polecat, write

x = musnad.extract("نص", published_at=datetime.date(2020, 6, 11), layers=[musnad.Layer.EVENTS, "times"])
assert_type(x, musnad.Extraction)
assert_type(x.events, tuple[musnad.Event, ...])
assert_type(x.text, str)

for event in x.events:
    assert_type(event.type, musnad.EventType)
    assert_type(event.mode, musnad.EventMode | None)
    assert_type(event.actors, tuple[musnad.Argument, ...])
    assert_type(event.place, musnad.Argument | None)
    assert_type(x.statements_of(event), tuple[musnad.Statement, ...])
    if event.when is not None:
        assert_type(event.when.first_day, datetime.date)
    if event.casualties is not None and event.casualties.killed is not None:
        assert_type(event.casualties.killed.min, float | None)

assert_type(x.to_json(), str)

docs = [musnad.Document("نص", id="a")]
assert_type(musnad.extract_many(docs), Iterator[musnad.Extraction])
for outcome in musnad.extract_many([{"text": "نص"}, "نص"], threads=2, on_error="yield"):
    assert_type(outcome, musnad.Extraction | musnad.MusnadError)
    if isinstance(outcome, musnad.InvalidArgument):
        assert_type(outcome.field, str)


def over_the_net(address: str) -> tuple[musnad.Event, ...]:
    with musnad.Client(address, timeout=5.0) as client:
        assert_type(client.info().max_document_bytes, int)
        return client.extract("نص").events


def many(folder: str) -> int:
    corpus = musnad.Corpus.from_jsonl(f"{folder}/articles.jsonl")
    assert_type(corpus, musnad.Corpus)
    tables = corpus.extract(f"{folder}/out", progress=True)
    assert_type(tables, musnad.Tables)
    corpus.timeline(by="week", measure="killed_min")
    done = corpus.export("polecat", f"{folder}/events.tsv")
    assert_type(done.errors, tuple[musnad.MusnadError, ...])
    return done.documents


rows = polecat.rows((x, {"published_at": "2020-06-11"}))
assert_type(rows, list[dict[str, str]])
assert_type(answers([b"{}"]), list[Answer])
write([x, (x, docs[0])], "conllu", "out.conllu") if x.tokens else None
