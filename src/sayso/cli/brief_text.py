"""A brief in the terminal."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from sayso.cli.picture import save_picture
from sayso.errors import printable
from sayso.exports.brief import Brief, Line
from sayso.exports.brief_markdown import headline, others, said_when, where


def print_brief(brief: Brief, svg: Path | None = None) -> None:
    """The brief on standard output; with `svg` as a picture, too."""
    console = Console(highlight=False, record=svg is not None, width=110 if svg else None)
    console.print(Text(printable(headline(brief)), "dim"))
    for side in brief.sides:
        console.print()
        console.rule(Text(f"{printable(side.side)} ({side.statements})", "bold"), align="left", style="blue")
        for voice in side.voices:
            about = ", ".join(printable(w) for w in (voice.role, voice.body) if w and w != voice.name)
            name = Text(printable(voice.name), "bold cyan")
            console.print(name.append(f"  {about}" if about else "", "dim not bold"))
            for line in voice.lines:
                console.print(Padding(_line(line), (0, 0, 0, 2)))
            if voice.more:
                console.print(Padding(Text(f"and {voice.more} more", "dim"), (0, 0, 0, 2)))
        if side.more:
            console.print(Text(f"and {others(side.more, 'voice')}", "dim"))
    if brief.more:
        console.print()
        console.print(Text(f"and {others(brief.more, 'side')}", "dim"))
    if svg is not None:
        save_picture(console, svg, "sayso brief")


def _line(line: Line) -> Text:
    text = Text()
    if line.act and line.act != "narrate":
        text.append(f"{line.act} ", "magenta")
    text.append(printable(line.words))
    for note in line.notes:
        text.append(f" [{note}]", "yellow")
    for hedge in line.hedges:
        text.append(f" “{printable(hedge)}”", "yellow")
    for figure in line.figures:
        text.append(f"\n  {printable(figure)}", "green")
    about = [line.chain, said_when(line), *(where(place) for place in line.places)]
    text.append("\n  " + printable(" · ".join(part for part in about if part)), "dim")
    return text
