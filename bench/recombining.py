"""Many articles out of some that were really read: other names, other figures, all spans shifted, parts combined.

Names and numbers are replaced by others of the same length, so that one shift moves every span; the figures' bounds
follow the new digits. What comes out is a sound Reading of a text that no one wrote.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from typing import Any

from sayso.records import Article, Figure, Reading, Span, Statement
from sayso.records.identity import article_id, digest, text_digest

_FIRST = date(2024, 1, 1)
_DAYS = 900
_OUTLETS = 240


def recombine(read: Sequence[Reading], first: int, end: int) -> Iterator[Reading]:
    """Readings of different articles, numbered; each number always gives the same."""
    chance = random.Random(0)
    names = {v.name: _names_like(v.name, chance) for r in read for s in r.statements for v in s.voices}
    for number in range(first, end):
        chance = random.Random(number)
        base = chance.choice(read)
        head = f"Report {number}{'.' * chance.randrange(9)}\n\n"
        yield _shifted(_renamed(base, names, chance), head, number, chance)


def _names_like(name: str, chance: random.Random) -> list[str]:
    """Names as long as this one, word by word."""
    return ["".join(_letter(c, chance) for c in name) if any(c.isalpha() for c in name) else name for _ in range(40)]


def _letter(letter: str, chance: random.Random) -> str:
    if not letter.isalpha():
        return letter
    other = chance.choice("aeiou" if letter.lower() in "aeiou" else "bdfgklmnprstvz")
    return other.upper() if letter.isupper() else other


def _renamed(base: Reading, names: dict[str, list[str]], chance: random.Random) -> Reading:
    """Other names for the voices and other digits in the figures, in the text and in the records."""
    text = base.article.text
    mapped = {}
    for statement in base.statements:
        for voice in statement.voices:
            if voice.name not in mapped:
                mapped[voice.name] = chance.choice(names[voice.name])
                text = text.replace(voice.name, mapped[voice.name])
    figures = []
    for figure in base.figures:
        text, changed = _other_number(text, figure, chance)
        figures.append(changed)
    statements = [
        replace(s, voices=tuple(replace(v, id=f"{v.id}:{mapped[v.name]}", name=mapped[v.name]) for v in s.voices))
        for s in base.statements
    ]
    article = replace(base.article, text=text)
    return replace(base, article=article, statements=tuple(statements), figures=tuple(figures))


def _other_number(text: str, figure: Figure, chance: random.Random) -> tuple[str, Figure]:
    words = figure.span.of(text)
    digits = "".join(c for c in words if c in string.digits)
    value = figure.low if figure.low is not None else figure.high
    if not digits or value is None or digits != f"{value:.0f}":
        return text, figure
    fresh = iter(str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits))))
    number = "".join(next(fresh) if c in string.digits else c for c in words)
    told = float("".join(c for c in number if c in string.digits))
    bounds = {name: told for name in ("low", "high") if getattr(figure, name) is not None}
    return text[: figure.span.start] + number + text[figure.span.end :], replace(figure, **bounds)


def _shifted(reading: Reading, head: str, number: int, chance: random.Random) -> Reading:
    """The same under another head, every span moved, on another day, by another outlet."""
    text = head + reading.article.text
    captured = digest(text.encode("utf-8", "surrogatepass"))
    outlet = f"Outlet {chance.randrange(_OUTLETS)}"
    day = (_FIRST + timedelta(days=chance.randrange(_DAYS))).isoformat()
    given: Article = _move(reading.article, len(head))
    article = replace(
        given, id=article_id(None, outlet, captured), digest=captured, text=text, text_digest=text_digest(text),
        key=f"report-{number}", path=None, outlet=outlet, published=day, encoding="utf-8", extractor=None, url=None,
    )  # fmt: skip
    statements: tuple[Statement, ...] = tuple(replace(_move(s, len(head)), said_on=None) for s in reading.statements)
    return replace(
        reading, article=article, statements=statements,
        figures=tuple(_move(f, len(head)) for f in reading.figures),
        times=tuple(_move(t, len(head)) for t in reading.times),
        places=tuple(_move(p, len(head)) for p in reading.places),
    )  # fmt: skip


def _move(value: Any, by: int) -> Any:
    """The value with every span in it moved."""
    if isinstance(value, Span):
        return Span(value.start + by, value.end + by)
    if isinstance(value, tuple):
        return tuple(_move(one, by) for one in value) if value else value
    if not is_dataclass(value) or isinstance(value, type):
        return value
    moved = {}
    for one in fields(value):
        before = getattr(value, one.name)
        if isinstance(before, tuple) or is_dataclass(before):
            after = _move(before, by)
            if after is not before:
                moved[one.name] = after
    return replace(value, **moved) if moved else value
