"""Claims and relations: statements and figures in common, each with its origins, and how the claims stand together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.comparing.figures.corrections import find_corrections
from sayso.comparing.figures.counted import Counted
from sayso.comparing.figures.joining import Frame, join_figures, relate_figures
from sayso.comparing.grouping import Edge, Rulings, grouped
from sayso.comparing.origins import Carrier
from sayso.comparing.pieces import Piece
from sayso.comparing.rulings import Anchored, rulings_on
from sayso.comparing.statements.alarms import Alarm, find_alarms, hedge_dropped
from sayso.comparing.statements.altered import find_alterations, holding
from sayso.comparing.statements.conflicts import Conflict, find_conflicts
from sayso.comparing.statements.joining import Joined, join_statements
from sayso.comparing.statements.meaning import Alike, Meaning
from sayso.comparing.statements.said import Said
from sayso.packs.comparing import ComparingPack
from sayso.packs.figures import FigurePack
from sayso.records import About, Claim, ClaimKind, Decision, Member, Relation, RelationKind, Statement
from sayso.records.identity import joined

# From this score two wordings are one claim; below it they are two that stand as the same or narrower to each other.
_ONE = 0.6


@dataclass(frozen=True, slots=True)
class Setting:
    """What claims are derived in: the articles by key, stories by article, the packs, decisions; and what was settled
    before: the claims of the members of articles that were compared already. `copied` has who took
    words from whom, the giver first; `alike` how alike two sentences are, where that is asked."""

    pieces: Mapping[str, Piece]
    story: Mapping[str, str]
    pack: FigurePack
    words: ComparingPack
    decisions: tuple[Decision, ...] = ()
    settled: Mapping[Member, str] = field(default_factory=dict)
    copied: tuple[tuple[str, str], ...] = ()
    alike: Alike | None = None


@dataclass(frozen=True, slots=True)
class Derived:
    """Claims, and the relations between them; `of` has the claim of each member."""

    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    of: Mapping[Member, str]


def statement_claims(said: Sequence[Said], setting: Setting) -> Derived:
    """The claims that statements make, and what the wordings and voices say of two of them."""
    old = [s.member in setting.settled for s in said]
    found = join_statements(said, old, None if setting.alike is None else Meaning(setting.alike, setting.words))
    anchored = [Anchored(said[k[0]].member, said[k[0]].statement.content) for k in found.kinds]
    rulings = _settled(anchored, setting)
    scores = {pair: edge.score for pair, edge in found.edges.items() if edge.score >= _ONE}
    groups = grouped(len(found.kinds), scores, rulings)
    claims = [_statement_claim([said[m] for k in group for m in found.kinds[k]], setting) for group in groups]
    of = {m: c.id for c in claims for m in c.members}
    relations = [*_between(found, said, of, rulings.apart), *_hedges(found, said, of)]
    alarms: list[Alarm | Conflict] = [*find_alarms(said, old)]
    alarms += find_conflicts(said, setting.story, setting.words, old)
    relations += [_alarm(said, of, alarm) for alarm in alarms if of[said[alarm.a].member] != of[said[alarm.b].member]]
    relations += _altered(said, of, setting)
    return Derived(tuple(claims), unique(relations), of)


def figure_claims(figures: Sequence[Counted], utterances: Mapping[Member, str], setting: Setting) -> Derived:
    """The claims that figures make and their relations; `utterances` has the claim of each statement."""
    frame = Frame(setting.pack, setting.story, _utterances(figures, utterances))
    anchored = [Anchored(f.member, (f.figure.span,)) for f in figures]
    rulings = _settled(anchored, setting)
    groups = join_figures(figures, frame, rulings)
    claims = [_figure_claim([figures[m] for m in group], setting) for group in groups]
    first = [max((figures[m] for m in group), key=_told) for group in groups]
    old = [all(figures[m].member in setting.settled for m in group) for group in groups]
    apart = {frozenset((figures[a].member, figures[b].member)) for a, b in rulings.apart}
    claim_of = {m: c.id for c in claims for m in c.members}
    corrected = list(_corrected(figures, setting, claim_of))
    settled = {frozenset((r.a, r.b)) for r in corrected}
    relations = corrected + [
        Relation(v.kind, claims[a].id, claims[b].id, v.score, (first[a].words, first[b].words), v.reason)
        for a, b, v in relate_figures(first, frame, old)
        if frozenset((first[a].member, first[b].member)) not in apart
        and frozenset((claims[a].id, claims[b].id)) not in settled
    ]
    return Derived(tuple(claims), unique(relations), claim_of)


def _corrected(figures: Sequence[Counted], setting: Setting, of: Mapping[Member, str]) -> Iterable[Relation]:
    """What articles take back, between the claims."""
    old = [f.member in setting.settled for f in figures]
    for c in find_corrections(figures, setting.pieces, setting.words, old):
        now, before = figures[c.now], figures[c.before]
        if of[now.member] != of[before.member]:
            words = now.words, before.words
            yield Relation(RelationKind.SUPERSEDES, of[now.member], of[before.member], 1.0, words, c.reason)


def _settled(items: Sequence[Anchored], setting: Setting) -> Rulings:
    """What was decided of pairs, by analysts and by what was settled before: what stands in one claim stays there, and
    what stands in two stays apart."""
    ruled = rulings_on(items, setting.decisions, tuple(setting.pieces.values()))
    return replace(ruled, settled=tuple(setting.settled.get(item.member) for item in items))


def unique(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """One relation of a kind between two claims: the one with the best score, in a fixed order."""
    best: dict[tuple[str, str, str], Relation] = {}
    for relation in relations:
        key = (relation.a, relation.b, relation.kind.value)
        held = best.get(key)
        if held is None or (relation.score, relation.reason) > (held.score, held.reason):
            best[key] = relation
    return tuple(best[key] for key in sorted(best))


def _told(c: Counted) -> tuple[bool, bool, bool, bool]:
    """How much a figure tells: the one that stands for a claim tells most; the first of equals."""
    return (c.period is not None, bool(c.of), bool(c.voices), c.statement is not None)


def _utterances(figures: Sequence[Counted], utterances: Mapping[Member, str]) -> dict[tuple[str, str], int]:
    numbers: dict[str, int] = {}
    found = {}
    for one in figures:
        claim = utterances.get(Member(one.member.key, one.statement.id if one.statement else ""))
        if claim is not None:
            found[(one.member.key, one.member.id)] = numbers.setdefault(claim, len(numbers))
    return found


def _statement_claim(said: Sequence[Said], setting: Setting) -> Claim:
    members = tuple(s.member for s in said)
    first = said[0].statement
    about = About(
        predicate=_predicate(first, setting.pieces[said[0].member.key]),
        agent=first.voices[0].name if first.voices else None,
        time=first.said_on,
        polarity=first.polarity,
        modality=first.modality,
    )
    return _claim(ClaimKind.STATEMENT, about, members, setting)


def said_carrier(said: Said) -> Carrier:
    """A statement as one that carries its claim."""
    voices = () if said.is_narrated else said.voices
    return Carrier(said.member, voices, said.medium, said.statement.chain, said.statement.content)


def counted_carrier(one: Counted) -> Carrier:
    """A figure as one that carries its claim."""
    medium, chain = (one.statement.medium, one.statement.chain) if one.statement else (None, ())
    return Carrier(one.member, one.voices, medium, chain, (one.figure.span,))


def _predicate(statement: Statement, piece: Piece) -> str | None:
    text = " ".join(span.of(piece.article.text) for span in statement.content)
    return " ".join(text.split()) or None


def _figure_claim(figures: Sequence[Counted], setting: Setting) -> Claim:
    best = max(figures, key=_told).figure
    about = About(
        predicate=" ".join(w for w in (best.measure, best.unit) if w) or None,
        agent=best.agent,
        target=" and ".join(best.of) or best.who,
        place=best.place,
        time=best.period,
        polarity=best.polarity,
        modality=best.modality,
    )
    return _claim(ClaimKind.FIGURE, about, tuple(f.member for f in figures), setting)


def _claim(kind: ClaimKind, about: About, members: tuple[Member, ...], setting: Setting) -> Claim:
    """A claim without its origins, named by its first member."""
    ordered = sorted(members, key=lambda m: (setting.pieces[m.key].order, m.id))
    first = ordered[0]
    return Claim(
        id=joined(kind.value, setting.pieces[first.key].article.id, first.id)[:16],
        kind=kind,
        about=about,
        members=tuple(ordered),
        story=setting.story.get(first.key),
    )


def _between(
    found: Joined, said: Sequence[Said], of: Mapping[Member, str], apart: frozenset[Edge]
) -> Iterable[Relation]:
    for (a, b), edge in found.edges.items():
        one, other = said[found.kinds[a][0]], said[found.kinds[b][0]]
        if of[one.member] != of[other.member] and (a, b) not in apart:
            yield Relation(edge.kind, of[one.member], of[other.member], edge.score, _named(one, other), edge.reason)


def _hedges(found: Joined, said: Sequence[Said], of: Mapping[Member, str]) -> Iterable[Relation]:
    """Where one utterance is told with a hedge in one article and without in another: within a claim or between two."""
    pairs = {(k, k) for k in range(len(found.kinds)) if len(found.kinds[k]) > 1}
    pairs |= {pair for a, b in found.edges for pair in ((a, b), (b, a))}
    for a, b in sorted(pairs):
        first = next((said[m] for m in found.kinds[a] if said[m].is_hedged), None)
        for second in (said[m] for m in found.kinds[b] if not said[m].is_hedged):
            reason = hedge_dropped(first, second) if first is not None else None
            if first is not None and reason is not None:
                claims = of[first.member], of[second.member]
                yield Relation(RelationKind.HEDGE_DROPPED, *claims, 0.7, _named(first, second), reason)
                break


def _alarm(said: Sequence[Said], of: Mapping[Member, str], alarm: Alarm | Conflict) -> Relation:
    one, other = said[alarm.a], said[alarm.b]
    return Relation(
        alarm.kind, of[one.member], of[other.member], round(alarm.score, 3), _named(one, other), alarm.reason
    )


def _altered(said: Sequence[Said], of: Mapping[Member, str], setting: Setting) -> Iterable[Relation]:
    """What copies change of an event, between the claims that hold the changed words: within a claim or between two."""
    by_key: dict[str, list[Said]] = {}
    for one in said:
        by_key.setdefault(one.member.key, []).append(one)
    for earlier, later in setting.copied:
        pieces = setting.pieces[earlier], setting.pieces[later]
        told: dict[tuple[Member, Member], list[str]] = {}
        for found in find_alterations(*pieces, setting.words):
            holders = [
                holding(by_key.get(key, ()), span, found.only_inside)
                for key, span in ((earlier, found.here), (later, found.there))
            ]
            if holders[0] is not None and holders[1] is not None:
                ends = holders[0].member, holders[1].member
                words = f"{found.slot.value}: {found.here.of(pieces[0].article.text)} against " + found.there.of(
                    pieces[1].article.text
                )
                told.setdefault(ends, []).append(words)
        for (a, b), reasons in told.items():
            reason = f"a copy changes {'; '.join(dict.fromkeys(reasons))}"
            yield Relation(RelationKind.CONTRADICTS, of[a], of[b], 0.7, (f"{a.key} {a.id}", f"{b.key} {b.id}"), reason)


def _named(one: Said, other: Said) -> tuple[str, str]:
    return f"{one.member.key} {one.member.id}", f"{other.member.key} {other.member.id}"
