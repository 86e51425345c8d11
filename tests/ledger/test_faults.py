"""What may go wrong in the world, for real: processes killed, disks full, two writers, clocks that jump.

$SAYSO_KILLS sets how many kills (100 without it); $SAYSO_DATA's seeds are the articles where it is set.
"""

from __future__ import annotations

import os
import random
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger.append import append
from sayso.ledger.check import check
from sayso.ledger.decisions import Act, anchor_of, decide, decisions
from sayso.ledger.kept import all_readings, counts
from sayso.ledger.store import Store
from sayso.records import DecisionKind
from tests.conftest import ROOT
from tests.ledger.readings import many, reading
from tests.ledger.writing import load, write_on

KILLS = int(os.environ.get("SAYSO_KILLS", "100"))


@pytest.fixture
def read_file(tmp_path: Path) -> str | None:
    """The seeds, really read, where the data are here; else the hand-made Readings."""
    data = os.environ.get("SAYSO_DATA")
    if not data:
        return None
    out = tmp_path / "seeds.jsonl"
    with out.open("wb") as stream:
        subprocess.run([sys.executable, "-m", "sayso", "read", "--json", f"{data}/seeds"], stdout=stream, check=True)
    return str(out)


def whole(path: Path, written: set[str], decided: set[str]) -> None:
    """All that was said to be written is there, nothing twice, and everything holds."""
    store = Store(path)
    try:
        assert list(check(store)) == []
        ids = [r.article.id for r in all_readings(store)]
        made = [d.id for d in decisions(store, in_force=False)]
        assert len(set(ids)) == len(ids)
        assert written <= set(ids)
        assert len(set(made)) == len(made)
        assert decided <= set(made)
    finally:
        store.close()


@pytest.mark.proof
def test_killed_at_any_moment_nothing_is_lost_and_nothing_double(tmp_path: Path, read_file: str | None) -> None:
    """Real processes, really killed (SIGKILL) after a random time; forked, so that the time goes into writing."""
    path = tmp_path / "killed.db"
    readings, chance = load(read_file), random.Random(7)
    written: set[str] = set()
    decided: set[str] = set()
    for kill in range(KILLS):
        for kind, id_ in _killed(path, readings, kill, chance.uniform(0.0, 0.25)):
            (written if kind == "written" else decided).add(id_)
        if kill % 10 == 9 or kill == KILLS - 1:
            whole(path, written, decided)
    assert written, "the processes lived long enough to write"


def _killed(path: Path, readings: list, seed: int, seconds: float) -> Iterator[tuple[str, str]]:  # type: ignore[type-arg]
    """What a process said before it was killed."""
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        try:
            write_on(path, readings, seed, mouth)
        finally:
            os._exit(1)
    os.close(mouth)
    heard = b""
    # the clock runs from the first word on, or from the start: kills hit opening and migrating too
    if seed % 2 and select.select([ear], [], [], 30)[0]:
        heard += os.read(ear, 65536)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(ear, 65536):
        heard += more
    os.close(ear)
    for line in heard.decode().split("\n")[:-1]:
        kind, _, id_ = line.partition(" ")
        yield kind, id_


@pytest.mark.proof
def test_the_program_killed_while_it_reads_goes_on_from_there(tmp_path: Path) -> None:
    ledger = tmp_path / "read.db"
    command = [sys.executable, "-m", "sayso", "read", "examples", "--ledger", str(ledger), "--jobs", "1"]
    for seconds in (1.0, 2.5, 4.0, 5.5):
        process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")
    whole(ledger, set(), set())
    store = Store(ledger)
    assert counts(store).articles == len(list((ROOT / "examples").iterdir()))
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 2 MB; the test skips where it may not be mounted."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("a small disk can't be mounted here: needs root")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.proof
def test_a_full_disk_loses_nothing_and_the_same_goes_on_when_there_is_room(small_disk: Path) -> None:
    store = Store(small_disk / "full.db")
    readings = list(many(3000))
    written: set[str] = set()

    def fill() -> None:
        for at in range(0, len(readings), 16):
            written.update(one.reading.article.id for one in append(store, readings[at : at + 16]))

    with pytest.raises(LedgerError, match=r"disk is full|disk refused"):
        fill()
    assert written
    assert written <= {r.article.id for r in all_readings(store)}
    subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    append(store, readings[: len(written) + 64])
    store.close()
    whole(small_disk / "full.db", written, set())


@pytest.mark.proof
def test_a_limit_on_the_file_s_size_is_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "limited.db"
    Store(path).close()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))
        store = Store(path)
        try:
            for one in many(3000):
                append(store, [one])
        except LedgerError:
            os._exit(3)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    whole(path, set(), set())
    store = Store(path)
    append(store, list(many(50)))
    assert counts(store).articles >= 50
    store.close()


@pytest.mark.proof
def test_two_writers_at_once_lose_nothing_and_write_nothing_twice(tmp_path: Path) -> None:
    """Both begin with no file at all, and write the same articles by the same and by other parts."""
    path = tmp_path / "two.db"
    readings = list(many(120))
    children = []
    for seed in (1, 2, 3):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                store = Store(path)
                chance = random.Random(seed)
                mine = chance.sample(readings, len(readings))
                for at in range(0, len(mine), 5):
                    append(store, mine[at : at + 5])
                decide(
                    store, Act(kind=DecisionKind.REJECT, who=f"w{seed}", why="so", about=(anchor_of(store, 1, "s1"),))
                )
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0, 0]
    whole(path, {r.article.id for r in readings}, set())
    store = Store(path)
    held = counts(store)
    assert (held.articles, held.readings, held.decisions) == (120, 120, 3)
    store.close()


def test_a_clock_that_jumps_changes_nothing_but_the_stamps(tmp_path: Path) -> None:
    """Back by years, forward by years, standing still: order, decisions and checks hold."""
    moments = iter([2031, 1999, 2090, 2031, 2031, 1970] * 50)
    store = Store(tmp_path / "clock.db", clock=lambda: datetime(next(moments), 1, 1, tzinfo=UTC) + timedelta(seconds=1))
    for one in many(12):
        append(store, [one])
    append(store, list(many(12)))
    append(store, [reading()])
    for _ in range(4):
        decide(store, Act(kind=DecisionKind.ACCEPT, who="ann", why="so", about=(anchor_of(store, 1, "s1"),)))
    assert counts(store).articles == 13
    assert len({d.id for d in decisions(store, in_force=False)}) == 4
    assert [r.article.key for r in all_readings(store)] == [f"report-{i}" for i in range(12)] + ["one"]
    assert list(check(store)) == []
    store.close()
