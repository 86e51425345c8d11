"""Losses of all heads, weighted so that the roles lead."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.labelling import UNKNOWN
from training.network import Heads, Network

WEIGHTS = {"cue": 1.0, "roles": 1.5, "flat": 0.3, "name": 1.0, "pos": 0.15, "arc": 0.25, "relation": 0.15}


def losses(network: Network, heads: Heads, batch: Batch) -> dict[str, Tensor]:
    """Each head's mean loss over the tokens that it knows; zero where it knows none."""
    found = {
        "cue": _mean(heads.cue, batch.cue),
        "flat": _mean(heads.flat, batch.flat),
        "name": _mean(heads.name, batch.name),
        "pos": _mean(heads.pos, batch.pos),
    }
    zero = heads.cue.sum() * 0.0
    found["roles"] = zero
    if bool((batch.roles != UNKNOWN).any()):
        scores = network.role_scores(heads, batch.rows, batch.cues, (batch.distances, batch.paragraphs))
        each = nn.functional.cross_entropy(
            scores.flatten(0, 1), batch.roles.flatten(), ignore_index=UNKNOWN, reduction="none"
        )
        weights = batch.weights.flatten() * (batch.roles.flatten() != UNKNOWN)
        found["roles"] = (each * weights).sum() / weights.sum()
    found["arc"] = found["relation"] = zero
    known = (batch.head != UNKNOWN).any(-1)
    if bool(known.any()):
        part = Heads(*(h[known] for h in heads))
        head = batch.head[known]
        found["arc"] = _mean(network.arc_scores(part, batch.present[known]), head)
        found["relation"] = _mean(network.label_scores(part, head.clamp(min=0)), batch.relation[known])
    return found


def _mean(scores: Tensor, labels: Tensor) -> Tensor:
    if not bool((labels != UNKNOWN).any()):
        return scores.float().sum() * 0.0
    return nn.functional.cross_entropy(scores.float().flatten(0, 1), labels.flatten(), ignore_index=UNKNOWN)


def total(parts: dict[str, Tensor]) -> Tensor:
    """The weighted sum."""
    return torch.stack([WEIGHTS[name] * value for name, value in parts.items()]).sum()
