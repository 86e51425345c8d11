"""A figure made ready for comparing: whose it is, on whose word, for which days, by names that hold across articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.comparing.figures.bounds import are_equal
from sayso.comparing.periods import Period, period_of
from sayso.comparing.pieces import Piece, day_of
from sayso.comparing.voices import Known, VoiceBook
from sayso.packs.comparing import ComparingPack
from sayso.records import Figure, Member, Modality, Mode, Polarity, Statement


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of an article.

    `of` holds sides, "the enemy" resolved where it can be; `voices` who asserts it, the outlet's own telling having
    none; `day` when it was said, or else published; `alone` where the article gives no other number of the same kind:
    then it is its toll.
    """

    member: Member
    figure: Figure
    of: frozenset[str]
    voices: tuple[Known, ...]
    factions: frozenset[str]
    period: Period | None
    place: str | None
    day: int | None
    words: str
    statement: Statement | None
    alone: bool

    @property
    def is_asserted(self) -> bool:
        """Whether it is put forward as so: not denied, planned, feared or supposed."""
        return self.figure.polarity is Polarity.AFFIRMED and self.figure.modality is Modality.ASSERTED

    @property
    def as_of(self) -> int | None:
        """The day up to which it counts; of a total without an end the day on which it was said."""
        told = day_of(self.figure.as_of) or (self.period.end if self.period else None)
        return told or (self.day if self.period else None)


def counted_of(piece: Piece, book: VoiceBook, pack: ComparingPack) -> Iterator[Counted]:
    """The article's figures that count something: those of time and distance alone are left to the statements."""
    statements = {s.id: s for s in piece.reading.statements}
    sides = {book.of(v).side for s in statements.values() for v in s.voices} - {None}
    for figure in piece.reading.figures:
        if figure.measure in ("duration", "distance", "age") or figure.unit is None or figure.vague:
            continue
        if figure.low is None and figure.high is None:
            continue
        statement = statements.get(figure.statement or "") or _holding(figure, piece)
        voices = _voices(figure, statement, book)
        yield Counted(
            member=Member(piece.key, figure.id),
            figure=figure,
            of=frozenset(_owners(figure, voices, {s for s in sides if s}, pack)),
            voices=voices,
            factions=frozenset(book.faction(v) for v in voices),
            period=period_of(figure.period),
            place=pack.folding.key(figure.place) if figure.place else None,
            day=day_of(statement.said_on if statement else None) or piece.day,
            words=figure.span.of(piece.article.text),
            statement=statement,
            alone=_is_alone(figure, piece.reading.figures),
        )


def _is_alone(figure: Figure, others: Sequence[Figure]) -> bool:
    """Whether the article counts this in one way only, however often."""
    kind = (figure.unit, figure.measure, figure.of, figure.who)
    return not any((f.unit, f.measure, f.of, f.who) == kind and not are_equal(f, figure) for f in others)


def _holding(figure: Figure, piece: Piece) -> Statement | None:
    """The innermost statement in whose content the figure stands."""
    held = [s for s in piece.reading.statements if any(c.holds(figure.span) for c in s.content)]
    return min(held, key=lambda s: (sum(c.end - c.start for c in s.content), s.id)) if held else None


def _voices(figure: Figure, statement: Statement | None, book: VoiceBook) -> tuple[Known, ...]:
    if statement is not None and statement.mode is Mode.NARRATED:
        return tuple(v for v in map(book.of, statement.voices) if v.speaks)
    if figure.by:
        return tuple(book.named(name) for name in figure.by)
    return tuple(book.of(v) for v in statement.voices) if statement is not None else ()


def _owners(figure: Figure, voices: tuple[Known, ...], sides: set[str], pack: ComparingPack) -> Iterator[str]:
    """Whose they are. "The enemy" is the one other side that the article gives voices of."""
    for name in figure.of:
        folded = pack.folding.key(name).removeprefix("the-")
        if folded in pack.enemies:
            own = {v.side for v in voices}
            others = sorted(sides - {s for s in own if s})
            if len(own) == 1 and None not in own and len(others) == 1:
                yield pack.folding.key(others[0])
            else:
                yield "?" + "-".join(sorted(v.id for v in voices))
        else:
            yield folded
