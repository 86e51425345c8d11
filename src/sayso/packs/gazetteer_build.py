"""Writing a gazetteer file: rows in, one indexed file out, put in its place whole.

A file is written beside its place under another name and renamed, so that a reader never sees half of one; an addition
holds a lock meanwhile, so that two at once can't lose each other's rows.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import PartError
from sayso.packs.gazetteer import SCHEMA, PlaceClass
from sayso.packs.toponyms import fold, is_latin, loosen

_SHORT = 4  # letters of another name from which its coarser key still tells names apart
_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT, name TEXT, kind INTEGER, country TEXT, region TEXT, lat INTEGER,
                    lon INTEGER, population INTEGER, radius REAL);
CREATE TABLE name (key TEXT, place INTEGER, main INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, place INTEGER, PRIMARY KEY (key, place)) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Row:
    """A place to be written. `ref` is its id in the gazetteer that it comes from; its own where empty, made of its
    name and spot. Latitude and longitude in degrees, radius in kilometres (0 not known)."""

    name: str
    lat: float
    lon: float
    kind: PlaceClass = PlaceClass.SETTLEMENT
    country: str = ""
    region: str = ""
    population: int = 0
    radius: float = 0.0
    aliases: tuple[str, ...] = ()
    ref: str = ""
    loose: bool = True  # whether romanisations vary enough to be worth a coarser key

    def key(self) -> int:
        """The row's number in the file: the ref where that is one, else a digest of what identifies the row."""
        if self.ref.isdecimal() and len(self.ref) < 15:
            return int(self.ref)
        spot = (self.name, self.country, str(int(self.kind)), f"{self.lat:.4f}", f"{self.lon:.4f}")
        words = "\x1f".join((self.ref,) if self.ref else spot)
        return int.from_bytes(hashlib.sha256(words.encode()).digest()[:7], "big") | 1 << 56


def write_gazetteer(path: Path, rows: Iterable[Row], *, base: Path | None = None) -> int:
    """Writes a gazetteer file, the rows added to those of `base`; a row of the same key replaces. Returns their number.

    Raises PartError where the folder can't be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path):
            return _write(path, rows, base if base is not None and base.is_file() else None)
    except (OSError, sqlite3.Error) as error:
        raise PartError(f"gazetteer {path}", str(error)) from error


def _write(path: Path, rows: Iterable[Row], base: Path | None) -> int:
    handle, temporary = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
    os.close(handle)
    new = Path(temporary)
    try:
        if base is not None:
            shutil.copyfile(base, new)
        written = _fill(new, rows, fresh=base is None)
        new.chmod(0o644)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)
    return written


def _fill(path: Path, rows: Iterable[Row], *, fresh: bool) -> int:
    store = sqlite3.connect(path, isolation_level=None)
    try:
        store.execute("PRAGMA journal_mode = OFF")
        store.execute("PRAGMA synchronous = OFF")
        if fresh:
            store.executescript(_TABLES)
        store.execute("BEGIN")
        written = 0
        for row in rows:
            _insert(store, row)
            written += 1
        _sign(store)
        store.execute("COMMIT")
        store.execute("VACUUM")
    finally:
        store.close()
    return written


def _insert(store: sqlite3.Connection, row: Row) -> None:
    key = row.key()
    if store.execute("SELECT 1 FROM place WHERE id = ?", (key,)).fetchone():
        store.execute("DELETE FROM name WHERE place = ?", (key,))
        store.execute("DELETE FROM loose WHERE place = ?", (key,))
    ref = None if row.ref == str(key) or not row.ref else row.ref
    spot = (round(row.lat * 1e5), round(row.lon * 1e5))
    values = (key, ref, row.name, int(row.kind), row.country, row.region, *spot, row.population, round(row.radius, 2))
    store.execute("INSERT OR REPLACE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", values)
    main = fold(row.name)
    names = {fold(alias): 0 for alias in row.aliases if is_latin(alias)}
    if row.loose:  # another romanisation of the main name is as good as that
        names |= {key: 1 for key in names if loosen(key) == loosen(main)}
    names[main] = 1
    store.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", [(k, key, m) for k, m in names.items() if k])
    if row.loose and main:
        coarse = sorted({loosen(k) for k in names if len(k) > _SHORT} | {loosen(main)})
        store.executemany("INSERT OR IGNORE INTO loose VALUES (?,?)", [(k, key) for k in coarse])


def _sign(store: sqlite3.Connection) -> None:
    """Names the content by its digest, so that a Reading can say what it was made with."""
    digest = hashlib.sha256()
    for table, order in (("place", "id"), ("name", "key, place"), ("loose", "key, place")):
        for row in store.execute(f"SELECT * FROM {table} ORDER BY {order}"):
            digest.update(repr(row).encode())
    about = {"schema": str(SCHEMA), "digest": digest.hexdigest()}
    store.executemany("INSERT OR REPLACE INTO about VALUES (?,?)", sorted(about.items()))


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Holds the file's lock: SQLite's on an empty file, which the system lets go of when a process dies."""
    name = hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:24]
    lock = sqlite3.connect(Path(tempfile.gettempdir()) / f"sayso-{name}.lock", timeout=0, isolation_level=None)
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise PartError(f"gazetteer {path}", "is being written by another process: try again") from error
        for left in path.parent.glob(f"{path.name}*.new"):  # by a process that was killed
            left.unlink(missing_ok=True)
        yield
    finally:
        lock.close()
