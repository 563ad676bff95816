"""Facts, labels and choices of days, by hand-made input."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from days.data import Event, all_facts, bucket, label, loudest, scale, written  # noqa: E402
from days.train import choose, group  # noqa: E402

MONDAY, TUESDAY = ("2020-06-08", "2020-06-08"), ("2020-06-09", "2020-06-09")


def event(start: int = 0, kind: str = "ASSAULT", told: list | None = None) -> Event:
    day = {"first_day": MONDAY[0], "last_day": MONDAY[1], "facts": [1], "age": 4, "top": True, "para": 0}
    told_of = {"start": start, "end": start + 4, "type": kind, "occurred": True, "title": True, "part": 2, "none": [2], "days": [day], "told": told or []}
    return Event("a", {**told_of, "none_beside": [], "beside": []})


def test_values_are_written_as_the_crate_writes_them() -> None:
    assert written((1, True, (2, False))) == "(1, true, (2, false))"
    # A test of the crate has the same numbers.
    assert (bucket("told+own", (1, 2, 5)), bucket("own+has", (3, True))) == (312, 3630)
    assert [scale(chance) for chance in (0.0, 0.05, 0.5, 1.0)] == [0, 1, 3, 5]


def test_each_event_is_labelled_once_and_by_its_type() -> None:
    gold = [
        {"trigger": [0, 4], "type": "ASSAULT", "time": list(TUESDAY)},
        {"trigger": [10, 14], "type": "COERCE", "time": None, "optional": True},
    ]
    events = [event(0), event(10, "COERCE"), event(10)]
    label(gold, events)
    assert [(e.known, e.day, e.optional) for e in events] == [(True, TUESDAY, False), (True, None, True), (False, None, False)]


def test_the_likeliest_of_a_relation_speaks() -> None:
    document = [event(told=[[0, 1], [0, 2], [3, 2]]), event(10), event(20)]
    document[1].chances, document[2].chances = {MONDAY: 0.9}, {MONDAY: 0.3, TUESDAY: 0.6}
    assert loudest(document[0], document, MONDAY) == {0: 0.9, 3: 0.3}
    assert loudest(document[0], document, None) == {0: 0.9, 3: 0.6}
    rows, days = all_facts(document[0], document)
    assert days == [None, MONDAY]
    assert bucket("told", (0, 5)) in rows[1]
    assert bucket("told+noun", (0, 5)) in rows[1]


def test_a_day_that_is_not_named_near_teaches_nothing() -> None:
    one = event()
    one.day = TUESDAY
    rows, days = all_facts(one, [one])
    assert group(one, rows, days, elsewhere=False) is None
    other = group(one, rows, days, elsewhere=True)
    assert other is not None
    assert other.right.tolist() == [1.0, 0.0]


def test_the_likeliest_day_is_chosen() -> None:
    table = np.zeros(1 << 12)
    table[1] = 5.0
    chance, day = choose(table, event(), [event()])
    assert day == MONDAY
    assert chance > 0.9
