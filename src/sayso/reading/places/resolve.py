"""Resolving: which of the places of one name is meant, from what the article says around it.

All mentions of a name in a stretch mean one place (one sense per discourse, Gale, Church and Yarowsky 1992), unless the
text says otherwise ("Paris, Texas"). Each reading is scored by how prominent the place is, by the countries and regions
that the article names, and by how near it lies to likely readings of the other names (minimality, Leidner 2007).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.packs.gazetteer import Entry, Found, PlaceClass
from sayso.reading.places.mentions import Mention
from sayso.reading.places.weigh import lies_in

Scores = NDArray[np.float64]
K = TypeVar("K")

# Readings of a name kept for the comparison of all with all: the most prominent, and those in places named.
_KEPT, _KEPT_NAMED = 8, 12
# Weights in units of prominence (a power of ten of people), set on the even articles of three corpora, where none of
# them is sharp: half or twice as much changes those within 161 km by less than a point.
_MAIN, _OTHER_NAME, _CAPITAL = 0.4, -1.8, 0.3  # the place's main name, another of its names, a capital's
_NATION = -3.0  # a town or region of the country that has its name
_COUNTRY, _REGION = 0.4, 1.5  # named in the article (times the logarithm of how often)
_INSIDE, _OUTSIDE, _HOLDS = 9.0, -4.0, 5.0  # said to lie in what is named beside it; or not; holds what it is said to
_DWARFED = 100  # how many times the people of a town live in a region of its name that is meant rather
_NAMESAKE, _CHIEF = -1.5, 0.1  # a region beside its chief town, and the share of its people that makes a town its chief
_NEAR, _REACH, _CROWD = 3.0, 90.0, 0.75  # near other places: kilometres to a third, and from how many it is enough
_MASS, _MASS_REGION, _SHARE = 1.0, 0.6, 2.0  # the countries and regions that the other names likely lie in; their share
_ROUNDS = 2
_EARTH = 6371.0
_PROMINENCE = {
    PlaceClass.CONTINENT: 9.0,
    PlaceClass.COUNTRY: 8.5,
    PlaceClass.DISTRICT: 3.0,
    PlaceClass.AREA: 6.5,
    PlaceClass.WATER: 6.0,
    PlaceClass.RIVER: 4.5,
    PlaceClass.MOUNTAIN: 6.0,
    PlaceClass.SPOT: 6.5,
}


@dataclass(slots=True)
class _Name:
    """One name of the stretch: its mentions and the readings that are compared."""

    mentions: list[Mention] = field(default_factory=list)
    readings: list[Found] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often each country and region is named."""

    countries: Mapping[str, float]
    regions: Mapping[tuple[str, str], float]


def resolve(mentions: Sequence[Mention]) -> None:
    """Fills the `entry` of every mention that has readings."""
    names = _names(mentions)
    counts = _named(mentions)
    for name in names:
        own = _named(name.mentions)
        _shortlist(name, _less(counts.countries, own.countries), _less(counts.regions, own.regions))
    for name, chosen in zip(names, _settled(names), strict=True):
        for mention in name.mentions:
            mention.entry = name.readings[chosen].entry


def _names(mentions: Sequence[Mention]) -> list[_Name]:
    """Mentions that mean one place: of one name, with the same word beside them and the same holder."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.found:
            by_name[mention.key].append(mention)
    groups: dict[tuple[str, object, object], _Name] = {}
    for key, group in by_name.items():
        holders = list(dict.fromkeys(m.within.key for m in group if m.within is not None))
        called = list(dict.fromkeys(m.admits for m in group if m.admits is not None))
        if len(called) == 1 and PlaceClass.REGION in called[0]:
            # "Perm region", then "Perm": the bare name is no finer than what it was said to be.
            for mention in group:
                mention.admits = called[0]
        for mention in group:
            holder = mention.within.key if mention.within is not None else (holders[0] if holders else "")
            groups.setdefault((key, mention.admits, holder), _Name()).mentions.append(mention)
    return list(groups.values())


def _less(counts: Mapping[K, float], own: Mapping[K, float]) -> Mapping[K, float]:
    """The counts without what a name counts for itself."""
    return {key: count - own.get(key, 0.0) for key, count in counts.items()}


def _named(mentions: Sequence[Mention]) -> _Counts:
    """How often the stretch names each country and region, by themselves; demonyms count less."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[tuple[str, str], float] = defaultdict(float)
    for mention in mentions:
        sure = [h.entry for h in mention.found if h.entry.kind in (PlaceClass.COUNTRY, PlaceClass.REGION)]
        for entry in sure[:2]:
            weight = (0.5 if mention.demonym else 1.0) / len(sure[:2])
            countries[entry.country] += weight
            if entry.kind is PlaceClass.REGION:
                regions[entry.country, entry.region] += weight
    return _Counts(countries, regions)


