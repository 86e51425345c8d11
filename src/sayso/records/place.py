"""A mention of a place, and where on Earth it is as far as the text says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.span import Span


class PlaceUse(StrEnum):
    """What a place's name stands for (after Gritta et al. 2018)."""

    LITERAL = "literal"  # the spot itself: the only use shown on a map
    ASSOCIATIVE = "associative"  # a Moscow that speaks, a London club
    DEMONYM = "demonym"  # Russian, Parisian


class Precision(StrEnum):
    """How finely a place is known."""

    EXACT = "exact"  # a building, a spot
    SETTLEMENT = "settlement"  # a city, town or village
    AREA = "area"  # a district, a derived point with its radius
    REGION = "region"  # a region, province, oblast
    COUNTRY = "country"  # a country
    UNKNOWN = "unknown"  # not located


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place. Latitude and longitude in degrees (WGS 84), radius in kilometres; None where unknown."""

    span: Span
    name: str
    use: PlaceUse = PlaceUse.LITERAL
    gazetteer: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision = Precision.UNKNOWN
    radius_km: float | None = None
