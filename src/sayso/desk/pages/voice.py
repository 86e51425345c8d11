"""A voice: its names and roles, what it said over time, its record, who carries it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import PAGE, with_query
from sayso.desk.charts import spark
from sayso.desk.claiming import shown as shown_claim
from sayso.desk.faults import found_or_missing
from sayso.desk.finding import said_line
from sayso.desk.rendering import page
from sayso.ledger.claims import claims_by_id
from sayso.ledger.tempo import voice_days
from sayso.ledger.track import Record, track_record
from sayso.ledger.voices import statements_of_voice, voice_profile

router = APIRouter()


@router.get("/voices/{id}")
def voice(request: Request, id: str, after: Annotated[str | None, Query(max_length=100)] = None) -> Response:
    """The page."""
    desk = request.app.state.desk
    desk.fresh.look()
    store = desk.ledger.store
    with found_or_missing():
        profile = voice_profile(store, id)
    found = statements_of_voice(store, id, PAGE + 1, after)
    shown = found[:PAGE]
    record = track_record(store, profile.ids)
    claims = {c.id: shown_claim(c) for c in claims_by_id(store, named_in(record))}
    more = with_query(request, after=shown[-1].cursor) if len(found) > PAGE else None
    return page(
        request,
        "voice.html",
        profile=profile,
        found=[said_line(one) for one in shown],
        next=more,
        record=record,
        spark=spark(voice_days(store, id), "statements"),
        claims=claims,
    )


def named_in(record: Record) -> list[str]:
    """The ids of all claims that a record names."""
    turns = (*record.revised, *record.contradicted)
    return [*record.shared, *(id_ for turn in turns for id_ in (turn.own, turn.other))]
