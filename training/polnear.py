"""PolNeAR (Newell, Margolin, Ruths 2018): attributions of US political news in brat's standoff format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.records.span import Span
from training.examples import Example, Roles, lines_of

_BOUND = re.compile(r"(\S+) ([\d ;]+)$")


def read_polnear(folder: Path) -> Iterator[tuple[str, Example]]:
    """Every text of a folder with its first annotator's attributions, in the order of the file names."""
    for path in sorted((folder / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        annotated = sorted(p for p in (folder / "attributions").iterdir() if p.name.startswith(path.stem + "_"))
        yield path.stem, Example(text, lines_of(text), attributions=_roles(annotated[0]))


def _roles(path: Path) -> list[Roles]:
    spans: dict[str, list[Span]] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, rest = line.partition("\t")
        bound = _BOUND.match(rest.split("\t")[0])
        if key.startswith("T") and bound:
            spans[key] = [Span(*map(int, part.split())) for part in bound[2].split(";")]
        elif key.startswith("E") and rest.startswith("Attribution"):
            events.append(rest.split()[1:])
    found: list[Roles] = []
    for event in events:
        roles = Roles([], [], [])
        for part in event:
            name, _, ref = part.partition(":")
            role = re.sub(r"\d+$", "", name).lower()
            if role in ("source", "cue", "content"):
                getattr(roles, role).extend(spans.get(ref, []))
        if roles.cue and roles.content:
            found.append(Roles(sorted(roles.source), sorted(roles.cue), sorted(roles.content)))
    return found
