"""Pages out of templates, and answers that are not sent twice: an ETag over the body, 304 where the asker has it."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk import words
from sayso.version import VERSION


def environment() -> Environment:
    """The templates: everything in them is escaped, and a name that is not given is an error."""
    made = Environment(
        loader=PackageLoader("sayso.desk"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    made.filters.update(
        label=words.label, said=words.said, day=words.day, plural=words.plural, captured=words.captured,
        amount=words.amount, path=path,
        flatline=words.printable_line,
    )  # fmt: skip
    made.globals["version"] = VERSION
    return made


def path(part: object) -> str:
    """An id as a part of an address: no character of it can leave its place."""
    return quote(str(part).encode("utf-8", "replace"), safe="")


def page(request: Request, template: str, status: int = 200, **given: Any) -> Response:
    """A template filled in for this request."""
    desk = request.app.state.desk
    made = desk.templates.get_template(template)
    given.setdefault("here", request.url.path)
    given["place"] = place_of(request)
    body = made.render(request=request, desk=desk, token=desk.tokens.token, **given)
    return answer(request, storable(body), "text/html; charset=utf-8", status)


def place_of(request: Request) -> str:
    """This page's address to come back to, without the note that something was decided."""
    query = urlencode([(name, value) for name, value in request.query_params.multi_items() if name != "done"])
    return f"{request.url.path}?{query}" if query else request.url.path


def answer(request: Request, body: bytes, media_type: str, status: int = 200) -> Response:
    """A body as an answer, or 304 where If-None-Match has its ETag."""
    headers = {"cache-control": "no-cache", "vary": "accept"}
    if status == 200:
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        headers["etag"] = tag
        given = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
        if request.method in ("GET", "HEAD") and (tag in given or "*" in given):
            return Response(status_code=304, headers=headers)
    return Response(body, status, headers, media_type)


def storable(body: str) -> bytes:
    """UTF-8; lone surrogates, which no page can hold, as U+FFFD."""
    try:
        return body.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if unicodedata.category(c) == "Cs" else c for c in body).encode()
