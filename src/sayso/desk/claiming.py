"""A claim as pages show it: a title, the words of whoever says it best, who carries it and behind whom it stands."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.desk.charts.figures import title_of
from sayso.desk.finding import SaidLine, said_line
from sayso.desk.words import day, label
from sayso.ledger.claims import ClaimFound, OriginFound
from sayso.ledger.found import Found
from sayso.records import ClaimKind

_SQUARES = 12  # carriers of one origin that are drawn; more are told as a number


@dataclass(frozen=True, slots=True)
class Group:
    """The articles behind one origin: how many, how many of them are drawn, the origin's name, and why they are one."""

    root: str
    kind: str
    articles: int
    drawn: int
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim in a cell or list. `said` is its earliest member; `rests` says in words on how many origins it rests."""

    claim: ClaimFound
    title: str
    said: SaidLine | None
    over: str
    hedges: tuple[str, ...]
    groups: tuple[Group, ...]
    rests: str
    on_one: bool
    outlets: tuple[str, ...]


def shown(claim: ClaimFound) -> ClaimShown:
    """A claim as it is shown."""
    first = claim.members[0] if claim.members else None
    groups = tuple(_group(origin) for origin in claim.origins)
    outlets = tuple(dict.fromkeys(outlet_of(one) for one in claim.members))
    return ClaimShown(
        claim, title(claim), said_line(first) if first else None, over(claim), tuple(_hedges(claim.members)), groups,
        rests(claim), claim.independent.high <= 1, outlets,
    )  # fmt: skip


def title(claim: ClaimFound) -> str:
    """What is claimed in a few words: of a figure the number as it is written and what it counts, else the words."""
    first = claim.members[0] if claim.members else None
    if claim.kind is ClaimKind.FIGURE and first is not None and first.figure is not None:
        return label(f"{first.words}: {counted(claim)}", 160)
    return label(first.words if first else claim.about.predicate or claim.id, 160)


def counted(claim: ClaimFound) -> str:
    """What a figure counts: unit, measure and whose, in words."""
    figure = next((one.figure for one in claim.members if one.figure), None)
    if figure is None:
        return label(claim.about.predicate or "", 120)
    return label(title_of(figure.measure or "", figure.unit or "", " and ".join(figure.of)), 120)


def over(claim: ClaimFound) -> str:
    """Over what time a figure counts, in words: a day, a stretch, up to a day; nothing where it is not told."""
    figure = next((one.figure for one in claim.members if one.figure), None)
    if figure is None:
        return ""
    if figure.period:
        return day(figure.period)
    return f"as of {day(figure.as_of)}" if figure.as_of else ""


def rests(claim: ClaimFound) -> str:
    """On how many origins a claim rests, in words that count no copy twice."""
    many = "1 article" if claim.articles == 1 else f"{claim.articles} articles"
    high = claim.independent.high
    if high <= 1:
        root = claim.origins[0].root if claim.origins else "one voice"
        return many if claim.articles == 1 and root == _speaker(claim) else f"{many}, on one word: {label(root, 60)}"
    return f"{many}, on {high} words at most"


def _speaker(claim: ClaimFound) -> str:
    first = claim.members[0] if claim.members else None
    return said_line(first).who if first else ""


def outlet_of(found: Found) -> str:
    """Who published a finding's article."""
    return found.article.outlet or found.article.key or found.article.id[:12]


def _group(origin: OriginFound) -> Group:
    articles = len({article for article, _ in origin.members})
    return Group(origin.root, origin.kind.value, articles, min(articles, _SQUARES), origin.reason)


def _hedges(members: tuple[Found, ...]) -> list[str]:
    from sayso.exports.brief import hedge_words

    found: dict[str, None] = {}
    for one in members:
        if one.statement is not None and one.figure is None:
            found |= dict.fromkeys(hedge_words(one, one.statement))
    return list(found)[:3]
