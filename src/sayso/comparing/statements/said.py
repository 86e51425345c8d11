"""A statement made ready for comparing: its voices across articles, its day, its words by what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.comparing.pieces import Piece, Token, content_tokens, day_of
from sayso.comparing.statements.wording import overlap
from sayso.comparing.voices import Known, VoiceBook
from sayso.packs.comparing import ComparingPack
from sayso.packs.inflection import stem
from sayso.records import Act, Certainty, Figure, Medium, Member, Modality, Mode, Span, Statement

_SHINGLE = 4
_PHRASE = 2
# A word for the speaker among the first words of a content: it speaks of the speaker's own, as nobody else can.
_SUBJECT = 4
_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»‘]+)[”\"»]")
_HEDGED = frozenset({Certainty.POSSIBLE, Certainty.DOUBTFUL, Certainty.PROBABLE})
# What is hoped, feared or planned is no assertion that a hedge could weaken.
_OF_THE_MIND = frozenset({Act.HOPE, Act.FEAR, Act.PLAN, Act.BELIEVE, Act.PREDICT})
_OF_FACTS = frozenset({Modality.ASSERTED, Modality.POSSIBLE})
# Acts that put forward what is so. What is promised, demanded, condemned is the speaker's own, whoever else does it.
PUT_FORWARD = frozenset(
    {Act.SAY, Act.CLAIM, Act.REPORT, Act.CONFIRM, Act.ANNOUNCE, Act.ADMIT, Act.WARN, Act.SUGGEST, Act.BELIEVE}
)
# A hedge weakens the words that follow it, so many of them.
_REACH = 8
# An outlet's telling is vouched for where its article attributes so much of it.
_VOUCHED = 0.6
# At the start of a content every word has its capital: a name there is rarer than most words.
_RARE = 0.3


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an article. `day` is the one it was said on, None where not told; `published` the article's.

    `content` is its content as it stands, `words` are its folded words in order, `weights` its stems that tell
    something, `quoted` what stands in quotation marks, `figures` what it counts. A `frame`
    holds another statement: its content is somebody else's word in turn. `names` are the stems that are written with
    a capital, `is_clause` where it says that something is
    so and does not only name a thing or an aim; `is_of_itself` where its subject is the speaker ("its forces");
    `is_ahead` where it speaks of what is yet to come; `is_vouched` where an outlet tells what its article also
    attributes to somebody; `hedged` are the stems that its hedges stand before; `shingles` its runs of four words.
    """

    member: Member
    statement: Statement
    voices: tuple[Known, ...]
    day: int | None
    published: int | None
    words: tuple[str, ...]
    weights: Mapping[str, float]
    quoted: tuple[tuple[str, ...], ...]
    figures: tuple[Figure, ...]
    frame: bool
    outlet: str
    names: frozenset[str] = frozenset()
    is_clause: bool = True
    is_of_itself: bool = False
    is_ahead: bool = False
    is_vouched: bool = False
    hedged: Mapping[str, float] = field(default_factory=dict)
    shingles: frozenset[tuple[str, ...]] = frozenset()
    content: str = ""

    @property
    def ids(self) -> frozenset[str]:
        """The voices' ids."""
        return frozenset(v.id for v in self.voices)

    def as_said(self, stems: Iterable[str]) -> list[str]:
        """The words of these stems, in the order of the stems; a stem that no word has stays."""
        words = {stem(word): word for word in reversed(self.words)}
        return [words.get(one, one) for one in stems]

    @property
    def when(self) -> int | None:
        """The day on which it was said, or else published."""
        return self.day if self.day is not None else self.published

    @property
    def is_narrated(self) -> bool:
        """Whether it is an outlet's own telling. A ministry that publishes is not an outlet: it speaks."""
        return self.statement.mode is Mode.NARRATED and not any(v.speaks for v in self.voices)

    @property
    def medium(self) -> Medium | None:
        """Through what it was said."""
        return self.statement.medium

    @property
    def is_hedged(self) -> bool:
        """Whether something weakens it: a hedge, an uncertain cue, a remark that it could not be checked."""
        s = self.statement
        if s.act in _OF_THE_MIND or s.modality not in _OF_FACTS:
            return s.verification is not None
        return bool(s.hedges) or s.certainty in _HEDGED or s.verification is not None

    @property
    def counts(self) -> frozenset[tuple[str, float | None, float | None]]:
        """Unit and bounds of what it counts."""
        return frozenset((f.unit, f.low, f.high) for f in self.figures if f.unit and not f.vague)


