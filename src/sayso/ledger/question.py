"""A question to the ledger: all that statements, figures and articles can be chosen by. What is None is not asked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.errors import UsageError
from sayso.ledger.days import Days, days_of
from sayso.records import Act, Certainty, Modality, Polarity

_WORD = re.compile(r"[^\W_]")
_PIECE = re.compile(r'(-?)"([^"]*)"|(-?)(\S+)')


@dataclass(frozen=True, slots=True)
class Near:
    """A spot on Earth and how far around it, in degrees (WGS 84) and kilometres."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which statements, figures or articles to find. All that is given must hold.

    `voice` is a name, alias or id; `place` a name, `near` a spot and radius; `period` an EDTF date or interval that
    `day` (of saying, else of publication) falls in; `as_of` a day: nothing published after it. `words` are searched:
    all of them, "phrases" whole, -words absent, beginnings with *. Rejected items stay out unless asked for. `after` is
    the `cursor` of a finding of the same question: what follows it is found, so that pages can be turned.
    """

    voice: str | None = None
    side: str | None = None
    act: Act | None = None
    hedged: bool | None = None
    certainty: Certainty | None = None
    polarity: Polarity | None = None
    modality: Modality | None = None
    measure: str | None = None
    unit: str | None = None
    place: str | None = None
    near: Near | None = None
    period: str | None = None
    outlet: str | None = None
    words: str | None = None
    as_of: str | None = None
    article: str | None = None
    narrated: bool = True
    rejected: bool = False
    limit: int = 50
    after: str | None = None

    def days(self) -> Days:
        """The days of `period`. Raises UsageError where it is no date."""
        return _days(self.period)

    def last_day(self) -> str | None:
        """The last day of `as_of`. Raises UsageError where it is no date."""
        return _days(self.as_of).last


def search_text(words: str) -> str:
    """A user's words as an FTS5 query: each word or phrase quoted, so that nothing in them is taken for an operator.

    Raises UsageError where there is nothing to search for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in _PIECE.finditer(words.replace("\0", " ")):
        minus, phrase = (match[1], match[2]) if match[2] is not None else (match[3], match[4])
        if not _WORD.search(phrase):
            continue
        begins = "*" if match[4] is not None and phrase.endswith("*") else ""
        quoted = '"' + phrase.replace('"', " ").encode("utf-8", "replace").decode() + '"' + begins
        (unwanted if minus else wanted).append(quoted)
    if not wanted:
        raise UsageError(words, "no word to search for")
    return " AND ".join(wanted) + "".join(f" NOT {word}" for word in unwanted)


def _days(edtf: str | None) -> Days:
    if edtf is None:
        return Days()
    days = days_of(edtf)
    if days.first is None and days.last is None:
        raise UsageError(edtf, "no date; say 2024-08, 2024-08-09 or 2024-08-01/2024-08-31")
    return days
