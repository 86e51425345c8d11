"""A piece: an article as comparing sees it: its Reading, its day, and the words that are its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from typing import NamedTuple

from sayso.packs.folding import Folding
from sayso.records import Article, CreditKind, Reading, Span, outside

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_HOST = re.compile(r"https?://(?:www\.)?([^/:?#]+)", re.IGNORECASE)
# The day that an article without one is sorted under.
UNDATED = 10**7


class Order(NamedTuple):
    """Where an article stands among all: by its day (unknown last), then by a number made of its id, then by its key.
    Nothing of it depends on when the article came."""

    day: int
    tie: int
    key: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: folded for comparing, and where it stands."""

    word: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """One article to be compared. `day` counts from 1 January of year 1, None where unknown; `host` is the outlet's
    name, or of its address; `tokens` are the words outside furniture."""

    key: str
    reading: Reading
    day: int | None
    host: str
    tokens: tuple[Token, ...]

    @property
    def article(self) -> Article:
        """The article."""
        return self.reading.article

    @property
    def order(self) -> Order:
        """Where the article stands among all."""
        return order_of(self.article.id, self.key, self.day)

    @property
    def outlet(self) -> str:
        """The outlet's name, or the best that stands for it."""
        return self.article.outlet or self.host or self.key

    def credited(self, kind: CreditKind) -> tuple[str, ...]:
        """Who is credited in this way."""
        return tuple(c.name for c in self.article.credits if c.kind is kind)


def order_of(id: str, key: str, day: int | None) -> Order:
    """Where an article of this id, key and day stands among all."""
    tie = int.from_bytes(blake2b(id.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big")
    return Order(UNDATED if day is None else day, tie, key)


def pieces_of(readings: Iterable[Reading], folding: Folding) -> tuple[Piece, ...]:
    """All articles to be compared, in a fixed order; an article that is given twice counts once.

    An article goes by its key, or where another has the same one or it has none, by its path, address or id.
    """
    by_id: dict[tuple[str, str], Reading] = {}
    for reading in readings:
        same = (reading.article.id, _name(reading.article))
        held = by_id.get(same)
        if held is None or repr(reading.made_by) > repr(held.made_by):
            by_id[same] = reading
    names = Counter(_name(r.article) for r in by_id.values())
    pieces = [_piece(r, names, folding) for r in by_id.values()]
    return tuple(sorted(pieces, key=lambda p: p.order))


def _name(article: Article) -> str:
    return article.key or article.path or article.url or article.id


def _piece(reading: Reading, names: Counter[str], folding: Folding) -> Piece:
    article = reading.article
    name = _name(article)
    return Piece(
        key=name if names[name] == 1 else article.id,
        reading=reading,
        day=day_of(article.published),
        host=host_of(article),
        tokens=tuple(
            token
            for free in outside(len(article.text), article.furniture)
            for token in tokens_of(article.text, free, folding)
        ),
    )


def host_of(article: Article) -> str:
    """The outlet's name, else the host of the address; empty where neither is known. An archive's own address is
    passed over for the one that it holds."""
    if article.outlet:
        return article.outlet
    hosts = _HOST.findall(article.url or "")
    return hosts[-1].lower() if hosts else ""


def tokens_of(text: str, span: Span, folding: Folding) -> Iterable[Token]:
    """The words in a stretch of a text, folded."""
    for match in _WORD.finditer(text, span.start, span.end):
        yield Token(folding.word(match.group()), match.start(), match.end())


def content_tokens(text: str, spans: Sequence[Span], folding: Folding) -> list[Token]:
    """The words of several stretches, in order."""
    return [token for span in spans for token in tokens_of(text, span, folding)]


def day_of(words: str | None) -> int | None:
    """The first whole day that an EDTF or ISO date names, counted from year 1."""
    match = _DAY.search(words or "")
    if match is None:
        return None
    try:
        return date(*map(int, match.groups())).toordinal()
    except ValueError:
        return None
