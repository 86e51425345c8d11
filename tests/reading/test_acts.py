"""Acts, hedges, polarity, modality and certainty, from hand-editable cases."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.certainty import weigh_statements
from sayso.records import Act, Span, Statement
from tests.conftest import any_text
from tests.reading.drafts import draft_of, packs
from tests.reading.marked import marked_draft

CASES = Path(__file__).parents[1] / "cases"


def rows(name: str) -> list[dict[str, str]]:
    """A table's rows."""
    with (CASES / name).open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("row", rows("acts.tsv"), ids=lambda r: r["id"])
def test_a_cue_does_what_the_case_says(row: dict[str, str]) -> None:
    draft = marked_draft(row["text"])
    weigh_statements(draft)
    got = draft.statements[-1]
    assert "; ".join(h.of(draft.text) for h in got.hedges) == row["hedges"]
    for field in ("act", "polarity", "modality", "certainty"):
        if row[field]:
            assert getattr(got, field) == row[field], field


def test_most_modalities_of_the_held_out_table_are_right() -> None:
    """At least nine in ten of 80 sentences, the cue taken as the word of the pack nearest to the content."""
    table = rows("modality.tsv")
    right = 0
    for row in table:
        numbers = [int(n) for n in row["content_at"].replace(";", " ").split()]
        content = tuple(Span(a, b) for a, b in zip(numbers[::2], numbers[1::2], strict=True))
        draft = draft_of(row["text"])
        draft.statements = (Statement("s1", None, _nearest_cue(row["text"], content[0]), content),)
        weigh_statements(draft)
        got = draft.statements[0]
        right += all(not row[f] or getattr(got, f) in row[f].split("|") for f in ("polarity", "modality"))
    assert right >= 0.9 * len(table), f"{right} of {len(table)}"


def _nearest_cue(text: str, content: Span) -> Span | None:
    from sayso.reading.words import find_phrases, read_words

    outside = Span(0, content.start) if content.start > 3 else Span(content.end, len(text))
    words = read_words(text, outside)
    found = [words.over(h.at, h.length) for h, cue in find_phrases(words, packs().attribution.cues) if not cue.light]
    return (found[-1] if outside.start == 0 else found[0]) if found else None


def test_a_statement_without_a_cue_says_and_an_unknown_cue_has_no_act() -> None:
    draft = marked_draft("[Dorvan]: <the ford is ours>. [Dorvan] {quuxed} <the ford is ours>")
    first, second = draft.statements[0], draft.statements[0]
    draft.statements = (Statement("s1", first.source, None, first.content), second)
    weigh_statements(draft)
    assert draft.statements[0].act is Act.SAY
    assert draft.statements[1].act is None


@given(any_text, st.lists(st.integers(0, 400), min_size=6, max_size=6))
def test_any_roles_in_any_text_are_weighed_with_hedges_inside_it(text: str, ends: list[int]) -> None:
    draft = draft_of(text)
    source, cue, content = (_span(text, *ends[i : i + 2]) for i in (0, 2, 4))
    draft.statements = (Statement("s1", source, cue, (content,)), Statement("s2", None, None, (content,)))
    weigh_statements(draft)
    for statement in draft.statements:
        assert all(0 <= h.start < h.end <= len(text) for h in statement.hedges)
        assert list(statement.hedges) == sorted(set(statement.hedges))


def _span(text: str, a: int, b: int) -> Span:
    a, b = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    return Span(a, b)