def _shortlist(name: _Name, countries: Mapping[str, float], regions: Mapping[tuple[str, str], float]) -> None:
    admits = name.mentions[0].admits
    found = list(name.mentions[0].found)
    if admits is not None and any(h.entry.kind in admits for h in found):
        found = [h for h in found if h.entry.kind in admits]
    holder = next((m.within for m in name.mentions if m.within is not None), None)
    inside = [h for h in found if any(lies_in(h, o) for o in holder.found[:12])] if holder else []
    if holder and _are_listed(found, inside, holder.found):
        inside = []
    capital = _capital(name, found)
    nations = frozenset(h.entry.country for h in found if h.entry.kind is PlaceClass.COUNTRY)
    held = [h for m in name.mentions if m.held is not None for h in m.held.found]
    largest = max((h.entry.population for h in found if h.main and h.entry.kind is PlaceClass.REGION), default=0)
    towns = _namesakes(found) if admits is None else frozenset()
    scored = []
    for at, hit in enumerate(found):
        score, entry = prominence(hit), hit.entry
        if entry.country in nations and entry.kind in (PlaceClass.SETTLEMENT, PlaceClass.REGION):
            score += _NATION
        elif entry.kind is PlaceClass.SETTLEMENT and entry.population * _DWARFED < largest:
            score += _NATION / 2
        if hit is capital:
            score += _CAPITAL if hit.main else _CAPITAL + _MAIN - _OTHER_NAME
        if entry.kind is not PlaceClass.COUNTRY:
            score += _COUNTRY * math.log1p(countries.get(entry.country, 0.0))
            if entry.kind is not PlaceClass.REGION:
                score += _REGION * math.log1p(regions.get((entry.country, entry.region), 0.0))
        if held and any(lies_in(h, hit) for h in held):
            score += _HOLDS
        if entry.kind is PlaceClass.REGION and (entry.country, entry.region) in towns:
            score += _NAMESAKE
        if inside:
            score += _INSIDE if hit in inside else _OUTSIDE
        scored.append((score, -at, hit))
    scored.sort(key=lambda s: (-s[0], -s[1]))
    keep = scored[: _KEPT_NAMED if len(name.mentions) > 1 else _KEPT + 4]
    name.readings = [hit for _, _, hit in keep]
    name.scores = [score for score, _, _ in keep]


def _are_listed(found: Sequence[Found], inside: Sequence[Found], holder: Sequence[Found]) -> bool:
    """Whether two countries, or two regions, only follow each other in a list ("China, Japan, and", "Oregon, Nevada,"),
    so that the first is no small town in the second."""
    for kind in (PlaceClass.COUNTRY, PlaceClass.REGION):
        alike = any(h.main and h.entry.kind is kind for h in found) and any(
            h.main and h.entry.kind is kind for h in holder
        )
        if alike and all(h.entry.kind not in (PlaceClass.COUNTRY, PlaceClass.REGION) for h in inside):
            return True
    return False


def _namesakes(found: Sequence[Found]) -> frozenset[tuple[str, str]]:
    """Regions that are named after a chief town in them: the bare name means the town."""
    people = {(h.entry.country, h.entry.region): h.entry.population for h in found if h.entry.kind is PlaceClass.REGION}
    return frozenset(
        (h.entry.country, h.entry.region)
        for h in found
        if h.main
        and h.entry.kind is PlaceClass.SETTLEMENT
        and h.entry.population > _CHIEF * people.get((h.entry.country, h.entry.region), math.inf)
    )


