"""Labels of candidates, by hand-made input."""

from __future__ import annotations

from triggers.data import OUTCOMES, Candidate, Document, label_gold, label_news


def candidate(start: int, end: int, kind: str = "ASSAULT", repeats: int | None = None) -> Candidate:
    return Candidate("gold/a", "gold/a", start, end, kind, "frame", True, repeats, [1], [0.0])


def test_gold_labels_by_overlap_and_leaves_repetitions_alone() -> None:
    events = [{"trigger": [0, 4], "type": "ASSAULT"}, {"trigger": [20, 24], "type": "AID", "optional": True}]
    document = Document("gold/a", "", events=[*events, {"trigger": [40, 44], "type": "PROTEST"}])
    document.candidates = [candidate(0, 4), candidate(8, 12, repeats=0), candidate(20, 24), candidate(30, 34)]
    label_gold(document)
    assert [c.label for c in document.candidates] == [OUTCOMES.index("ASSAULT"), None, OUTCOMES.index("AID"), 0]
    assert [c.optional for c in document.candidates] == [False, False, True, False]
    assert document.missed == 1


def test_news_labels_only_what_somebody_said() -> None:
    triggers = [{"start": 0, "end": 4, "type": "ASSAULT", "label": "yes"}, {"start": 10, "end": 14, "type": "ASSAULT", "label": "no"}]
    document = Document("news/a", "", triggers=triggers)
    document.candidates = [candidate(0, 4), candidate(10, 14), candidate(20, 24, "AID")]
    label_news(document)
    assert [c.label for c in document.candidates] == [OUTCOMES.index("ASSAULT"), 0, None]
