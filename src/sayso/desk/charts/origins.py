"""What an origin graph is drawn from, and its layout: origins first, then who carries them, then who copied whom.

A carrier stands under the article that it was copied from, else under its origin; an order that hangs on nothing but
the data (day, name, key), so that the same claim always gives the same picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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
        row = _place(Node(root.key, 0, 0, origin=root), row, children, nodes)
    for loose in children.get("", []):
        row = _place(Node(_own(loose), 0, 1, carrier=loose), row, children, nodes)
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


def _place(node: Node, row: int, children: Mapping[str, Sequence[Carrier]], nodes: list[Node]) -> int:
    """Puts a node at the first row given, in the middle of all under it; the first row that is free after."""
    at = len(nodes)
    nodes.append(node)
    after = row
    for child in children.get(node.key, ()):
        after = _place(Node(_own(child), 0, node.depth + 1, carrier=child), after, children, nodes)
    rows = [n.row for n in nodes[at + 1 :] if n.depth == node.depth + 1]
    nodes[at] = replace(node, row=(rows[0] + rows[-1]) / 2 if rows else row)
    return max(after, row + 1)


def _edges(carriers: Sequence[Carrier], parents: Mapping[str, str]) -> Iterable[Edge]:
    for carrier in carriers:
        above = parents[carrier.key]
        if above:
            yield Edge(above, _own(carrier), copied=above.startswith("article "))
        for key in carrier.origins:
            if key != above and not above.startswith("article "):
                yield Edge(key, _own(carrier), copied=False)
