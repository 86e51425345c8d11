"""The network: one encoder with heads for cues, roles given a cue, names, parts of speech and dependencies.

Every head gives per-token vectors; what joins two tokens (a role to its cue, a word to its head) is scored apart, so
that the run time calls the encoder once a window, and the joins (training/graphs.py) for the cues and verbs found.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from sayso.reading.decoding import CUE_LABELS, DISTANCES, NAME_LABELS, PARAGRAPH_RELATIONS, ROLE_LABELS
from training.encoder import WIDTH, Encoder

PAIR, PRODUCT, ARC, LABEL = 192, 64, 128, 64


class Heads(NamedTuple):
    """What the network says of each token, all [batch, tokens, …]."""

    cue: Tensor
    name: Tensor
    pair_token: Tensor
    pair_cue: Tensor
    product_token: Tensor
    product_cue: Tensor
    pos: Tensor
    arc_dependent: Tensor
    arc_head: Tensor
    label_dependent: Tensor
    label_head: Tensor
    flat: Tensor


class Network(nn.Module):
    """Encoder and heads. `relations` and `tags` are the numbers of dependency relations and parts of speech."""

    def __init__(self, signs: int, relations: int, tags: int, dropout: float = 0.1) -> None:
        super().__init__()
        roles = len(ROLE_LABELS)
        self.encoder = Encoder(signs, dropout)
        self.drop = nn.Dropout(dropout)
        self.cue = nn.Linear(WIDTH, len(CUE_LABELS))
        self.name = nn.Linear(WIDTH, len(NAME_LABELS))
        self.flat = nn.Linear(WIDTH, roles)
        self.pos = nn.Linear(WIDTH, tags)
        self.pair_token = nn.Linear(WIDTH, PAIR)
        self.pair_cue = nn.Linear(WIDTH, PAIR, bias=False)
        self.distance = nn.Embedding(DISTANCES, PAIR)
        self.paragraph = nn.Embedding(PARAGRAPH_RELATIONS, PAIR)
        self.pair_out = nn.Linear(PAIR, roles)
        self.product_token = nn.Linear(WIDTH, PRODUCT)
        self.product_cue = nn.Linear(WIDTH, roles * PRODUCT)
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.arc_weight = nn.Parameter(torch.eye(ARC) * 0.1)
        self.arc_bias = nn.Parameter(torch.zeros(ARC))
        self.arc_root = nn.Parameter(torch.zeros(ARC))
        self.label_dependent = nn.Linear(WIDTH, LABEL)
        self.label_head = nn.Linear(WIDTH, LABEL)
        self.label_weight = nn.Parameter(torch.randn(relations, LABEL + 1, LABEL + 1) * 0.02)
        nn.init.normal_(self.distance.weight, std=0.02)
        nn.init.normal_(self.paragraph.weight, std=0.02)

    def forward(self, ids: Tensor, signs: Tensor, mask: Tensor | None, first: Tensor) -> Heads:
        """ids, mask [batch, pieces]; signs [batch, pieces, signs]; first [batch, tokens]: where each token begins."""
        pieces = self.encoder(ids, signs, mask)
        x = self.drop(torch.gather(pieces, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH)))
        relu = nn.functional.relu
        return Heads(
            cue=self.cue(x),
            name=self.name(x),
            pair_token=self.pair_token(x),
            pair_cue=self.pair_cue(x),
            product_token=self.product_token(x),
            product_cue=self.product_cue(x),
            pos=self.pos(x),
            arc_dependent=relu(self.arc_dependent(x)) @ self.arc_weight,
            arc_head=relu(self.arc_head(x)),
            label_dependent=relu(self.label_dependent(x)),
            label_head=relu(self.label_head(x)),
            flat=self.flat(x),
        )

    def role_scores(self, heads: Heads, rows: Tensor, cues: Tensor, places: tuple[Tensor, Tensor]) -> Tensor:
        """Scores [cues, tokens, roles] of every token for each cue.

        `rows` [cues] says in which text of the batch a cue stands, `cues` [cues, tokens] holds the weights of its
        tokens (they sum to one), `places` the classes of distance and paragraph, [cues, tokens] each.
        """
        centre = torch.bmm(cues.unsqueeze(1), heads.pair_cue[rows].float())
        pair = torch.relu(
            heads.pair_token[rows].float() + centre + self.distance(places[0]) + self.paragraph(places[1])
        )
        turned = torch.bmm(cues.unsqueeze(1), heads.product_cue[rows].float()).view(len(rows), -1, PRODUCT)
        product = torch.bmm(heads.product_token[rows].float(), turned.transpose(1, 2)) * PRODUCT**-0.5
        out: Tensor = self.pair_out(pair) + product
        return out

    def arc_scores(self, heads: Heads, present: Tensor) -> Tensor:
        """Scores [batch, tokens, tokens] of each token's head; the diagonal stands for the root."""
        dependent, head = heads.arc_dependent.float(), heads.arc_head.float()
        scores = dependent @ head.transpose(1, 2) + (head @ self.arc_bias).unsqueeze(1)
        own = torch.eye(scores.shape[1], dtype=torch.bool).unsqueeze(0)
        root = (dependent @ self.arc_root).unsqueeze(-1).expand_as(scores)
        return torch.where(own, root, scores).masked_fill(~present.unsqueeze(1), -1e4)

    def label_scores(self, heads: Heads, governors: Tensor) -> Tensor:
        """Scores [batch, tokens, relations] of the relation of each token to its given governor."""
        dependent, head = heads.label_dependent.float(), heads.label_head.float()
        head = torch.gather(head, 1, governors.unsqueeze(-1).expand(-1, -1, LABEL))
        one = torch.ones_like(dependent[..., :1])
        out: Tensor = torch.einsum(
            "bni,lij,bnj->bnl", torch.cat([dependent, one], -1), self.label_weight, torch.cat([head, one], -1)
        )
        return out
