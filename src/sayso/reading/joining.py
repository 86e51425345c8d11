"""Joining: what holds between two tokens of a window - a role and its cue, a verb and its head - from their vectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.reading.decoding import (
    PARAGRAPH_RELATIONS,
    CueRoles,
    Range,
    Scores,
    decode_roles,
    distance_of,
    paragraph_relation,
)

_AT_ONCE = 32  # cues joined in one call, which bounds its memory


class RoleJoiner:
    """Scores every token as source or content of given cues, by the trained join in `roles.onnx`."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def join(self, given: Mapping[str, Scores], cues: Sequence[Range], paragraphs: Sequence[int]) -> list[CueRoles]:
        """Each cue with its source and content; `given` is what the encoder gives for the window."""
        found: list[CueRoles] = []
        numbers = np.array(paragraphs, dtype=np.int64)
        for start in range(0, len(cues), _AT_ONCE):
            some = cues[start : start + _AT_ONCE]
            found += decode_roles(self._scores(given, some, numbers), some, paragraphs)
        return found

    def _scores(self, given: Mapping[str, Scores], cues: Sequence[Range], paragraphs: NDArray[np.int64]) -> Scores:
        length = len(paragraphs)
        weights = np.zeros((len(cues), length), dtype=np.float32)
        places = np.empty((len(cues), length), dtype=np.int64)
        for row, cue in enumerate(cues):
            weights[row, cue.start : cue.end] = 1 / (cue.end - cue.start)
            places[row] = distance_of(length, cue.start, cue.end) * PARAGRAPH_RELATIONS
            places[row] += paragraph_relation(paragraphs, cue.start)
        fed = {"hidden": given["hidden"], "tokens": given["tokens"], "cues": weights, "places": places}
        return np.asarray(self._session.run(["scores"], fed)[0])


class SyntaxJoiner:
    """Finds heads and relations by the trained parser in `syntax.onnx`; `relations` are its relations' names."""

    def __init__(self, session: Any, relations: Sequence[str]) -> None:
        self._session = session
        self._relations = relations

    def join(self, hidden: Scores, asked: Sequence[int]) -> dict[int, tuple[int, str]]:
        """For each token that is asked for the index of its head in the window (-1: a root) and its relation to it."""
        if not asked:
            return {}
        fed = {"hidden": hidden, "asked": np.array(asked, dtype=np.int64)}
        heads, relations = (given.tolist() for given in self._session.run(["heads", "relations"], fed))
        return {
            token: (-1, "root") if head == token else (head, self._relations[relation])
            for token, head, relation in zip(asked, heads, relations, strict=True)
        }


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
