"""Reading many articles on several cores, in order, with bounded memory."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_context

from sayso.errors import InputError, StopError
from sayso.flow.reader import Reader
from sayso.records import Article, Reading
from sayso.settings import Settings

# Starting workers, each with its own model, costs about a second: fewer articles than this are read without.
_FEW = 8
_AHEAD = 4  # articles waiting for each worker: enough to keep it busy, few enough to hold in memory


def read_many(inputs: Iterable[Article | InputError], reader: Reader, jobs: int = 1) -> Iterator[Reading | InputError]:
    """A Reading for each article and the error for each that could not be had, in the order of the inputs.

    What is read does not depend on `jobs`. Raises PartError before anything is read where a part is broken, StopError
    where a worker dies.
    """
    waiting = iter(inputs)
    first = list(islice(waiting, _FEW)) if jobs > 1 else []
    if jobs > 1 and len(first) == _FEW:
        yield from _with_workers(chain(first, waiting), reader.settings, jobs)
        return
    for given in chain(first, waiting):
        yield given if isinstance(given, InputError) else reader.read(given)


def _with_workers(
    inputs: Iterable[Article | InputError], settings: Settings, jobs: int
) -> Iterator[Reading | InputError]:
    queue: deque[Future[Reading] | InputError] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), _start, (settings,)) as pool:
        for given in inputs:
            queue.append(given if isinstance(given, InputError) else pool.submit(_read, given))
            if len(queue) >= jobs * _AHEAD:
                yield _outcome(queue.popleft())
        while queue:
            yield _outcome(queue.popleft())


def _outcome(waiting: Future[Reading] | InputError) -> Reading | InputError:
    if isinstance(waiting, InputError):
        return waiting
    try:
        return waiting.result()
    except BrokenProcessPool as error:
        raise StopError("reading", "a worker process ended (out of memory?)") from error


_reader: Reader | None = None  # one for each worker process, set as it starts


def _start(settings: Settings) -> None:
    global _reader
    _reader = Reader(settings)


def _read(article: Article) -> Reading:
    assert _reader is not None
    return _reader.read(article)
