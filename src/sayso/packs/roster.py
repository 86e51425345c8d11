"""The roster: the known voices and their aliases, as a file that a user edits."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Roster:
    """A frozen, versioned roster."""

    version: str = "empty"


def load_roster() -> Roster:
    """The roster in use."""
    return Roster()
