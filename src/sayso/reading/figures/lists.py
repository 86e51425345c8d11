"""Lists: figures that stand beside one another share measure, owner and period; some are part of others."""

from __future__ import annotations

from itertools import pairwise

from sayso.reading.figures.giving import give
from sayso.reading.figures.lines import Found, Line
from sayso.reading.figures.triggers import Trigger

_COUNTABLE = frozenset(("people", "equipment", "building", "formation", "land", "event", None))


def share_measures(line: Line, triggers: list[Trigger]) -> None:
    """Passes a measure along a list to the right, and back to what is joined to a subject."""
    figures = line.figures
    starts = frozenset(t.first for t in triggers)
    for a, b in pairwise(figures):
        part = _is_part(line, a, b)
        if part and not b.wholes and (a.kind == b.kind or (b.kind in _COUNTABLE and a.kind in _COUNTABLE)):
            b.wholes.append(a)
        if (
            _is_counted_out(a, b)
            or a.measure is None
            or a.trigger is None
            or b.measure is not None
            or (a.victim != b.victim and not b.victim and a.low is None)
        ):
            continue
        fits = b.kind in _COUNTABLE and (not b.bare or a.kind == "people") and not _names_itself(a, b)
        if fits and _joined(line, a, b, starts) and give(line, b, a.measure, a.trigger):
            _inherit(a, b)
    for a, b in reversed(list(pairwise(figures))):
        if b.measure is None or b.trigger is None or a.measure is not None or b.trigger < b.first:
            continue
        tight = line.low[a.end : b.first]
        if _is_counted_out(a, b):
            continue
        joined = 0 < len(tight) <= 2 and all(w in ("and", "or", ",", "a", "as", "well") for w in tight)
        fits = a.kind in _COUNTABLE and (joined or (part_of(b, a) and b.trigger > b.end))
        if fits and give(line, a, b.measure, b.trigger):
            _inherit(b, a)


def _names_itself(a: Found, b: Found) -> bool:
    """Whether the first's own noun is its measure, and the second counts another: "two deaths and 15 hearings"."""
    return a.trigger is not None and a.number_end <= a.trigger < a.end and a.unit != b.unit and not b.bare


def _is_counted_out(a: Found, b: Found) -> bool:
    """Whether one is counted out of the other: of 61 drones 52 were shot down, the other nine were not."""
    return (a.fraction and part_of(a, b)) or (b.fraction and part_of(b, a))


def part_of(part: Found, whole: Found) -> bool:
    """Whether one figure is marked as a part of the other."""
    return any(w is whole for w in part.wholes)


def _inherit(a: Found, b: Found) -> None:
    b.weak = False
    if not b.of:
        b.of = a.of
    b.agent = b.agent or a.agent


def _joined(line: Line, a: Found, b: Found, starts: frozenset[int]) -> bool:
    """Whether only links of a list, or a list's tail of place and time, stand between two figures."""
    own = a.trigger_end if a.end <= a.trigger_end <= b.first and b.first - a.trigger_end <= 6 else a.end
    between = range(own, b.first)
    if not between or len(between) > 18:
        return False
    words = [line.low[p] for p in between]
    if all(w in line.pack.grammar.lists["list_links"] for w in words):
        return True
    if any(p in starts for p in between) or any(
        w in line.pack.grammar.aux or w in line.pack.grammar.lists["clause_links"] for w in words
    ):
        return False
    tail = words[-1]
    return (
        words[-2:] in (["along", "with"], ["well", "as"], ["together", "with"])
        or tail == "including"
        or (tail in (",", "and") and len(words) <= 6)
    )


def _is_part(line: Line, a: Found, b: Found) -> bool:
    """Whether the second is counted within the first: "including", "of whom", "among them"."""
    words = line.low[a.end : b.first]
    if not words or len(words) > 8 or ";" in words:
        return False
    if b.partitive and line.low[b.end - 1] in ("them", "these", "whom"):
        return True
    after = line.low[b.end : b.end + 3]
    if after[:2] in (["of", "them"], ["of", "whom"], ["of", "which"], ["of", "those"]):
        return True
    return (
        words[-1] == "including"
        or words[-2:] in (["of", "whom"], ["of", "which"], ["among", "them"])
        or words[:3] == [",", "among", "them"]
        or (words[-2:] == ["among", "whom"])
        or "including" in words
    )
