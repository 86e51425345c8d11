"""A figure made ready for comparing: whose it is, on whose word, for which days, by names that hold across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.figures.bounds import are_equal
from sayso.comparing.figures.matter import Matter, matter_of
from sayso.comparing.periods import Period, period_of
from sayso.comparing.pieces import Piece, day_of, tokens_of
from sayso.comparing.voices import Known, VoiceBook
from sayso.packs.comparing import ComparingPack
from sayso.records import Figure, Member, Modality, Mode, Polarity, Reading, Statement

# A number in words or digits: of a figure of one, whose words may also be a name.
_NUMBERED = re.compile(r"\d|\b(?:one|single|only)\b", re.IGNORECASE)
_REST = re.compile(r"\b(?:others?|rest|more(?! than))\b", re.IGNORECASE)
_PARTED = re.compile(r"\bone of\b|\banother\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of an article.

    `of` holds sides, "the enemy" resolved where it can be; `voices` who asserts it, the outlet's own telling having
    none; `day` when it was said, or else published; `alone` where the article gives no other number of the same kind:
    then it is its toll; `matter` what its sentence is about; `kinds` which of men, women, the young its words count.
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
    matter: Matter
    kinds: frozenset[str]

    @property
    def is_asserted(self) -> bool:
        """Whether it is put forward as so: not denied, planned, feared or supposed."""
        return self.figure.polarity is Polarity.AFFIRMED and self.figure.modality is Modality.ASSERTED

    @property
    def is_single(self) -> bool:
        """Whether it counts one: a person or thing, not a toll that grows."""
        return self.figure.low == self.figure.high == 1

    @property
    def is_part(self) -> bool:
        """Whether its words say that it is counted out of, or beside, another number: "one of the seven", "another"."""
        return bool(self.figure.part_of) or is_implied(self.figure, self.words) or bool(_PARTED.search(self.words))

    @property
    def is_rest(self) -> bool:
        """Whether it is what another number leaves: "three others"."""
        return bool(_REST.search(self.words))

    @property
    def name(self) -> str | None:
        """The surname that stands for the one who is counted."""
        last = self.words.split()[-1]
        return last if self.is_single and last[:1].isupper() and not _NUMBERED.search(self.words) else None

    @property
    def ages(self) -> frozenset[str]:
        """The numbers in its words, which of one person is an age."""
        return frozenset(re.findall(r"\d+", self.words))

    @property
    def as_of(self) -> int | None:
        """The day up to which it counts; of a total without an end the day on which it was said."""
        told = day_of(self.figure.as_of) or (self.period.end if self.period else None)
        return told or (self.day if self.period else None)


def counted_of(piece: Piece, book: VoiceBook, pack: ComparingPack) -> Iterator[Counted]:
    """The article's figures that count something: those of time and distance alone are left to the statements."""
    return owned(tuple(numbers_in(piece, pack)), piece.reading, book, pack)


def owned(numbers: Sequence[Counted], reading: Reading, book: VoiceBook, pack: ComparingPack) -> Iterator[Counted]:
    """The figures of an article with who asserts them and whose they are, by the voices across articles."""
    sides = {side for s in reading.statements for v in s.voices if (side := book.of(v).side)}
    for one in numbers:
        voices = _voices(one.figure, one.statement, book)
        of = frozenset(_owners(one.figure, voices, sides, pack))
        yield replace(one, of=of, voices=voices, factions=frozenset(book.faction(v) for v in voices))


def numbers_in(piece: Piece, pack: ComparingPack) -> Iterator[Counted]:
    """What counted_of finds, as far as the article alone tells it."""
    statements = {s.id: s for s in piece.reading.statements}
    for figure in piece.reading.figures:
        if figure.measure in ("duration", "distance", "age") or figure.unit is None or figure.vague:
            continue
        if figure.low is None and figure.high is None:
            continue
        statement = statements.get(figure.statement or "") or _holding(figure, piece)
        yield Counted(
            member=Member(piece.key, figure.id),
            figure=figure,
            of=frozenset(),
            voices=(),
            factions=frozenset(),
            period=period_of(figure.period),
            place=pack.folding.key(figure.place) if figure.place else None,
            day=day_of(statement.said_on if statement else None) or piece.day,
            words=figure.span.of(piece.article.text),
            statement=statement,
            alone=_is_alone(figure, piece.reading),
            kinds=frozenset(
                pack.persons[t.word]
                for t in tokens_of(piece.article.text, figure.span, pack.folding)
                if t.word in pack.persons
            ),
            matter=matter_of(figure, piece.reading, pack),
        )


def _is_alone(figure: Figure, reading: Reading) -> bool:
    """Whether the article counts this in one way only, however often; those whom it names one by one are parts of a
    number that it gives."""
    text = reading.article.text
    for other in reading.figures:
        if (other.unit, other.measure) != (figure.unit, figure.measure) or other is figure:
            continue
        if None not in (other.cumulative, figure.cumulative) and other.cumulative is not figure.cumulative:
            continue
        implied = is_implied(other, other.span.of(text))
        if is_implied(figure, figure.span.of(text)):
            if not implied or _last(other, text) != _last(figure, text):
                return False
        elif not implied and not are_equal(other, figure):
            return False
    return True


def is_implied(figure: Figure, words: str) -> bool:
    """Whether no number stands in the words: "the driver", "a soldier" count one."""
    return figure.low == figure.high == 1 and not _NUMBERED.search(words)


def _last(figure: Figure, text: str) -> str:
    return figure.span.of(text).split()[-1].lower()


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
