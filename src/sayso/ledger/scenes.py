"""What a story's pictures are drawn from: when things are said to have happened, and where, on whose word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from sayso.ledger.store import Store

_ARTICLES = 150  # of a story, the latest that its pictures are drawn from


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as a picture names it: where it stands, its words, by whom."""

    article: str
    item: str
    outlet: str
    published: str | None
    words: str
    voice: str
    side: str | None


@dataclass(frozen=True, slots=True)
class Happening:
    """A statement whose content names a time (EDTF)."""

    said: Said
    time: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A statement whose content names a place; degrees and kilometres, None where not known."""

    said: Said
    place: str
    lat: float | None
    lon: float | None
    radius_km: float | None
    precision: str


@dataclass(frozen=True, slots=True)
class Publication:
    """An article of a story and when it was published."""

    article: str
    title: str
    outlet: str
    published: str | None


_SAID = """
    s.n, a.id AS article, s.id AS item, coalesce(o.name, r.title, r.key, substr(a.id, 1, 12)) AS outlet, r.published,
    substr(s.words, 1, 240) AS words,
    (SELECT group_concat(v.name, ', ') FROM statement_voices AS sv JOIN voice_rows AS v ON v.n = sv.voice
     WHERE sv.statement = s.n) AS voice,
    (SELECT sv.side FROM statement_voices AS sv WHERE sv.statement = s.n AND sv.side IS NOT NULL ORDER BY sv.rank
     LIMIT 1) AS side"""
_FROM = """
    FROM statement_rows AS s JOIN article_rows AS r ON r.n = s.article JOIN articles AS a ON a.n = s.article
    LEFT JOIN outlet_rows AS o ON o.n = r.outlet"""


def happenings(store: Store, story: str, limit: int = 250) -> list[Happening]:
    """The statements of a story that name a time, one time each, the earliest published first."""
    with store.reading() as connection:
        listed = _latest(connection, story)
        asked = text(f"""
            SELECT {_SAID}, m.edtf, min(m.span_start) {_FROM}
            JOIN time_rows AS m ON m.article = s.article AND m.edtf IS NOT NULL AND m.type IN ('date', 'time')
                AND m.span_start >= json_extract(s.content, '$[0][0]')
                AND m.span_end <= json_extract(s.content, '$[#-1][1]')
            WHERE s.article IN ({listed}) AND NOT s.rejected GROUP BY s.n ORDER BY r.day, s.n LIMIT :limit""")
        return [Happening(_said(row), row.edtf) for row in connection.execute(asked, {"limit": limit})]


def namings(store: Store, story: str, limit: int = 400) -> list[Naming]:
    """The statements of a story that name a place, once for each place."""
    with store.reading() as connection:
        listed = _latest(connection, story)
        asked = text(f"""
            SELECT {_SAID}, k.name, k.lat, k.lon, k.radius_km, k.precision {_FROM}
            JOIN statement_spots AS x ON x.statement = s.n JOIN spots AS k ON k.n = x.spot
            WHERE s.article IN ({listed}) AND NOT s.rejected ORDER BY r.day, s.n LIMIT :limit""")
        return [
            Naming(_said(row), row.name, row.lat, row.lon, row.radius_km, row.precision)
            for row in connection.execute(asked, {"limit": limit})
        ]


def publications(store: Store, story: str) -> list[Publication]:
    """The articles of a story, the latest first."""
    with store.reading() as connection:
        asked = text(f"""
            SELECT a.id, coalesce(r.title, r.key, substr(a.id, 1, 12)) AS title,
                coalesce(o.name, r.title, r.key, substr(a.id, 1, 12)) AS outlet, r.published
            FROM article_rows AS r JOIN articles AS a ON a.n = r.n LEFT JOIN outlet_rows AS o ON o.n = r.outlet
            WHERE r.n IN ({_latest(connection, story)}) ORDER BY r.day DESC, r.n DESC""")
        return [Publication(row.id, row.title, row.outlet, row.published) for row in connection.execute(asked)]


def _said(row: Any) -> Said:
    return Said(row.article, row.item, row.outlet, row.published, row.words, row.voice or row.outlet, row.side)


def _latest(connection: Connection, story: str) -> str:
    """The numbers of the story's latest articles, as SQL lists them."""
    asked = text(
        "SELECT x.article FROM story_rows AS s JOIN story_articles AS x ON x.story = s.n WHERE s.id = :story"
        " ORDER BY x.day DESC, x.article DESC LIMIT :most"
    )
    return ", ".join(str(int(n)) for n in connection.execute(asked, {"story": story, "most": _ARTICLES}).scalars())
