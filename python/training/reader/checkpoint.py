"""Trained readers on disk: a folder with `model.pt`, `labels.json`, `vocabulary.json` and `lemmas.json`."""
from __future__ import annotations

import json
import os

import torch

from .decode import LemmaTable
from .labels import Labels
from .model import Dropout, Reader, Sizes
from .quantise import quantised_copy
from .vocabulary import Vocabulary


def save(folder: str, model: Reader, labels: Labels, vocabulary: Vocabulary, lemmas: LemmaTable) -> None:
    """Writes all four files."""
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "model.pt")
    torch.save({"sizes": model.sizes.as_dict(), "weights": model.state_dict()}, path + ".part")
    os.replace(path + ".part", path)
    labels.save(os.path.join(folder, "labels.json"))
    vocabulary.save(os.path.join(folder, "vocabulary.json"))
    with open(os.path.join(folder, "lemmas.json"), "w", encoding="utf-8") as out:
        json.dump([[form, upos, lemma] for (form, upos), lemma in sorted(lemmas.items())], out, ensure_ascii=False)


def load(folder: str, quantised: bool = False) -> tuple[Reader, Labels, Vocabulary, LemmaTable]:
    """Reads them; `quantised`: with the weights as the exported file holds them."""
    stored = torch.load(os.path.join(folder, "model.pt"), weights_only=True)
    model = Reader(Sizes(**stored["sizes"]), Dropout())
    model.load_state_dict(stored["weights"])
    model.eval()
    if quantised:
        model = quantised_copy(model)
    labels = Labels.load(os.path.join(folder, "labels.json"))
    vocabulary = Vocabulary.load(os.path.join(folder, "vocabulary.json"))
    with open(os.path.join(folder, "lemmas.json"), encoding="utf-8") as text:
        lemmas = {(form, upos): lemma for form, upos, lemma in json.load(text)}
    return model, labels, vocabulary, lemmas
