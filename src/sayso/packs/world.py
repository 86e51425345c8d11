"""The world: states, what is named for them, bodies that speak under their own name, and outlets.

A lookup takes words as an article writes them. Case counts ("US" is a state, "us" is not); accents, a leading "the" and
a closing "'s" do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sayso.errors import PartError
from sayso.packs.folding import Folding, load_folding
from sayso.packs.loading import load_toml, table, word, words

_APART = re.compile(r"(,|'s(?![^\W_])|'(?![^\W_]))")
_THE = ("the ", "The ")


class Use(StrEnum):
    """What a known name is."""

    STATE = "state"  # Ukraine
    ADJECTIVE = "adjective"  # Ukrainian
    PEOPLE = "people"  # Ukrainians
    SEAT = "seat"  # Kyiv: a capital or palace that stands for the government
    BODY = "body"  # NATO, the Pentagon
    OUTLET = "outlet"  # Reuters


@dataclass(frozen=True, slots=True)
class State:
    """A state; `capital` is None where it has the state's own name."""

    iso: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capital: str | None
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A body or outlet. `nouns` are what it is called on second mention; `side` is its state or its own party."""

    name: str
    aliases: tuple[str, ...]
    nouns: tuple[str, ...]
    side: str | None
    outlet: bool = False
    agency: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What a known name stands for: its use, the name in full, the state or side, and the body where it is one."""

    use: Use
    name: str
    side: str | None
    body: Body | None = None


@dataclass(frozen=True, slots=True)
class World:
    """All states, bodies and outlets, indexed by name."""

    names: tuple[str, ...]
    folding: Folding
    states: Mapping[str, State]
    bodies: tuple[Body, ...]
    phrases: Mapping[str, Known]
    openings: Mapping[str, int]

    def known(self, words: str) -> Known | None:
        """What stands under this name, whole; None where it is not known."""
        asked = " ".join(split_words(self.folding.bare(words)))
        asked = asked.removesuffix(" 's").removesuffix(" '")
        return self.phrases.get(asked) or (self.phrases.get(asked[4:]) if asked[:4] in _THE else None)

    def match(self, words: Sequence[str], at: int = 0) -> tuple[Known, int] | None:
        """The longest known name that begins with word `at`, and how many words it has. The words are bare of accents,
        "'s" and commas apart."""
        longest = self.openings.get(words[at])
        if longest is None:
            return None
        for length in range(min(longest, len(words) - at), 0, -1):
            found = self.phrases.get(" ".join(words[at : at + length]))
            if found is not None:
                return found, length
        return None

    def state_of(self, words: str) -> str | None:
        """The state that a name, adjective, people, capital, palace or body belongs to ("Kyiv" gives "Ukraine")."""
        found = self.known(words)
        return found.side if found is not None and found.side in self.states else None

    def is_demonym(self, words: str) -> bool:
        """Whether these words name people or things by their state ("Ukrainian", "Ukrainians")."""
        found = self.known(words)
        return found is not None and found.use in (Use.ADJECTIVE, Use.PEOPLE)

    def is_seat(self, words: str) -> bool:
        """Whether these words name a capital or palace that may stand for a government."""
        found = self.known(words)
        return found is not None and found.use is Use.SEAT

    def with_own(self, states: Sequence[State], bodies: Sequence[Body]) -> World:
        """This world with states and bodies of a user's own, which come before those of the same name."""
        if not states and not bodies:
            return self
        known = dict(self.states) | {state.name: state for state in states}
        phrases, openings = _index({s.name: s for s in states}, bodies, self.folding)
        longest = {k: max(self.openings.get(k, 0), openings.get(k, 0)) for k in self.openings.keys() | openings.keys()}
        own = tuple(bodies)
        return replace(
            self, states=known, bodies=own + self.bodies, phrases=dict(self.phrases) | phrases, openings=longest
        )

    def adjective(self, state: str) -> str:
        """The state's first adjective ("Ukraine" gives "Ukrainian"), or the name where it has none."""
        found = self.states.get(state)
        return found.adjectives[0] if found is not None and found.adjectives else state


