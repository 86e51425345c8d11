"""From what each article brings to the whole: claims with their origins, relations between them, stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.index import Part, Settled
from sayso.comparing.origins import Root, independence, origins_of
from sayso.comparing.pieces import Piece
from sayso.comparing.rulings import Anchored, rulings_on
from sayso.records import Claim, ClaimKind, Copy, Decision, Member, Relation, RelationKind

CopiesOf = Callable[[str], Sequence[Copy]]


# A hedge can be dropped, and a word altered, within one claim.
WITHIN = (RelationKind.HEDGE_DROPPED, RelationKind.CONTRADICTS)


def assembled(id: str, parts: Sequence[tuple[str, Settled]], copies_of: CopiesOf, story: str | None) -> Claim:
    """A claim from what articles (by key, in order) bring to it. What a figure is about is told by the latest of them,
    which knew the others; what a statement is about by the first."""
    first = parts[0][1]
    about = parts[-1][1].about if first.kind is ClaimKind.FIGURE else first.about
    roots: dict[Root, list[Member]] = defaultdict(list)
    for key, settled in parts:
        for rooted in settled.roots:
            roots[rooted.root] += [Member(key, item) for item in rooted.items]
    origins = origins_of(roots, copies_of, [known for _, settled in parts for known in settled.known])
    members = tuple(Member(key, item) for key, settled in parts for item in settled.items)
    return Claim(id, first.kind, about, members, origins, independence(origins), story)


def joined_by_decision(
    decisions: Iterable[Decision], pieces: Sequence[Piece], claim_of: Mapping[Member, str]
) -> dict[str, str]:
    """Claims that an analyst held to be one though no article brought them together: each leads to the first by id.
    `pieces` are those whose words the decisions speak of."""
    items = [Anchored(Member(p.key, s.id), s.content) for p in pieces for s in p.reading.statements] + [
        Anchored(Member(p.key, f.id), (f.span,)) for p in pieces for f in p.reading.figures
    ]
    items = [item for item in items if item.member in claim_of]
    found: dict[str, str] = {}

    def root(id: str) -> str:
        while id in found:
            id = found[id]
        return id

    for a, b in sorted(rulings_on(items, tuple(decisions), pieces).one):
        one, other = sorted((root(claim_of[items[a].member]), root(claim_of[items[b].member])))
        if one != other:
            found[other] = one
    return {id: root(id) for id in found}


def shares(parts: Iterable[tuple[str, Part]], joined: Mapping[str, str]) -> dict[str, list[tuple[str, Settled]]]:
    """What articles, given in order, bring to each claim."""
    found: dict[str, list[tuple[str, Settled]]] = defaultdict(list)
    for key, part in parts:
        for settled in part.claims:
            found[joined.get(settled.claim, settled.claim)].append((key, settled))
    return found


def related(parts: Iterable[tuple[str, Part]], joined: Mapping[str, str]) -> tuple[Relation, ...]:
    """The relations between claims: of a kind between two claims the one with the best score, the earliest of equals,
    whichever way it goes."""
    best: dict[tuple[RelationKind, frozenset[str]], Relation] = {}
    for _, part in parts:
        for given in part.relations:
            found = replace(given, a=joined.get(given.a, given.a), b=joined.get(given.b, given.b))
            if found.a == found.b and found.kind not in WITHIN:
                continue
            pair = (found.kind, frozenset((found.a, found.b)))
            if pair not in best or found.score > best[pair].score:
                best[pair] = found
    return tuple(sorted(best.values(), key=lambda r: (r.a, r.b, r.kind.value)))
