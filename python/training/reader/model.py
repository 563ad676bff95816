"""The reader: one encoder over surface tokens, and its heads."""
from __future__ import annotations

from dataclasses import asdict, dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .encoder import TYPE, Layer, TypeEncoder
from .names import CORPORA, TAGS

FORBIDDEN = -10_000.0


@dataclass
class Sizes:
    """Widths of the network."""

    words: int
    chars: int
    shapes: int
    bits: int
    upos: int
    xpos: int
    deprel: int
    lemma: int
    segment_labels: int
    clitics: int
    slots: int = 6
    h1: int = 256
    h2: int = 192
    h3: int = 192
    word_state: int = 256
    segment: int = 128
    arc: int = 128
    relation: int = 64
    names: int = 128

    def as_dict(self) -> dict[str, int]:
        """For the header of the file."""
        return asdict(self)


@dataclass
class Dropout:
    """Shares of units dropped in training."""

    inputs: float = 0.2
    layers: float = 0.3
    heads: float = 0.3
    recurrent: float = 0.0
    bits: float = 0.15


def shared_dropout(x: Tensor, share: float, training: bool, dim: int) -> Tensor:
    """Dropout with one mask along `dim` (time): the same units all through a sentence."""
    if not training or share <= 0:
        return x
    shape = list(x.shape)
    shape[dim] = 1
    return x * (torch.rand(shape) >= share).float().div_(1 - share)


class Biaffine(nn.Module):
    """Head and dependent projections, and the vector that stands for the root."""

    def __init__(self, inputs: int, size: int) -> None:
        super().__init__()
        self.head = nn.Linear(inputs, size)
        self.dep = nn.Linear(inputs, size)
        self.root = nn.Parameter(torch.randn(size).abs() * 0.5)

    def forward(self, words: Tensor, share: float) -> tuple[Tensor, Tensor]:
        """[batch, words, inputs] → heads with the root in front [batch, 1 + words, size], dependents."""
        root = F.relu(self.root).expand(words.shape[0], 1, -1)
        heads = torch.cat([root, F.relu(self.head(words))], 1)
        deps = F.relu(self.dep(words))
        return (
            shared_dropout(heads, share, self.training, 1),
            shared_dropout(deps, share, self.training, 1),
        )


