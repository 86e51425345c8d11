"""The start: the stories, the newest first, each with what a reader should know before believing a figure of it."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.desk.asked import Asked, with_query
from sayso.desk.pictures import story_sparks
from sayso.desk.rendering import page
from sayso.ledger.relations import resting
from sayso.ledger.stories import stories as listed
from sayso.ledger.tempo import story_days

router = APIRouter()
_PAGE = 20


@router.get("/")
def start() -> Response:
    """The start is the stories."""
    return RedirectResponse("/stories", 307)


@router.get("/stories")
def stories(request: Request, asked: Asked) -> Response:
    """The page."""
    desk = request.app.state.desk
    desk.fresh.look()
    ledger = desk.ledger
    question = replace(asked.question(1000), after=None) if asked.asked else None
    found = listed(ledger.store, question, after=asked.after, limit=_PAGE + 1)
    shown = found[:_PAGE]
    return page(
        request, "stories.html", q=asked.q or "", asked=asked.asked, found=shown, counts=ledger.counts(),
        rest=resting(ledger.store, [one.id for one in shown]),
        sparks=story_sparks(story_days(ledger.store, [one.id for one in shown])),
        next=with_query(request, after=shown[-1].cursor) if len(found) > _PAGE else None,
    )  # fmt: skip
