"""Label sets, other spellings, pieces of long sentences and exchanged names."""
import pytest

from reader import augment, labels
from reader.names import TAGS, Tagged
from reader.treebank import Cut, Word

np = pytest.importorskip("numpy")


def word(form, lemma, upos, head, deprel):
    return Word(form, lemma, upos, upos[0] + "---------", "_", head, deprel)


def sentence():
    words = [
        word("و", "وَ", "CCONJ", 1, "cc"), word("زارت", "زَار", "VERB", -1, "root"), word("أمي", "أُمّ", "NOUN", 1, "nsubj"),
        word("المدرسة", "مَدرَسَة", "NOUN", 1, "obj"),
    ]  # fmt: skip
    return Cut("s", "d", ["وزارت", "أمي", "المدرسة"], [[0, 1], [2], [3]], words, [True] * 3)


def test_slots_count_from_the_stem():
    assert labels.slots_of(["و", "ل", "المدرسة"]) == [1, 2, 0]
    assert labels.slots_of(["و", "ب", "كتاب", "ها"]) == [1, 2, 0, 4]
    assert labels.slots_of(["من", "ما"]) == [0, 4]
    assert labels.slots_of(["نعم"]) == [0]


def test_label_sets_come_from_the_sentences():
    found = labels.collect([sentence()], least=1)
    assert found.upos == ["NOUN", "CCONJ", "VERB"]
    assert found.segment == [(0, None), (1, None)]
    assert found.clitics == ["<stem>", "<other>", "و"]
    assert found.clitic(1, "ف") == 1
    assert found.number("deprel", "nsubj:pass") == labels.IGNORED


def test_other_spellings_keep_the_words():
    respelled = augment.respell_cut(sentence(), augment.drop_hamza)
    assert respelled.tokens == ["وزارت", "امي", "المدرسة"]
    assert augment.drop_dots("المدرسة") == "المدرسه"
    assert augment.drop_dots("في") == "في"
    assert augment.dot_maqsura("على") == "علي"


def test_pieces_forget_heads_outside():
    first, second = augment.pieces(sentence(), longest=2)
    assert first[0] == 0
    assert second[0] == 2
    assert [w.head for w in first[1].words] == [1, -1, 1]
    assert [w.head for w in second[1].words] == [-2]


def test_names_are_exchanged_with_their_tags():
    pytest.importorskip("numpy")
    from reader import swap

    tags = [[0], [TAGS.index("B-PERSON")], [TAGS.index("I-PERSON")], [0], [TAGS.index("B-GEOPOLITICAL")]]
    tagged = Tagged(0, ["زار", "سالم", "العبد", "أمس", "وباريس"], tags, list(range(5)))
    assert swap.spans(tagged) == [(1, 3, 0), (4, 5, 2)]
    out = swap.swapped(tagged, {0: [["هند"]], 2: [["روما"]]}, np.random.default_rng(0), share=1.0)
    # «وباريس» carries a particle and stays.
    assert out.tokens == ["زار", "هند", "أمس", "وباريس"]
    assert [TAGS[a[0]] for a in out.allowed] == ["O", "B-PERSON", "O", "B-GEOPOLITICAL"]


def test_rules_forget_names_as_a_whole():
    pytest.importorskip("torch")
    from reader.batches import NAME_BITS, forget_names, name_example
    from reader.vocabulary import SPECIAL_CHARS, Types, Vocabulary

    tags = [[0], [TAGS.index("B-PERSON")], [TAGS.index("I-PERSON")]]
    types = Types(Vocabulary(["<unk>"], [1], SPECIAL_CHARS))
    example = name_example(Tagged(0, ["زار", "سالم", "العبد"], tags, [0, 1, 2]), types, np.ones((3, 56), np.uint8))
    forgotten = forget_names(example, 1.0, np.random.default_rng(0))
    assert forgotten[0].all()
    assert not forgotten[1:, :NAME_BITS].any()
    assert forgotten[1:, NAME_BITS:].all()
    assert example.bits.all()
