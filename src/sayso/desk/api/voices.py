"""Voices, decisions, and how much the ledger holds."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.api.asked import Name
from sayso.desk.api.found import listed
from sayso.desk.api.sending import After, Form, FormOf, Limit, documented, send, send_list
from sayso.desk.api.shapes import CarrierItem, Counts, DecisionItem, Finding, ListOf, VoiceItem, VoiceWhole
from sayso.desk.api.shaping import decision_shape, finding_shape
from sayso.desk.faults import found_or_missing
from sayso.ledger.voices import VoiceCount, statements_of_voice, voice_profile
from sayso.version import VERSION

router = APIRouter(tags=["voices"])
Start = Annotated[str | None, Query(pattern=r"^\d{1,9}$", description="the cursor `next` of the answer before")]


@router.get("/", **documented(Counts))
def counts(request: Request) -> Response:
    """How much the ledger holds."""
    held = request.app.state.desk.ledger.counts()
    return send(
        request,
        Counts(
            sayso=VERSION, articles=held.articles, statements=held.statements, figures=held.figures,
            readings=held.readings, decisions=held.decisions,
        ),
    )  # fmt: skip


@router.get("/voices", **documented(ListOf[VoiceItem], csv_too=True))
def voices(
    request: Request, name: Name = None, side: Name = None, limit: Limit = 50, after: Start = None,
    form: FormOf = Form.JSON,
) -> Response:  # fmt: skip
    """The voices, those with most statements first."""
    found = request.app.state.desk.tallies.find(name, side)
    start = int(after or 0)
    more = str(start + limit) if start + limit < len(found) else None
    items = [_voice(one) for one in found[start : start + limit]]
    return send_list(request, form, ListOf[VoiceItem](items=items, next=more))


@router.get("/voices/{id}", **documented(VoiceWhole))
def voice(request: Request, id: str) -> Response:
    """All that is known of a voice."""
    with found_or_missing():
        found = voice_profile(request.app.state.desk.ledger.store, id)
    names = ("ids", "names", "roles", "bodies", "sides", "kinds")
    carriers = [CarrierItem(outlet=one.outlet, articles=one.articles) for one in found.carriers]
    lists = {name: list(getattr(found, name)) for name in names}
    return send(request, VoiceWhole(id=found.id, statements=found.statements, carriers=carriers, **lists))


@router.get("/voices/{id}/statements", **documented(ListOf[Finding], csv_too=True))
def voice_statements(
    request: Request, id: str, limit: Limit = 50, after: After = None, form: FormOf = Form.JSON
) -> Response:  # fmt: skip
    """What a voice states, the newest first."""
    store = request.app.state.desk.ledger.store
    with found_or_missing():
        voice_profile(store, id)
    found = statements_of_voice(store, id, limit + 1, after)
    return send_list(request, form, listed(found, limit, finding_shape))


@router.get("/decisions", **documented(ListOf[DecisionItem], csv_too=True))
def decisions(request: Request, in_force: bool = True, form: FormOf = Form.JSON) -> Response:
    """What analysts decided, in order; those in force, or all."""
    found = request.app.state.desk.ledger.decisions(in_force=in_force)
    return send_list(request, form, ListOf[DecisionItem](items=[decision_shape(one) for one in found], next=None))


def _voice(one: VoiceCount) -> VoiceItem:
    return VoiceItem(**{name: getattr(one, name) for name in VoiceItem.model_fields})
