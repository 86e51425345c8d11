"""Decoding: from the network's scores for the tokens of one window to cues, their sources and contents, and names.

The roles are decoded cue by cue, as in semantic role labelling (one predicate, its arguments): every token is scored
as part of the source or content of a given cue, so that linking is by construction, contents may nest, and several
cues may share a source. Labels that no span can have (an inside without its begin) are ruled out by Viterbi.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.reading.analysis import NameKind

Scores = NDArray[np.float32]
Labels = NDArray[np.int64]

CUE_LABELS = ("O", "B", "I")
ROLE_LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
NAME_KINDS: tuple[NameKind, ...] = ("person", "organisation", "place", "other")
NAME_LABELS = ("O", *(f"{edge}-{kind}" for kind in NAME_KINDS for edge in "BI"))

_EDGES = np.array((1, 2, 3, 4, 5, 7, 10, 15, 23, 36, 61))
DISTANCES = 2 * len(_EDGES) + 1
PARAGRAPH_RELATIONS = 4  # the same, the one before, the one after, another
_REACH = 12  # tokens before an unlawful run in which its begin is looked for
_IMPOSSIBLE = np.float32(-1e9)
_NOT_OUTSIDE = np.array((0.0, 1.0, 1.0), dtype=np.float32)  # of CUE_LABELS


class Range(NamedTuple):
    """Tokens [start, end) of a window, with the mean probability of their labels."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class CueRoles:
    """A cue with its source (at most one range) and its content, as token ranges of the window."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]


def distance_of(length: int, start: int, end: int) -> Labels:
    """For each of `length` tokens the class of its signed distance to the cue [start, end); 0 is inside the cue."""
    places = np.arange(length)
    before = np.searchsorted(_EDGES, start - places, side="right")
    after = np.searchsorted(_EDGES, places - end + 1, side="right")
    return np.where(places < start, before, np.where(places >= end, len(_EDGES) + after, 0)).astype(np.int64)


def paragraph_relation(paragraphs: NDArray[np.int64], cue: int) -> Labels:
    """For each token how its paragraph stands to that of the cue's first token."""
    gap = paragraphs - paragraphs[cue]
    return np.where(gap == 0, 0, np.where(gap == -1, 1, np.where(gap == 1, 2, 3))).astype(np.int64)


def softmax(scores: Scores) -> Scores:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def decode_spans(scores: Scores, bias: float = 0.0) -> list[tuple[int, Range]]:
    """Spans of a begin/inside labelling as (kind, tokens); labels are O, B-0, I-0, B-1, I-1 …

    `bias` is added to all labels but O. An inside that does not follow its own kind is ruled out by Viterbi.
    """
    raised = scores.copy()
    raised[:, 1:] += np.float32(bias)
    labels = _lawful(raised)
    return _runs(labels.tolist(), _chances(softmax(scores), labels), None)


def _chances(chances: Scores, labels: Labels) -> list[float]:
    """Of each token the probability of its label's kind, begin and inside together."""
    rows, begins = np.arange(len(labels)), np.maximum(labels - 1 + labels % 2, 1)
    return (chances[rows, begins] + chances[rows, begins + 1]).tolist()  # type: ignore[no-any-return]


def _runs(labels: list[int], chances: list[float], paragraphs: Sequence[int] | None) -> list[tuple[int, Range]]:
    """Spans of a lawful labelling as (kind, tokens); they break where the paragraph does."""
    found: list[tuple[int, Range]] = []
    end = 0
    for start, label in enumerate(labels):
        if start < end or label == 0:
            continue
        inside = label + label % 2
        end = start + 1
        while end < len(labels) and labels[end] == inside and (not paragraphs or paragraphs[end] == paragraphs[start]):
            end += 1
        found.append((inside // 2 - 1, Range(start, end, min(1.0, sum(chances[start:end]) / (end - start)))))
    return found


def nested_cues(scores: Scores, found: Sequence[CueRoles], bias: float) -> list[Range]:
    """Cues that only show when those inside the contents already found are given `bias`.

    PolNeAR annotates no attribution within another, so that a network trained on it is shy of cues there.
    """
    inside = np.zeros(len(scores), dtype=bool)
    for roles in found:
        for part in roles.content:
            inside[part.start : part.end] = True
    for roles in found:
        inside[roles.cue.start : roles.cue.end] = False
    if bias <= 0 or not inside.any():
        return []
    raised = np.where(inside[:, None], scores, np.float32(_IMPOSSIBLE) * _NOT_OUTSIDE)
    return [part for _, part in decode_spans(raised, bias)]


def decode_roles(scores: Scores, cues: Sequence[Range], paragraphs: Sequence[int]) -> list[CueRoles]:
    """The source and content of each cue from the role scores [cues, tokens, ROLE_LABELS] given that cue."""
    for row, cue in enumerate(cues):
        scores[row, cue.start : cue.end, 1:] = _IMPOSSIBLE
    chances = softmax(scores)
    return [_roles_of(*parts, paragraphs) for parts in zip(cues, scores, chances, strict=True)]


def _roles_of(cue: Range, scores: Scores, chances: Scores, paragraphs: Sequence[int]) -> CueRoles:
    labels = _lawful(scores)
    found = _runs(labels.tolist(), _chances(chances, labels), paragraphs)
    sources = [part for kind, part in found if kind == 0]
    best = max(sources, key=lambda r: (r.score * min(r.end - r.start, 3), -r.start), default=None)
    return CueRoles(cue, best, tuple(part for kind, part in found if kind == 1))


def _lawful(scores: Scores) -> Labels:
    """The best labelling in which an inside follows its begin.

    That is the plain best one, but for the runs of labels that break the law: these, with a few tokens before them in
    which a span may begin, are decoded again.
    """
    labels: Labels = scores.argmax(-1)
    if not len(labels):
        return labels
    before = np.concatenate(([0], labels[:-1]))
    inside = (labels > 0) & (labels % 2 == 0)
    done = 0
    for place in np.flatnonzero(inside & (before != labels) & (before != labels - 1)).tolist():
        if place < done:
            continue
        start = end = place
        while start > done and labels[start - 1]:
            start -= 1
        start = max(done, start - _REACH)
        while start > done and labels[start]:  # not into the middle of another span
            start -= 1
        while end < len(labels) and labels[end]:
            end += 1
        labels[start:end] = _viterbi(scores[start:end])
        done = end
    return labels


def _viterbi(scores: Scores) -> Labels:
    """Viterbi with forbidden transitions, in plain floats: so few labels do not pay for arrays."""
    rows = scores.tolist()
    width = range(len(rows[0]))
    best = [-1e9 if i and i % 2 == 0 else score for i, score in enumerate(rows[0])]
    back: list[list[int]] = []
    for row in rows[1:]:
        top = max(width, key=best.__getitem__)
        chosen = [top if i == 0 or i % 2 else (i if best[i] >= best[i - 1] else i - 1) for i in width]
        best = [best[chosen[i]] + row[i] for i in width]
        back.append(chosen)
    label = max(width, key=best.__getitem__)
    path = [label]
    for chosen in reversed(back):
        label = chosen[label]
        path.append(label)
    return np.array(path[::-1], dtype=np.int64)
