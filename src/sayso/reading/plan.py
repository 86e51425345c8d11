"""The plan of reading: every step in order, with what it needs and what it gives. Read this first.

A Reading is a pure function of one article and the parts: no step does I/O, and none knows of another article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.reading.draft import Draft


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the fields of the draft that it needs filled, those that it gives, and the function that does it.

    A field may be given twice: first found, then completed.
    """

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    run: Callable[[Draft], None]


def check_order(steps: Sequence[Step]) -> None:
    """Raises ValueError, naming the step, where one needs what none before it gives."""
    given: set[str] = {"article", "parts"}
    for step in steps:
        missing = step.needs - given
        if missing:
            raise ValueError(f"step {step.name} needs {', '.join(sorted(missing))}, which no step before it gives")
        given |= step.gives
