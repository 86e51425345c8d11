"""Settings: where a user's own parts lie. Read from the environment once, by the program's door, never at import."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Settings:
    """Paths of the ledger and of parts of one's own; None means what comes with sayso."""

    ledger: Path = Path("sayso.db")
    model: Path | None = None
    roster: Path | None = None
    gazetteer: Path | None = None


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from SAYSO_LEDGER, SAYSO_MODEL, SAYSO_ROSTER and SAYSO_GAZETTEER."""
    given = os.environ if environment is None else environment

    def path(name: str) -> Path | None:
        return Path(given[name]) if given.get(name) else None

    return Settings(
        ledger=path("SAYSO_LEDGER") or Path("sayso.db"),
        model=path("SAYSO_MODEL"),
        roster=path("SAYSO_ROSTER"),
        gazetteer=path("SAYSO_GAZETTEER"),
    )
