"""GeoJSON (RFC 7946): the places that articles name literally, as points, with how finely each is known.

A point is no more exact than its `precision` and `radius_km` say; a region's point is the middle of a wide circle.
Each feature lists the mentions and what is said there, every one with article, digest and offsets.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text

from sayso.ledger.store import Store

_SPOTS = text("""
    SELECT n, name, gazetteer, id, lat, lon, precision, radius_km FROM spots
    WHERE lat IS NOT NULL AND lon IS NOT NULL
        AND EXISTS (SELECT 1 FROM place_rows AS p WHERE p.spot = spots.n AND p.use = 'literal') ORDER BY n""")
_MENTIONS = text("""
    SELECT r.key, a.id AS article_id, a.digest, t.digest AS text_digest, p.span_start AS start, p.span_end AS "end"
    FROM place_rows AS p JOIN article_rows AS r ON r.n = p.article JOIN articles AS a ON a.n = p.article
    JOIN texts AS t ON t.n = r.text WHERE p.spot = :spot AND p.use = 'literal' ORDER BY p.n""")
_SAID = text("""
    SELECT v.key, v.article_id, a.digest, v.text_digest, v.statement, v.day, v.voices, v.sides, v.act, v.certainty,
        v.content, v.words
    FROM statement_spots AS ss JOIN statement_rows AS s ON s.n = ss.statement
    JOIN articles AS a ON a.n = s.article
    JOIN statement_list AS v ON v.article_id = a.id AND v.statement = s.id
    WHERE ss.spot = :spot AND NOT s.rejected ORDER BY ss.day, ss.statement""")


def write(store: Store, out: Path) -> int:
    """One FeatureCollection; how many features."""
    count = 0
    with out.open("w", encoding="utf-8", errors="replace", newline="\n") as stream:
        stream.write('{"type":"FeatureCollection","features":[')
        for feature in _features(store):
            stream.write(",\n" if count else "\n")
            stream.write(json.dumps(feature, ensure_ascii=False, allow_nan=False))
            count += 1
        stream.write("\n]}\n")
    return count


def _features(store: Store) -> Iterator[dict[str, Any]]:
    with store.reading() as connection:
        for spot in connection.execute(_SPOTS).all():
            mentions = [dict(row) for row in connection.execute(_MENTIONS, {"spot": spot.n}).mappings()]
            said = [dict(row) for row in connection.execute(_SAID, {"spot": spot.n}).mappings()]
            for one in said:
                one["content"] = json.loads(one["content"])
            yield {
                "type": "Feature",
                "id": f"{spot.gazetteer}:{spot.id}" if spot.id else spot.name,
                # RFC 7946: longitude first; seven decimals are a centimetre
                "geometry": {"type": "Point", "coordinates": [round(spot.lon, 7), round(spot.lat, 7)]},
                "properties": {
                    "name": spot.name,
                    "gazetteer": spot.gazetteer,
                    "place_id": spot.id,
                    "precision": spot.precision,
                    "radius_km": spot.radius_km,
                    "mentions": mentions,
                    "statements": said,
                },
            }
