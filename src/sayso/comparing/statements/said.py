"""A statement made ready for comparing: its voices across articles, its day, its words by what they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.comparing.pieces import Piece, content_tokens, day_of, stem
from sayso.comparing.voices import Known, VoiceBook
from sayso.packs.comparing import ComparingPack
from sayso.records import Certainty, Figure, Medium, Member, Mode, Span, Statement

_SHINGLE = 4
_PHRASE = 2
_QUOTED = re.compile(r"[“\"«‘]([^“”\"«»‘]+)[”\"»]")
_HEDGED = frozenset({Certainty.POSSIBLE, Certainty.DOUBTFUL, Certainty.PROBABLE})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of an article. `day` is the one it was said on, None where not told; `published` the article's.

    `words` are its folded words in order, `weights` its stems that tell something, `quoted` what stands in quotation
    marks, `figures` what it counts. A `frame`
    holds another statement: its content is somebody else's word in turn.
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

    @property
    def ids(self) -> frozenset[str]:
        """The voices' ids."""
        return frozenset(v.id for v in self.voices)

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
        return bool(s.hedges) or s.certainty in _HEDGED or s.verification is not None

    @property
    def counts(self) -> frozenset[tuple[str, float | None, float | None]]:
        """Unit and bounds of what it counts."""
        return frozenset((f.unit, f.low, f.high) for f in self.figures if f.unit and not f.vague)

    @property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """Its runs of four words."""
        return frozenset(self.words[i : i + _SHINGLE] for i in range(len(self.words) - _SHINGLE + 1))


def _quoted(text: str, statement: Statement, pack: ComparingPack) -> Iterator[tuple[str, ...]]:
    """What stands between quotation marks in the content, as words; single words are too little to know one by."""
    for span in statement.content:
        for match in _QUOTED.finditer(text, span.start, span.end):
            words = tuple(t.word for t in content_tokens(text, [Span(*match.span(1))], pack.folding))
            if len(words) >= _PHRASE and any(pack.weight(w) > 0 for w in words):
                yield words


def said_of(piece: Piece, book: VoiceBook, pack: ComparingPack) -> Iterator[Said]:
    """The article's statements that say anything: those without a single telling word are passed over."""
    reading = piece.reading
    frames = {s.within for s in reading.statements if s.within}
    for statement in reading.statements:
        tokens = content_tokens(piece.article.text, statement.content, pack.folding)
        weights = {stem(t.word): w for t in tokens if (w := pack.weight(t.word)) > 0}
        if not weights:
            continue
        inside = [
            f for f in reading.figures if any(c.holds(f.span) for c in statement.content) or f.statement == statement.id
        ]
        yield Said(
            member=Member(piece.key, statement.id),
            statement=statement,
            voices=tuple(book.of(v) for v in statement.voices),
            day=day_of(statement.said_on),
            published=piece.day,
            words=tuple(t.word for t in tokens),
            weights=weights,
            quoted=tuple(_quoted(piece.article.text, statement, pack)),
            figures=tuple(inside),
            frame=statement.id in frames,
            outlet=piece.outlet,
        )
