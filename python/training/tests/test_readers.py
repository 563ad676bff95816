"""The readers of corpora, on hand-made input."""
import json

from reader import names, raw, treebank
from reader.score import NameScore, ScoredWord, TreeScore, spans
from reader.tokens import aligned_plain, cut, key, plain, shape, SHAPES

CONLLU = """# newdoc id = d1
# newpar id = d1:p1
# sent_id = d1:p1u1
# text = وزارت سلمى مدرســتها، 10.5% ل ـ
1-2\tوزارت\t_\t_\t_\t_\t_\t_\t_\t_
1\tو\tوَ\tCCONJ\tC---------\t_\t2\tcc\t_\t_
2\tزارت\tزَار\tVERB\tVP-A-3FS--\t_\t0\troot\t_\t_
3\tسلمى\tسَلمَى\tX\tZ---------\t_\t2\tnsubj\t_\t_
4-5\tمدرســتها\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
4\tمدرسة\tمَدرَسَة\tNOUN\tN------S4R\t_\t2\tobj\t_\t_
5\tها\tهُوَ\tPRON\tSP---3FS2-\t_\t4\tnmod\t_\t_
6\t،\t،\tPUNCT\tG---------\t_\t2\tpunct\t_\t_
7\t10.5\t10.5\tNUM\tQ---------\t_\t2\tobl\t_\tSpaceAfter=No
8\t%\t%\tSYM\tG---------\t_\t7\tdep\t_\t_
9\tل\tل\tX\tU---------\t_\t2\tdep\t_\t_
10\tـ\tـ\tPUNCT\tG---------\t_\t2\tpunct\t_\t_

"""


def sentence(tmp_path):
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (only,) = treebank.read(str(path))
    return only


def test_tokens_are_cut_as_musnad_cuts_them():
    assert cut(plain("وقال د. سالم: 10.5%")) == ["وقال", "د", ".", "سالم", ":", "10.5", "%"]
    assert cut("القرار 1,500، و10،5") == ["القرار", "1,500", "،", "و", "10،5"]
    assert cut("15-7 ال1701 إم16") == ["15", "-", "7", "ال", "1701", "إم", "16"]
    assert cut("(CNN) F16 -- طالبت") == ["(", "CNN", ")", "F16", "-", "-", "طالبت"]


def test_plain_keys_and_shapes():
    assert plain("مُسَلَّحـون ٢٠١٥ ﻻ") == "مسلحون 2015 لا"
    assert key("أإآٱىةؤ") == "ااااىةؤ"
    assert key("2015") == "0000"
    assert [SHAPES[shape(t)] for t in ("كتاب", "CNN", "12", "2015", "1.5", "«")] == [
        "word", "foreign", "number", "year", "decimal", "punctuation",
    ]  # fmt: skip
    assert aligned_plain("مَا")[1] == [0, 2, 3]


def test_treebank_words_stand_on_musnad_tokens(tmp_path):
    cut_sentence = treebank.cut(sentence(tmp_path))
    assert cut_sentence.tokens == ["وزارت", "سلمى", "مدرستها", "،", "10.5", "%", "ل"]
    assert [len(words) for words in cut_sentence.words_of] == [2, 1, 2, 1, 1, 1, 1]
    assert all(cut_sentence.whole)
    assert [w.head for w in cut_sentence.words] == [1, -1, 1, 1, 3, 1, 1, 6, 1]


def test_lemmas_lose_their_vowels():
    assert treebank.bare_lemma("مَدرَسَة", "مدرستها") == "مدرسة"
    assert treebank.bare_lemma("_", "كلمة") == "كلمة"


