"""Lengths: what a distance is the length of, where a noun beside it says so ("the 600-kilometre front line")."""

from __future__ import annotations

from sayso.reading.figures.lines import Line

_FARTHEST = 4  # words: "640-kilometer (400-mile) long front line"


def name_lengths(line: Line) -> None:
    """Gives distances that stand before a named length its measure; doubles in brackets have it too."""
    for found in reversed(line.figures):
        if found.kind != "length" or found.measure is not None:
            continue
        for p in range(found.end, min(len(line.low), found.end + _FARTHEST)):
            match = line.pack.named_measures.at(line.low, p)
            if match is not None:
                found.measure = match.value
                break
            if line.low[p] in line.pack.grammar.stops or line.low[p] in ",;.":
                break
        if found.measure is not None and found.twin is not None:
            found.twin.measure = found.measure
