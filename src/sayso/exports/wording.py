"""How a voice, an amount and a chain are put in words, the same in the terminal, in Markdown and on pages."""

from __future__ import annotations

from sayso.records import Figure, Mode, Statement

_THE_OUTLET = "the outlet itself"


def who_said(statement: Statement, source: str | None = None) -> str:
    """Who speaks: the voices' names, else the source's words, else who is left."""
    if statement.voices:
        return ", ".join(voice.name for voice in statement.voices)
    if source:
        return " ".join(source.split())
    return _THE_OUTLET if statement.mode is Mode.NARRATED else "nobody named"


def number(value: float) -> str:
    """A number with thousands apart, without a needless fraction."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"


def bounds(figure: Figure) -> str:
    """The number with its bounds: "at least 340", "10–12", "about 1,000"."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        said = "an unknown number"
    elif low is None:
        said = f"{'fewer than' if figure.exclusive else 'up to'} {number(high or 0)}"
    elif high is None:
        said = f"{'more than' if figure.exclusive else 'at least'} {number(low)}"
    else:
        said = number(low) if low == high else f"{number(low)}–{number(high)}"
    return f"about {said}" if figure.approximate else said


def amount(figure: Figure) -> str:
    """What a figure asserts in a few words: bounds, unit, whose, what happened to them, until when."""
    parts = [bounds(figure), figure.unit]
    if figure.who and figure.who != figure.unit:
        parts.append(f"({figure.who})")
    if figure.of:
        parts.append("of " + " and ".join(figure.of))
    parts.append(figure.measure)
    if figure.period:
        parts.append(f"in {figure.period}")
    if figure.as_of:
        parts.append(f"as of {figure.as_of}")
    said = " ".join(part for part in parts if part)
    notes = [word for word, holds in (("denied", figure.polarity == "negated"), (figure.modality.value, True)) if holds]
    notes = [note for note in notes if note != "asserted"]
    return f"{said} [{', '.join(notes)}]" if notes else said


def through(statement: Statement) -> str:
    """The chain, nearest first: "via CP, via a ministry's Telegram"; the empty string where there is none."""
    links = [f"via {link.voice}" for link in statement.chain]
    if statement.medium is not None:
        links.append(f"on {' '.join(statement.medium.words.split())}")
    return ", ".join(links)
