"""Readings made by hand: a text, and what stands where in it, found by its words."""

from __future__ import annotations

from dataclasses import replace

from sayso.records import Act, Article, Figure, MadeBy, Reading, Span, Statement, Voice, VoiceKind
from sayso.records.identity import article_id, digest, text_digest

MADE_BY = MadeBy("test")


def span(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def voice(name: str, side: str | None = None, kind: VoiceKind = VoiceKind.PERSON) -> Voice:
    """A voice under a readable id."""
    return Voice(name.lower().replace(" ", "-"), name, side=side, kind=kind)


def article(key: str, text: str, day: str | None = "2031-05-04", outlet: str | None = None) -> Article:
    """An article by key, text and day."""
    given = digest(text.encode())
    return Article(
        id=article_id(None, outlet or key, given), digest=given, text=text, key=key, published=day, outlet=outlet,
        text_digest=text_digest(text),
    )  # fmt: skip


def reading(given: Article, statements: tuple[Statement, ...] = (), figures: tuple[Figure, ...] = ()) -> Reading:
    """A Reading of it."""
    return Reading(article=given, statements=statements, figures=figures, made_by=MADE_BY)


def said(text: str, words: str, *voices: Voice, id: str = "s1", **fields: object) -> Statement:
    """A statement whose content is these words of the text."""
    made = Statement(id, None, None, (span(text, words),), voices, act=Act.SAY)
    return replace(made, **fields)  # type: ignore[arg-type]


def one_statement(key: str, words: str, *voices: Voice, day: str | None = "2031-05-04", **fields: object) -> Reading:
    """An article that holds one statement and nothing else."""
    text = f"{voices[0].name if voices else 'Somebody'} said {words}."
    return reading(article(key, text, day), (said(text, words, *voices, **fields),))
