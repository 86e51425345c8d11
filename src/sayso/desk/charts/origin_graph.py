"""The origin graph: on whose word a claim rests, and on what way it came to each article that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from sayso.desk.charts.frame import Heading, framed, laid_out, nothing
from sayso.desk.charts.labels import cut, width_of
from sayso.desk.charts.origins import Carrier, Edge, Graph, Node, OriginNode, graph_of
from sayso.desk.charts.palette import slot, slots_of
from sayso.desk.charts.stretches import stretch_of, stretch_words
from sayso.desk.charts.svg import element, group, linked, number, picture, text
from sayso.desk.charts.tables import Cell, Table

_ROW = 44.0
_TALL_ROW = 42.0
_INDENT = 20.0
_SIZE = 13.0
_BOLD = 1.24  # how much wider a bold name is
_LINE = 64.0  # what lines have for themselves between two columns
_NOTE = "A whole line: on this word. A broken line: copied from there. Each origin counts once, however many carry it."


def origin_graph(
    origins: Iterable[OriginNode], carriers: Iterable[Carrier], slots: Mapping[str, str] | None = None,
    title: str = "",
) -> Markup:  # fmt: skip
    """The graph of one claim."""
    roots, given = list(origins), list(carriers)
    if not roots and not given:
        return nothing("origins", "Nothing carries this claim.")
    slots = slots_of([*(o.side for o in roots), *(c.side for c in given)]) if slots is None else slots
    graph = graph_of(roots, given)

    def draw(width: float) -> Markup:
        narrow = width < 500
        parts = _tree(graph, width, slots) if narrow else _layers(graph, width, slots)
        tall = len(graph.nodes) * _TALL_ROW if narrow else graph.rows * _ROW
        return picture(width, tall + 8, _summary(roots, given), parts, "graph")

    note = _NOTE + (f" {graph.more} more carriers are in the table." if graph.more else "")
    return framed("origins", Heading(title, note=note), [laid_out(draw)], origin_table(roots, given))


def _layers(graph: Graph, width: float, slots: Mapping[str, str]) -> list[Markup]:
    """Origins at the left, each step of the way further to the right; a column is as wide as its names need."""
    told = {n.key: _told(n) for n in graph.nodes}
    needs = [0.0] * (graph.depth + 1)
    for node in graph.nodes:
        needs[node.depth] = max(needs[node.depth], _taken(told[node.key]))
    wide = _fitted(needs, width - 16 - _LINE * graph.depth)
    lefts = [8 + sum(wide[:at]) + _LINE * at for at in range(graph.depth + 1)]
    spots = {n.key: (lefts[n.depth], 4 + (n.row + 0.5) * _ROW) for n in graph.nodes}
    room = {n.key: wide[n.depth] - 13 for n in graph.nodes}
    ends = {key: (x + min(_taken(told[key]), room[key] + 13), y) for key, (x, y) in spots.items()}
    edges = [_curve(edge, ends[edge.start], spots[edge.end]) for edge in graph.edges if edge.start in spots]
    return [group(edges, "edges"), *(_node(n, spots[n.key], room[n.key], told[n.key], slots) for n in graph.nodes)]


def _fitted(needs: list[float], room: float) -> list[float]:
    """Widths that fit in the room: the widest columns give way first, down to one width for them all."""
    cap, left = max(needs), sorted(needs)
    if sum(needs) > room:
        for at, need in enumerate(left):
            cap = (room - sum(left[:at])) / (len(left) - at)
            if need > cap:
                break
    return [max(40.0, min(need, cap)) for need in needs]


def _taken(told: tuple[str, str]) -> float:
    """How far a node's words reach to the right of its mark."""
    name, sub = told
    return min(300.0, max(width_of(name, _SIZE * _BOLD), width_of(sub, 12.0))) + 18


def _tree(graph: Graph, width: float, slots: Mapping[str, str]) -> list[Markup]:
    """One below the other, indented by the steps of the way."""
    spots = {n.key: (8 + n.depth * _INDENT, 4 + (at + 0.5) * _TALL_ROW) for at, n in enumerate(graph.nodes)}
    edges = []
    for edge in graph.edges:
        (x1, y1), (x2, y2) = spots.get(edge.start, (0.0, 0.0)), spots[edge.end]
        if edge.start in spots and x2 - x1 == _INDENT and y2 > y1:
            down, level = f"M{number(x1)} {number(y1 + 7)}V{number(y2 - 6)}", number(y2)
            path = f"{down}Q{number(x1)} {level} {number(x1 + 6)} {level}H{number(x2 - 6)}"
            edges.append(element("path", {"d": path, "class": "edge copied" if edge.copied else "edge"}))
    names = {n.key: n.origin.name for n in graph.nodes if n.origin is not None}
    told = [_told(n, names) for n in graph.nodes]
    nodes = [
        _node(n, spots[n.key], width - spots[n.key][0] - 16, words, slots)
        for n, words in zip(graph.nodes, told, strict=True)
    ]
    return [group(edges, "edges"), *nodes]


