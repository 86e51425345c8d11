"""From degrees to a picture and back: an equirectangular projection true to scale along the view's middle parallel, as
good as any for a region; and the fitting of a view to what is to be seen."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.desk.charts.borders import Points, View

KM_PER_DEGREE = 111.32
_LEAST_KM = 90.0  # a view is at least so high: closer than this the borders are not exact
_STEEPEST = 80.0  # degrees of latitude beyond which the parallel is not used for the scale


@dataclass(frozen=True, slots=True)
class Circle:
    """A spot and how widely it may lie: degrees, kilometres, and how often it is named."""

    lat: float
    lon: float
    radius_km: float
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Projection:
    """A view of so many units by so many; `scale` is units for a degree of latitude."""

    lat: float
    lon: float
    scale: float
    width: float
    height: float

    @property
    def squeeze(self) -> float:
        """How much shorter a degree of longitude is."""
        return math.cos(math.radians(min(abs(self.lat), _STEEPEST)))

    @property
    def view(self) -> View:
        """What is seen."""
        half_lon, half_lat = self.width / 2 / self.scale / self.squeeze, self.height / 2 / self.scale
        return View(self.lon - half_lon, self.lat - half_lat, self.lon + half_lon, self.lat + half_lat)

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a spot lies in the picture; its longitude is turned to the view's side of the globe."""
        turned = (lon - self.lon + 180) % 360 - 180
        return self.width / 2 + turned * self.squeeze * self.scale, self.height / 2 + (self.lat - lat) * self.scale

    def places(self, points: Points) -> Points:
        """Many points (longitude, latitude) at once, as they are."""
        across = self.width / 2 + (points[:, 0] - self.lon) * self.squeeze * self.scale
        return np.stack([across, self.height / 2 + (self.lat - points[:, 1]) * self.scale], axis=1)

    def length(self, km: float) -> float:
        """How long so many kilometres are."""
        return km / KM_PER_DEGREE * self.scale


def fit(circles: Sequence[Circle], width: float, height: float, margin: float = 34.0) -> Projection:
    """The projection whose view holds the circles with a margin."""
    lon = _middle_longitude([c.lon for c in circles])
    lats = [c.lat + way * c.radius_km / KM_PER_DEGREE for c in circles for way in (-1, 1)]
    south, north = max(-89.0, min(lats)), min(89.0, max(lats))
    lat = (south + north) / 2
    squeeze = math.cos(math.radians(min(abs(lat), _STEEPEST)))
    reach = [
        ((c.lon - lon + 180) % 360 - 180) + way * c.radius_km / KM_PER_DEGREE / squeeze
        for c in circles
        for way in (-1, 1)
    ]
    lon += (min(reach) + max(reach)) / 2
    across = max((max(reach) - min(reach)) * squeeze, 1e-6)
    up = max(north - south, _LEAST_KM / KM_PER_DEGREE)
    scale = min((width - 2 * margin) / across, (height - 2 * margin) / up)
    scale = max(scale, width / 360 / squeeze, height / 180)
    return Projection(lat, (lon + 180) % 360 - 180, scale, width, height)


def near(circles: Sequence[Circle], share: float = 0.8, factor: float = 2.2) -> list[bool]:
    """Which circles belong on one map: those no further from the weighted middle than `factor` times the distance
    within which `share` of all namings lie. The others would shrink the map to a globe."""
    lats, lons, radii, weights = np.array([(c.lat, c.lon, c.radius_km, c.weight) for c in circles]).T
    apart = _distances(lats, lons)
    middle = int((apart * weights).sum(axis=1).argmin())  # the medoid: the spot nearest to all namings on the whole
    away = np.maximum(0.0, apart[middle] - radii)
    order = np.argsort(away, kind="stable")
    within = int((np.cumsum(weights[order]) >= share * weights.sum()).argmax())
    reach = max(factor * float(away[order][within]), 300.0)
    return [bool(km <= reach) for km in away]


def _distances(lats: Points, lons: Points) -> Points:
    """Kilometres along the great circle between all spots."""
    up, across = np.radians(lats), np.radians(lons)
    half = np.sin((up[:, None] - up) / 2) ** 2
    half += np.cos(up[:, None]) * np.cos(up) * np.sin((across[:, None] - across) / 2) ** 2
    found: Points = 2 * 6371.0 * np.arcsin(np.sqrt(np.minimum(1.0, half)))
    return found


def _middle_longitude(lons: Sequence[float]) -> float:
    """The middle of the shortest arc of the globe that holds all of them."""
    ordered = sorted((lon + 360) % 360 for lon in lons)
    gaps = [(after - before, after) for before, after in zip(ordered, [*ordered[1:], ordered[0] + 360], strict=True)]
    widest, start = max(gaps)
    return (start + (360 - widest) / 2 + 180) % 360 - 180
