"""What a figure chart is drawn from: marks, and the panels that may share an axis.

Figures share a panel only where they count the same, of the same people or things, over the same kind of period: what
fell in a day is never set beside a running total, nor are totals that begin on different days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sayso.desk.charts.scales import day_words, short
from sayso.desk.charts.stretches import Stretch, stretch_of

_SAID_AS = {"irrecoverable": "lost for good"}  # measures that no noun takes as they are


class Kind(StrEnum):
    """Over what kind of period a panel's figures count."""

    DAY = "in one day"
    TOTAL = "running total"
    STRETCH = "over a stretch of time"
    UNTOLD = "period not told"


@dataclass(frozen=True, slots=True)
class FigureMark:
    """One figure on somebody's word. Bounds are None where open, `exclusive` where the bound itself is left out;
    `period`, `as_of` and `published` are EDTF; `carriers` is how many articles carry it; `notes` are words of warning
    ("hedged", "denied", "planned", "unverified")."""

    voice: str
    low: float | None
    high: float | None
    measure: str
    unit: str = ""
    of: str = ""
    side: str | None = None
    exclusive: bool = False
    approximate: bool = False
    cumulative: bool | None = None
    period: str | None = None
    as_of: str | None = None
    published: str | None = None
    words: str = ""
    outlet: str = ""
    href: str | None = None
    carriers: int = 1
    notes: tuple[str, ...] = ()

    @property
    def ends(self) -> list[float]:
        """The bounds that are known."""
        return [x for x in (self.low, self.high) if x is not None]

    @property
    def day(self) -> float | None:
        """The day up to which it counts: that of its own date, else the end of its period, else of publication."""
        for edtf in (self.as_of, self.period, self.published):
            found = stretch_of(edtf)
            if found is not None and not found.open_end:
                return max(found.start, found.end - 1) // 1
        return None


@dataclass(frozen=True, slots=True)
class Lane:
    """What one voice says, earliest first."""

    voice: str
    side: str | None
    marks: tuple[FigureMark, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Figures that may share an axis, by voice."""

    title: str
    unit: str
    of: str
    kind: Kind
    since: str
    lanes: tuple[Lane, ...]

    @property
    def is_series(self) -> bool:
        """Whether some voice's figures move over time, so that they show as steps. Where the period is not told they
        may be of different events, and no line may join them."""
        return self.kind in (Kind.DAY, Kind.TOTAL) and any(
            len({mark.day for mark in lane.marks} - {None}) > 1 for lane in self.lanes
        )

    @property
    def is_loose(self) -> bool:
        """Whether nothing says that its figures are of one matter: no period, and nobody whose they are."""
        return self.kind is Kind.UNTOLD and not self.of

    @property
    def marks(self) -> list[FigureMark]:
        """All marks of all lanes."""
        return [mark for lane in self.lanes for mark in lane.marks]

    @property
    def about(self) -> str:
        """Over what its figures count, in words."""
        return " ".join(part for part in (self.kind.value, self.since) if part)


def panels_of(marks: Iterable[FigureMark]) -> tuple[Panel, ...]:
    """The panels, those with most voices and figures first. A mark without any bound is left out."""
    grouped: dict[tuple[str, str, str, str, str], list[FigureMark]] = {}
    for mark in marks:
        if mark.ends:
            kind, since = kind_of(mark)
            grouped.setdefault((mark.measure, mark.unit, mark.of, kind.value, since), []).append(mark)
    made = [
        Panel(title_of(measure, unit, of), unit, of, Kind(kind), since, _lanes(found))
        for (measure, unit, of, kind, since), found in grouped.items()
    ]
    return tuple(sorted(made, key=_rank))


def _rank(panel: Panel) -> tuple[bool, int, bool, int, str, str]:
    people, told = panel.unit == "person", panel.kind is not Kind.UNTOLD
    return (
        not told,
        -min(len(panel.marks), 1 + len(panel.lanes)),
        not people,
        -_carried(panel),
        panel.title,
        panel.about,
    )


def kind_of(mark: FigureMark) -> tuple[Kind, str]:
    """Over what kind of period a figure counts, and since when a total runs."""
    stretch = stretch_of(mark.period)
    if stretch is not None and stretch.is_day:
        return Kind.DAY, ""
    if mark.cumulative or (stretch is not None and stretch.open_start):
        return Kind.TOTAL, _since(stretch)
    if stretch is None:
        return (Kind.DAY, "") if mark.cumulative is False and mark.as_of and not mark.period else (Kind.UNTOLD, "")
    return Kind.STRETCH, f"{day_words(stretch.start)} to {day_words(stretch.end - 1e-6)}"


def _since(stretch: Stretch | None) -> str:
    return "" if stretch is None or stretch.open_start else f"since {day_words(stretch.start)}"


def title_of(measure: str, unit: str, of: str) -> str:
    """What is counted, in words: "People killed or wounded, of Kordania"."""
    measure = _SAID_AS.get(measure, measure)
    counted = f"{plural(unit)} {measure}".strip() if unit and unit != measure else measure or plural(unit)
    counted = counted.replace("people people", "people") or "number"
    return counted[:1].upper() + counted[1:] + (f", of {of}" if of else "")


def plural(unit: str) -> str:
    """A unit's name in the plural, as far as spelling tells."""
    if unit == "person":
        return "people"
    head, _, last = unit.rpartition(" ")
    if not last or not last.isascii() or last.endswith(("s", "craft", "percent", "men", "people")):
        return unit
    ending = "es" if last.endswith(("x", "z", "ch", "sh")) else "s"
    if last.endswith("child"):
        ending = "ren"
    elif last.endswith("man"):
        last, ending = last[:-3] + "men", ""
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last, ending = last[:-1], "ies"
    return f"{head} {last}{ending}".strip()


def bounds_words(mark: FigureMark) -> str:
    """The number with its bounds, as short as a label needs: "at least 340", "10–12", "about 1,000"."""
    low, high = mark.low, mark.high
    if low is not None and high is not None:
        said = short(low) if low == high else f"{short(low)}–{short(high)}"
    elif low is not None:
        said = f"{'more than' if mark.exclusive else 'at least'} {short(low)}"
    else:
        said = f"{'fewer than' if mark.exclusive else 'up to'} {short(high or 0)}"
    return f"about {said}" if mark.approximate and low == high else said


def _carried(panel: Panel) -> int:
    return sum(mark.carriers for mark in panel.marks)


def _lanes(marks: list[FigureMark]) -> tuple[Lane, ...]:
    by_voice: dict[tuple[str, str], list[FigureMark]] = {}
    for mark in marks:
        by_voice.setdefault((mark.side or "", mark.voice), []).append(mark)
    lanes = [Lane(voice, side or None, _merged(found)) for (side, voice), found in by_voice.items()]
    return tuple(sorted(lanes, key=lambda lane: (lane.side is None, lane.side or "", -len(lane.marks), lane.voice)))


def _merged(marks: list[FigureMark]) -> tuple[FigureMark, ...]:
    """The same figure for the same day stands once, with all its carriers."""
    kept: dict[tuple[object, ...], FigureMark] = {}
    for mark in sorted(marks, key=lambda m: (m.day or 0.0, m.ends, m.words, m.href or "")):
        key = (mark.low, mark.high, mark.exclusive, mark.approximate, mark.day, mark.notes)
        known = kept.get(key)
        kept[key] = mark if known is None else replace(known, carriers=known.carriers + mark.carriers)
    return tuple(kept.values())
