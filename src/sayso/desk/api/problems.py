"""Every fault of the API as problem+json, with a reason that a user can act on, and never a trace."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from sayso.desk.api.sending import problem
from sayso.desk.faults import status_of
from sayso.errors import SaysoError, printable


def install(api: FastAPI) -> None:
    """Makes every fault a problem."""
    api.add_exception_handler(SaysoError, _sayso)
    api.add_exception_handler(HTTPException, _http)
    api.add_exception_handler(RequestValidationError, _invalid)


def _sayso(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    lost = request.query_params.get("after") == error.what  # a cursor that is no place in this list
    status = 404 if lost else status_of(error)
    return problem(status, HTTPStatus(status).phrase, printable(error.what)[:300], printable(error.reason))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    made = problem(
        error.status_code, HTTPStatus(error.status_code).phrase, printable(request.url.path)[:300], str(error.detail)
    )
    for name, value in (error.headers or {}).items():
        made.headers[name] = value
    return made


def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return problem(422, "A parameter is not of its kind", str(first["loc"][-1]), str(first["msg"]))
