"""Writes files of weights that the Rust crate embeds.

Layout: magic `MUSNADR1`, u32 length of the header, header (JSON), padding to 64 bytes, tensors, each at a multiple of
64. Offsets count from the beginning of the tensor data. Matrices are [out, in], int8 with one scale a row.
"""
from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    import torch

Values: TypeAlias = "torch.Tensor | np.ndarray"

MAGIC = b"MUSNADR1"
ALIGNMENT = 64


def quantise(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows as int8 in -127..127, and the scale of each."""
    largest = np.abs(matrix).max(axis=1)
    scale = np.where(largest > 0, largest / 127.0, 1.0).astype(np.float32)
    return np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8), scale


def plain(value: Values) -> np.ndarray:
    """A tensor of torch, or what is an array already, as an array."""
    return value if isinstance(value, np.ndarray) else value.detach().numpy()


class Writer:
    """Collects tensors."""

    def __init__(self) -> None:
        self.table: dict[str, dict] = {}
        self.data = bytearray()

    def raw(self, name: str, kind: str, shape: list[int], content: bytes, scale: str | None = None) -> None:
        """One tensor as bytes."""
        self.data.extend(bytes(-len(self.data) % ALIGNMENT))
        entry: dict = {"dtype": kind, "shape": shape, "offset": len(self.data)}
        if scale:
            entry["scale"] = scale
        self.table[name] = entry
        self.data.extend(content)

    def f32(self, name: str, value: Values) -> None:
        """A tensor in float32."""
        array = np.ascontiguousarray(plain(value), dtype="<f4")
        self.raw(name, "f32", list(array.shape), array.tobytes())

    def i8(self, name: str, value: Values) -> None:
        """A matrix in int8 and its scales."""
        array = np.ascontiguousarray(plain(value), dtype=np.float32)
        whole, scale = quantise(array)
        self.raw(name, "i8", list(whole.shape), whole.tobytes(), name + ".scale")
        self.f32(name + ".scale", scale)

    def text(self, name: str, lines: list[str]) -> None:
        """Lines of text."""
        content = "\n".join(lines).encode()
        self.raw(name, "u8", [len(content)], content)

    def save(self, path: str, header: dict) -> int:
        """Writes the file; returns its size."""
        encoded = json.dumps({**header, "tensors": self.table}, ensure_ascii=False, separators=(",", ":")).encode()
        start = MAGIC + struct.pack("<I", len(encoded)) + encoded
        content = start + bytes(-len(start) % ALIGNMENT) + bytes(self.data)
        with open(path, "wb") as out:
            out.write(content)
        return len(content)
