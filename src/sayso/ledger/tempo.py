"""How many a day: the articles of stories, the statements of a voice. For small pictures in lists."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import text

from sayso.ledger.decisions import merged_voices
from sayso.ledger.store import Store


def story_days(store: Store, stories: Sequence[str]) -> dict[str, dict[str, int]]:
    """For each of these stories its articles by day (ISO 8601), those without a day left out."""
    asked = text(
        "SELECT s.id, x.day, count(*) AS n FROM story_rows AS s JOIN story_articles AS x ON x.story = s.n"
        " WHERE s.id = :story AND x.day != '' GROUP BY x.day"
    )
    found: dict[str, dict[str, int]] = {}
    with store.reading() as connection:
        for story in stories:
            for row in connection.execute(asked, {"story": story}):
                found.setdefault(row.id, {})[row.day] = row.n
    return found


def voice_days(store: Store, id_: str) -> dict[str, int]:
    """The statements of a voice, all that are one by decision taken together, by day (ISO 8601)."""
    asked = text(
        "SELECT x.day, count(DISTINCT x.statement) AS n FROM voice_rows AS v"
        " JOIN statement_voices AS x ON x.voice = v.n WHERE v.id = :voice AND x.day != '' GROUP BY x.day"
    )
    found: dict[str, int] = {}
    with store.reading() as connection:
        group = next((ids for ids in merged_voices(connection, store.now()) if id_ in ids), {id_})
        for voice in sorted(group):
            for row in connection.execute(asked, {"voice": voice}):
                found[row.day] = found.get(row.day, 0) + row.n
    return found
