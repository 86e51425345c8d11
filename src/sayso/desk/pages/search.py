"""Search over everything: statements, figures, articles, voices, with the words that were searched for marked."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import Asked
from sayso.desk.finding import article_line, said_line
from sayso.desk.rendering import page

router = APIRouter()
_SHOWN = 12  # of each kind


@router.get("/search")
def search(request: Request, asked: Asked) -> Response:
    """The page; what is found of each kind, best first."""
    desk = request.app.state.desk
    if not asked.asked:
        return page(request, "search.html", q="", given=asked, statements=[], figures=[], articles=[], voices=[])
    question = asked.question(_SHOWN)
    words = (asked.q or "").casefold()
    voices = [v for v in desk.tallies.voices() if words and words in v.name.casefold()][:6]
    return page(
        request, "search.html", q=asked.q or "", given=asked, voices=voices,
        statements=[said_line(one) for one in desk.ledger.ask(question)],
        figures=[said_line(one) for one in desk.ledger.figures(question)],
        articles=[article_line(one) for one in desk.ledger.articles(question)],
    )  # fmt: skip