class Reader(nn.Module):
    """Encoder and heads. Tensors are time-major ([time, batch, …]) up to h3, batch-major for words."""

    def __init__(self, sizes: Sizes, dropout: Dropout) -> None:
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        s = sizes
        self.types = TypeEncoder(s.words, s.chars, s.shapes)
        self.l1 = Layer(TYPE + s.bits, s.h1)
        self.l2 = Layer(2 * s.h1, s.h2)
        self.l3 = Layer(2 * s.h2, s.h3)
        state = 2 * s.h3
        self.segment_chars = nn.Embedding(s.chars, 32)
        self.segment_near = nn.Parameter(torch.randn(7, 32, s.segment) * 0.07)
        self.segment_hidden = nn.Linear(state, s.segment)
        self.segment_out = nn.Linear(s.segment, s.segment_labels)
        self.word_hidden = nn.Linear(state, s.word_state)
        self.word_type = nn.Linear(TYPE, s.word_state, bias=False)
        self.word_slots = nn.Embedding(s.slots, s.word_state)
        self.word_clitics = nn.Embedding(s.clitics, s.word_state)
        for table in (self.word_slots, self.word_clitics):
            nn.init.normal_(table.weight, std=0.2)
        self.upos = nn.Linear(s.word_state, s.upos)
        self.xpos = nn.Linear(s.word_state, s.xpos)
        self.lemma = nn.Linear(s.word_state, s.lemma)
        self.arc = Biaffine(s.word_state, s.arc)
        self.arc_u = nn.Parameter(torch.randn(s.arc, s.arc) * 0.02)
        self.arc_bias = nn.Parameter(torch.zeros(s.arc))
        self.relation = Biaffine(s.word_state, s.relation)
        self.relation_u = nn.Parameter(torch.randn(s.deprel * s.relation, s.relation) * 0.02)
        self.relation_head = nn.Linear(s.relation, s.deprel, bias=False)
        self.relation_dep = nn.Linear(s.relation, s.deprel)
        self.names_hidden = nn.Linear(state, s.names)
        self.names_corpora = nn.Embedding(len(CORPORA), s.names)
        nn.init.normal_(self.names_corpora.weight, std=0.1)
        self.names_out = nn.Linear(s.names, len(TAGS))
        self.names_transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.names_start = nn.Parameter(torch.zeros(len(TAGS)))
        forbidden = torch.zeros(len(TAGS), len(TAGS), dtype=torch.bool)
        for to, tag in enumerate(TAGS):
            if tag.startswith("I-"):
                for origin, before in enumerate(TAGS):
                    forbidden[origin, to] = before[2:] != tag[2:]
        self.register_buffer("names_forbidden", forbidden, persistent=False)
        self.register_buffer("start_forbidden", torch.tensor([t.startswith("I-") for t in TAGS]), persistent=False)

    def encode(self, batch: dict[str, Tensor], exact: bool = False) -> tuple[Tensor, Tensor]:
        """h3 [time, batch, 2 · h3], and the type vectors [time, batch, TYPE]."""
        d = self.dropout
        drop = None
        if self.training:
            drop = torch.rand(len(batch["rows"])) < batch["rare"]
        table = self.types(batch["rows"], batch["shapes"], batch["chars"], drop)
        t = table[batch["tokens"]]
        x = shared_dropout(t, d.inputs, self.training, 0)
        if self.sizes.bits:
            bits = batch["bits"].float()
            if self.training:
                # A whole sentence without bits now and then: the rest must not lean on them alone.
                bits = bits * (torch.rand(1, bits.shape[1], 1) >= d.bits).float()
            x = torch.cat([x, bits], 2)
        lengths = batch["lengths"]
        h = self.l1(x, lengths, exact)
        h = self.l2(shared_dropout(h, d.layers, self.training, 0), lengths, exact)
        h = self.l3(shared_dropout(h, d.layers, self.training, 0), lengths, exact)
        return shared_dropout(h, d.layers, self.training, 0), t

    def segment(self, h: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """Logits of each character: `char_token` is its token's place in the flattened h, `near` its neighbours."""
        hidden = self.segment_hidden(h.reshape(-1, h.shape[-1])[batch["segment_tokens"]])[batch["char_token"]]
        near = torch.einsum("cd,kdh->kch", self.segment_chars.weight, self.segment_near)
        for k in range(7):
            hidden = hidden + near[k][batch["near"][:, k]]
        return self.segment_out(F.dropout(F.relu(hidden), 0.1, self.training))

    def word_states(self, h: Tensor, t: Tensor, batch: dict[str, Tensor]) -> Tensor:
        """[batch, words, word_state]; `word_token` is the place of each word's token in the flattened h."""
        place = batch["word_token"]
        states = self.word_hidden(h.reshape(-1, h.shape[-1])[place])
        kinds = self.word_type(shared_dropout(t.reshape(-1, t.shape[-1])[place], self.dropout.inputs, self.training, 1))
        states = states + kinds + self.word_slots(batch["slot"]) + self.word_clitics(batch["clitic"])
        return shared_dropout(F.relu(states), self.dropout.heads, self.training, 1)

    def arc_scores(self, r: Tensor) -> Tensor:
        """[batch, words, 1 + words]: dependents by heads, the root first."""
        heads, deps = self.arc(r, self.dropout.heads)
        return deps @ self.arc_u @ heads.transpose(1, 2) + (heads @ self.arc_bias)[:, None]

    def relation_scores(self, r: Tensor, head: Tensor) -> Tensor:
        """[batch, words, relations] for the given heads (0 is the root)."""
        heads, deps = self.relation(r, self.dropout.heads)
        heads = heads.gather(1, head[:, :, None].expand(-1, -1, heads.shape[2]))
        product = (heads @ self.relation_u.T).view(*head.shape, self.sizes.deprel, self.sizes.relation)
        return (product @ deps[..., None])[..., 0] + self.relation_head(heads) + self.relation_dep(deps)

    def name_emissions(self, h: Tensor, corpus: Tensor) -> Tensor:
        """[time, batch, tags]."""
        hidden = F.relu(self.names_hidden(h) + self.names_corpora(corpus)[None])
        return self.names_out(shared_dropout(hidden, self.dropout.heads, self.training, 0))

    def name_moves(self) -> tuple[Tensor, Tensor]:
        """Transition scores and start scores, forbidden ones at `FORBIDDEN`."""
        return (
            self.names_transitions.masked_fill(self.names_forbidden, FORBIDDEN),
            self.names_start.masked_fill(self.start_forbidden, FORBIDDEN),
        )
