"""The roster: the known voices and their aliases, as a file that a user edits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A known voice."""

    id: str
    name: str
    side: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """A frozen, versioned roster."""

    version: str = "empty"

    def known(self, name: str) -> Entry | None:
        """The entry under a name or alias."""
        return None


def load_roster() -> Roster:
    """The roster in use."""
    return Roster()
