"""Who owns which outlet, as data: outlets of one owner count once where the roots of a claim are counted."""

from __future__ import annotations

from collections.abc import Mapping

from sayso.packs.folding import Folding
from sayso.packs.loading import load_toml, tables, word, words

_WHERE = "data/owners.toml"


def load_owners(folding: Folding) -> Mapping[str, str]:
    """The owner of each outlet, by the outlet's folded name or address; an owner owns itself. Raises PartError naming
    the key that is wrong."""
    data = load_toml(_WHERE)
    word(data, "name", _WHERE)
    word(data, "version", _WHERE)
    found: dict[str, str] = {}
    for row in tables(data, "owner", _WHERE):
        owner = word(row, "name", _WHERE)
        for name in (owner, *words(row, "outlets", _WHERE)):
            found[outlet_key(name, folding)] = owner
    return found


def outlet_key(name: str, folding: Folding) -> str:
    """An outlet's name or address as owners are looked up by: without "the"."""
    return folding.key(name).removeprefix("the-").removeprefix("www-")
