"""Joining: what holds between two tokens of a window - a role and its cue, a word and its head - from their vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.reading.decoding import (
    ROLE_LABELS,
    CueRoles,
    Range,
    Scores,
    decode_roles,
    distance_of,
    paragraph_relation,
)


class RoleJoiner:
    """Scores every token as source or content of a given cue; `tables` are the trained weights of that join."""

    def __init__(self, tables: Mapping[str, Scores]) -> None:
        self._distance = tables["distance"]
        self._paragraph = tables["paragraph"]
        self._weight = tables["pair_weight"]
        self._bias = tables["pair_bias"]

    def join(self, given: Mapping[str, Scores], cues: Sequence[Range], paragraphs: Sequence[int]) -> list[CueRoles]:
        """Each cue with its source and content."""
        numbers = np.array(paragraphs, dtype=np.int64)
        return [decode_roles(self._scores(given, cue, numbers), cue, paragraphs) for cue in cues]

    def _scores(self, given: Mapping[str, Scores], cue: Range, paragraphs: NDArray[np.int64]) -> Scores:
        tokens = given["pair_token"]
        pair = tokens + given["pair_cue"][cue.start : cue.end].mean(0)
        pair += self._distance[distance_of(len(tokens), cue.start, cue.end)]
        pair += self._paragraph[paragraph_relation(paragraphs, cue.start)]
        np.maximum(pair, 0.0, out=pair)
        turned = given["product_cue"][cue.start : cue.end].mean(0).reshape(len(ROLE_LABELS), -1)
        product = given["product_token"] @ turned.T * np.float32(turned.shape[1] ** -0.5)
        scores: Scores = pair @ self._weight + self._bias + product
        return scores


class SyntaxJoiner:
    """Finds each token's head and relation; `relations` names the relations in the order of the trained weights."""

    def __init__(self, tables: Mapping[str, Scores], relations: Sequence[str]) -> None:
        self._head_bias = tables["arc_bias"]
        self._root = tables["arc_root"]
        self._label = tables["label_weight"]
        self._relations = relations

    def join(self, given: Mapping[str, Scores]) -> tuple[list[int], list[str]]:
        """For each token the index of its head in the window (its own: a root) and its relation to it."""
        dependent, head = given["arc_dependent"], given["arc_head"]
        scores = dependent @ head.T + head @ self._head_bias
        np.fill_diagonal(scores, dependent @ self._root)
        heads = scores.argmax(-1)
        one = np.ones((len(dependent), 1), dtype=np.float32)
        left = np.concatenate((given["label_dependent"], one), -1)
        right = np.concatenate((given["label_head"], one), -1)[heads]
        count, width, _ = self._label.shape
        turned = (left @ self._label.transpose(1, 0, 2).reshape(width, -1)).reshape(len(left), count, width)
        labels = np.matmul(turned, right[:, :, None])[:, :, 0].argmax(-1)
        return heads.tolist(), [self._relations[label] for label in labels.tolist()]


def parents_of(found: Sequence[CueRoles]) -> list[int | None]:
    """For each attribution of a window the one in whose content it stands, the innermost; None at the top.

    Where two stand in each other's content, the one with more content is the outer.
    """
    sizes = [sum(part.end - part.start for part in roles.content) for roles in found]

    def holds(outer: int, inner: int) -> bool:
        at = found[inner].cue.start
        return any(part.start <= at < part.end for part in found[outer].content)

    parents: list[int | None] = []
    for inner in range(len(found)):
        around = [
            outer
            for outer in range(len(found))
            if outer != inner
            and holds(outer, inner)
            and (not holds(inner, outer) or (sizes[outer], inner) > (sizes[inner], outer))
        ]
        parents.append(min(around, key=lambda i: (sizes[i], i), default=None))
    return parents
