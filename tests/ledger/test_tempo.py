"""How many a day: articles of stories, statements of voices."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger.append import append
from sayso.ledger.store import Store
from sayso.ledger.tempo import story_days, voice_days
from sayso.ledger.voices import count_voices, statements_of_voice
from tests.ledger.readings import many


def test_a_voice_by_day(tmp_path: Path) -> None:
    """The days' numbers are those of its statements; a voice or story that is not here has none."""
    store = Store(tmp_path / "days.db")
    append(store, many(20))
    first = count_voices(store)[0]
    days = voice_days(store, first.id)
    listed = statements_of_voice(store, first.id, 1000)
    assert sum(days.values()) == len([one for one in listed if one.day])
    assert set(days) == {one.day for one in listed if one.day}
    assert voice_days(store, "nobody") == {}
    assert story_days(store, ["none"]) == {}
    store.close()
