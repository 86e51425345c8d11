"""Reading into a ledger: what is new is read and written in batches, what is there already is passed over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.errors import InputError
from sayso.flow.many import read_many
from sayso.flow.reader import Reader
from sayso.ledger.append import Outcome, append
from sayso.ledger.kept import all_readings, count_stale, has_reading
from sayso.ledger.sightings import add_sightings
from sayso.ledger.store import Store
from sayso.records import Article, Reading
from sayso.sources import read_inputs

# A batch is one transaction. With 64 Readings the transaction's own cost is below a tenth of the writing; after a
# second what is read is written in any case, so that little is read twice after a fall.
_BATCH = 64
_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, in articles: `new` and `renewed` were written, `same` were there already, `forgotten` stay out,
    `failed` could not be read. Statements and figures are of what was written."""

    new: int = 0
    renewed: int = 0
    same: int = 0
    forgotten: int = 0
    failed: int = 0
    statements: int = 0
    figures: int = 0

    @property
    def done(self) -> int:
        """How many articles are dealt with, in whatever way."""
        return self.new + self.renewed + self.same + self.forgotten + self.failed


Watch = Callable[[Summary], None]
Complain = Callable[[InputError], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a run goes on: with how many processes, and whom it tells of each batch and of each input that failed."""

    jobs: int = 1
    watch: Watch = lambda _: None
    complain: Complain = lambda _: None


def read_into(store: Store, targets: Sequence[str], reader: Reader, manner: Manner | None = None) -> Summary:
    """Reads files, folders and addresses into a ledger. Reading the same again changes nothing.

    Raises StopError where the run can't go on; all batches before are in the ledger then.
    """
    run = _Run(store, reader, manner or Manner())
    return run.write(read_inputs(targets, reader.rules, keep=run.captured.__setitem__))


def read_again(store: Store, reader: Reader, manner: Manner | None = None) -> Summary:
    """Reads each article again that other parts have read, from the text in the ledger. The Readings before stay.

    Where it is stopped, the next call goes on from there.
    """
    stale = (reading.article for reading in all_readings(store, but=reader.made_by))
    return _Run(store, reader, manner or Manner()).write(stale)


def stale_articles(store: Store, reader: Reader) -> int:
    """How many articles `read_again` would read."""
    return count_stale(store, reader.made_by)


class _Run:
    """One run: its ledger, its reader, and what it has done so far."""

    def __init__(self, store: Store, reader: Reader, manner: Manner) -> None:
        self.store, self.reader, self.manner = store, reader, manner
        self.done = Summary()
        self.seen: list[Article] = []
        self.captured: dict[str, bytes] = {}  # of articles on their way, by digest

    def write(self, inputs: Iterable[Article | InputError]) -> Summary:
        """Reads and writes all inputs."""
        batch: list[Reading] = []
        began = time.monotonic()
        for outcome in read_many(self._unread(inputs), self.reader, self.manner.jobs):
            if isinstance(outcome, InputError):
                self._fail(outcome)
            else:
                batch.append(outcome)
            if len(batch) >= _BATCH or time.monotonic() - began > _SECONDS:
                self._flush(batch)
                batch, began = [], time.monotonic()
        self._flush(batch)
        return self.done

    def _unread(self, inputs: Iterable[Article | InputError]) -> Iterator[Article | InputError]:
        """The inputs without those whose Reading is there already; under which name they were met is kept."""
        made_by = self.reader.made_by
        for given in inputs:
            if not isinstance(given, InputError):
                with self.store.reading() as connection:
                    there = has_reading(connection, given, made_by)
                if there:
                    self.captured.pop(given.digest, None)
                    self.seen.append(given)
                    if len(self.seen) >= _BATCH:
                        self._flush([])
                    continue
            yield given

    def _flush(self, batch: list[Reading]) -> None:
        if self.seen:
            add_sightings(self.store, self.seen)
            self.done = replace(self.done, same=self.done.same + len(self.seen))
            self.seen = []
        if batch:
            self._append(batch)
        for reading in batch:
            self.captured.pop(reading.article.digest, None)
        self.manner.watch(self.done)

    def _append(self, batch: list[Reading]) -> None:
        try:
            appended = append(self.store, batch, lambda article: self.captured.get(article.digest))
        except InputError as error:
            if len(batch) == 1:
                self._fail(error)
                return
            for reading in batch:  # one of them does not hold: the others are written
                self._append([reading])
            return
        for one in appended:
            counted = {one.outcome.value: getattr(self.done, one.outcome.value) + 1}
            if one.outcome in (Outcome.NEW, Outcome.RENEWED):
                counted["statements"] = self.done.statements + len(one.reading.statements)
                counted["figures"] = self.done.figures + len(one.reading.figures)
            self.done = replace(self.done, **counted)

    def _fail(self, error: InputError) -> None:
        self.done = replace(self.done, failed=self.done.failed + 1)
        self.manner.complain(error)
