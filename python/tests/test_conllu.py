"""``--format conllu`` as another reader of the format sees it, and the tokens of the Python API beside it."""

from __future__ import annotations

import io

import conllu
import musnad
import pytest

TEXT = "وقال المتحدث باسم البلدية إن الجسر أغلق أمس. ولم يذكر سببا لذلك، لكنه سيعلنه للصحافة غدا."


@pytest.fixture(scope="module")
def extraction() -> musnad.Extraction:
    return musnad.Extractor().extract(TEXT, layers=["text", "syntax"])


def page(extraction: musnad.Extraction) -> str:
    """The words of an extraction as CoNLL-U, the way the documentation shows it."""
    out = io.StringIO()
    for number, sentence in enumerate(extraction.sentences, 1):
        out.write(f"# sent_id = {number}\n# text = {sentence.text}\n")
        word_number = 1
        for token in extraction.tokens[sentence.first_token : sentence.end_token]:
            if len(token.words) > 1:
                last = word_number + len(token.words) - 1
                out.write("\t".join([f"{word_number}-{last}", token.text, *"________"]) + "\n")
            for word in token.words:
                columns = [
                    str(word_number), word.form, word.lemma, word.upos, word.xpos or "_", word.feats or "_",
                    str(word.head), word.deprel, "_", "_",
                ]  # fmt: skip
                out.write("\t".join(columns) + "\n")
                word_number += 1
        out.write("\n")
    return out.getvalue()


def test_the_conllu_package_reads_one_tree_a_sentence(extraction: musnad.Extraction) -> None:
    sentences = conllu.parse(page(extraction))
    assert len(sentences) == len(extraction.sentences) == 2
    for sentence in sentences:
        tree = sentence.to_tree()
        assert tree.token["deprel"] == "root"
        words = [token for token in sentence if isinstance(token["id"], int)]
        assert [word["id"] for word in words] == list(range(1, len(words) + 1))

        def size(node: conllu.TokenTree) -> int:
            return 1 + sum(size(child) for child in node.children)

        assert size(tree) == len(words)


def test_words_carry_what_the_reader_says(extraction: musnad.Extraction) -> None:
    words = [word for token in extraction.tokens for word in token.words]
    assert all(0 < word.score <= 1 for word in words)
    assert any(word.xpos for word in words)
    first = extraction.tokens[0]
    assert [word.form for word in first.words] == ["و", "قال"]
    assert first.words[1].upos == "VERB"
