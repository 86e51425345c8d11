"""Answers of the API: JSON, or CSV where the asker prefers it, each with an ETag and a link to what comes next."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Header, Query
from pydantic import BaseModel
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.api.shapes import ListOf, Problem
from sayso.desk.rendering import answer, storable
from sayso.exports.csv import cell

PREFIX = "/api/v1"
MOST = 500  # items of one answer
PROBLEM = "application/problem+json"
NO_MATCH = Header(
    alias="if-none-match", max_length=2000, description="an ETag that the asker has: 304 where it still holds"
)


class Form(StrEnum):
    """What a list is written as."""

    JSON = "json"
    CSV = "csv"


FormOf = Annotated[
    Form, Query(alias="format", description="json, or csv: one item a line, nested fields as name.field")
]
Limit = Annotated[int, Query(ge=1, le=MOST, description="how many items at most")]
After = Annotated[
    str | None, Query(max_length=400, description="the cursor `next` of the answer before: what follows it is given")
]


def documented(shape: Any, csv_too: bool = False) -> dict[str, Any]:
    """For a route: its answers, as OpenAPI tells them."""
    content: dict[str, Any] = {"text/csv": {"schema": {"type": "string"}}} if csv_too else {}
    problem = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    responses = {
        200: {"model": shape, "content": content},
        304: {"description": "What the asker has still holds"},
        **{
            status: {"description": why, "content": problem}
            for status, why in ((400, "What was asked makes no sense"), (404, "There is no such thing here"),
                                (422, "A parameter is not of its kind"), (503, "The ledger can't be read"))
        },
    }  # fmt: skip
    return {"responses": responses, "response_class": Response}


def send(request: Request, shape: BaseModel) -> Response:
    """One thing as JSON."""
    return send_json(request, shape.model_dump_json(by_alias=True))


def send_json(request: Request, body: str) -> Response:
    """JSON that is written already."""
    return answer(request, storable(body), "application/json")


def send_list(request: Request, form: Form, listed: ListOf[Any]) -> Response:
    """A list as JSON or CSV; a Link header leads to what comes next."""
    if form is Form.JSON:
        made = send(request, listed)
    else:
        made = answer(request, storable(_csv(listed)), "text/csv; charset=utf-8")
    if listed.next is not None:
        query = {**request.query_params, "after": listed.next}
        made.headers["link"] = f'<{request.url.path}?{urlencode(query)}>; rel="next"'
    return made


def problem(status: int, title: str, what: str, detail: str) -> Response:
    """A fault, as RFC 9457 wants it."""
    body = Problem(title=title, status=status, detail=detail, what=what).model_dump_json()
    return Response(body, status, media_type=PROBLEM)


def _csv(listed: ListOf[Any]) -> str:
    rows = [_flat(one.model_dump(mode="json")) for one in listed.items]
    names = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(row.get(name)) for name in names])
    return "\ufeff" + out.getvalue()


def _flat(value: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    """Nested records as name.field; lists as JSON."""
    flat: dict[str, Any] = {}
    for name, one in value.items():
        if isinstance(one, Mapping):
            flat |= _flat(one, f"{before}{name}.")
        else:
            flat[f"{before}{name}"] = json.dumps(one, ensure_ascii=False) if isinstance(one, list) else one
    return flat