def test_anercorp_places_may_be_of_three_types(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("قرب\tO\n(باريس)\tB-LOC\nقال\tO\n.\tO\n\nسالم\tB-PER\nالعبد\tI-PER\n\n", encoding="utf-8")
    first, second = names.read_anercorp(str(path))
    assert first.tokens == ["قرب", "(", "باريس", ")", "قال", "."]
    assert [len(allowed) for allowed in first.allowed] == [1, 1, 3, 1, 1, 1]
    assert first.origin == [0, 1, 1, 1, 2, 3]
    assert [names.TAGS[a[0]] for a in second.allowed] == ["B-PERSON", "I-PERSON"]


def test_a_name_begins_even_with_an_inside_tag(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("قال\tO\nسالم\tI-PER\nالعبد\tI-PER\nالأمم\tI-ORG\n\n", encoding="utf-8")
    (only,) = names.read_anercorp(str(path))
    assert [names.TAGS[a[0]] for a in only.allowed] == ["O", "B-PERSON", "I-PERSON", "B-ORGANIZATION"]


def test_aqmar_miscellany_may_be_no_name(tmp_path):
    path = tmp_path / "a.conll"
    path.write_text("# doc = x\nنيترون\tB-MIS1\nفي\tO\n\n", encoding="utf-8")
    (only,) = names.read_aqmar(str(path))
    assert [names.TAGS[a] for a in only.allowed[0]] == ["O", "B-MISCELLANEOUS"]


def test_wojood_takes_the_longest_name_of_our_types(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("جامعة B-ORG\nبيروت B-GPE I-ORG\nأمس B-DATE\n$#$ O\nنعم O\n", encoding="utf-8")
    first, second = names.read_wojood(str(path))
    assert [names.TAGS[a[0]] for a in first.allowed] == ["B-ORGANIZATION", "I-ORGANIZATION", "O"]
    assert second.tokens == ["نعم"]


def test_names_of_articles_cover_whole_tokens():
    text = "وصل سالم لباريس. نعم"
    article = {"names": [{"span": [4, 8], "type": "PER"}, {"span": [10, 15], "type": "GPE"}]}
    first, second = names.article_sentences(article, raw.units(text))
    assert [names.TAGS[a[0]] for a in first.allowed] == ["O", "B-PERSON", "B-GEOPOLITICAL", "O"]
    assert json.dumps(second.tokens, ensure_ascii=False) == '["نعم"]'


def word(start, end, multi, form, head, deprel="dep", upos="NOUN"):
    return ScoredWord(start, end, multi, form, upos, "x", form, head, deprel)


def test_conll_score_matches_words_of_a_region_by_their_forms():
    gold = [word(0, 4, True, "و", 1), word(0, 4, True, "أكد", -1, "root"), word(5, 8, False, "سعد", 1, "nsubj:pass")]
    same = TreeScore()
    same.add(gold, gold)
    assert set(same.result().values()) == {100.0}
    uncut = TreeScore()
    uncut.add(gold, [word(0, 4, False, "واكد", -1, "root"), word(5, 8, False, "سعد", 0, "nsubj")])
    # One word of two and three is right; its head is not.
    assert uncut.result()["words"] == 40.0
    assert uncut.result()["uas"] == 0.0
    wrong_form = TreeScore()
    wrong_form.add(gold, [word(0, 4, True, "و", 1), word(0, 4, True, "اكد", -1, "root"), word(5, 8, False, "سعد", 1, "nsubj")])
    assert wrong_form.result()["words"] == 66.67
    relations = TreeScore()
    relations.add(gold, [*gold[:2], word(5, 8, False, "سعد", 1, "nsubj")])
    assert relations.result()["las"] == 100.0


def test_names_score_is_exact():
    assert spans(["B-PER", "I-PER", "I-LOC", "O", "I-ORG"]) == {(0, 2, "PER"), (2, 3, "LOC"), (4, 5, "ORG")}
    score = NameScore()
    score.add({(0, 2, "PER")}, {(0, 2, "PER"), (3, 4, "LOC")})
    assert score.result() == {"p": 50.0, "r": 100.0, "f1": 66.67}
