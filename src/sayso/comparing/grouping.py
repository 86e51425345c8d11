"""Groups from edges, never by transitive closure alone: two groups join where they agree on the whole.

Average linkage over the edges that carry evidence; a pair without an edge counts as zero. So a chain a-b-c-d, in which
only neighbours are alike, falls apart, while one in which most are alike holds. The result depends on the set of edges,
not on the order in which they were found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

# Mean score between two groups from which they are one.
_AGREED = 0.5
Edge = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rulings:
    """What analysts decided of pairs: these are one, these are not. `settled` has for each node the group that it was
    put into before, None where it is new: such groups stay as they are, and new nodes join them."""

    one: frozenset[Edge] = frozenset()
    apart: frozenset[Edge] = frozenset()
    settled: tuple[str | None, ...] = ()


def pairs_with_new(held: Sequence[int], old: Sequence[bool]) -> Iterator[Edge]:
    """The pairs of these nodes of which one at least is new; what is old was compared with each other before."""
    for node in held:
        if not old[node]:
            for other in held:
                if old[other] or other > node:
                    yield (node, other) if node < other else (other, node)


def grouped(count: int, edges: Mapping[Edge, float], rulings: Rulings | None = None) -> list[tuple[int, ...]]:
    """Groups of the nodes 0 to count - 1, each sorted, by average linkage; `edges` go from the lower to the higher."""
    ruled = rulings or Rulings()
    groups = _Groups(count, edges, ruled)
    for a, b in sorted(ruled.one):
        groups.join(a, b)
    for (a, b), _ in sorted(edges.items(), key=lambda e: (-e[1], e[0])):
        groups.join_if_agreed(a, b)
    return groups.listed()


class _Groups:
    """The groups so far, and the sum of scores between each two."""

    def __init__(self, count: int, edges: Mapping[Edge, float], ruled: Rulings) -> None:
        self.group = list(range(count))
        self.members = {i: [i] for i in range(count)}
        self.between: dict[int, dict[int, float]] = {}
        for (a, b), score in edges.items():
            self.between.setdefault(a, {})[b] = score
            self.between.setdefault(b, {})[a] = score
        self.apart: dict[int, set[int]] = {}
        self.label: dict[int, str] = {}
        first: dict[str, int] = {}
        for node, label in enumerate(ruled.settled):
            if label is not None:
                self.join(first.setdefault(label, node), node)
                self.label[first[label]] = label
        for a, b in ruled.apart:
            one, other = self.group[a], self.group[b]
            if one != other:
                self.apart.setdefault(one, set()).add(other)
                self.apart.setdefault(other, set()).add(one)

    def join_if_agreed(self, a: int, b: int) -> None:
        one, other = self.group[a], self.group[b]
        if one == other:
            return
        pairs = len(self.members[one]) * len(self.members[other])
        if self.between.get(one, {}).get(other, 0.0) / pairs >= _AGREED:
            self.join(a, b)

    def join(self, a: int, b: int) -> None:
        one, other = sorted((self.group[a], self.group[b]))
        if one == other or other in self.apart.get(one, ()) or (one in self.label and other in self.label):
            return
        if other in self.label:
            self.label[one] = self.label.pop(other)
        for member in self.members[other]:
            self.group[member] = one
        self.members[one] += self.members.pop(other)
        moved = self.between.pop(other, {})
        mine = self.between.setdefault(one, {})
        for third, score in moved.items():
            self.between[third].pop(other, None)
            if third != one:
                mine[third] = mine.get(third, 0.0) + score
                self.between[third][one] = mine[third]
        for third in self.apart.pop(other, set()):
            self.apart[third].discard(other)
            self.apart[third].add(one)
            self.apart.setdefault(one, set()).add(third)

    def listed(self) -> list[tuple[int, ...]]:
        return sorted(tuple(sorted(m)) for m in self.members.values())
