"""Counts over the whole ledger, kept until something is read or decided: counting them anew takes as long as the ledger
is large."""

from __future__ import annotations

from threading import Lock

from sayso.ledger.browsing import State, state_of
from sayso.ledger.store import Store
from sayso.ledger.voices import VoiceCount, count_voices


class Tallies:
    """The counts of one ledger."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = Lock()
        self._state: State | None = None
        self._voices: list[VoiceCount] = []

    def voices(self) -> list[VoiceCount]:
        """Every voice, those with most statements first."""
        with self._lock:
            state = state_of(self._store)
            if state != self._state:
                self._voices, self._state = count_voices(self._store), state
            return self._voices

    def find(self, name: str | None = None, side: str | None = None) -> list[VoiceCount]:
        """The voices of a side whose name holds these letters."""
        letters = (name or "").casefold()
        return [one for one in self.voices() if letters in one.name.casefold() and (not side or one.side == side)]
