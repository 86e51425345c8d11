"""Many articles out of some that were really read: other names, other figures, all spans shifted, parts combined.

Names and numbers are replaced by others of the same length, so that one shift moves every span; the figures' bounds
follow the new digits. What comes out is a sound Reading of a text that no one wrote.
"""

from __future__ import annotations

import random
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.records import Article, Figure, Reading, Statement, Voice
from sayso.records.identity import article_id, digest, text_digest
from sayso.records.moving import moved

_FIRST = date(2024, 1, 1)
_DAYS = 900
_OUTLETS = 240


def recombine(read: Sequence[Reading], first: int, end: int) -> Iterator[Reading]:
    """Readings of different articles, numbered; each number always gives the same."""
    chance = random.Random(0)
    names = {
        v.name: [name_like(v.name, chance) for _ in range(40)] for r in read for s in r.statements for v in s.voices
    }
    for number in range(first, end):
        chance = random.Random(number)
        base = chance.choice(read)
        head = f"Report {number}{'.' * chance.randrange(9)}\n\n"
        mapped = {v.name: chance.choice(names[v.name]) for s in base.statements for v in s.voices}
        outlet, day = f"Outlet {chance.randrange(_OUTLETS)}", _FIRST + timedelta(days=chance.randrange(_DAYS))
        made = _refigured(renamed(base, mapped), chance)
        yield shifted(made, head, f"report-{number}", outlet, day.isoformat())


def name_like(name: str, chance: random.Random) -> str:
    """Another name as long as this one, word by word."""
    return "".join(_letter(c, chance) for c in name)


def _letter(letter: str, chance: random.Random) -> str:
    if not letter.isalpha():
        return letter
    other = chance.choice("aeiou" if letter.lower() in "aeiou" else "bdfgklmnprstvz")
    return other.upper() if letter.isupper() else other


def renamed(base: Reading, names: Mapping[str, str]) -> Reading:
    """Other names for the voices, in the text and in the records."""
    text = base.article.text
    for name in dict.fromkeys(v.name for s in base.statements for v in s.voices):
        text = text.replace(name, names[name])
    statements = [replace(s, voices=tuple(_renamed(v, names) for v in s.voices)) for s in base.statements]
    return replace(base, article=replace(base.article, text=text), statements=tuple(statements))


def _renamed(voice: Voice, names: Mapping[str, str]) -> Voice:
    return replace(voice, id=voice_id(voice.id, names[voice.name]), name=names[voice.name])


def voice_id(id: str, name: str) -> str:
    """The id of a voice of another name."""
    return f"{id}:{name}"


def _refigured(base: Reading, chance: random.Random) -> Reading:
    """Other digits in the figures, in the text and in the records."""
    text, figures = base.article.text, []
    for figure in base.figures:
        text, changed = _other_number(text, figure, chance)
        figures.append(changed)
    return replace(base, article=replace(base.article, text=text), figures=tuple(figures))


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


def shifted(reading: Reading, head: str, key: str, outlet: str, day: str) -> Reading:
    """The same under another head, every span moved, on another day, by another outlet."""
    text = head + reading.article.text
    captured = digest(text.encode("utf-8", "surrogatepass"))
    given: Article = moved(reading.article, len(head))
    article = replace(
        given, id=article_id(None, outlet, captured), digest=captured, text=text, text_digest=text_digest(text),
        key=key, path=None, outlet=outlet, published=day, encoding="utf-8", extractor=None, url=None,
    )  # fmt: skip
    statements: tuple[Statement, ...] = tuple(replace(moved(s, len(head)), said_on=None) for s in reading.statements)
    return replace(
        reading, article=article, statements=statements,
        figures=tuple(moved(f, len(head)) for f in reading.figures),
        times=tuple(moved(t, len(head)) for t in reading.times),
        places=tuple(moved(p, len(head)) for p in reading.places),
    )  # fmt: skip
