"""What an origin graph is drawn from, and its layout: origins first, then who carries them, then who copied whom.

A carrier stands under the article that it was copied from, else under its origin; an order that hangs on nothing but
the data (day, name, key), so that the same claim always gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

_MOST = 40  # carriers drawn; all are in the table


@dataclass(frozen=True, slots=True)
class OriginNode:
    """An independent root of a claim. `kind` is voice, release, agency or outlet; `reason` why it is one."""

    key: str
    name: str
    kind: str = "voice"
    side: str | None = None
    href: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Carrier:
    """An article that carries the claim: on which origins' word, and copied from which other article's key, how."""

    key: str
    name: str
    origins: tuple[str, ...] = ()
    published: str | None = None
    side: str | None = None
    href: str | None = None
    copy_of: str | None = None
    copy_kind: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the layout: a row (fractions where it stands between its own), and how far from the origin."""

    key: str
    row: float
    depth: int
    origin: OriginNode | None = None
    carrier: Carrier | None = None


@dataclass(frozen=True, slots=True)
class Edge:
    """From an origin to a carrier, or from an article to its copy."""

    start: str
    end: str
    copied: bool


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes in the order of reading, edges, how many rows, how deep, and how many carriers were left out."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    rows: int
    depth: int
    more: int


def graph_of(origins: Iterable[OriginNode], carriers: Iterable[Carrier]) -> Graph:
    """The layout. Copies in a ring are cut at the first of them; a carrier without known origin stands by itself."""
    roots = sorted(origins, key=lambda o: (o.kind, o.name, o.key))
    given = sorted(carriers, key=lambda c: (c.published or "9999", c.name, c.key))
    shown = given[:_MOST]
    parents = _parents(shown, {o.key for o in roots})
    children: dict[str, list[Carrier]] = {}
    for carrier in shown:
        children.setdefault(parents[carrier.key], []).append(carrier)
    nodes: list[Node] = []
    row = 0
    for root in roots:
        row = _place(root.key, 0, row, children, nodes, origin=root)
    for loose in children.get("", []):
        row = _place(_own(loose), 1, row, children, nodes, carrier=loose)
    return Graph(
        tuple(nodes),
        tuple(_edges(shown, parents)),
        row,
        max((n.depth for n in nodes), default=0),
        len(given) - len(shown),
    )


def _own(carrier: Carrier) -> str:
    """A carrier's key among the nodes, apart from those of origins."""
    return f"article {carrier.key}"


def _parents(carriers: Sequence[Carrier], roots: set[str]) -> dict[str, str]:
    by_key = {carrier.key: carrier for carrier in carriers}
    parents: dict[str, str] = {}
    for carrier in carriers:
        above = carrier.copy_of
        seen = {carrier.key}
        while above in by_key and above not in seen:
            seen.add(above)
            above = by_key[above].copy_of
        in_ring = above in seen
        if carrier.copy_of in by_key and not (in_ring and carrier.key == min(seen)):
            parents[carrier.key] = _own(by_key[carrier.copy_of or ""])
        else:
            parents[carrier.key] = next((key for key in carrier.origins if key in roots), "")
    return parents


def _place(
    key: str, depth: int, row: int, children: Mapping[str, Sequence[Carrier]], nodes: list[Node],
    origin: OriginNode | None = None, carrier: Carrier | None = None,
) -> int:  # fmt: skip
    """Puts a node and all under it; the first row that is free after."""
    at, below = len(nodes), children.get(key, ())
    nodes.append(Node(key, row, depth, origin, carrier))
    after = row
    for child in below:
        after = _place(_own(child), depth + 1, after, children, nodes, carrier=child)
    after = max(after, row + 1)
    rows = [n.row for n in nodes[at + 1 :] if n.depth == depth + 1]
    if rows:
        nodes[at] = Node(key, (rows[0] + rows[-1]) / 2, depth, origin, carrier)
    return after


def _edges(carriers: Sequence[Carrier], parents: Mapping[str, str]) -> Iterable[Edge]:
    for carrier in carriers:
        above = parents[carrier.key]
        if above:
            yield Edge(above, _own(carrier), copied=above.startswith("article "))
        for key in carrier.origins:
            if key != above and not above.startswith("article "):
                yield Edge(key, _own(carrier), copied=False)
