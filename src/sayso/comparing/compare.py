"""Comparing as a list of steps: copies, stories, voices, statements, figures. A function of the set of Readings.

    pieces -> copies -> stories -> voices -> claims of statements -> claims of figures -> conflicts

Nothing here depends on the order in which Readings came: everything is sorted first, and no step keeps what another
run has found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.comparing.claims import Setting, figure_claims, statement_claims, unique
from sayso.comparing.copies import dated_by_copies, find_copies
from sayso.comparing.figures import counted_of
from sayso.comparing.origins import Roots
from sayso.comparing.pieces import pieces_of
from sayso.comparing.rulings import in_force, rejected
from sayso.comparing.statements import said_of
from sayso.comparing.stories import find_stories
from sayso.comparing.voices import voice_book
from sayso.packs.comparing import ComparingPack
from sayso.packs.figures import FigurePack
from sayso.records import Comparison, Decision, Reading


@dataclass(frozen=True, slots=True)
class Tools:
    """The packs that comparing applies: words, and the order of measures."""

    words: ComparingPack
    figures: FigurePack


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
    pieces = pieces_of(readings, tools.words.folding)
    ruled = in_force(decisions)
    gone = rejected(ruled, pieces)
    copies = find_copies(pieces)
    pieces = dated_by_copies(pieces, copies)
    stories = find_stories(pieces, tools.words)
    book = voice_book(pieces, tools.words.folding, ruled)
    by_key = {p.key: p for p in pieces}
    setting = Setting(
        pieces=by_key,
        roots=Roots(by_key, copies, tools.words.folding),
        story={key: story.id for story in stories for key in story.articles},
        pack=tools.figures,
        words=tools.words,
        decisions=ruled,
    )
    said = [s for p in pieces for s in said_of(p, book, tools.words) if s.member not in gone]
    counted = [c for p in pieces for c in counted_of(p, book, tools.words) if c.member not in gone]
    statements = statement_claims(said, setting)
    figures = figure_claims(counted, statements.of, setting)
    claims = sorted((*statements.claims, *figures.claims), key=lambda c: c.id)
    return Comparison(copies, tuple(claims), unique((*statements.relations, *figures.relations)), stories)
