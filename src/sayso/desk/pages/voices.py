"""The voices: who speaks in this ledger, and how often."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.asked import PAGE, with_query
from sayso.desk.rendering import page

router = APIRouter()


@router.get("/voices")
def voices(
    request: Request,
    name: Annotated[str, Query(max_length=300)] = "",
    side: Annotated[str, Query(max_length=300)] = "",
    start: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
) -> Response:
    """The page."""
    desk = request.app.state.desk
    counted, wanted = desk.tallies.voices(), desk.tallies.find(name, side)
    shown = wanted[start : start + PAGE]
    more = with_query(request, start=start + PAGE) if start + PAGE < len(wanted) else None
    sides = sorted({one.side for one in counted[:2000] if one.side})
    return page(
        request, "voices.html", found=shown, total=len(counted), name=name, side=side, sides=sides[:200], next=more
    )
