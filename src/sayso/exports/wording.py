"""How a voice, an amount and a chain are put in words, the same in the terminal, in Markdown and on pages."""

from __future__ import annotations

from sayso.packs.measures import plural_of
from sayso.records import Figure, Mode, Statement

THE_OUTLET = "the outlet itself"
NOBODY = "nobody named"
_PLURALS = {
    "person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet",
    "pound sterling": "pounds sterling", "aircraft": "aircraft", "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
}  # fmt: skip
_ALWAYS_SO = frozenset({"percent", "share", "count"})


def who_said(statement: Statement, source: str | None = None) -> str:
    """Who speaks: the voices' names, else the source's words, else who is left."""
    if statement.voices:
        return ", ".join(voice.name for voice in statement.voices)
    if source:
        return " ".join(source.split())
    return THE_OUTLET if statement.mode is Mode.NARRATED else NOBODY


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
    parts = [bounds(figure), _counted(figure)]
    if figure.who and figure.who not in (figure.unit, parts[1]):
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


def _counted(figure: Figure) -> str | None:
    """Who is counted, else the unit: in its plural, but for one of it and for what has none."""
    unit = figure.unit
    if unit == "person" and figure.who and figure.low != 1:
        return figure.who
    if unit is None or unit in _ALWAYS_SO or (figure.low == figure.high == 1):
        return unit
    return _PLURALS.get(unit) or plural_of(unit)


def through(statement: Statement) -> str:
    """The chain, nearest first: "via CP, a ministry, on Telegram"; the empty string where there is none."""
    links = "via " + ", ".join(link.voice for link in statement.chain) if statement.chain else ""
    medium = f"on {' '.join(statement.medium.words.split())}" if statement.medium is not None else ""
    return ", ".join(part for part in (links, medium) if part)
