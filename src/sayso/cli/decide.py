"""`sayso decide`: an analyst's decision, kept for good."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.opening import LedgerOption, Who, Why, open_ledger, whoever
from sayso.errors import UsageError
from sayso.records.decision import DecisionKind


def decide(
    kind: Annotated[DecisionKind, typer.Argument(help="What is decided.")],
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT…", help="ARTICLE#s3 or ARTICLE#f1; voices' ids to merge; a decision's id to revoke."
        ),
    ],
    why: Why,
    who: Who = None,
    field: Annotated[str | None, typer.Option(help="Which field a correction sets.")] = None,
    value: Annotated[str | None, typer.Option(help="To what; without it the field is emptied.")] = None,
    until: Annotated[str | None, typer.Option(help="Until when it holds (ISO 8601).")] = None,
    ledger: LedgerOption = None,
) -> None:
    """Decide: accept, reject, correct, same, not same, merge voices, revoke. Prints the decision's id."""
    from sayso.ledger.decisions import Act

    with open_ledger(ledger) as opened:
        revokes = what[0] if kind is DecisionKind.REVOKE else None
        voices = tuple(what) if kind is DecisionKind.MERGE_VOICES else ()
        about = []
        if revokes is None and not voices:
            for one in what:
                article, hash_, item = one.rpartition("#")
                if not hash_:
                    raise UsageError(one, "say ARTICLE#s3: the article's key or id, and the statement or figure in it")
                about.append(opened.anchor(article, item))
        act = Act(
            kind=kind, who=whoever(who), why=why, about=tuple(about), voices=voices, field=field, value=value,
            until=until, revokes=revokes,
        )  # fmt: skip
        typer.echo(opened.decide(act).id)
