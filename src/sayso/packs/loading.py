"""Reading a pack's TOML file, with errors that name the file and the key."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.errors import PartError


def packaged(name: str) -> str:
    """The text of a file that lies in this package, by its path within it ("conflict.toml")."""
    try:
        return files("sayso.packs").joinpath(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PartError(f"pack {name}", str(error)) from error


def load_toml(name: str, path: Path | None = None) -> Mapping[str, Any]:
    """The table in a pack's file: packaged under `name`, or the user's own at `path`. Raises PartError."""
    try:
        text = packaged(name) if path is None else path.read_text(encoding="utf-8")
        return tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PartError(f"pack {path or name}", str(error)) from error


def words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A list of strings under the key; empty where the key is missing. Raises PartError where it is anything else."""
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(x, str) and x.strip() for x in value):
        raise PartError(f"pack {where}", f"{key} must be a list of words")
    return tuple(value)


def word(table: Mapping[str, Any], key: str, where: str) -> str:
    """A string under the key. Raises PartError where there is none."""
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise PartError(f"pack {where}", f"{key} must be a word")
    return value


def table(parent: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    """A table under the key; empty where the key is missing. Raises PartError where it is anything else."""
    value = parent.get(key, {})
    if not isinstance(value, Mapping):
        raise PartError(f"pack {where}", f"{key} must be a table")
    return value


def tables(parent: Mapping[str, Any], key: str, where: str) -> tuple[Mapping[str, Any], ...]:
    """A list of tables under the key; empty where the key is missing. Raises PartError where it is anything else."""
    value = parent.get(key, [])
    if not isinstance(value, list) or not all(isinstance(x, Mapping) for x in value):
        raise PartError(f"pack {where}", f"{key} must be a list of tables")
    return tuple(value)


def only(given: Mapping[str, Any], keys: frozenset[str], where: str) -> Mapping[str, Any]:
    """The table itself. Raises PartError where it has a key that is not among these."""
    unknown = sorted(given.keys() - keys)
    if unknown:
        raise PartError(f"pack {where}", f"unknown key {', '.join(unknown)}")
    return given
