"""Keeping the comparison up to date while the desk is open: at once where little is new, else meanwhile, and
where very much is new only when its owner says so."""

from __future__ import annotations

import logging
from threading import Lock, Thread

from sayso.errors import SaysoError
from sayso.flow.ledger import Ledger
from sayso.ledger.browsing import State, state_of

# Comparing takes about 100 ms for each new article. A reader waits for some seconds at most; and a desk that is opened
# to look something up does not work for hours.
_AT_ONCE = 60
_MEANWHILE = 3000
_LOG = logging.getLogger("sayso.desk")


class Fresh:
    """Brings one ledger's comparison up to date when something was read or decided."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._state: State | None = None
        self._worker: Thread | None = None
        self._stale = False

    @property
    def behind(self) -> bool:
        """Whether a comparison is being made now."""
        return self._worker is not None and self._worker.is_alive()

    @property
    def news(self) -> str:
        """What a reader should know of the comparison that he sees; empty where it is up to date."""
        if self.behind:
            return "What is new is being compared; stories and claims are as they were before. Reload in a while."
        if self._stale:
            return f"What is new is not compared yet: sayso compare --ledger {self._ledger.store.path}"
        return ""

    def look(self) -> None:
        """Compares what is new; waits for it where that is little."""
        state = state_of(self._ledger.store)
        with self._lock:
            if state == self._state or self.behind:
                return
            new = self._ledger.count_behind()
            if new <= _AT_ONCE:
                if new:
                    self._ledger.compare()
                self._state, self._stale = state_of(self._ledger.store), False
            elif new <= _MEANWHILE:
                self._worker = Thread(target=self._compare, daemon=True)
                self._worker.start()
            else:
                self._state, self._stale = state, True

    def _compare(self) -> None:
        try:
            self._ledger.compare()
            self._state, self._stale = None, False
        except SaysoError as error:
            _LOG.warning("comparing: %s", error)
