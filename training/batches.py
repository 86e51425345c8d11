"""Batches: labelled windows of like length padded into tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from sayso.reading.decoding import distance_of, paragraph_relation
from sayso.reading.signs import SIGNS
from training.labelling import UNKNOWN, Labelled

_FAR = 0.25  # weight of an unlabelled token outside the cue's paragraph, of which there are many


@dataclass(slots=True)
class Batch:
    """Padded tensors of some windows; role tensors have one row a cue, `rows` saying of which window."""

    ids: Tensor
    signs: Tensor
    mask: Tensor
    first: Tensor
    present: Tensor
    cue: Tensor
    flat: Tensor
    name: Tensor
    pos: Tensor
    head: Tensor
    relation: Tensor
    rows: Tensor
    cues: Tensor
    distances: Tensor
    paragraphs: Tensor
    roles: Tensor
    weights: Tensor


def group(windows: Sequence[Labelled], pieces: int, chance: random.Random) -> list[list[int]]:
    """Indexes of windows in batches of up to `pieces` padded word pieces, in random order."""
    order = sorted(range(len(windows)), key=lambda i: len(windows[i].window.ids) + chance.random() * 25)
    batches: list[list[int]] = []
    current: list[int] = []
    longest = 0
    for i in order:
        longest = max(longest, len(windows[i].window.ids))
        if current and longest * (len(current) + 1) > pieces:
            batches.append(current)
            current, longest = [], len(windows[i].window.ids)
        current.append(i)
    if current:
        batches.append(current)
    chance.shuffle(batches)
    return batches


def collate(windows: Sequence[Labelled]) -> Batch:
    """One batch of the given windows."""
    size = len(windows)
    pieces = max(len(w.window.ids) for w in windows)
    tokens = max(len(w.window.tokens) for w in windows)
    ids, mask = torch.zeros(size, pieces, dtype=torch.long), torch.zeros(size, pieces)
    signs = torch.zeros(size, pieces, len(SIGNS))
    first = torch.zeros(size, tokens, dtype=torch.long)
    present = torch.zeros(size, tokens, dtype=torch.bool)
    layers = {name: torch.full((size, tokens), UNKNOWN) for name in ("cue", "flat", "name", "pos", "head", "relation")}
    for row, labelled in enumerate(windows):
        window = labelled.window
        n, m = len(window.ids), len(window.tokens)
        ids[row, :n], mask[row, :n] = torch.tensor(window.ids), 1.0
        first[row, :m], present[row, :m] = torch.tensor(window.first), True
        signs[row, :n] = torch.from_numpy(sign_rows(window.ids, window.first, window.signs))
        for name, tensor in layers.items():
            tensor[row, :m] = torch.tensor(getattr(labelled, name))
    return Batch(ids, signs, mask, first, present, **layers, **_role_tensors(windows, tokens))


def sign_rows(ids: Sequence[int], first: Sequence[int], signs: Sequence[tuple[int, ...]]) -> np.ndarray:
    """Signs as zeros and ones, [pieces, signs]; every piece of a token has the token's signs."""
    rows = np.zeros((len(ids), len(SIGNS)), dtype=np.float32)
    for index, (start, own) in enumerate(zip(first, signs, strict=True)):
        end = first[index + 1] if index + 1 < len(first) else len(ids) - 1
        rows[start:end, list(own)] = 1.0
    return rows


def _role_tensors(windows: Sequence[Labelled], tokens: int) -> dict[str, Tensor]:
    cues = [(row, labelled, roles) for row, labelled in enumerate(windows) for roles in labelled.roles]
    count = max(1, len(cues))
    rows = torch.zeros(count, dtype=torch.long)
    weights_of_cue, weights = torch.zeros(count, tokens), torch.zeros(count, tokens)
    distances, paragraphs = torch.zeros(count, tokens, dtype=torch.long), torch.zeros(count, tokens, dtype=torch.long)
    labels = torch.full((count, tokens), UNKNOWN)
    for index, (row, labelled, roles) in enumerate(cues):
        n = len(labelled.window.tokens)
        rows[index] = row
        weights_of_cue[index, roles.start : roles.end] = 1.0 / (roles.end - roles.start)
        relation = paragraph_relation(np.array(labelled.window.paragraphs), roles.start)
        distances[index, :n] = torch.from_numpy(distance_of(n, roles.start, roles.end))
        paragraphs[index, :n] = torch.from_numpy(relation)
        own = torch.tensor(roles.labels)
        own[roles.start : roles.end] = UNKNOWN
        labels[index, :n] = own
        near = torch.from_numpy(relation == 0) | (own > 0)
        weights[index, :n] = torch.where(near, 1.0, _FAR)
    return {"rows": rows, "cues": weights_of_cue, "distances": distances, "paragraphs": paragraphs, "roles": labels,
            "weights": weights}  # fmt: skip
