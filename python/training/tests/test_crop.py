"""Short clauses cut out of sentences."""
import random

from reader import crop
from reader.treebank import Cut, Word


def word(form, upos, head, deprel):
    return Word(form, form, upos, "_", "_", head, deprel)


def sentence():
    # «Yesterday the minister, who had fallen ill, announced the plan and left.»
    words = [
        word("و", "CCONJ", 1, "cc"), word("أعلن", "VERB", -1, "root"), word("الوزير", "NOUN", 1, "nsubj"),
        word("المريض", "ADJ", 2, "amod"), word("الخطة", "NOUN", 1, "obj"), word("و", "CCONJ", 6, "cc"),
        word("غادر", "VERB", 1, "conj"), word(".", "PUNCT", 1, "punct"),
    ]  # fmt: skip
    tokens = ["وأعلن", "الوزير", "المريض", "الخطة", "وغادر", "."]
    return Cut("s", "d", tokens, [[0, 1], [2], [3], [4], [5, 6], [7]], words, [True] * 6)


def test_a_clause_keeps_its_subject_and_object_and_drops_the_rest():
    found = crop.crops(sentence(), random.Random(1))
    assert len(found) == 1
    tokens, clause = found[0]
    assert [sentence().tokens[i] for i in tokens] == clause.tokens
    assert clause.tokens[:4] == ["وأعلن", "الوزير", "المريض", "الخطة"]
    assert "وغادر" not in clause.tokens


def test_heads_and_groups_are_those_of_the_clause():
    for seed in range(8):
        for _, clause in crop.crops(sentence(), random.Random(seed)):
            assert [w.deprel for w in clause.words if w.head == -1] == ["root"]
            assert all(w.head < len(clause.words) for w in clause.words)
            assert [i for group in clause.words_of for i in group] == list(range(len(clause.words)))
            assert clause.words[clause.words[4].head].form == "أعلن"


def test_a_verb_without_a_subject_gives_none():
    plain = sentence()
    plain.words[2].deprel = "obl"
    assert crop.crops(plain, random.Random(1)) == []
