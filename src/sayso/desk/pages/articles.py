"""The articles, the newest first, or those with some words, of an outlet, a period or a place."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import PAGE, Asked, with_query
from sayso.desk.finding import article_line
from sayso.desk.rendering import page
from sayso.desk.words import label
from sayso.ledger.browsing import held, outlets

router = APIRouter()


@router.get("/articles")
def articles(request: Request, asked: Asked) -> Response:
    """The page."""
    ledger = request.app.state.desk.ledger
    found = ledger.articles(asked.question(PAGE + 1))
    shown = found[:PAGE]
    return page(
        request, "articles.html", q=asked.q or "", given=asked, asked=asked.asked, counts=ledger.counts(),
        found=[article_line(one) for one in shown], held=held(ledger.store, [one.article.id for one in shown]),
        outlets=[one for one in outlets(ledger.store) if label(one.name) == one.name],
        next=with_query(request, after=shown[-1].cursor) if len(found) > PAGE else None,
    )  # fmt: skip
