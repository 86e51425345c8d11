"""Stories, and a story's brief, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli.picture import save_picture
from sayso.errors import printable
from sayso.exports.story_brief import StoryBrief
from sayso.exports.story_lines import Section, headline, sections
from sayso.ledger.stories import StoryCard

_ID = 8  # characters of a story's id that are shown; any unambiguous beginning names it


def print_stories(stories: Sequence[StoryCard]) -> None:
    """The stories, one a line, and how to ask for the brief of one."""
    console = Console(highlight=False)
    if not stories:
        return
    console.print(Text("Stories (sayso brief ID tells one)", "bold"))
    for one in stories:
        days = one.last if one.first == one.last else f"{one.first} to {one.last}"
        line = Text(f"{one.id[:_ID]}  ", "bold cyan").append(printable(" ".join(one.title.split())), "not bold default")
        counts = f"{one.articles} articles, {one.voices} voices, {one.claims} claims"
        if one.conflicts:
            counts += f", {one.conflicts} in conflict"
        console.print(line)
        console.print(Padding(Text(f"{days}, {counts}", "dim"), (0, 0, 0, _ID + 2)))
    console.print()


def print_story(brief: StoryBrief, svg: Path | None = None) -> None:
    """The brief on standard output; with `svg` as a picture, too."""
    console = Console(highlight=False, record=svg is not None, width=110 if svg else None)
    console.print(Text(printable(" ".join(brief.title.split())), "bold"))
    console.print(Text(printable(headline(brief)), "dim"))
    for section in sections(brief):
        _print_section(console, section)
    if svg is not None:
        save_picture(console, svg, "sayso brief")


def _print_section(console: Console, section: Section) -> None:
    console.print()
    console.rule(Text(printable(section.heading), "bold"), align="left", style="blue")
    for told in section.lines:
        console.print(Text(printable(told.words)))
        for i, note in enumerate(told.notes):
            style = "bold red" if told.loud and i == 0 else "yellow"
            console.print(Padding(Text(printable(note), style), (0, 0, 0, 2)))
        if told.places:
            console.print(Padding(Text(printable("; ".join(told.places)), "dim"), (0, 0, 0, 2)))
    if section.more:
        console.print(Text(f"and {section.more} more", "dim"))
