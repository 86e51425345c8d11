"""What a copy changes: where two texts run alike word for word and then name another place, day, cause or party.

The texts are aligned by words (Ratcliff and Obershelp 1988); what stands in one at the spot where the other has
something else of the same kind is an alteration, and each kind is a slot of the event: place, time, cause, actor,
casualty. Where a copy adds or leaves out, nothing is concluded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from sayso.comparing.figures.matter import are_apart, spots_of
from sayso.comparing.pieces import Piece, Token
from sayso.comparing.statements.said import Said
from sayso.packs.comparing import ComparingPack
from sayso.packs.inflection import stem
from sayso.records import PlaceUse, Span

# A change of more words than this rewrites. Of so many words on either side most must be the same in both texts.
_CHANGED = 10
_AROUND = 8
_ALIKE = 0.6
# So many words before and after tell who does and who suffers.
_NEAR = 4
# A change beside every statement belongs to the nearest, so many code points away at most.
_FAR = 200
# A land and its people, a body and its members have so many letters in common.
_ROOT = 4
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


class Slot(StrEnum):
    """What of an event a copy changes."""

    PLACE = "place"  # where
    TIME = "time"  # when
    CAUSE = "cause"  # by what
    ACTOR = "actor"  # by whom
    CASUALTY = "casualty"  # to whom


@dataclass(frozen=True, slots=True)
class Alteration:
    """A slot that two copies fill differently: the spans in both. `only_inside` where the change counts in a statement
    alone: another weekday in a line above the text is the day of publishing."""

    slot: Slot
    here: Span
    there: Span
    only_inside: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of tokens of an article."""

    piece: Piece
    start: int
    end: int

    @property
    def tokens(self) -> Sequence[Token]:
        return self.piece.tokens[self.start : self.end]

    @property
    def words(self) -> list[str]:
        return [t.word for t in self.tokens]

    @property
    def span(self) -> Span:
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def is_broken(self) -> bool:
        """Whether a paragraph ends in it."""
        return "\n" in self.span.of(self.piece.article.text)

    def before(self) -> list[str]:
        return [t.word for t in self.piece.tokens[max(0, self.start - _NEAR) : self.start]]

    def after(self) -> list[str]:
        return [t.word for t in self.piece.tokens[self.end : self.end + _NEAR]]


def find_alterations(one: Piece, other: Piece, pack: ComparingPack) -> list[Alteration]:
    """Every slot that two copies fill differently, in order; a function of the two articles."""
    found = []
    for here, there in _changes(one, other):
        for slot, differs in _SLOTS:
            if differs(here, there, pack):
                weekday = slot is Slot.TIME and not any(any(_calendar(x.words, pack)[1:]) for x in (here, there))
                found.append(Alteration(slot, here.span, there.span, only_inside=weekday))
        if _are_parties(here, there, pack):
            found.append(Alteration(_role(here, there, pack), here.span, there.span))
    return found


def _changes(one: Piece, other: Piece) -> Iterator[tuple[_Part, _Part]]:
    """What stands in one text at the spot where the other has something else, while all around runs alike."""
    words = [[t.word for t in p.tokens] for p in (one, other)]
    codes = SequenceMatcher(None, words[0], words[1], autojunk=False).get_opcodes()
    alike = [[False] * len(w) for w in words]
    for kind, i, j, k, m in codes:
        if kind == "equal":
            alike[0][i:j] = [True] * (j - i)
            alike[1][k:m] = [True] * (m - k)
    for kind, i, j, k, m in codes:
        if kind == "replace" and j - i <= _CHANGED and m - k <= _CHANGED:
            parts = _Part(one, i, j), _Part(other, k, m)
            if _stands_alike(alike[0], i, j) and _stands_alike(alike[1], k, m) and not any(x.is_broken for x in parts):
                yield parts


def _stands_alike(alike: Sequence[bool], start: int, end: int) -> bool:
    around = [*alike[max(0, start - _AROUND) : start], *alike[end : end + _AROUND]]
    return bool(around) and sum(around) >= _ALIKE * len(around)


def _places_differ(here: _Part, there: _Part, pack: ComparingPack) -> bool:
    spots = [spots_of((p for p in x.piece.reading.places if x.span.holds(p.span)), pack.folding) for x in (here, there)]
    return are_apart(*spots)


