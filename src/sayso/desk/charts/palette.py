"""Which colour a side has: the same on every picture of a story. Colours themselves stand in chart.css."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from markupsafe import Markup

from sayso.desk.charts.svg import element

_SLOTS = ("a", "b", "c", "d", "e")
NO_SIDE = "none"  # third parties and outlets


def slots_of(sides: Iterable[str | None]) -> dict[str, str]:
    """The colour slot of each side, those who speak most first ("a", "b", …, "e" for all further ones): give the sides
    of all of a story's statements, so that every picture of it agrees."""
    counted: dict[str, int] = {}
    for side in sides:
        if side:
            counted[side] = counted.get(side, 0) + 1
    ordered = sorted(counted, key=lambda side: (-counted[side], side))
    return {side: _SLOTS[min(at, len(_SLOTS) - 1)] for at, side in enumerate(ordered)}


def slot(side: str | None, slots: Mapping[str, str]) -> str:
    """A side's slot; that of third parties where it has none."""
    return slots.get(side or "", NO_SIDE)


def key_of(slots: Mapping[str, str], present: Collection[str | None]) -> Markup:
    """Which colour is whose, in words beside a patch of it; for pictures whose marks have no room for names."""
    told = [(side, slots[side]) for side in slots if side in present]
    told += (
        [("no side, or the outlet itself", NO_SIDE)] if any(not side or side not in slots for side in present) else []
    )
    patches = [
        element("li", {"class": f"s-{colour}"}, element("span", {"class": "patch"}, ""), element("bdi", {}, side))
        for side, colour in told
    ]
    return element("ul", {"class": "chart-key"}, *patches) if patches else Markup("")
