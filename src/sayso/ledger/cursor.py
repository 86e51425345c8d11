"""Where a page of findings ends, so that the next page goes on from there (keyset pagination).

A cursor names what its finding is ordered by (the day; the score where words are searched) and the row's number. What
is written meanwhile shifts no page: of the rows that were there none comes twice and none is passed over. Only scores
move a little with every article that comes.
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

from sayso.errors import UsageError

_DAY = re.compile(r"(?:\d{4}-\d\d-\d\d)?", re.ASCII)


class Hit(NamedTuple):
    """A row that a question finds: its number, and the day or the score that it is ordered by."""

    n: int
    key: str | float

    @property
    def cursor(self) -> str:
        """The place after this row."""
        return f"{self.key}/{self.n}"


def hit_before(cursor: str, *, scored: bool) -> Hit:
    """The last row of the page before. Raises UsageError for what is no cursor of this order."""
    key, _, number = cursor.rpartition("/")
    try:
        n = int(number)
        if not scored and _DAY.fullmatch(key):
            return Hit(n, key)
        if scored and math.isfinite(score := float(key)):
            return Hit(n, score)
    except ValueError:
        pass
    raise UsageError(cursor, "no cursor of this question: give the one that its last finding has")
