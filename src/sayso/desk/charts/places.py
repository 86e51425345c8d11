"""What a map is drawn from: mentions of places, gathered into spots, and those that no map can show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.desk.charts.projecting import Circle, near
from sayso.records import Precision

_WIDE_KM = 60.0  # wider than the largest of cities
_RADIUS_KM = {
    Precision.EXACT: 1.0,
    Precision.SETTLEMENT: 4.0,
    Precision.AREA: 15.0,
    Precision.REGION: 80.0,
    Precision.COUNTRY: 300.0,
    Precision.UNKNOWN: 50.0,
}  # where a place has no radius of its own


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One naming of a place in a claim: degrees and kilometres, None where not known; `voice` says `words` of it."""

    name: str
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: Precision = Precision.UNKNOWN
    side: str | None = None
    voice: str = ""
    words: str = ""
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with all its namings, and how many each side has, most first."""

    name: str
    lat: float
    lon: float
    radius_km: float
    precision: Precision
    marks: tuple[PlaceMark, ...]
    sides: tuple[tuple[str | None, int], ...]

    @property
    def circle(self) -> Circle:
        """Where it may lie."""
        return Circle(self.lat, self.lon, self.radius_km, len(self.marks))

    @property
    def is_wide(self) -> bool:
        """Whether it is a region rather than a spot."""
        return self.precision in (Precision.REGION, Precision.COUNTRY) or self.radius_km > _WIDE_KM


@dataclass(frozen=True, slots=True)
class Spread:
    """The spots of one map; those too far off for it; countries named as a whole; names that no gazetteer knows."""

    shown: tuple[Spot, ...]
    beyond: tuple[Spot, ...]
    countries: tuple[Spot, ...]
    unplaced: tuple[tuple[str, tuple[PlaceMark, ...]], ...]


def spread_of(marks: Iterable[PlaceMark]) -> Spread:
    """Namings as spots. Countries are shown only where nothing finer is named: their circle would cover the rest."""
    placed: dict[tuple[str, float, float], list[PlaceMark]] = {}
    unplaced: dict[str, list[PlaceMark]] = {}
    for mark in marks:
        if mark.lat is None or mark.lon is None:
            unplaced.setdefault(mark.name, []).append(mark)
        else:
            placed.setdefault((mark.precision, round(mark.lat, 3), round(mark.lon, 3)), []).append(mark)
    spots = sorted((_spot(found) for found in placed.values()), key=lambda s: (-len(s.marks), s.name, s.lat))
    countries = [spot for spot in spots if spot.precision is Precision.COUNTRY]
    finer = [spot for spot in spots if spot.precision is not Precision.COUNTRY] or countries
    close = near([spot.circle for spot in finer]) if finer else []
    missing = sorted(unplaced.items(), key=lambda item: (-len(item[1]), item[0]))
    return Spread(
        tuple(spot for spot, is_near in zip(finer, close, strict=True) if is_near),
        tuple(spot for spot, is_near in zip(finer, close, strict=True) if not is_near),
        tuple(countries) if finer is not countries else (),
        tuple((name, tuple(found)) for name, found in missing),
    )


def _spot(marks: Sequence[PlaceMark]) -> Spot:
    first = marks[0]
    counted: dict[str | None, int] = {}
    for mark in marks:
        counted[mark.side] = counted.get(mark.side, 0) + 1
    names: dict[str, int] = {}
    for mark in marks:
        names[mark.name] = names.get(mark.name, 0) + 1
    radius = max((m.radius_km for m in marks if m.radius_km), default=_RADIUS_KM[first.precision])
    return Spot(
        min(names, key=lambda name: (-names[name], name)), first.lat or 0.0, first.lon or 0.0, radius, first.precision,
        tuple(marks), tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0] or "~"))),
    )  # fmt: skip
