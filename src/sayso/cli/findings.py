"""Findings in the terminal: who, what they do, what is said; below it the article, the offsets, the digest."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from sayso.errors import printable
from sayso.exports.wording import amount, who_said
from sayso.ledger.found import Found
from sayso.records import Act, Span


def print_findings(found: Sequence[Found]) -> None:
    """One finding after the other, on standard output."""
    console = Console(highlight=False, soft_wrap=True)
    for one in found:
        console.print(_first_line(one))
        console.print(_second_line(one))


def _first_line(one: Found) -> Text:
    line = Text()
    if one.statement is not None:
        line.append(_flat(who_said(one.statement, one.source)), "bold cyan")
        if one.statement.act and one.statement.act is not Act.NARRATE:
            line.append(f" {one.statement.act.value}", "magenta")
        if one.statement.hedges:
            line.append(" (hedged)", "bold yellow")
        line.append(": ")
    if one.figure is not None:
        line.append(_flat(amount(one.figure)), "bold green")
        line.append("  ")
    if one.statement is None and one.figure is None and one.marks and one.article.title:
        line.append(f"{_flat(one.article.title)}: ", "bold cyan")
    line.append_text(_marked(one))
    if one.decisions:
        line.append(f"  [decided: {', '.join(one.decisions)}]", "dim")
    return line


def _marked(one: Found) -> Text:
    """The words, in one line, with those searched for underlined."""
    visible = "".join(c if c.isprintable() else " " for c in one.words)
    text = Text(visible, "green" if one.statement is not None and one.figure is None else "")
    for mark in one.marks:
        text.stylize("bold underline", mark.start, mark.end)
    return text


def _second_line(one: Found) -> Text:
    card = one.article
    item = one.figure or one.statement
    where: list[str | None] = [card.outlet, card.published and card.published[:10], card.key or card.id[:12]]
    if item is not None:
        spans: tuple[Span, ...] = (one.figure.span,) if one.figure else one.statement.content if one.statement else ()
        where.append(f"{item.id} " + " ".join(f"[{s.start}, {s.end})" for s in spans))
    where.append(f"text {card.text_digest[:12]}")
    return Text("    " + " · ".join(_flat(w) for w in where if w), "dim")


def _flat(words: str) -> str:
    return printable(" ".join(words.split()))
