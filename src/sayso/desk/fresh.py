"""Keeping the comparison up to date while the desk is open: at once where that is quick, else meanwhile."""

from __future__ import annotations

import logging
from threading import Lock, Thread

from sayso.errors import SaysoError
from sayso.flow.ledger import Ledger
from sayso.ledger.browsing import state_of

# A ledger of so many articles is compared within a second; of more, pages show what was compared, and the rest follows.
_AT_ONCE = 150
_LOG = logging.getLogger("sayso.desk")


class Fresh:
    """Brings one ledger's comparison up to date when something was read or decided."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._state: tuple[int, int] | None = None
        self._worker: Thread | None = None

    @property
    def behind(self) -> bool:
        """Whether a comparison is being made now."""
        return self._worker is not None and self._worker.is_alive()

    def look(self) -> None:
        """Compares what is new; waits for it where the ledger is small."""
        state = state_of(self._ledger.store)
        with self._lock:
            if state == self._state or self.behind:
                return
            if self._ledger.counts().articles <= _AT_ONCE:
                self._ledger.compare()
                self._state = state
                return
            self._worker = Thread(target=self._compare, args=(state,), daemon=True)
            self._worker.start()

    def _compare(self, state: tuple[int, int]) -> None:
        try:
            self._ledger.compare()
            self._state = state
        except SaysoError as error:
            _LOG.warning("comparing: %s", error)
