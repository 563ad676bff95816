"""Labels, choice and scores of participants, by hand-made input."""

from __future__ import annotations

import pytest

np = pytest.importorskip("numpy")

from arguments.data import ACTOR, NEITHER, RECIPIENT, Case, Document, Phrase, label, nearest  # noqa: E402
from arguments.train import choose, score  # noqa: E402


def phrase(start: int, end: int) -> Phrase:
    return Phrase((start, end), NEITHER, None, [1])


def test_labels_go_to_the_phrase_that_shares_most() -> None:
    event = {"trigger": [0, 4], "type": "ASSAULT", "actors": [[5, 15]], "recipients": [[20, 30]]}
    phrases = [phrase(5, 9), phrase(6, 15), phrase(20, 30), phrase(40, 45)]
    case = label(Document("gold/a", ""), event, phrases)
    assert [p.label for p in phrases] == [NEITHER, ACTOR, RECIPIENT, NEITHER]
    # A part of what is named already is neither right nor wrong.
    assert [p.weight for p in phrases] == [0.0, 1.0, 1.0, 1.0]
    assert case.asked == [(ACTOR, [5, 15]), (RECIPIENT, [20, 30])]


def test_the_nearest_of_equal_names_is_meant() -> None:
    assert nearest("ab cd ab ef", "ab", 7) == [6, 8]


def test_the_likeliest_needs_less_than_others() -> None:
    weighed = np.array([[0.6, 0.4, 0.0], [0.6, 0.35, 0.05], [0.7, 0.05, 0.25], [0.2, 0.7, 0.1]])
    assert choose(weighed, (0.3, 0.5, 0.2, 0.5)) == [NEITHER, NEITHER, RECIPIENT, ACTOR]
    assert choose(weighed, (0.3, 0.3, 0.5, 0.5)) == [ACTOR, ACTOR, NEITHER, ACTOR]
    assert choose(np.zeros((0, 3)), (0.3, 0.5, 0.2, 0.5)) == []


def test_what_is_optional_is_not_scored() -> None:
    asked = [(ACTOR, (0, 4)), (RECIPIENT, (10, 14))]
    cases = [Case("gold/a", False, asked, [phrase(0, 4), phrase(10, 14)]), Case("gold/a", True, asked, [phrase(0, 4)])]
    f1, precision, recall = score(cases, [[ACTOR, ACTOR], [RECIPIENT]])
    assert (precision, recall) == (0.5, 0.5)
    assert f1 == pytest.approx(0.5)
