"""Segmentation labels and lemma scripts."""
import pytest

from reader.edits import apply_labels, apply_script, lemma_script, segment_labels


@pytest.mark.parametrize(
    ("token", "words"),
    [
        ("وكتب", ["و", "كتب"]),
        ("للكتاب", ["ل", "الكتاب"]),
        ("للجنة", ["ل", "اللجنة"]),
        ("واصابة", ["و", "إصابة"]),
        ("مدرسته", ["مدرسة", "ه"]),
        ("مما", ["من", "ما"]),
        ("اليه", ["إلي", "ه"]),
        ("لكنها", ["لٰكن", "ها"]),
        ("وللمدرسة", ["و", "ل", "المدرسة"]),
        ("كتاب", ["كتاب"]),
    ],
)
def test_labels_restore_the_words(token, words):
    labels = segment_labels(token, words)
    assert len(labels) == len(token)
    assert apply_labels(token, labels) == words


def test_a_token_without_a_boundary_stays():
    assert apply_labels("اكد", [(1, "أ"), (0, None), (0, None)]) == ["اكد"]


def test_most_letters_keep_themselves():
    assert segment_labels("وكتب", ["و", "كتب"]) == [(0, None), (1, None), (0, None), (0, None)]
    assert segment_labels("للكتاب", ["ل", "الكتاب"])[1] == (1, "ال")


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("المدارس", "مدرسة"), ("يكتبون", "كتب"), ("رجال", "رجل"), ("هم", "هو"), ("هي", "قال"), ("كتاب", "كتاب"), ("ا", "")],
)
def test_scripts_make_the_lemma(form, lemma):
    assert apply_script(lemma_script(form, lemma), form) == lemma


def test_scripts_carry_over():
    assert apply_script(lemma_script("المعلمات", "معلم"), "المهندسات") == "مهندس"
    assert apply_script("---;", "هم") == "هم"
