"""Lineage: from passages in common to who took it from whom, and how much of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.copies.align import Aligned, align
from sayso.comparing.pieces import Piece
from sayso.records import Copy, CopyKind, CreditKind, LinkKind, Mode, Passage, Span

# What makes passages a copy: so many words outside quotations, and so much of the shorter text or so many in one piece.
# Two reporters at one briefing share fewer; a cut copy of 100 words has more.
_WORDS = 25
_SHARE = 0.12
_LONG = 60
# Only quoted words in common: both go back to whoever spoke.
_QUOTED = 20
# Passages at the very end (or head) of both texts alone, under this share, are the page's: less for two outlets.
_EDGE = 6
_EDGE_SHARE = {True: 0.6, False: 0.3}
# From here on a text is wholly the other's; between, a part of it; below, a rewriting.
_WHOLE = 0.8
_PART = 0.5


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two articles, the earlier first, and what they share."""

    first: Piece
    second: Piece
    passages: tuple[Aligned, ...]
    words: int
    unquoted: int

    @property
    def shares(self) -> tuple[float, float]:
        return self.words / len(self.first.tokens), self.words / len(self.second.tokens)


def copy_between(one: tuple[Piece, Sequence[str]], other: tuple[Piece, Sequence[str]]) -> Copy | None:
    """Whether one of two articles, the earlier first, has the other's words; each comes with its own words, those of
    its page made such that nothing agrees."""
    pair = _compared(one, other)
    return None if pair is None else _copy(pair)


def day_by_copies(key: str, copies: Iterable[Copy], days: Mapping[str, int | None]) -> int | None:
    """The day of an article without one: the earliest of those whose words it has; `days` has theirs."""
    found = [
        day
        for copy in copies
        if copy.kind is not CopyKind.SHARED and (day := days[copy.from_ if copy.to == key else copy.to]) is not None
    ]
    return min(found, default=None)


def _compared(one: tuple[Piece, Sequence[str]], other: tuple[Piece, Sequence[str]]) -> _Pair | None:
    first, second = one[0], other[0]
    passages = align(one[1], other[1])
    words = sum(p.words for p in passages)
    if not passages:
        return None
    pair = _Pair(first, second, tuple(passages), words, _unquoted(first, passages))
    return pair if _is_copy(pair) else None


def _is_copy(pair: _Pair) -> bool:
    share = max(pair.shares)
    if pair.unquoted < _WORDS:
        return pair.words - pair.unquoted >= _QUOTED
    if share < _SHARE and max(p.words for p in pair.passages) < _LONG:
        return False
    same_host = bool(pair.first.host) and pair.first.host == pair.second.host
    return share >= _EDGE_SHARE[same_host] or not _at_one_edge(pair)


def _at_one_edge(pair: _Pair) -> bool:
    ends = (len(pair.first.tokens), len(pair.second.tokens))
    return all(p.i <= _EDGE and p.j <= _EDGE for p in pair.passages) or all(
        ends[0] - p.i_end <= _EDGE and ends[1] - p.j_end <= _EDGE for p in pair.passages
    )


def _unquoted(piece: Piece, passages: Sequence[Aligned]) -> int:
    """How many of the shared words stand outside what is quoted verbatim."""
    quoted = [span for s in piece.reading.statements if s.mode is Mode.DIRECT for span in s.content]
    total = 0
    for passage in passages:
        words = piece.tokens[passage.i : passage.i_end]
        inside = sum(any(q.start <= w.start < q.end for q in quoted) for w in words) if quoted else 0
        total += passage.words - min(passage.words, inside)
    return total


def _copy(pair: _Pair) -> Copy:
    first, second = pair.first, pair.second
    passages = [
        Passage(
            Span(first.tokens[p.i].start, first.tokens[p.i_end - 1].end),
            Span(second.tokens[p.j].start, second.tokens[p.j_end - 1].end),
        )
        for p in pair.passages
    ]
    shares = pair.shares
    if _is_turned(pair):
        first, second, shares = second, first, (shares[1], shares[0])
        passages = sorted((Passage(p.there, p.here) for p in passages), key=lambda p: p.here)
    kind, reason = _kind(pair, first, second, shares)
    return Copy(first.key, second.key, kind, tuple(passages), reason)


def _is_turned(pair: _Pair) -> bool:
    """Whether the first of the two, by day and key, is the one that took."""
    first, second = pair.first, pair.second
    if _credits(first, second) != _credits(second, first):
        return _credits(first, second)
    if first.day != second.day:
        return False
    return pair.shares[0] > pair.shares[1] and len(second.tokens) > len(first.tokens) * 1.1


def _credits(taker: Piece, giver: Piece) -> bool:
    """Whether an article credits the other's outlet for its text, or says that it appeared there first."""
    name = (giver.article.outlet or "").casefold()
    return bool(name) and any(name in c or c in name for c in _roots(taker))


def _roots(piece: Piece) -> frozenset[str]:
    """Agencies and outlets that an article credits for its text."""
    credited = {*piece.credited(CreditKind.TEXT), *piece.credited(CreditKind.REPOST)}
    passed = {
        link.voice
        for s in piece.reading.statements
        for link in s.chain
        if link.kind in (LinkKind.AGENCY, LinkKind.REPOST)
    }
    return frozenset(name.casefold() for name in credited | passed if name)


def _kind(pair: _Pair, first: Piece, second: Piece, shares: tuple[float, float]) -> tuple[CopyKind, str]:
    """How the text was taken, and the sentence that says so."""
    size = f"{pair.words} words in {len(pair.passages)} passage{'s' if len(pair.passages) > 1 else ''}"
    common = sorted(_roots(first) & _roots(second))
    if pair.unquoted < _WORDS:
        return CopyKind.SHARED, f"both quote the same words of somebody: {size}, hardly any outside quotation marks"
    if common and not _credits(second, first):
        return CopyKind.SHARED, f"both credit {common[0]} and share {size}"
    credit = ", which it credits" if _credits(second, first) else ""
    share = f"{round(100 * shares[1])} % of its text"
    when = "" if first.day != second.day or credit else "; both of one day or undated, so the direction is open"
    if shares[1] >= _WHOLE and shares[0] >= _PART:
        return CopyKind.REPRINT, f"has {size} from {first.outlet}{credit}: {share}{when}"
    if shares[1] >= _PART:
        return CopyKind.EXCERPT, f"has {size} from {first.outlet}{credit}: {share}, a part of the other{when}"
    return CopyKind.REWRITE, f"has {size} from {first.outlet}{credit}: {share}, the rest in other words{when}"