@dataclass(frozen=True, slots=True)
class Told:
    """What an article states, before it is known who its voices are. `like` has for each narrated statement, by number,
    those that say so much of the same that one which is attributed vouches for it."""

    said: tuple[Said, ...]
    like: Mapping[int, tuple[int, ...]]


def _quoted(text: str, statement: Statement, pack: ComparingPack) -> Iterator[tuple[str, ...]]:
    """What stands between quotation marks in the content, as words; single words are too little to know one by."""
    for span in statement.content:
        for match in _QUOTED.finditer(text, span.start, span.end):
            words = tuple(t.word for t in content_tokens(text, [Span(*match.span(1))], pack.folding))
            if len(words) >= _PHRASE and any(pack.weight(w) > 0 for w in words):
                yield words


def said_of(piece: Piece, book: VoiceBook, pack: ComparingPack) -> Iterator[Said]:
    """The article's statements that say anything: those without a single telling word are passed over."""
    return voiced(told_by(piece, pack), book)


def told_by(piece: Piece, pack: ComparingPack) -> Told:
    """What said_of finds, as far as the article alone tells it."""
    said = tuple(_said_by(piece, pack))
    like = {
        at: tuple(
            other for other, s in enumerate(said) if other != at and overlap(one.weights, s.weights).shorter >= _VOUCHED
        )
        for at, one in enumerate(said)
        if one.statement.mode is Mode.NARRATED
    }
    return Told(said, like)


def voiced(told: Told, book: VoiceBook) -> Iterator[Said]:
    """The statements with their voices across articles."""
    found = [replace(s, voices=tuple(book.of(v) for v in s.statement.voices)) for s in told.said]
    for at, one in enumerate(found):
        vouched = one.is_narrated and any(not found[other].is_narrated for other in told.like[at])
        yield replace(one, is_vouched=True) if vouched else one


def _said_by(piece: Piece, pack: ComparingPack) -> Iterator[Said]:
    reading = piece.reading
    frames = {s.within for s in reading.statements if s.within and s.act in PUT_FORWARD}
    for statement in reading.statements:
        tokens = content_tokens(piece.article.text, statement.content, pack.folding)
        weights = {stem(t.word): w for t in tokens if (w := pack.weight(t.word)) > 0}
        if not weights:
            continue
        inside = [
            f for f in reading.figures if any(c.holds(f.span) for c in statement.content) or f.statement == statement.id
        ]
        words = tuple(t.word for t in tokens)
        yield Said(
            member=Member(piece.key, statement.id),
            statement=statement,
            voices=(),
            day=day_of(statement.said_on),
            published=piece.day,
            words=words,
            weights=weights,
            quoted=tuple(_quoted(piece.article.text, statement, pack)),
            figures=tuple(inside),
            frame=statement.id in frames,
            outlet=piece.outlet,
            is_clause=words[0] != "to" and pack.is_clause(words),
            names=_names(piece.article.text, tokens, pack),
            is_of_itself=any(w in pack.owning for w in words[:_SUBJECT]),
            is_ahead=any(w in pack.futures for w in words),
            hedged=_hedged(statement, tokens, pack) or weights,
            shingles=frozenset(words[i : i + _SHINGLE] for i in range(len(words) - _SHINGLE + 1)),
            content=" ".join(span.of(piece.article.text) for span in statement.content),
        )


def _names(text: str, tokens: Sequence[Token], pack: ComparingPack) -> frozenset[str]:
    """The stems with a capital; at the start of the content only where the word is a rare one."""
    return frozenset(
        stem(t.word)
        for at, t in enumerate(tokens)
        if text[t.start].isupper() and (at > 0 or pack.weight(t.word) >= _RARE) and pack.weight(t.word) > 0
    )


def _hedged(statement: Statement, tokens: Sequence[Token], pack: ComparingPack) -> dict[str, float]:
    """The telling stems that follow the hedges which stand inside the content; of others it is the whole content."""
    found: dict[str, float] = {}
    for hedge in statement.hedges:
        if any(c.meets(hedge) for c in statement.content):
            after = [t.word for t in tokens if t.start >= hedge.end][:_REACH]
            found |= {stem(w): weight for w in after if (weight := pack.weight(w)) > 0}
    return found
