"""Names by rule in texts that have none annotated: only what open lists and the words themselves make nearly sure.

A capitalised run that no rule decides is left unsettled: it teaches neither that it is a name nor that it is none.
Used on the training texts of PolNeAR and EWT, whose real contexts the few annotated names lack.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from sayso.reading.signs import shape_of
from sayso.reading.tokens import find_tokens
from sayso.records.span import Span
from training.examples import Example
from training.treebanks import TITLES

WORDS = Path(__file__).parent / "own" / "distant.toml"
_RUN_LINKS = frozenset(("of", "for", "and", "&", "the", "-", "’s", "'s"))
_LONGEST_NAME = 6  # tokens; a longer capitalised run is a headline
_SHAPES = frozenset(("title", "capitals", "mixed", "initial"))


class DistantNames:
    """Finds sure names; `lists` are word lists by name, `places` whole names of places, `common` everyday words."""

    def __init__(self, lists: Mapping[str, frozenset[str]], places: frozenset[str], common: frozenset[str]) -> None:
        words = {name: frozenset(own) for name, own in tomllib.loads(WORDS.read_text(encoding="utf-8")).items()}
        self._suffixes, self._body_words = words["suffixes"], words["body_words"]
        self._bodies, self._calendar = words["bodies"], words["calendar"]
        self._given = lists["given_name"] - common
        self._family = lists["family_name"]
        self._sure_places = lists["country"]
        self._places = places
        self._common = common

    def mark(self, example: Example) -> None:
        """Gives the example its sure names, and its unsettled stretches."""
        names: list[tuple[Span, str]] = []
        unsure: list[Span] = []
        persons: set[str] = set()
        proper = None
        if example.words is not None:
            proper = {i for w in example.words if w.pos == "PROPN" for i in range(w.span.start, w.span.end)}
        for paragraph in example.paragraphs:
            for run in self._runs(example.text, paragraph, proper):
                self._decide(example.text, run, persons, (names, unsure))
        example.names = names
        example.unsure = unsure

    def _runs(self, text: str, paragraph: Span, proper: set[int] | None) -> list[list[Span]]:
        runs: list[list[Span]] = []
        current: list[Span] = []
        held: list[Span] = []
        starts = True
        for token in find_tokens(text, paragraph):
            word = token.of(text)
            shape = shape_of(word)
            if proper is not None:
                part = token.start in proper
            else:
                part = shape in _SHAPES and not (starts and word.lower() in self._common)
            if part:
                current += [*held, token] if current else [token]
                held = []
            elif current and word in _RUN_LINKS and len(held) < 2:
                held.append(token)
            elif current and word == "." and len(current[-1].of(text)) == 1:
                held.append(token)  # an initial's stop
            else:
                if current:
                    runs.append(current)
                current, held = [], []
            starts = word in (".", "?", "!", "“", '"') or (starts and shape == "mark")
        if current:
            runs.append(current)
        return runs

    def _decide(
        self, text: str, run: list[Span], persons: set[str], found: tuple[list[tuple[Span, str]], list[Span]]
    ) -> None:
        names, unsure = found
        if all(t.of(text).lower() in self._calendar for t in run):
            return
        while run and run[0].of(text).rstrip(".").capitalize() in _BARE_TITLES:
            run = run[1:]
            if run and run[0].of(text) == ".":
                run = run[1:]
        if not run:
            return
        for part in self._parts(text, run):
            words = [t.of(text) for t in part]
            kind = self._kind(words, persons)
            span = Span(part[0].start, part[-1].end)
            if kind is None or len(part) > _LONGEST_NAME:
                unsure.append(span)
            else:
                names.append((span, kind))
                if kind == "person":
                    persons.add(words[-1])

    def _parts(self, text: str, run: list[Span]) -> list[list[Span]]:
        """The run whole where a word of bodies holds it together, else cut at its links."""
        lower = [t.of(text).lower() for t in run]
        if self._body_words.intersection(lower) and "and" not in lower and "’s" not in lower and "'s" not in lower:
            return [run]
        parts: list[list[Span]] = [[]]
        for token, word in zip(run, lower, strict=True):
            if word in _RUN_LINKS and word != "-":
                parts.append([])
            else:
                parts[-1].append(token)
        return [p for p in parts if p]

    def _kind(self, words: list[str], persons: set[str]) -> str | None:
        lower = [w.lower() for w in words]
        joined = re.sub(r" ?([-.’']) ?", r"\1", " ".join(lower))
        if lower[-1] in self._suffixes or joined in self._bodies:
            return "organisation"
        if len(words) > 1 and self._body_words.intersection((lower[-1], lower[0])):
            return None if set(lower) & self._given & self._family else "organisation"
        if joined in self._places and (joined in self._sure_places or not {joined} & (self._given | self._family)):
            return "place"
        if len(words) == 1:
            return "person" if words[0] in persons else None
        plain = [w for w in lower if w.isalpha()]
        known = plain and plain[0] in self._given and not {*plain[1:]} & (self._sure_places | self._common)
        return "person" if known and 2 <= len(plain) <= 4 else None


_BARE_TITLES = frozenset(t.rstrip(".") for t in TITLES)
