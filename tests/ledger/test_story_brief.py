"""A story's brief: one origin told first, own losses marked, silence shown, every line with its places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.errors import UsageError
from sayso.exports.pages import story_page
from sayso.exports.story_brief import StoryBrief, make_story_brief
from sayso.exports.story_lines import sections, story_markdown
from sayso.flow.api import comparing_tools
from sayso.flow.comparing import bring_up_to_date
from sayso.ledger.append import append
from sayso.ledger.kept import reading_of
from sayso.ledger.store import Store
from sayso.ledger.stories import stories
from sayso.records import Figure, Reading, VoiceKind
from tests.comparing.making import article, reading, said, span, voice

TEXT = "The Merenian staff said that 340 Merenian soldiers had been killed at the quay of Luvnya."
STAFF = voice("Merenian Staff", "Merenia", VoiceKind.BODY)
MINISTRY = voice("Kordanian Ministry", "Kordania", VoiceKind.BODY)


def told(outlet: str, day: str) -> Reading:
    """A side's word of its own dead."""
    content = "that 340 Merenian soldiers had been killed at the quay of Luvnya"
    figure = Figure("f1", span(TEXT, "340 Merenian soldiers"), 340, 340, unit="person", measure="killed",
                    of=("Merenia",), by=(STAFF.name,), as_of="2031-05-04", statement="s1")  # fmt: skip
    return reading(article(outlet, TEXT, day, outlet), (said(TEXT, content, STAFF),), (figure,))


@pytest.fixture
def brief(store: Store) -> StoryBrief:
    other = "The Kordanian ministry said that the quay of Luvnya was quiet <b>tonight</b>."
    quiet = said(other, "that the quay of Luvnya was quiet <b>tonight</b>", MINISTRY)
    append(store, [told("Courier", "2031-05-04"), told("Lantern", "2031-05-05"),
                   reading(article("Post", other, "2031-05-05", "Post"), (quiet,))])  # fmt: skip
    tools = comparing_tools()
    bring_up_to_date(store, tools)
    largest = max(stories(store), key=lambda s: s.articles)
    return make_story_brief(store, largest.id, tools.words)


def test_one_origin_that_several_articles_carry_comes_first(brief: StoryBrief) -> None:
    assert brief.alone
    line = brief.alone[0]
    assert line.origins.startswith("ONE origin: Merenian Staff, carried by 2 articles")
    assert line.outlets == ("Courier", "Lantern")
    assert next(sections(brief)).heading.startswith("One origin")


def test_every_line_has_places_whose_spans_hold_its_words(brief: StoryBrief, store: Store) -> None:
    for line in (*brief.alone, *(x for side in brief.sides for x in side.lines)):
        assert line.places
        for place in line.places:
            text = reading_of(store, place.article).article.text
            assert all(span.of(text).strip() for span in place.spans)


def test_the_timeline_has_the_day_that_is_told_and_when_it_was_published(brief: StoryBrief) -> None:
    assert ("2031-05-04", "2031-05-04") in {(m.day, m.published) for m in brief.timeline}


def test_hostile_words_stay_words(brief: StoryBrief) -> None:
    assert "<b>tonight" not in story_page(brief)
    assert "<b>tonight" not in story_markdown(brief)
    assert "tonight" in story_page(brief) or len(brief.sources) == 2


def test_own_losses_are_marked(store: Store) -> None:
    once = told("Courier", "2031-05-04")
    append(
        store,
        [replace(once, statements=(replace(once.statements[0], content=(span(TEXT, "at the quay of Luvnya"),)),))],
    )
    tools = comparing_tools()
    bring_up_to_date(store, tools)
    made = make_story_brief(store, stories(store)[0].id, tools.words)
    lines = [x for side in made.sides for x in side.lines]
    assert [x.claim for x in lines if "against its own interest" in x.notes]


def test_a_story_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(UsageError, match="no story"):
        make_story_brief(store, "0123456789abcdef", comparing_tools().words)
