"""The brief: per side and voice what is stated, with act, hedge, chain, date, figures, and where each stands.

For an editor in a hurry: the same words by the same voice stand once, with every article that has them; a part of what
the voice states there in more words is left out; what has a figure or was hedged, denied or left unverified says so in
a word; those who state most come first, and what is left out is counted. It never says who is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from sayso.exports.wording import NOBODY, amount, through, who_said
from sayso.ledger.ask import ask_statements, figures_of
from sayso.ledger.found import Found
from sayso.ledger.question import Question
from sayso.ledger.store import Store
from sayso.records import Certainty, Figure, Modality, Mode, Polarity, Span, Statement

NO_SIDE = "no side known"
OUTLETS = "told by the outlets themselves"
_MOST = 20_000  # statements that one brief is made of at most, the newest: some seconds' work


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands: the article, the item in it, its offsets in the text with this digest."""

    outlet: str | None
    key: str | None
    article: str
    published: str | None
    text_digest: str
    item: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that a voice states. `notes` are words of warning: hedged, denied, planned, unverified …"""

    words: str
    act: str | None
    notes: tuple[str, ...]
    hedges: tuple[str, ...]
    chain: str
    day: str
    said_on: str | None
    figures: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class VoiceBrief:
    """What one voice states, the newest first; `more` statements are left out."""

    name: str
    role: str | None
    body: str | None
    lines: tuple[Line, ...]
    more: int


@dataclass(frozen=True, slots=True)
class SideBrief:
    """What the voices of one side state; those who state most first. `more` voices are left out."""

    side: str
    voices: tuple[VoiceBrief, ...]
    statements: int
    more: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """A brief over some articles: how many, by which outlets, from when to when, and what each side states; `more`
    sides are left out. Of a ledger with more statements than a brief is made of, the newest `of_newest` were taken."""

    articles: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    sides: tuple[SideBrief, ...]
    more: int = 0
    of_newest: int | None = None


@dataclass(slots=True)
class _Voice:
    """A voice while its lines are gathered, by their folded words."""

    name: str
    role: str | None = None
    body: str | None = None
    lines: dict[str, Line] = field(default_factory=dict)


def make_brief(store: Store, question: Question | None = None, most: int | None = 5) -> Brief:
    """The brief of what a question asks for, all of the ledger without one. At most so many sides, voices of each and
    statements of each voice; all of them where `most` is none."""
    found = ask_statements(store, replace(question or Question(), limit=_MOST))
    figures = figures_of(store, found)
    sides: dict[str, dict[str, _Voice]] = {}
    counted: dict[str, int] = {}
    for one in found:
        statement = one.statement
        if statement is None:
            continue
        own = figures.get((one.article.id, statement.id), [])
        if statement.mode is Mode.NARRATED and not own:
            continue  # what an outlet tells itself is in the brief where it holds a figure
        side = _side(statement)
        counted[side] = counted.get(side, 0) + 1
        _add(sides.setdefault(side, {}), one, statement, own)
    days = sorted(one.article.published[:10] for one in found if one.article.published)
    ordered = sorted(sides, key=lambda s: (s == OUTLETS, s == NO_SIDE, -counted[s], s))
    named = [side for side in ordered if side not in (OUTLETS, NO_SIDE)]
    shown = [side for side in ordered if side not in named[most:]] if most is not None else ordered
    return Brief(
        len({one.article.id for one in found}),
        tuple(sorted({one.article.outlet for one in found if one.article.outlet})),
        days[0] if days else None,
        days[-1] if days else None,
        tuple(_side_brief(side, sides[side].values(), counted[side], most) for side in shown),
        len(ordered) - len(shown),
        _MOST if len(found) == _MOST else None,
    )


def _side(statement: Statement) -> str:
    if statement.mode is Mode.NARRATED:
        return OUTLETS
    return next((voice.side for voice in statement.voices if voice.side), NO_SIDE)


def _add(voices: dict[str, _Voice], one: Found, statement: Statement, figures: Sequence[Figure]) -> None:
    first = statement.voices[0] if statement.voices else None
    name = one.article.outlet or "an outlet" if statement.mode is Mode.NARRATED else who_said(statement, one.source)
    key = first.id if first and len(statement.voices) == 1 else name.casefold()
    voice = voices.setdefault(key, _Voice(name))
    if first is not None and len(statement.voices) == 1:
        voice.role, voice.body = voice.role or first.role, voice.body or first.body
        voice.name = max(voice.name, first.name, key=len)
    line = _line(one, statement, figures)
    folded = "".join(c for c in f"{line.act} {line.words}".casefold() if c.isalnum())
    known = voice.lines.get(folded)
    voice.lines[folded] = line if known is None else replace(known, places=known.places + line.places)


def _line(one: Found, statement: Statement, figures: Sequence[Figure]) -> Line:
    card = one.article
    place = Place(card.outlet, card.key, card.id, card.published, card.text_digest, statement.id, statement.content)
    hedges = tuple(dict.fromkeys(hedge_words(one, statement)))
    return Line(
        " ".join(one.words.split()), statement.act.value if statement.act else None,
        tuple(dict.fromkeys(notes_of(statement))), hedges,
        through(statement), one.day, statement.said_on,
        tuple(amount(f) for f in sorted(figures, key=lambda f: f.span)), (place,),
    )  # fmt: skip


def hedge_words(one: Found, statement: Statement) -> Iterable[str]:
    """The hedges' own words where they stand within the content; else that there is one."""
    for hedge in statement.hedges:
        for span in statement.content:
            if span.holds(hedge):
                before = sum(s.end - s.start + len(" … ") for s in statement.content if s.start < span.start)
                at = before + hedge.start - span.start
                yield one.words[at : at + hedge.end - hedge.start]
                break


