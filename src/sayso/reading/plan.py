"""The plan of reading: every step in order, with what it needs and what it gives. Read this first.

A Reading is a pure function of one article and the parts: no step does I/O, and none knows of another article.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.reading.certainty import weigh_statements
from sayso.reading.chains import trace_chains
from sayso.reading.draft import Draft
from sayso.reading.figures import attribute_figures, find_figures
from sayso.reading.hearsay import add_hearsay
from sayso.reading.media import find_media
from sayso.reading.narrated import add_narrated
from sayso.reading.places import find_places
from sayso.reading.quotes import find_quotations
from sayso.reading.sentences import find_sentences
from sayso.reading.statements import build_statements
from sayso.reading.times import find_times
from sayso.reading.verification import mark_verification
from sayso.reading.voices import name_voices


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


def analyse(draft: Draft) -> None:
    """Fills `analysis`: the reading model's tokens, names and attributions."""
    draft.analysis = draft.parts.model.analyse(draft.text, [p.span for p in draft.paragraphs])


def step(run: Callable[[Draft], None], needs: str, gives: str) -> Step:
    """A step from its function, and the fields that it needs and gives, separated by spaces."""
    return Step(run.__name__, frozenset(needs.split()), frozenset(gives.split()), run)


READING: tuple[Step, ...] = (
    step(find_sentences, "article", "paragraphs sentences"),
    step(find_quotations, "paragraphs", "quotations"),
    step(analyse, "paragraphs", "analysis"),
    step(find_times, "paragraphs sentences", "times"),
    step(find_places, "paragraphs analysis", "places"),
    step(build_statements, "analysis quotations sentences", "statements"),
    step(add_hearsay, "statements sentences quotations", "statements"),
    step(name_voices, "statements analysis places", "statements"),
    step(weigh_statements, "statements sentences", "statements"),
    step(mark_verification, "statements sentences", "statements"),
    step(find_media, "statements times", "statements"),
    step(find_figures, "sentences times places", "figures"),
    step(add_narrated, "statements figures", "statements"),
    step(attribute_figures, "figures statements times places", "figures"),
    step(trace_chains, "statements", "statements"),
)
