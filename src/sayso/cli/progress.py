"""A run's progress bar and its summary, both on standard error: standard output is for results."""

from __future__ import annotations

import time
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from sayso.errors import InputError, printable
from sayso.flow.run import Manner, Summary

_PARTS = (
    ("new", "new"),
    ("renewed", "read anew"),
    ("same", "there already"),
    ("forgotten", "forgotten and left out"),
    ("failed", "failed"),
)


class Bar:
    """A progress bar over articles; with no total it shows the count alone. Draws only on a terminal."""

    def __init__(self, what: str, total: int | None) -> None:
        self.console = Console(stderr=True, highlight=False)
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
            TimeRemainingColumn(), console=self.console, disable=not self.console.is_terminal, transient=True,
        )  # fmt: skip
        self._task = self._progress.add_task(what, total=total)
        self._began = time.monotonic()

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def manner(self, jobs: int) -> Manner:
        """How the run is to go on: told of each batch, and of each input that failed."""
        return Manner(jobs=jobs, watch=self._watch, complain=self._complain)

    def report(self, summary: Summary) -> None:
        """What the run did, in two lines."""
        seconds = max(time.monotonic() - self._began, 0.001)
        parts = [f"{getattr(summary, name):,} {words}" for name, words in _PARTS if getattr(summary, name)]
        self._say(f"sayso: {summary.done:,} articles in {seconds:,.1f} s: {', '.join(parts) or 'nothing to do'}")
        if summary.new or summary.renewed:
            self._say(f"sayso: {summary.statements:,} statements and {summary.figures:,} figures written")

    def _watch(self, summary: Summary) -> None:
        self._progress.update(self._task, completed=summary.done)

    def _complain(self, error: InputError) -> None:
        self._say(f"sayso: {error}")

    def _say(self, words: str) -> None:
        self.console.print(printable(words), markup=False, soft_wrap=True)
