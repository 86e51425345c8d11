"""Copies are found with their passages, whichever part was taken; a page's furniture is none."""

from __future__ import annotations

import random

import pytest

from sayso.comparing import Tools, compare
from sayso.records import Copy, CopyKind, Reading
from tests.comparing.making import article, reading

_NOUNS = (
    "harbour", "ferry", "council", "bridge", "orchard", "sergeant", "ledger", "lantern", "granite", "weaver", "barley",
    "captain", "mayor", "signal", "quarry", "convoy", "meadow", "teacher", "printer", "valley",
)  # fmt: skip
_VERBS = (
    "crossed", "repaired", "counted", "guarded", "painted", "followed", "measured", "closed", "visited", "lifted",
    "buried", "ordered",
)  # fmt: skip


def prose(seed: int, sentences: int = 24) -> list[str]:
    """Sentences that no other seed has."""
    rng = random.Random(seed)
    return [
        f"The {rng.choice(_NOUNS)} of the {rng.choice(_NOUNS)} {rng.choice(_VERBS)} {rng.randint(2, 999)} "
        f"{rng.choice(_NOUNS)}s near the {rng.choice(_NOUNS)} before the {rng.choice(_NOUNS)} {rng.choice(_VERBS)} it."
        for _ in range(sentences)
    ]


def copies(tools: Tools, *readings: Reading) -> tuple[Copy, ...]:
    return compare(readings, tools).copies


def test_a_reprint_goes_from_the_earlier_to_the_later(tools: Tools) -> None:
    text = " ".join(prose(1))
    found = copies(tools, reading(article("b", text, "2031-05-06")), reading(article("a", text, "2031-05-04")))
    assert [(c.from_, c.to, c.kind) for c in found] == [("a", "b", CopyKind.REPRINT)]


def test_passages_stand_in_both_texts_word_for_word(tools: Tools) -> None:
    mine, theirs = prose(2), prose(3)
    first, second = " ".join(mine), " ".join([*theirs[:12], *mine[6:16]])
    (copy,) = copies(tools, reading(article("a", first)), reading(article("b", second, "2031-05-05")))
    assert [p.here.of(first) for p in copy.passages] == [p.there.of(second) for p in copy.passages]
    assert " ".join(mine[7:15]) in " ".join(p.here.of(first) for p in copy.passages)


@pytest.mark.parametrize("taken", [slice(0, 10), slice(8, 18), slice(14, 24)])
def test_a_part_is_found_wherever_it_was_taken_from(tools: Tools, taken: slice) -> None:
    text = prose(4)
    found = copies(
        tools, reading(article("a", " ".join(text))), reading(article("b", " ".join(text[taken]), "2031-05-05"))
    )
    assert [c.kind for c in found] == [CopyKind.EXCERPT]


def test_another_order_of_paragraphs_is_a_copy_all_the_same(tools: Tools) -> None:
    text = prose(5)
    turned = [*text[12:], *text[:12]]
    assert copies(tools, reading(article("a", " ".join(text))), reading(article("b", " ".join(turned))))


def test_articles_that_share_only_their_page_are_no_copies(tools: Tools) -> None:
    page = " ".join(prose(6, 4))
    readings = [reading(article(f"a{i}", f"{' '.join(prose(20 + i))}\n\n{page}", outlet="The Page")) for i in range(6)]
    assert copies(tools, *readings) == ()


def test_unlike_articles_are_no_copies(tools: Tools) -> None:
    assert copies(tools, *(reading(article(f"a{i}", " ".join(prose(40 + i)))) for i in range(8))) == ()