def _times_differ(here: _Part, there: _Part, pack: ComparingPack) -> bool:
    """Whether both name a weekday, month or year, and not the same; a whole date has its weekday."""
    sides = [_calendar(x.words, pack) for x in (here, there)]
    return any(a and b and not a & b for a, b in zip(*sides, strict=True))


def _calendar(words: Sequence[str], pack: ComparingPack) -> tuple[set[str], set[int], set[str]]:
    """The weekdays, months (by their first letters) and years among the words."""
    days = {w.removesuffix("'s") for w in words} & set(pack.weekdays)
    months = {1 + _MONTHS.index(w[:3]) for w in words if w in pack.months}
    years = {w for w in words if len(w) == len("2000") and w.isdigit() and w[:2] in ("19", "20")}
    numbers = [int(w) for w in words if w.isdigit() and len(w) < len("100")]
    if not days and len(months) == len(years) == len(numbers) == 1:
        try:
            at = date(int(next(iter(years))), next(iter(months)), numbers[0])
        except ValueError:
            return days, months, years
        days = {pack.weekdays[at.weekday()]}
    return days, months, years


def _causes_differ(here: _Part, there: _Part, pack: ComparingPack) -> bool:
    """Whether both name a cause, and not the same sort of it."""
    sides = [{pack.sorts[s] for w in x.words if (s := stem(w)) in pack.sorts} for x in (here, there)]
    return bool(sides[0] and sides[1]) and not sides[0] & sides[1]


_SLOTS = (
    (Slot.PLACE, _places_differ),
    (Slot.TIME, _times_differ),
    (Slot.CAUSE, _causes_differ),
)


def _are_parties(here: _Part, there: _Part, pack: ComparingPack) -> bool:
    """Whether both name people or bodies, and not the same."""
    sides = [{stem(w) for w in x.words if stem(w) in pack.parties} | _names(x, pack) for x in (here, there)]
    known = [{stem(w) for w in x.words} & pack.parties for x in (here, there)]
    if not sides[0] or not sides[1] or not (known[0] or known[1]):
        return False
    telling = [{stem(w) for w in x.words if pack.weight(w) > 0} for x in (here, there)]
    return not any(a[:_ROOT] == b[:_ROOT] for a in telling[0] for b in telling[1])


def _names(part: _Part, pack: ComparingPack) -> set[str]:
    text, places = part.piece.article.text, part.piece.reading.places
    return {
        stem(t.word)
        for t in part.tokens
        if text[t.start].isupper()
        and pack.weight(t.word) > 0
        and t.word not in pack.weekdays
        and t.word not in pack.months
        and not any(p.span.start <= t.start < p.span.end and p.use is PlaceUse.LITERAL for p in places)
    }


def _role(here: _Part, there: _Part, pack: ComparingPack) -> Slot:
    """Whether those named suffer the harm or do it, by the words around them."""
    before, after = here.before() + there.before(), (here.after(), there.after())
    close = {w for x in (here, there) for w in x.before()[-1:]}
    if close & (pack.causes | {"between", "against"}) - {"from"}:
        return Slot.ACTOR
    if any(w[:1].isdigit() or w in pack.numbers for w in (*close, *here.words[:1], *there.words[:1])):
        return Slot.CASUALTY
    active = pack.weapons | pack.harms
    if any(stem(w) in active or w in pack.pasts for x in after for w in x[:2] if x[0] not in pack.passives):
        return Slot.ACTOR
    harmed = any(x[0] in pack.passives and set(x) & pack.pasts for x in after if x)
    if harmed or set(before) & pack.pasts or any(stem(w) in pack.victims for w in before):
        return Slot.CASUALTY
    return Slot.ACTOR


def holding(said: Sequence[Said], span: Span, only_inside: bool) -> Said | None:
    """The innermost of an article's statements that holds some of the span, else the nearest one not far from it."""
    held = [s for s in said if any(c.meets(span) for c in s.statement.content)]
    if held or only_inside:
        return min(held, key=lambda s: (sum(c.end - c.start for c in s.statement.content), s.member.id), default=None)
    near = min(said, key=lambda s: (_distance(s, span), s.member.id), default=None)
    return near if near is not None and _distance(near, span) <= _FAR else None


def _distance(said: Said, span: Span) -> int:
    return min(max(c.start - span.end, span.start - c.end) for c in said.statement.content)
