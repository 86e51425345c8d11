"""A figure: one number asserted of something, with its bounds, owner and period."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.records.span import Span
from sayso.records.statement import Modality, Polarity


@dataclass(frozen=True, slots=True)
class Figure:
    """One number asserted.

    `low` and `high` bound it, None where open; a plain number has low = high. `exclusive` where the bound itself is
    left out ("more than"). `unit` is singular; `measure` a word of the pack. `of` is whose they are, `who` what kind of
    people, `by` on whose word. `period` and `as_of` are EDTF. `part_of` and `same_as` hold ids of figures.
    """

    id: str
    span: Span
    low: float | None
    high: float | None
    exclusive: bool = False
    approximate: bool = False
    vague: bool = False
    unit: str | None = None
    measure: str | None = None
    of: tuple[str, ...] = ()
    who: str | None = None
    agent: str | None = None
    cause: str | None = None
    by: tuple[str, ...] = ()
    period: str | None = None
    as_of: str | None = None
    place: str | None = None
    cumulative: bool | None = None
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    part_of: tuple[str, ...] = ()
    same_as: str | None = None
    statement: str | None = None
