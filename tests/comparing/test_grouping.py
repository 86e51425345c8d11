"""Groups hold only where their members agree on the whole, whatever the order of the edges."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.grouping import Rulings, grouped

edges_of_eight = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda e: e[0] < e[1]), st.floats(0.1, 1.0), max_size=20
)


def test_a_chain_of_look_alikes_is_no_group() -> None:
    chain = {(i, i + 1): 0.6 for i in range(9)}
    assert max(len(g) for g in grouped(10, chain)) == 2


def test_those_that_agree_with_each_other_are_one() -> None:
    assert grouped(3, {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.8}) == [(0, 1, 2)]


def test_what_was_decided_holds_against_the_scores() -> None:
    ruled = Rulings(one=frozenset({(0, 2)}), apart=frozenset({(0, 1)}))
    assert grouped(3, {(0, 1): 1.0, (1, 2): 0.1}, ruled) == [(0, 2), (1,)]


def test_one_that_is_apart_from_a_member_is_apart_from_the_group() -> None:
    ruled = Rulings(apart=frozenset({(0, 2)}))
    assert (0, 1, 2) not in grouped(3, {(0, 1): 0.9, (0, 2): 0.9, (1, 2): 0.9}, ruled)


@given(edges_of_eight, st.integers(0, 99))
def test_the_order_of_the_edges_changes_nothing(edges: dict[tuple[int, int], float], seed: int) -> None:
    shuffled = list(edges.items())
    random.Random(seed).shuffle(shuffled)
    assert grouped(8, dict(shuffled)) == grouped(8, edges)


@given(edges_of_eight)
def test_every_node_is_in_exactly_one_group(edges: dict[tuple[int, int], float]) -> None:
    assert sorted(n for g in grouped(8, edges) for n in g) == list(range(8))
