"""Comparing Readings that are not stored: an index in memory takes them in, and gives a Comparison.

A function of the set of Readings and of the decisions: nothing depends on the order in which they came. The same steps
keep a ledger's comparison up to date, article by article (`comparing.comparer`).
"""

from __future__ import annotations

from collections.abc import Iterable

from sayso.comparing.assembling import assembled, joined_by_decision, related, shares
from sayso.comparing.comparer import Comparer
from sayso.comparing.memory import MemoryIndex
from sayso.comparing.pieces import pieces_of
from sayso.comparing.rulings import in_force
from sayso.comparing.settling import Tools
from sayso.records import Comparison, Decision, Member, Reading, Story
from sayso.records.identity import joined

# A claim or story of more articles than this: somebody should look at it (859,091 of 859,092 texts were once joined in
# another project, by closure over look-alikes).
LARGE = 200


def too_large(comparison: Comparison, limit: int = LARGE) -> tuple[str, ...]:
    """The ids of claims and stories that have grown over more articles than the limit: an alarm, nothing is undone."""
    sizes = [(c.id, len({m.key for m in c.members})) for c in comparison.claims]
    sizes += [(s.id, len(s.articles)) for s in comparison.stories]
    return tuple(id for id, size in sizes if size > limit)


def compare(readings: Iterable[Reading], tools: Tools, decisions: Iterable[Decision] = ()) -> Comparison:
    """All that can be derived from these Readings and decisions: copies, claims, relations, stories."""
    ruled = in_force(decisions)
    pieces = pieces_of(readings, tools.words.folding)
    index = MemoryIndex()
    index.pieces = {p.key: p for p in pieces}
    Comparer(index, tools, ruled).update(pieces)
    return comparison_of(index, ruled)


def comparison_of(index: MemoryIndex, decisions: tuple[Decision, ...]) -> Comparison:
    """What an index in memory holds, as a Comparison."""
    keys = sorted(index.pieces, key=lambda key: index.facts(key).order)
    parts = [(key, index.part(key)) for key in keys]
    claim_of = {Member(key, i): s.claim for key, part in parts for s in part.claims for i in s.items}
    merged = joined_by_decision(decisions, [index.piece(key) for key in keys], claim_of)
    ids = {key: story_id(index.piece(key).article.id) for key in keys}
    claims = [
        assembled(id, share, index.copies, ids[index.stories[share[0][0]]])
        for id, share in shares(parts, merged).items()
    ]
    members: dict[str, list[str]] = {}
    for key in keys:
        members.setdefault(index.stories[key], []).append(key)
    copies = {(c.from_, c.to): c for key in keys for c in index.copies(key)}
    return Comparison(
        tuple(copies[pair] for pair in sorted(copies)),
        tuple(sorted(claims, key=lambda c: c.id)),
        related(parts, merged),
        tuple(sorted((Story(ids[root], tuple(held)) for root, held in members.items()), key=lambda s: s.id)),
    )


def story_id(article: str) -> str:
    """A story's id, from that of its first article."""
    return joined("story", article)[:16]
