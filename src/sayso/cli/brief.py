"""`sayso brief`: per side and voice what is stated, for an editor in a hurry."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger

if TYPE_CHECKING:
    from sayso.exports.brief import Brief
    from sayso.exports.story_brief import StoryBrief


class Form(StrEnum):
    """What a brief is written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def brief(
    story: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="STORY|WORD…", help="A story by its id; else words: only statements with them. Without: all."
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="What to write it as.")] = Form.TEXT,
    voice: Annotated[str | None, typer.Option(help="What this voice states alone.")] = None,
    side: Annotated[str | None, typer.Option(help="What this side states alone.")] = None,
    place: Annotated[str | None, typer.Option(help="Only what names this place.")] = None,
    period: Annotated[str | None, typer.Option(help="Only what was said in this period (EDTF).")] = None,
    outlet: Annotated[str | None, typer.Option(help="Only what this outlet published.")] = None,
    article: Annotated[str | None, typer.Option(help="Only this article: its key or id.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Nothing published after this day.")] = None,
    most: Annotated[int, typer.Option(min=1, help="How many sides, voices of each, statements of each at most.")] = 5,
    svg: Annotated[Path | None, typer.Option(help="Write what the terminal shows to a picture, too.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """A story: what each side claims, on how many origins, what conflicts, was revised, lost its hedge. Without one:
    the stories, and what each side and voice states."""
    from sayso.ledger.question import Question

    question = Question(
        words=" ".join(story) if story else None, voice=voice, side=side, place=place, period=period, outlet=outlet,
        article=article, as_of=as_of,
    )  # fmt: skip
    with open_ledger(ledger) as opened:
        if story and len(story) == 1 and opened.has_story(story[0]):
            _tell_story(opened.story_brief(story[0], most=most), form, svg)
            return
        if form is Form.TEXT and question == Question():
            from sayso.cli.story_text import print_stories

            print_stories(opened.stories(limit=2 * most))
        made = opened.brief(question, most=most)
    if form is Form.TEXT:
        from sayso.cli.brief_text import print_brief

        print_brief(made, svg)
    else:
        sys.stdout.write(_written(made, form))


def _tell_story(made: StoryBrief, form: Form, svg: Path | None) -> None:
    if form is Form.TEXT:
        from sayso.cli.story_text import print_story

        print_story(made, svg)
        return
    if form is Form.MARKDOWN:
        from sayso.exports.story_lines import story_markdown

        written = story_markdown(made)
    elif form is Form.HTML:
        from sayso.exports.pages import story_page

        written = story_page(made)
    else:
        from sayso.records.shape import to_line

        written = to_line(made) + "\n"
    sys.stdout.write(written)


def _written(made: Brief, form: Form) -> str:
    if form is Form.MARKDOWN:
        from sayso.exports.brief_markdown import to_markdown

        return to_markdown(made)
    if form is Form.HTML:
        from sayso.exports.pages import brief_page

        return brief_page(made)
    from sayso.records.shape import to_line

    return to_line(made) + "\n"
