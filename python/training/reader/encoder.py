"""The part of the network that the language models and the reader share: token types, and LSTM layers in bfloat16."""
from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .vocabulary import UNKNOWN

WORD, CHAR, FILTERS, WIDTHS, SHAPE = 100, 32, 32, (2, 3, 4), 8
TYPE = WORD + FILTERS * len(WIDTHS) + SHAPE


class TypeEncoder(nn.Module):
    """Word vector, character CNN and shape of a token type: `TYPE` numbers.

    A convolution sees only windows that lie inside the word with its two marks (filled up to four characters), so
    that the vector of a type does not depend on what else is in the batch.
    """

    def __init__(self, words: int, chars: int, shapes: int) -> None:
        super().__init__()
        self.words = nn.Embedding(words, WORD)
        self.chars = nn.Embedding(chars, CHAR, padding_idx=0)
        self.convolutions = nn.ModuleList(nn.Conv1d(CHAR, FILTERS, width) for width in WIDTHS)
        self.shapes = nn.Embedding(shapes, SHAPE)

    def forward(self, rows: Tensor, shapes: Tensor, chars: Tensor, drop: Tensor | None = None) -> Tensor:
        """[n], [n], [n, length], and where to put `<unk>` in place of the word → [n, TYPE]."""
        if drop is not None:
            rows = rows.masked_fill(drop, UNKNOWN)
        lengths = (chars != 0).sum(1).clamp(min=max(WIDTHS))
        chars = chars[:, : int(lengths.max())]
        spelled = self.chars(chars).transpose(1, 2)
        parts = [self.words(rows)]
        for width, convolution in zip(WIDTHS, self.convolutions, strict=True):
            seen = convolution(spelled)
            inside = torch.arange(seen.shape[2])[None] + width <= lengths[:, None]
            parts.append(F.relu(seen.masked_fill(~inside[:, None], -1e4).amax(2)))
        parts.append(self.shapes(shapes))
        return torch.cat(parts, 1)


class Direction(nn.Module):
    """One direction of an LSTM layer; runs in bfloat16 (twice as fast here), keeps its weights in float32."""

    def __init__(self, inputs: int, size: int) -> None:
        super().__init__()
        self.size = size
        self.w_x = nn.Parameter(torch.empty(4 * size, inputs))
        self.w_h = nn.Parameter(torch.empty(4 * size, size))
        self.b = nn.Parameter(torch.zeros(4 * size))
        nn.init.xavier_uniform_(self.w_x)
        for gate in self.w_h.data.split(size):
            nn.init.orthogonal_(gate)
        self.b.data[size : 2 * size] = 1.0

    def forward(self, x: Tensor, keep_h: Tensor | None = None, exact: bool = False) -> Tensor:
        """[time, batch, inputs] → [time, batch, size], from left to right. `exact`: in float32."""
        kind = torch.float32 if exact else torch.bfloat16
        start = torch.zeros(1, x.shape[1], self.size, dtype=kind)
        w_h = self.w_h if keep_h is None else self.w_h * keep_h
        weights = [w.to(kind) for w in (self.w_x, w_h, self.b, torch.zeros_like(self.b))]
        out = torch.lstm(x.to(kind), (start, start), weights, True, 1, 0.0, self.training, False, False)[0]
        return out.float()


def reverse(x: Tensor, lengths: Tensor) -> Tensor:
    """Turns each sequence of [time, batch, …] round within its length; what pads it stays behind."""
    time = torch.arange(x.shape[0])[:, None]
    index = torch.where(time < lengths[None], lengths[None] - 1 - time, time)
    return x.gather(0, index[:, :, None].expand_as(x))


class Layer(nn.Module):
    """A bidirectional LSTM layer over padded sequences."""

    def __init__(self, inputs: int, size: int) -> None:
        super().__init__()
        self.fwd = Direction(inputs, size)
        self.bwd = Direction(inputs, size)

    def forward(self, x: Tensor, lengths: Tensor, exact: bool = False) -> Tensor:
        """[time, batch, inputs] → [time, batch, 2 · size]."""
        forward = self.fwd(x, exact=exact)
        backward = reverse(self.bwd(reverse(x, lengths), exact=exact), lengths)
        return torch.cat([forward, backward], 2)
