"""A question's parts as conditions on rows, and the voices, spots and outlets that its names stand for here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select, text

from sayso.errors import UsageError
from sayso.ledger import rows as t
from sayso.ledger import tables as k
from sayso.ledger.decisions import merged_voices
from sayso.ledger.derive import fold
from sayso.ledger.lists import is_among
from sayso.ledger.question import Near, Question
from sayso.ledger.stored import shown_text
from sayso.packs.folding import Folding

_KM_A_DEGREE = 111.195  # a degree of a great circle on the mean Earth (radius 6371.0088 km)
_EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Named:
    """The numbers of the voices, spots, outlet and article that a question names; None where it names none."""

    voices: list[int] | None = None
    spots: list[int] | None = None
    outlets: list[int] | None = None
    article: int | None = None

    @property
    def nothing(self) -> bool:
        """Whether a name stands for nothing here, so that nothing is found."""
        return any(found is not None and not found for found in (self.voices, self.spots, self.outlets))


def named_in(connection: Connection, question: Question, folding: Folding, now: str) -> Named:
    """What the names in a question stand for in this ledger. Raises UsageError for an article that is not here."""
    return Named(
        None if question.voice is None else find_voices(connection, question.voice, folding, now),
        _spots(connection, question, folding) if question.place is not None or question.near is not None else None,
        None if question.outlet is None else _outlets(connection, question.outlet, folding),
        None if question.article is None else article_number(connection, question.article),
    )


def article_number(connection: Connection, name: str) -> int:
    """The article that a key, id or unambiguous beginning of an id names; by key the latest one.

    Raises UsageError where there is none.
    """
    asked = [
        select(k.articles.c.n).where(k.articles.c.id == name),
        select(k.sightings.c.article).where(k.sightings.c.key == name).order_by(k.sightings.c.n.desc()),
        select(k.sightings.c.article).where(k.sightings.c.path == name).order_by(k.sightings.c.n.desc()),
    ]
    for one in asked:
        n = connection.execute(one.limit(1)).scalar()
        if n is not None:
            return int(n)
    begun = select(k.articles.c.n).where(k.articles.c.id.between(name, name + "g")).limit(2)
    numbers = connection.execute(begun).scalars().all() if len(name) >= 6 else []
    if len(numbers) == 1:
        return int(numbers[0])
    raise UsageError(name, "no article of this key or id is in the ledger")


def find_voices(connection: Connection, name: str, folding: Folding, now: str) -> list[int]:
    """The voices whose id this is, or whose name or an alias holds all these words; and those merged with them."""
    v = t.voice_rows.c
    ids = set(connection.execute(select(v.id).where(v.id == shown_text(name))).scalars())
    words = fold(name, folding).split()
    if words:
        query = " ".join(f'"{word}"' for word in words)
        matched = text(
            "SELECT v.id, v.folded FROM voice_index JOIN voice_rows AS v ON v.n = voice_index.rowid"
            " WHERE voice_index MATCH :query"
        )
        for id_, folded in connection.execute(matched, {"query": query}):
            # one name of it holds them all; words from two aliases are nobody's name
            if len(words) == 1 or any(set(words) <= set(one.split()) for one in folded.split(" / ")):
                ids.add(id_)
    for group in merged_voices(connection, now):
        if ids & group:
            ids |= group
    return list(connection.execute(select(v.n).where(is_among(v.id, sorted(ids))).order_by(v.n)).scalars())


def plain_conditions(question: Question, table: Table) -> list[ColumnElement[bool]]:
    """What a question says of a row of statement_rows or figure_rows, but for its day."""
    c = table.c
    last = question.last_day()
    found: list[ColumnElement[bool]] = []
    for name in ("act", "certainty", "polarity", "modality", "measure", "unit"):
        wanted = getattr(question, name)
        if wanted is not None and name in c:
            found.append(c[name] == str(wanted))
    if question.hedged is not None and "hedged" in c:
        found.append(c.hedged == question.hedged)
    if not question.narrated and "mode" in c:
        found.append(c.mode != "narrated")
    if not question.rejected:
        found.append(c.rejected == False)  # noqa: E712
    if last is not None:
        a = t.article_rows.c
        found.append(select(a.n).where(a.n == c.article, a.day <= last, a.day > "").exists())
    return found


def _outlets(connection: Connection, name: str, folding: Folding) -> list[int]:
    """The outlet of this name; where there is none, those whose names hold all of its words."""
    words = set(fold(name, folding).split())
    rows = connection.execute(select(t.outlet_rows.c.n, t.outlet_rows.c.folded)).all()
    same = [row.n for row in rows if set(row.folded.split()) == words]
    return same or [row.n for row in rows if words and words <= set(row.folded.split())]


def _spots(connection: Connection, question: Question, folding: Folding) -> list[int]:
    s = t.spots.c
    found: list[int] = []
    if question.place is not None:
        folded = fold(question.place, folding)
        found = list(connection.execute(select(s.n).where(s.folded == folded)).scalars())
    if question.near is not None:
        near = within(connection, question.near)
        found = near if question.place is None else [n for n in found if n in set(near)]
    return sorted(found)


def within(connection: Connection, near: Near) -> list[int]:
    """The spots within a distance, by the haversine formula."""
    if not -90 <= near.lat <= 90 or not -180 <= near.lon <= 180 or not near.km >= 0:
        raise UsageError(f"{near.lat},{near.lon},{near.km}", "latitude, longitude and kilometres out of range")
    s = t.spots.c
    high = near.km / _KM_A_DEGREE * 1.001
    box: Any = s.lat.between(near.lat - high, near.lat + high)
    if abs(near.lat) + high < 89:
        wide = math.degrees(
            math.asin(min(1.0, math.sin(math.radians(min(high, 90))) / math.cos(math.radians(near.lat))))
        )
        sides = [s.lon.between(near.lon - wide + turn, near.lon + wide + turn) for turn in (-360, 0, 360)]
        box = and_(box, or_(*sides)) if high < 45 else box
    rows = connection.execute(select(s.n, s.lat, s.lon).where(box)).all()
    return [row.n for row in rows if distance_km(near.lat, near.lon, row.lat, row.lon) <= near.km]


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance of two points (haversine)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
