"""The label sets of every head, taken from the training trees, and their numbers."""
from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field

from . import edits, names
from .tokens import plain
from .treebank import Cut, bare_lemma

SLOTS = ["stem", "proclitic1", "proclitic2", "proclitic3", "enclitic1", "enclitic2"]
STEM_FORM, OTHER_FORM = "<stem>", "<other>"
IGNORED = -100


@dataclass
class Labels:
    """Label lists; the place in the list is the number."""

    upos: list[str]
    xpos: list[str]
    deprel: list[str]
    lemma: list[str]
    segment: list[edits.Label]
    clitics: list[str]
    feats: dict[str, str]
    names: list[str] = field(default_factory=lambda: list(names.TAGS))
    slots: list[str] = field(default_factory=lambda: list(SLOTS))

    def __post_init__(self) -> None:
        self.segment = [(b, r) for b, r in self.segment]
        self.numbers: dict[str, dict] = {
            name: {label: i for i, label in enumerate(getattr(self, name))}
            for name in ("upos", "xpos", "deprel", "lemma", "segment", "clitics")
        }

    def number(self, head: str, label: object) -> int:
        """Number of a label, `IGNORED` where training did not see it."""
        return self.numbers[head].get(label, IGNORED)

    def clitic(self, slot: int, form: str) -> int:
        """Number of a word's form in the closed class of clitics."""
        return 0 if slot == 0 else self.numbers["clitics"].get(form, 1)

    def save(self, path: str) -> None:
        """Writes them as JSON."""
        with open(path, "w", encoding="utf-8") as out:
            json.dump(asdict(self), out, ensure_ascii=False)

    @classmethod
    def load(cls, path: str) -> Labels:
        """Reads what `save` wrote."""
        with open(path, encoding="utf-8") as text:
            return cls(**json.load(text))


def slots_of(forms: list[str]) -> list[int]:
    """The slot of each word of a token: the longest is the stem (the first on a tie), clitics are counted from outside
    in reading order."""
    stem = max(range(len(forms)), key=lambda i: (len(forms[i]), -i))
    before = [min(1 + i, 3) for i in range(stem)]
    after = [min(4 + i, 5) for i in range(len(forms) - stem - 1)]
    return [*before, 0, *after]


def form_of(token: str, forms: list[str], index: int) -> str:
    """The plain form of a word, as lemma scripts see it: the token itself where it is one word."""
    return token if len(forms) == 1 else plain(forms[index])


def collect(cuts: list[Cut], least: int = 2) -> Labels:
    """Label sets from sentences; scripts, segmentation labels and clitic forms at least `least` times."""
    upos, xpos, deprel = Counter(), Counter(), Counter()
    scripts, segments, clitics = Counter(), Counter(), Counter()
    feats: dict[str, Counter[str]] = defaultdict(Counter)
    for cut in cuts:
        for token, mine in zip(cut.tokens, cut.words_of, strict=True):
            forms = [cut.words[i].form for i in mine]
            slots = slots_of(forms) if forms else []
            if len(forms) > 1:
                segments.update(edits.segment_labels(token, forms))
            for place, index in enumerate(mine):
                word = cut.words[index]
                upos[word.upos] += 1
                xpos[word.xpos] += 1
                deprel[word.deprel] += 1
                form = form_of(token, forms, place)
                scripts[edits.lemma_script(form, bare_lemma(word.lemma, form))] += 1
                feats[f"{word.upos} {word.xpos}"][word.feats] += 1
                if slots[place]:
                    clitics[word.form] += 1
    plain_label: edits.Label = (0, None)
    segments.pop(plain_label, None)
    return Labels(
        upos=_ordered(upos, 1),
        xpos=_ordered(xpos, least),
        deprel=_ordered(deprel, 1),
        lemma=_ordered(scripts, least),
        segment=[plain_label, *_ordered(segments, least)],
        clitics=[STEM_FORM, OTHER_FORM, *_ordered(clitics, least)],
        feats={pair: seen.most_common(1)[0][0] for pair, seen in sorted(feats.items())},
    )


def _ordered(counts: Counter, least: int) -> list:
    return [label for label, n in sorted(counts.items(), key=lambda item: (-item[1], str(item[0]))) if n >= least]