def _curve(edge: Edge, start: tuple[float, float], end: tuple[float, float]) -> Markup:
    """A line from behind a node's words, coming in level."""
    (x1, y1), (x2, y2) = start, (end[0] - 9, end[1])
    bend, level = (x2 - x1) * 0.5, number(y2)
    path = (
        f"M{number(x1)} {number(y1)}C{number(x1 + bend)} {number(y1)} {number(x2 - bend)} {level} {number(x2)} {level}"
    )
    return element("path", {"d": path, "class": "edge copied" if edge.copied else "edge"})


def _node(node: Node, at: tuple[float, float], room: float, told: tuple[str, str], slots: Mapping[str, str]) -> Markup:
    (x, y), (name, sub) = at, told
    if node.origin is not None:
        origin = node.origin
        shape = element("rect", {"x": x - 6, "y": y - 6, "width": 12, "height": 12, "rx": 2, "class": "bar"})
        parts = [f"Origin: {name}", origin.kind, origin.side or "", origin.reason]
        href, side, class_ = origin.href, origin.side, "voice"
        title = " · ".join(part for part in parts if part)
    else:
        carrier = node.carrier or Carrier(node.key, node.key)
        shape = element("circle", {"cx": x, "cy": y, "r": 4.5, "class": "end hollow" if carrier.copy_of else "end"})
        href, side, class_, title = carrier.href, carrier.side, "carrier", carrier_told(carrier)
    words = cut(name, _SIZE * _BOLD, room)
    labels = [text(x + 13, y + (-1 if sub else 4.5), words, f"{class_} halo-text")]
    labels += [text(x + 13, y + 14, cut(sub, 12.0, room), "when halo-text")] if sub else []
    return linked(href, title, [shape, *labels], f"mark s-{slot(side, slots)}")


def _told(node: Node, origins: Mapping[str, str] | None = None) -> tuple[str, str]:
    """A node's name and what there is to say of it below; its further origins where no line leads to them."""
    if node.origin is not None:
        return node.origin.name, node.origin.kind
    carrier = node.carrier or Carrier(node.key, node.key)
    also = [origins[key] for key in carrier.origins[1:] if key in origins] if origins else []
    parts = (carrier.copy_kind, _day(carrier), *carrier.notes, f"also from {', '.join(also)}" if also else "")
    return carrier.name, " · ".join(part for part in parts if part)


def carrier_told(carrier: Carrier) -> str:
    """A carrier as a sentence."""
    parts = [
        carrier.name,
        _day(carrier),
        f"{carrier.copy_kind or 'copy'} of another article" if carrier.copy_of else "",
    ]
    return " · ".join(part for part in (*parts, *carrier.notes) if part)


def _day(carrier: Carrier) -> str:
    stretch = stretch_of(carrier.published)
    return stretch_words(stretch) if stretch else ""


def _summary(origins: list[OriginNode], carriers: list[Carrier]) -> str:
    names = ", ".join(origin.name for origin in origins[:6])
    many = f"{len(origins)} {'origin' if len(origins) == 1 else 'origins'}"
    return f"{many} ({names}), carried by {len(carriers)} {'article' if len(carriers) == 1 else 'articles'}"


def origin_table(origins: Iterable[OriginNode], carriers: Iterable[Carrier]) -> Table:
    """What the graph shows, as rows: one for each carrier, those without origin last."""
    names = {origin.key: origin for origin in origins}
    by_key = {carrier.key: carrier for carrier in carriers}
    rows = []
    for carrier in sorted(by_key.values(), key=lambda c: (c.published or "9999", c.name, c.key)):
        source = by_key.get(carrier.copy_of or "")
        copied = f"{carrier.copy_kind or 'copy'} of {source.name}" if source else carrier.copy_kind
        found = [names[key] for key in carrier.origins if key in names]
        rows.append((
            Cell(carrier.name, carrier.href), Cell(_day(carrier)), Cell("; ".join(o.name for o in found)), Cell(copied),
            Cell("; ".join(o.reason for o in found if o.reason)),
        ))  # fmt: skip
    return Table(
        "Who carries the claim, on whose word", ("Article", "Published", "Origin", "Copied", "Why"), tuple(rows)
    )
