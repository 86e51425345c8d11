"""`sayso ask`: find statements, figures and articles in a ledger."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.opening import LedgerOption, open_ledger
from sayso.errors import UsageError
from sayso.records.statement import Act, Certainty, Modality, Polarity

if TYPE_CHECKING:
    from sayso.ledger.question import Near


class What(StrEnum):
    """What to find."""

    STATEMENTS = "statements"
    FIGURES = "figures"
    ARTICLES = "articles"


def ask(
    words: Annotated[
        list[str] | None, typer.Argument(metavar="WORD…", help='Words that must stand there; "a phrase", -not, begin*.')
    ] = None,
    what: Annotated[What | None, typer.Option(help="What to find; figures where --measure is given.")] = None,
    voice: Annotated[str | None, typer.Option(help="Who says it: a name, alias or id.")] = None,
    side: Annotated[str | None, typer.Option(help="Whose side says it.")] = None,
    act: Annotated[Act | None, typer.Option(help="What the cue does.")] = None,
    hedged: Annotated[bool | None, typer.Option("--hedged/--flat", help="With a hedge, or without.")] = None,
    certainty: Annotated[Certainty | None, typer.Option(help="How sure it makes itself.")] = None,
    polarity: Annotated[Polarity | None, typer.Option(help="Asserted or denied.")] = None,
    modality: Annotated[Modality | None, typer.Option(help="As a fact, as possible, as a plan …")] = None,
    measure: Annotated[str | None, typer.Option(help="What a figure measures: killed, captured …")] = None,
    unit: Annotated[str | None, typer.Option(help="A figure's unit: person, tank …")] = None,
    place: Annotated[str | None, typer.Option(help="A place that is named in it.")] = None,
    near: Annotated[str | None, typer.Option(metavar="LAT,LON,KM", help="Places within a radius.")] = None,
    period: Annotated[str | None, typer.Option(help="When it was said: 2024-08, 2024-08-06/2024-08-12.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Nothing published after this day.")] = None,
    article: Annotated[str | None, typer.Option(help="In this article alone: its key or id.")] = None,
    rejected: Annotated[bool, typer.Option("--rejected", help="Also what analysts have rejected.")] = False,
    limit: Annotated[int, typer.Option(min=1, max=100_000, help="How many at most.")] = 20,
    after: Annotated[str | None, typer.Option(metavar="CURSOR", help="The page after the one that ended so.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One finding a line, as JSON.")] = False,
    ledger: LedgerOption = None,
) -> None:
    """Find statements, figures or articles: the newest first, or the best match first where words are given."""
    from sayso.ledger.question import Question
    from sayso.records.shape import to_line

    question = Question(
        voice=voice, side=side, act=act, hedged=hedged, certainty=certainty, polarity=polarity, modality=modality,
        measure=measure, unit=unit, place=place, near=_near(near), period=period, outlet=outlet,
        words=" ".join(words) if words else None, as_of=as_of, article=article, rejected=rejected, limit=limit,
        after=after,
    )  # fmt: skip
    kind = what or (What.FIGURES if measure or unit else What.STATEMENTS)
    with open_ledger(ledger) as opened:
        asked = {What.STATEMENTS: opened.ask, What.FIGURES: opened.figures, What.ARTICLES: opened.articles}
        found = asked[kind](question)
    if json:
        for one in found:
            sys.stdout.write(to_line(one) + "\n")
        return
    from sayso.cli.findings import print_findings

    print_findings(found)
    if len(found) == limit:
        typer.echo(f"sayso: there may be more: --after {found[-1].cursor}", err=True)


def _near(given: str | None) -> Near | None:
    from sayso.ledger.question import Near

    if given is None:
        return None
    try:
        lat, lon, km = (float(part) for part in given.split(","))
    except ValueError as error:
        raise UsageError(given, "say LAT,LON,KM: 50.45,30.52,100") from error
    return Near(lat, lon, km)
