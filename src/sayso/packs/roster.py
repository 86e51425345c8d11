"""The roster: the known voices and their aliases, as a TOML file that a user edits, one block a voice.

Every block says who says so. Reading uses one frozen roster, named in a Reading's `made_by` by name, version and
digest, so that an edit that forgot its version number shows all the same.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.errors import PartError
from sayso.packs.folding import Folding, load_folding
from sayso.packs.loading import packaged, table, word, words
from sayso.packs.world import Body, State, World

_KINDS = ("person", "body", "state", "outlet")
_KEYS = frozenset(
    (
        "name",
        "kind",
        "says",
        "id",
        "aliases",
        "roles",
        "body",
        "side",
        "sides",
        "adjectives",
        "people",
        "seats",
        "agency",
    )
)
_ROLE_KEYS = frozenset(("title", "from", "until"))
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")


@dataclass(frozen=True, slots=True)
class Role:
    """An office and when it was held: ISO days, months or years, None for open; both ends count."""

    title: str
    since: str | None = None
    until: str | None = None

    def held_on(self, day: str) -> bool:
        """Whether the role was held on a day (ISO 8601); a month or year reaches to its end."""
        return (self.since is None or day >= self.since) and (
            self.until is None or day[: len(self.until)] <= self.until
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A known voice. `sides` has the side in a story where it differs from `side`; `says` is who says all this.

    A state's `seats` are its capital and the palaces that stand for its government; an outlet may be an `agency`.
    """

    id: str
    name: str
    kind: str
    says: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    body: str | None = None
    side: str | None = None
    sides: tuple[tuple[str, str], ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    agency: bool = False

    def role_on(self, day: str | None) -> str | None:
        """The role held on a day; with no day, the one role that is held still."""
        held = [r for r in self.roles if (r.held_on(day) if day else r.until is None)]
        return held[-1].title if held else None

    def side_in(self, story: str) -> str | None:
        """The side in a story."""
        return dict(self.sides).get(story, self.side)


@dataclass(frozen=True, slots=True)
class Roster:
    """A frozen, versioned roster; `by_name` has each folded name and alias."""

    version: str
    entries: tuple[Entry, ...]
    folding: Folding
    by_name: Mapping[str, Entry]

    def known(self, name: str) -> Entry | None:
        """The entry under a name or alias, spelling and transliteration variants folded."""
        return self.by_name.get(self.folding.person_key(name))


def load_roster(path: Path | None = None) -> Roster:
    """The roster at `path`, or the one that comes with sayso. Raises PartError naming the row and what is wrong."""
    where = f"roster {path}" if path is not None else "roster"
    try:
        text = packaged("data/roster.toml") if path is None else path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PartError(where, str(error)) from error
    folding = load_folding()
    rows = data.get("voice", [])
    if not isinstance(rows, list):
        raise PartError(where, "voices stand in blocks [[voice]]")
    entries = tuple(_entry(row, f"{where}, voice {number}", folding) for number, row in enumerate(rows, 1))
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]
    version = f"{word(data, 'name', 'roster')} {word(data, 'version', 'roster')} {digest}"
    return Roster(version, entries, folding, _by_name(entries, folding, where))


def world_of(roster: Roster, world: World) -> World:
    """The world with the roster's states, bodies and outlets in it."""
    states = [
        State("", e.name, e.aliases, e.adjectives, e.people, None, e.seats) for e in roster.entries if e.kind == "state"
    ]
    bodies = [
        Body(e.name, e.aliases, (), e.side, outlet=e.kind == "outlet", agency=e.agency)
        for e in roster.entries
        if e.kind in ("body", "outlet") and world.known(e.name) is None
    ]
    return world.with_own(states, bodies)


def _entry(row: Any, where: str, folding: Folding) -> Entry:
    if not isinstance(row, Mapping):
        raise PartError(where, "must be a block [[voice]]")
    unknown = sorted(set(row) - _KEYS)
    if unknown:
        raise PartError(where, f"{unknown[0]} is no field of a voice (fields: {', '.join(sorted(_KEYS))})")
    for key in ("name", "kind", "says"):
        if not isinstance(row.get(key), str) or not row[key].strip():
            raise PartError(where, f"{key} is missing" if key != "says" else "says is missing: who says so?")
    name, kind = str(row["name"]), str(row["kind"])
    if kind not in _KINDS:
        raise PartError(where, f"kind must be one of {', '.join(_KINDS)}, not {kind}")
    sides = table(row, "sides", where)
    return Entry(
        id=word(row, "id", where) if "id" in row else (folding.person_key if kind == "person" else folding.key)(name),
        name=name,
        kind=kind,
        says=str(row["says"]),
        aliases=words(row, "aliases", where),
        roles=tuple(_roles(row.get("roles", []), where)),
        body=word(row, "body", where) if "body" in row else None,
        side=word(row, "side", where) if "side" in row else None,
        sides=tuple((story, word(sides, story, where)) for story in sides),
        adjectives=words(row, "adjectives", where),
        people=words(row, "people", where),
        seats=words(row, "seats", where),
        agency=row.get("agency") is True,
    )


def _roles(rows: Any, where: str) -> Iterator[Role]:
    if not isinstance(rows, list):
        raise PartError(where, "roles must be a list of tables")
    for row in rows:
        if not isinstance(row, Mapping) or set(row) - _ROLE_KEYS:
            raise PartError(where, "a role has title, from, until")
        since, until = (_day(row.get(key), f"{where}, role") for key in ("from", "until"))
        if since and until and until < since[: len(until)]:
            raise PartError(where, f"role {row.get('title')}: until {until} is before from {since}")
        yield Role(word(row, "title", where), since, until)


def _day(value: Any, where: str) -> str | None:
    if value is None:
        return None
    if not _DAY.match(str(value)):
        raise PartError(where, f"{value} is no day, month or year (2031, 2031-03, 2031-03-05)")
    return str(value)


def _by_name(entries: Sequence[Entry], folding: Folding, where: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    ids: dict[str, Entry] = {}
    for entry in entries:
        if ids.setdefault(entry.id, entry) is not entry:
            raise PartError(where, f"two voices have the id {entry.id}: {ids[entry.id].name} and {entry.name}")
        for name in (entry.name, *entry.aliases):
            other = found.setdefault(folding.person_key(name), entry)
            if other is not entry:
                raise PartError(where, f"{name} names two voices: {other.name} and {entry.name}")
    return found
