"""Decoding: labels become spans, an inside never starts one silently elsewhere, and nesting is found by content."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.decoding import DISTANCES, CueRoles, Range, decode_roles, decode_spans, distance_of, nested_cues
from sayso.reading.joining import parents_of


def scores(labels: list[int], width: int = 5) -> np.ndarray:
    made = np.zeros((len(labels), width), dtype=np.float32)
    made[np.arange(len(labels)), labels] = 6.0
    return made


def spans(found: tuple[Range, ...] | list[Range]) -> list[tuple[int, int]]:
    return [(r.start, r.end) for r in found]


def test_spans_of_a_begin_inside_labelling() -> None:
    found = decode_spans(scores([0, 1, 2, 2, 0, 3, 4, 1, 0]))
    assert [(kind, r.start, r.end) for kind, r in found] == [(0, 1, 4), (1, 5, 7), (0, 7, 8)]
    assert all(0.9 < r.score <= 1 for _, r in found)


def test_roles_of_a_cue_leave_the_cue_out_and_break_at_paragraphs() -> None:
    roles = decode_roles(scores([1, 2, 3, 3, 4, 4, 4, 0])[None], [Range(2, 3, 1.0)], [0, 0, 0, 0, 0, 1, 1, 1])[0]
    assert roles.source is not None
    assert (roles.source.start, roles.source.end) == (0, 2)
    assert spans(roles.content) == [(3, 5), (5, 7)]


def test_an_inside_without_its_begin_is_ruled_out() -> None:
    given_scores = scores([0, 4, 4, 0])
    given_scores[1, 3] = 5.5  # nearly a begin: the lawful path takes it
    roles = decode_roles(given_scores[None], [Range(0, 1, 1.0)], [0] * 4)[0]
    assert spans(roles.content) == [(1, 3)]


@given(st.lists(st.lists(st.floats(-9, 9, width=32), min_size=5, max_size=5), min_size=1, max_size=30))
def test_any_scores_give_ranges_inside_the_window(rows: list[list[float]]) -> None:
    made = np.array(rows, dtype=np.float32)
    roles = decode_roles(made[None], [Range(0, 1, 1.0)], [0] * len(rows))[0]
    found = spans(roles.content) + ([] if roles.source is None else spans([roles.source]))
    assert all(1 <= a < b <= len(rows) for a, b in found)


def test_distances_tell_sides_apart() -> None:
    classes = distance_of(9, 4, 6).tolist()
    assert classes[4:6] == [0, 0]
    assert classes[3] == 1
    assert classes[:4] == sorted(classes[:4], reverse=True)
    assert set(classes[:4]).isdisjoint(classes[6:])
    assert max(distance_of(400, 200, 201)) < DISTANCES


def test_the_innermost_content_around_a_cue_is_its_parent() -> None:
    outer = CueRoles(Range(1, 2, 1.0), None, (Range(2, 12, 1.0),))
    middle = CueRoles(Range(3, 4, 1.0), None, (Range(4, 12, 1.0),))
    inner = CueRoles(Range(6, 7, 1.0), None, (Range(7, 12, 1.0),))
    beside = CueRoles(Range(14, 15, 1.0), None, (Range(15, 20, 1.0),))
    assert parents_of([outer, middle, inner, beside]) == [None, 0, 1, None]


def test_two_in_each_others_content_make_no_circle() -> None:
    one = CueRoles(Range(1, 2, 1.0), None, (Range(2, 8, 1.0),))
    other = CueRoles(Range(4, 5, 1.0), None, (Range(0, 4, 1.0),))
    assert parents_of([one, other]) == [None, 0]
    same = CueRoles(Range(4, 5, 1.0), None, (Range(0, 3, 1.0), Range(5, 8, 1.0)))
    assert parents_of([one, same]).count(None) == 1


def test_a_shy_cue_shows_inside_a_content_and_nowhere_else() -> None:
    doubtful = np.zeros((8, 3), dtype=np.float32)
    doubtful[:, 0] = 1.0
    doubtful[[3, 6], 1] = 0.5
    outer = CueRoles(Range(1, 2, 1.0), None, (Range(2, 5, 1.0),))
    assert spans(nested_cues(doubtful - [0, 3, 3] * (np.arange(8) % 3 > 0)[:, None], [outer], 2.0)) == [(3, 4)]
    assert nested_cues(doubtful, [outer], 0.0) == []
    assert nested_cues(doubtful, [], 2.0) == []


def test_an_inside_of_another_kind_is_ruled_out() -> None:
    assert [(kind, r.start, r.end) for kind, r in decode_spans(scores([1, 4, 2]))] == [(0, 0, 3)]
    assert [(kind, r.start, r.end) for kind, r in decode_spans(scores([2, 2, 0]))] == [(0, 0, 2)]
