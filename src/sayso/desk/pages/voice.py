"""A voice: its names and roles, what it said over time, its record, who carries it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import PAGE
from sayso.desk.faults import NotHere
from sayso.desk.finding import said_line
from sayso.desk.rendering import page
from sayso.errors import UsageError
from sayso.ledger.voices import statements_of_voice, voice_profile

router = APIRouter()


@router.get("/voices/{id}")
def voice(request: Request, id: str) -> Response:
    """The page."""
    store = request.app.state.desk.ledger.store
    try:
        profile = voice_profile(store, id)
    except UsageError as error:
        raise NotHere(error.what, error.reason) from error
    found = statements_of_voice(store, id, PAGE + 1)
    return page(request, "voice.html", profile=profile, found=[said_line(one) for one in found[:PAGE]], next=None)