def split_words(name: str) -> list[str]:
    """A name's words as `World.match` takes them: at blanks, commas and possessive endings apart."""
    return _APART.sub(r" \1", name).split()


def load_world() -> World:
    """The world that comes with sayso. Raises PartError naming the file and row that is wrong."""
    folding = load_folding()
    states_file, bodies_file = load_toml("data/world.toml"), load_toml("data/bodies.toml")
    states = dict(_states(states_file))
    sides = {state.iso: state.name for state in states.values()}
    bodies = (*_bodies(bodies_file, "bodies", sides), *_bodies(bodies_file, "outlets", sides))
    phrases, openings = _index(states, bodies, folding)
    return World(
        names=(_title(states_file), _title(bodies_file), folding.name),
        folding=folding,
        states=states,
        bodies=bodies,
        phrases=phrases,
        openings=openings,
    )


def _index(
    states: Mapping[str, State], bodies: Sequence[Body], folding: Folding
) -> tuple[dict[str, Known], dict[str, int]]:
    """Every name as texts write it, and for each first word how long the longest such name is."""
    phrases: dict[str, Known] = {}
    for name, known in (*_body_names(bodies), *_state_names(states)):
        for written in _writings(" ".join(split_words(folding.bare(name))), known):
            phrases.setdefault(written, known)
    openings: dict[str, int] = {}
    for phrase in phrases:
        parts = phrase.split(" ")
        openings[parts[0]] = max(openings.get(parts[0], 0), len(parts))
    return phrases, openings


def _writings(name: str, known: Known) -> tuple[str, ...]:
    """How a name may stand in a text: an outlet's "The" belongs to its name, a state's does not."""
    if name[:4] not in _THE:
        return (name,)
    return (name, f"the {name[4:]}") if known.use is Use.OUTLET else (name[4:],)


def _title(data: Mapping[str, Any]) -> str:
    return f"{word(data, 'name', 'world')} {word(data, 'version', 'world')}"


def _states(data: Mapping[str, Any]) -> Iterator[tuple[str, State]]:
    for iso, row in table(data, "states", "world").items():
        where = f"world.states.{iso}"
        if not isinstance(row, Mapping):
            raise PartError(f"pack {where}", "must be a table")
        state = State(
            iso=iso,
            name=word(row, "name", where),
            aliases=words(row, "aliases", where),
            adjectives=words(row, "adjectives", where),
            people=words(row, "people", where),
            capital=word(row, "capital", where) if "capital" in row else None,
            seats=words(row, "seats", where),
        )
        yield state.name, state


def _bodies(data: Mapping[str, Any], key: str, sides: Mapping[str, str]) -> Iterator[Body]:
    rows = data.get(key, [])
    if not isinstance(rows, list):
        raise PartError("pack bodies", f"{key} must be a list of tables")
    for number, row in enumerate(rows, 1):
        where = f"bodies.{key} row {number}"
        if not isinstance(row, Mapping):
            raise PartError(f"pack {where}", "must be a table")
        side = word(row, "side", where) if "side" in row else None
        if "state" in row:
            iso = word(row, "state", where)
            if iso not in sides:
                raise PartError(f"pack {where}", f"state {iso} is not in world.toml")
            side = sides[iso]
        yield Body(
            name=word(row, "name", where),
            aliases=words(row, "aliases", where),
            nouns=words(row, "nouns", where),
            side=side,
            outlet=key == "outlets",
            agency=row.get("agency") is True,
        )


def _body_names(bodies: Sequence[Body]) -> Iterator[tuple[str, Known]]:
    for body in bodies:
        known = Known(Use.OUTLET if body.outlet else Use.BODY, body.name, body.side, body)
        for name in (body.name, *body.aliases):
            yield name, known


def _state_names(states: Mapping[str, State]) -> Iterator[tuple[str, Known]]:
    for state in states.values():
        seats = (state.capital, *state.seats) if state.capital else state.seats
        for use, names in (
            (Use.STATE, (state.name, *state.aliases)),
            (Use.ADJECTIVE, state.adjectives),
            (Use.PEOPLE, state.people),
            (Use.SEAT, seats),
        ):
            known = Known(use, state.name, state.name)
            for name in names:
                yield name, known
