"""The data behind the pages: which addresses give it, as JSON and CSV."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.api.sending import PREFIX
from sayso.desk.rendering import page

router = APIRouter()


@router.get("/api")
def data(request: Request) -> Response:
    """The page, out of the API's own description."""
    described: dict[str, Any] = request.app.state.api.openapi()
    addresses = [
        (PREFIX + path, found["get"]["description"], _takes(found["get"])) for path, found in described["paths"].items()
    ]
    return page(request, "data.html", addresses=addresses, prefix=PREFIX)


def _takes(route: dict[str, Any]) -> list[str]:
    return [one["name"] for one in route.get("parameters", ()) if one["in"] == "query"]