def notes_of(statement: Statement) -> Iterable[str]:
    """Words of warning about a statement: hedged, denied, planned, unverified …"""
    if statement.hedges or any(link.hedges for link in statement.chain):
        yield "hedged"
    if statement.certainty not in (None, Certainty.CERTAIN):
        yield statement.certainty.value
    if statement.polarity is Polarity.NEGATED:
        yield "negated"
    if statement.modality is not Modality.ASSERTED:
        yield statement.modality.value
    if statement.verification is not None:
        yield statement.verification.status.value
    if statement.headline:
        yield "headline"


def _side_brief(side: str, voices: Iterable[_Voice], statements: int, most: int | None) -> SideBrief:
    """A side's voices, those with most statements first, those whom the text does not name last."""
    lines = {id(voice): _whole_lines(voice) for voice in voices}
    ordered = sorted(voices, key=lambda v: (v.name == NOBODY, -len(lines[id(v)]), v.name))
    briefs = tuple(
        VoiceBrief(v.name, v.role, v.body, tuple(lines[id(v)][:most]), len(lines[id(v)][most or len(lines[id(v)]) :]))
        for v in ordered[:most]
    )
    return SideBrief(side, briefs, statements, len(ordered) - len(briefs))


def _whole_lines(voice: _Voice) -> list[Line]:
    """A voice's lines without those that are part of another: "denied any losses", within "said that he denied …"."""
    held: dict[str, list[Line]] = {}
    for line in voice.lines.values():
        for place in line.places:
            held.setdefault(place.article, []).append(line)
    return [line for line in voice.lines.values() if not all(_is_part(line, p, held[p.article]) for p in line.places)]


def _is_part(line: Line, place: Place, others: Sequence[Line]) -> bool:
    """Whether the voice states this in more words in the same article."""
    for other in others:
        for there in other.places:
            if other is line or there.article != place.article or (line.figures and not other.figures):
                continue
            if all(any(a.holds(b) for a in there.spans) for b in place.spans):
                return True
    return False
