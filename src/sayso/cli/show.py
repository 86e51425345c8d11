"""`sayso show`: articles with their statements marked, in the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group
from rich.panel import Panel
from rich.text import Text

from sayso.cli.opening import LedgerOption, open_ledger, settings_with
from sayso.cli.picture import save_picture
from sayso.errors import InputError, UsageError, printable
from sayso.records import Act, Mode, Reading, Span, Statement

_STYLES = {
    "source": "bold cyan",
    "cue": "magenta",
    "content": "green",
    "hedge": "bold yellow",
    "furniture": "dim strike",
}


def show(
    targets: Annotated[
        list[str],
        typer.Argument(metavar="PATH|ARTICLE…", help="Files or folders to read and show; keys or ids of a ledger's."),
    ],
    text: Annotated[bool, typer.Option("--text", help="The whole text with its marks, before the statements.")] = False,
    svg: Annotated[Path | None, typer.Option(help="Write what is shown to a picture, too.")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Show articles with who says what, in colour. What is no file here is looked for in the ledger."""
    console = Console(highlight=False, record=svg is not None, width=110 if svg else None)
    failed = 0
    for outcome in _outcomes(targets, ledger):
        if isinstance(outcome, InputError):
            failed += 1
            typer.echo(f"sayso: {outcome}", err=True)
            continue
        console.print(
            Panel(Group(*_rows(outcome, text)), title=_title(outcome), title_align="left", border_style="blue")
        )
    if svg is not None:
        save_picture(console, svg, "sayso show")
    if failed:
        raise typer.Exit(1)


def _outcomes(targets: list[str], ledger: Path | None) -> Iterator[Reading | InputError]:
    """The Readings in order: of files here they are made now, of articles in the ledger they are there."""
    from sayso.flow.many import read_many
    from sayso.flow.reader import Reader
    from sayso.sources import read_inputs

    settings = settings_with(ledger)
    reader = Reader(settings)
    for target in targets:
        here = target == "-" or "://" in target or os.path.lexists(target)
        if here or (ledger is None and not settings.ledger.is_file()):
            yield from read_many(read_inputs([target], reader.rules), reader)
            continue
        with open_ledger(ledger) as opened:
            try:
                yield opened.reading(target)
            except UsageError as error:
                yield InputError(target, f"no such file, and {error.reason}")


def _title(reading: Reading) -> Text:
    article = reading.article
    parts = [article.title or article.key or "untitled", article.outlet, article.published]
    return Text(" · ".join(printable(p) for p in parts if p), "bold")


def _rows(reading: Reading, whole: bool) -> Iterator[Text]:
    if whole:
        yield _marked(reading)
        yield Text()
    for statement in reading.statements:
        yield _row(reading.article.text, statement)
    if not reading.statements:
        yield Text("no statements" if reading.article.language in (None, "en") else "unread: not in English", "dim")


def _row(text: str, statement: Statement) -> Text:
    """Who, what they do, and what is said; one line, indented by nesting."""
    row = Text("    " if statement.within else "")
    row.append(_who(statement, text), _STYLES["source"])
    if statement.act and statement.act is not Act.NARRATE:
        row.append(f" {statement.act.value}", _STYLES["cue"])
    for hedge in statement.hedges:
        row.append(f" [{_flat(hedge.of(text))}]", _STYLES["hedge"])
    row.append(": ")
    for i, span in enumerate(statement.content):
        row.append(" … " if i else "", "dim")
        row.append(_flat(span.of(text)), _STYLES["content"] if statement.mode is not Mode.NARRATED else "")
    notes = [
        statement.said_on,
        statement.medium and _flat(statement.medium.words),
        statement.verification and statement.verification.status.value,
    ]
    notes += [f"via {link.voice}" for link in statement.chain]
    if any(notes):
        row.append("  (" + ", ".join(printable(n) for n in notes if n) + ")", "dim")
    return row


def _who(statement: Statement, text: str) -> str:
    if statement.voices:
        return ", ".join(_flat(v.name) for v in statement.voices)
    return _flat(statement.source.of(text)) if statement.source else "(nobody named)"


def _flat(words: str) -> str:
    return printable(" ".join(words.split()))


def _marked(reading: Reading) -> Text:
    """The article's text, its roles and furniture in colour."""
    marks: list[tuple[Span, str]] = [(span, "furniture") for span in reading.article.furniture]
    for statement in reading.statements:
        marks += [(span, "content") for span in statement.content if statement.mode is not Mode.NARRATED]
        marks += [(statement.source, "source")] if statement.source else []
        marks += [(statement.cue, "cue")] if statement.cue else []
        marks += [(span, "hedge") for span in statement.hedges]
    text = Text(
        "\n".join(printable(line) if not line.isprintable() else line for line in reading.article.text.split("\n"))
    )
    if len(text) == len(reading.article.text):  # nothing had to be made visible, so that the spans hold
        for span, kind in marks:
            text.stylize(_STYLES[kind], span.start, span.end)
    return text