def _capital(name: _Name, found: Sequence[Found]) -> Found | None:
    """The reading that is a country's capital, where the name is known for one: its largest town so called there."""
    seat = name.mentions[0].seat
    towns = [h for h in found if h.entry.country == seat and h.entry.kind is PlaceClass.SETTLEMENT]
    return max(towns, key=lambda h: h.entry.population) if seat and towns else None


def prominence(hit: Found) -> float:
    """How likely a place is meant when nothing else is known: by its class and people."""
    entry = hit.entry
    value = _PROMINENCE.get(entry.kind)
    if entry.kind is PlaceClass.REGION:
        value = 3.6 + 0.42 * math.log10(entry.population + 200)
    elif value is None:
        value = math.log10(entry.population + 200) * 1.1
    return value + (_MAIN if hit.main or entry.kind is PlaceClass.COUNTRY else _OTHER_NAME)


def _settled(names: Sequence[_Name]) -> list[int]:
    """The reading chosen for each name, after two rounds of looking at the others."""
    if not names:
        return []
    owners = np.array([i for i, name in enumerate(names) for _ in name.readings])
    base = np.array([score for name in names for score in name.scores])
    near = _nearness([hit.entry for name in names for hit in name.readings])
    near[owners[:, None] == owners[None, :]] = 0.0
    weights = np.array([1.0 + 0.3 * math.log(len(name.mentions)) for name in names])
    entries = [hit.entry for name in names for hit in name.readings]
    countries = _numbered([e.country for e in entries])
    regions = _numbered([f"{e.country}.{e.region}" if e.region else "" for e in entries])
    starts = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1]])
    scores = base
    for _ in range(_ROUNDS):
        likely = _likely(scores, owners, starts) * weights[owners]
        scores = base + _NEAR * np.log1p(np.minimum(near @ likely, _CROWD))
        for parts, weight, share in ((countries, _MASS, _SHARE), (regions, _MASS_REGION, 0.0)):
            mass, others = _mass(parts, owners, likely)
            scores = scores + weight * np.log1p(mass) + share * mass / (1.0 + others)
    return [int(np.argmax(scores[owners == i])) for i in range(len(names))]


def _numbered(parts: Sequence[str]) -> NDArray[np.int64]:
    """A number for each distinct part, -1 for none."""
    numbers = {part: i for i, part in enumerate(dict.fromkeys(p for p in parts if p))}
    return np.array([numbers.get(part, -1) for part in parts], dtype=np.int64)


def _mass(parts: NDArray[np.int64], owners: NDArray[np.int64], likely: Scores) -> tuple[Scores, Scores]:
    """How many of the other names likely lie in the same part of the world as each reading, and how many there are."""
    count = int(parts.max(initial=-1)) + 1
    placed = parts >= 0
    total = np.bincount(parts[placed], likely[placed], minlength=count + 1)
    own = np.zeros((int(owners.max()) + 1, count + 1))
    np.add.at(own, (owners[placed], parts[placed]), likely[placed])
    others = (total.sum() - own.sum(axis=1))[owners]
    return np.where(placed, total[parts] - own[owners, parts], 0.0).clip(0.0), others.clip(0.0)


def _likely(scores: Scores, owners: NDArray[np.int64], starts: NDArray[np.int64]) -> Scores:
    """How likely each reading is among those of its name (softmax)."""
    top = np.maximum.reduceat(scores, starts)
    raised = np.exp(scores - top[owners])
    return np.asarray(raised / np.add.reduceat(raised, starts)[owners], dtype=np.float64)


def _nearness(entries: Sequence[Entry]) -> Scores:
    """For every two readings, from 1 where they lie together to 0 where they are far apart. Countries and larger say
    nothing of nearness: what they hold is counted by name."""
    lat = np.radians([e.lat for e in entries])
    lon = np.radians([e.lon for e in entries])
    spots = np.stack((np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    apart = _EARTH * np.arccos(np.clip(spots.T @ spots, -1.0, 1.0))
    near = np.exp(-apart / _REACH)
    small = np.array([e.kind not in (PlaceClass.COUNTRY, PlaceClass.CONTINENT) for e in entries], dtype=np.float64)
    return np.asarray(near * small[None, :] * small[:, None], dtype=np.float64)
