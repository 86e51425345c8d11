"""What can go wrong, as one tree.

    SaysoError
      InputError      this one input can't be read; it is named, with its reason, and the rest goes on
      StopError       the run can't go on (a broken model, pack, roster or ledger; wrong usage)
        PartError     a part that reading needs (model, pack, roster, gazetteer) is missing or broken
        UsageError    what was asked for makes no sense
          StaleError  somebody else decided on the same meanwhile
        LedgerError   a ledger can't be opened, read or written

Errors carry facts: `what` (the input or part) and `reason`, both safe to print.
"""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def printable(words: str) -> str:
    """The words with control and direction characters made visible, so that a file's name can't write to a terminal."""
    return _CONTROL.sub(lambda m: f"\\u{ord(m.group()):04x}", words)


class SaysoError(Exception):
    """The root: `what` went wrong, and the `reason`."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason

    def __str__(self) -> str:
        return f"{printable(self.what)}: {printable(self.reason)}"


class InputError(SaysoError):
    """One input can't be read: skip it, name it, go on."""


class StopError(SaysoError):
    """The run can't go on."""


class PartError(StopError):
    """A part that reading needs (model, pack, roster, gazetteer) is missing or broken."""


class UsageError(StopError):
    """What was asked for makes no sense."""


class StaleError(UsageError):
    """Somebody else decided on the same meanwhile; nothing was written."""


class LedgerError(StopError):
    """A ledger can't be opened, read or written; what was committed before stays."""
