"""Figures are found with their bounds, units and measures, and what is no figure is left alone."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given

from sayso.reading.figures import attribute_figures, find_figures
from sayso.reading.times import find_times
from sayso.records import Figure
from tests.conftest import any_text
from tests.reading.drafts import draft_of

CASES = Path(__file__).parents[1] / "cases"


def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a text published on 4 May 2031."""
    draft = draft_of(text, published="2031-05-04")
    find_times(draft)
    find_figures(draft)
    attribute_figures(draft)
    return draft.figures


def table(name: str) -> list[dict[str, str]]:
    """The rows of a case table."""
    with (CASES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def number(said: str) -> float | None:
    """A bound as a table writes it; open where empty."""
    return float(said) if said else None


def flags(figure: Figure) -> set[str]:
    """What a table calls a figure besides its bounds."""
    kinds = {"exclusive": figure.exclusive, "approximate": figure.approximate, "vague": figure.vague}
    kinds |= {"part": bool(figure.part_of), "same": figure.same_as is not None}
    return {name for name, holds in kinds.items() if holds}


ROWS = table("figures.tsv")


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(r, id=f"{i}", marks=[pytest.mark.xfail(strict=True, reason="not found yet")] if r["known"] else [])
        for i, r in enumerate(ROWS, 2)
    ],
)
def test_each_figure_of_the_table_is_read_whole(row: dict[str, str]) -> None:
    found = figures_of(row["text"])
    if not row["figure"]:
        assert found == ()
        return
    alike = [f for f in found if f.span.of(row["text"]) == row["figure"] and f.low == number(row["low"])]
    assert alike, [f.span.of(row["text"]) for f in found]
    figure = alike[0]
    assert (figure.low, figure.high) == (number(row["low"]), number(row["high"]))
    assert flags(figure) == set(row["flags"].split())
    assert (figure.unit or "", figure.measure or "", figure.who or "") == (row["unit"], row["measure"], row["who"])
    assert ", ".join(figure.of) == row["of"]


def test_no_figure_is_found_beside_those_of_the_table() -> None:
    texts = {row["text"] for row in ROWS}
    for text in texts:
        expected = {row["figure"] for row in ROWS if row["text"] == text and row["figure"]}
        assert {f.span.of(text) for f in figures_of(text)} == expected


def test_denied_planned_and_supposed_figures_are_told_from_asserted_ones() -> None:
    right = 0
    rows = table("figures_negated.tsv")
    for row in rows:
        start, end = (int(x) for x in row["figure_at"].split())
        bounds = (number(row["low"]), number(row["high"]))
        for figure in figures_of(row["text"]):
            met = figure.span.start < end and start < figure.span.end
            if met and (figure.low, figure.high) == bounds:
                right += figure.polarity in row["polarity"].split("|") and figure.modality in row["modality"].split("|")
                break
    assert right >= 0.95 * len(rows)


@given(any_text)
def test_any_text_gives_valid_figures(text: str) -> None:
    found = figures_of(text)
    ids = [f.id for f in found]
    assert ids == [f"f{n}" for n in range(1, len(found) + 1)]
    for figure in found:
        assert 0 <= figure.span.start < figure.span.end <= len(text)
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert set(figure.part_of) <= set(ids) - {figure.id}
        assert figure.same_as is None or figure.same_as in ids


def test_the_same_words_give_the_same_figures_whatever_surrounds_them() -> None:
    sentence = "The brigade lost 31 men and two tanks near Luvnya."
    alone = [(f.low, f.unit, f.measure) for f in figures_of(sentence)]
    among = [(f.low, f.unit, f.measure) for f in figures_of(f"Nobody came.\n\n{sentence}\n\nIt rained.")]
    assert alone == among == [(31.0, "person", "lost"), (2.0, "tank", "lost")]


def test_time_grows_with_the_text_and_no_faster_even_without_a_stop() -> None:
    def seconds(repeats: int) -> float:
        text = "they killed 12 men, two of the 30 women and a boy who was 14 and " * repeats
        draft = draft_of(text)
        start = time.process_time()
        find_figures(draft)
        attribute_figures(draft)
        return time.process_time() - start

    def least(repeats: int) -> float:
        return min(seconds(repeats) for _ in range(3))  # the machine may be busy

    assert least(480) < 15 * max(least(80), 0.01)


def test_share_of_them_is_part_of_what_was_counted_before() -> None:
    text = "The column had two tanks and 12 trucks. Most of them were destroyed."
    tanks, trucks, most = figures_of(text)
    assert (most.low, most.high, most.exclusive, most.measure) == (0.5, None, True, "destroyed")
    assert set(most.part_of) <= {tanks.id, trucks.id}
    assert most.part_of
