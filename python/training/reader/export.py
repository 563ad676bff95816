"""Writes `reader.bin`, the quantised reader that the Rust crate embeds, and a fixture to check inference against.

usage: python -m reader.export --model FOLDER --out FOLDER [--features-command COMMAND]

See `writer` for the layout of the file.
"""
from __future__ import annotations

import argparse
import json
import os

import torch

from .checkpoint import load
from .decode import LemmaTable
from .labels import Labels
from .model import Reader
from .quantise import quantised_copy
from .tokens import SHAPES
from .vocabulary import LONGEST_WORD, Vocabulary
from .writer import Writer


def write_tensors(writer: Writer, model: Reader, vocabulary: Vocabulary) -> None:
    """Every tensor under the name that the Rust side knows."""
    order = sorted(range(1, len(vocabulary.keys)), key=lambda i: vocabulary.keys[i].encode())
    writer.text("words.keys", ["", *(vocabulary.keys[i] for i in order)])
    writer.i8("words.vectors", model.types.words.weight[torch.tensor([0, *order])])
    writer.f32("types.chars", model.types.chars.weight)
    for convolution in model.types.convolutions:
        width = convolution.kernel_size[0]
        writer.i8(f"types.conv{width}.w", convolution.weight.permute(0, 2, 1).flatten(1))
        writer.f32(f"types.conv{width}.b", convolution.bias)
    writer.f32("types.shapes", model.types.shapes.weight)
    for name in ("l1", "l2", "l3"):
        for side in ("fwd", "bwd"):
            direction = getattr(getattr(model, name), side)
            writer.i8(f"{name}.{side}.w_x", direction.w_x)
            writer.i8(f"{name}.{side}.w_h", direction.w_h)
            writer.f32(f"{name}.{side}.b", direction.b)
    writer.i8("segment.h", model.segment_hidden.weight)
    writer.f32("segment.b", model.segment_hidden.bias)
    near = torch.einsum("cd,kdh->kch", model.segment_chars.weight, model.segment_near)
    writer.i8("segment.chars", near.flatten(0, 1))
    writer.i8("segment.out", model.segment_out.weight)
    writer.f32("segment.out.b", model.segment_out.bias)
    writer.i8("word.h", model.word_hidden.weight)
    writer.f32("word.b", model.word_hidden.bias)
    writer.i8("word.type", model.word_type.weight)
    writer.f32("word.slots", model.word_slots.weight)
    writer.f32("word.clitics", model.word_clitics.weight)
    for name in ("upos", "xpos", "lemma"):
        writer.i8(f"{name}.w", getattr(model, name).weight)
        writer.f32(f"{name}.b", getattr(model, name).bias)
    for name in ("arc", "relation"):
        biaffine = getattr(model, name)
        for side in ("head", "dep"):
            writer.i8(f"{name}.{side}.w", getattr(biaffine, side).weight)
            writer.f32(f"{name}.{side}.b", getattr(biaffine, side).bias)
        writer.f32(f"{name}.root", torch.relu(biaffine.root))
    writer.i8("arc.u", model.arc_u)
    writer.f32("arc.bias", model.arc_bias)
    # As trained, the product runs over the head first: rows are (relation, unit of the dependent).
    writer.i8("relation.u", model.relation_u)
    writer.f32("relation.w_head", model.relation_head.weight)
    writer.f32("relation.w_dep", model.relation_dep.weight)
    writer.f32("relation.b", model.relation_dep.bias)
    writer.i8("names.h", model.names_hidden.weight)
    writer.f32("names.b", model.names_hidden.bias)
    writer.f32("names.corpora", model.names_corpora.weight)
    writer.i8("names.out", model.names_out.weight)
    writer.f32("names.out.b", model.names_out.bias)
    transitions, start = model.name_moves()
    writer.f32("names.transitions", transitions)
    writer.f32("names.start", start)


def header(model: Reader, labels: Labels, vocabulary: Vocabulary, calibration: dict[str, float]) -> dict:
    """Everything of the header but the table of tensors."""
    s = model.sizes
    return {
        "sizes": {
            "words": s.words, "word": 100, "char": 32, "filters": 32, "widths": [2, 3, 4], "shape": 8, "type": 204,
            "bits": s.bits, "h1": s.h1, "h2": s.h2, "h3": s.h3, "word_state": s.word_state, "segment": s.segment,
            "arc": s.arc, "relation": s.relation, "names": s.names, "longest_word": LONGEST_WORD,
        },
        "labels": {
            "upos": labels.upos, "xpos": labels.xpos, "deprel": labels.deprel, "names": labels.names,
            "segment": [[b, r] for b, r in labels.segment], "lemma": labels.lemma, "slots": labels.slots,
            "clitics": labels.clitics, "chars": vocabulary.chars, "shapes": SHAPES,
        },
        "feats": labels.feats,
        "calibration": calibration,
    }  # fmt: skip


def lemma_lines(lemmas: LemmaTable) -> list[str]:
    """Lines of the lemma table, sorted by bytes."""
    lines = [f"{form}\t{upos}\t{lemma}" for (form, upos), lemma in lemmas.items()]
    return sorted(lines, key=lambda line: line.encode())


def main() -> None:
    """Runs the command."""
    from . import fixture

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--features-command", default="", help="path of xtask; without it the fixture has no bits set")
    args = parser.parse_args()
    model, labels, vocabulary, lemmas = load(args.model)
    os.makedirs(args.out, exist_ok=True)
    calibration = {}
    path = os.path.join(args.model, "calibration.json")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as text:
            calibration = json.load(text)["temperatures"]
    writer = Writer()
    write_tensors(writer, model, vocabulary)
    writer.text("lemma.dict", lemma_lines(lemmas))
    target = os.path.join(args.out, "reader.bin")
    size = writer.save(target + ".part", header(model, labels, vocabulary, calibration))
    model = quantised_copy(model)
    fixture.write(os.path.join(args.out, "reader-fixture.json"), model, labels, vocabulary, lemmas, args.features_command)
    os.replace(target + ".part", target)
    parts = {name: entry["offset"] for name, entry in writer.table.items()}
    print(f"{target}: {size} bytes, {len(parts)} tensors, lemma table {writer.table['lemma.dict']['shape'][0]} bytes")


if __name__ == "__main__":
    main()
