"""A fixture for the tests of inference: sentences of our own, and what the reader makes of them in float32 with the
weights as the file holds them."""
from __future__ import annotations

import json
import subprocess

import numpy as np

from . import raw
from .decode import LemmaTable, Reading, read
from .features import COUNT
from .labels import Labels
from .model import Reader
from .tokens import plain
from .vocabulary import Types, Vocabulary

TEXTS = [
    "قال المتحدث باسم الحكومة إن القوات انسحبت من المدينة فجر أمس.",
    "وللمرة الثالثة هذا الشهر قصفت طائرات مسيرة مطار زوارة، ولم تقع إصابات بحسب مصدر أمني.",
    "واعلنت وزارة الصحه فى الخرطوم ان 12 مدنيا قتلوا و35 اصيبوا.",
    "التقى سالم العبدلي نظيره الفرنسي في باريس لبحث مستقبل اتفاق سوتشي.",
    "«لن نقبل بذلك»، هكذا ردّ رئيس بلدية عين الورد على رسالتها (CNN).",
    "مما دفع الأمم المتحدة وبعثتها للدعم إلى التحذير من انهيار الهدنة بنسبة 10.5% بين 2014 و2020",
    "بالإسكندرية وللجنته وكالمدارس فسيكتبونها لأنه",
    "نعم",
]


def feature_bits(sentences: list[list[str]], command: str) -> list[np.ndarray]:
    """Bits from `xtask features`; all zero without a command."""
    out = [np.zeros((len(tokens), COUNT), dtype=np.uint8) for tokens in sentences]
    if command:
        lines = "".join(
            json.dumps({"id": str(i), "tokens": tokens}, ensure_ascii=False) + "\n" for i, tokens in enumerate(sentences)
        )
        answers = subprocess.run([command, "features"], input=lines, capture_output=True, text=True, check=True).stdout
        for bits, line in zip(out, answers.splitlines(), strict=True):
            for row, numbers in zip(bits, json.loads(line)["bits"], strict=True):
                row[numbers] = 1
    return out


def _top(row: np.ndarray, labels: list, count: int = 5) -> list:
    best = np.argsort(-row, kind="stable")[:count]
    return [[labels[i], round(float(row[i]), 5)] for i in best]


def entry(reading: Reading, bits: np.ndarray, labels: Labels) -> dict:
    """One sentence of the fixture."""
    logits = reading.logits
    heads = logits["arc"]
    words = []
    for index, word in enumerate(reading.words):
        words.append(
            {
                "token": word.token, "form": word.form, "upos": word.upos, "xpos": word.xpos, "lemma": word.lemma,
                "head": word.head + 1, "deprel": word.deprel,
                "upos_top": _top(logits["upos"][index], labels.upos),
                "xpos_top": _top(logits["xpos"][index], labels.xpos),
                "lemma_top": _top(logits["lemma"][index], labels.lemma),
                "arc_top": _top(heads[index], list(range(heads.shape[1]))),
                "deprel_top": _top(logits["relation"][index], labels.deprel),
            }  # fmt: skip
        )
    return {
        "tokens": reading.tokens,
        "bits": [np.nonzero(row)[0].tolist() for row in bits],
        "h3": [[round(float(x), 5) for x in row[:8]] for row in logits["h"]],
        "segment_top": [_top(row, list(range(len(labels.segment))), 3) for row in logits["segment"]],
        "words": words,
        "name_tags": [labels.names[tag] for tag in reading.tags],
        "name_emissions": [[round(float(x), 5) for x in row] for row in logits["names"]],
    }


def write(
    path: str, model: Reader, labels: Labels, vocabulary: Vocabulary, lemmas: LemmaTable, command: str
) -> None:  # fmt: skip
    """Writes the fixture."""
    sentences = [[token for token, _, _ in raw.located(plain(text))] for text in TEXTS]
    bits = feature_bits(sentences, command)
    given = [b if model.sizes.bits else None for b in bits]
    readings = read(model, labels, Types(vocabulary), sentences, given, lemmas, keep=True)
    entries = [entry(r, b, labels) for r, b in zip(readings, bits, strict=True)]
    with open(path, "w", encoding="utf-8") as out:
        json.dump({"head": "0 is the root, words from 1", "sentences": entries}, out, ensure_ascii=False, indent=1)
