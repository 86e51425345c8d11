"""When a page can't be shown: a page that says what and why, with the right status, and never a trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sayso.desk.api.sending import PREFIX, problem
from sayso.desk.rendering import page
from sayso.desk.safety import Asgi, Scope
from sayso.errors import LedgerError, SaysoError, StaleError, UsageError


class NotHere(UsageError):
    """What an address names is not in this ledger."""


class Refused(UsageError):
    """What was asked for is not done: the form is old, or somebody decided meanwhile."""

    def __init__(self, what: str, reason: str, status: int) -> None:
        super().__init__(what, reason)
        self.status = status


@contextmanager
def found_or_missing() -> Iterator[None]:
    """Makes what a query can't find by the id in an address a missing page."""
    try:
        yield
    except UsageError as error:
        raise NotHere(error.what, error.reason) from error


def install(app: FastAPI) -> None:
    """Makes every fault of a page a page."""
    app.add_exception_handler(SaysoError, _sayso)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _unforeseen)


def status_of(error: SaysoError) -> int:
    """The HTTP status for a fault."""
    if isinstance(error, Refused):
        return error.status
    if isinstance(error, StaleError):
        return 409
    if isinstance(error, NotHere):
        return 404
    return 503 if isinstance(error, LedgerError) else 400


def refusal(status: int, why: str, scope: Scope) -> Asgi:
    """The answer to a request that the guard does not let in; plain text, since nothing else is needed."""
    del scope
    return PlainTextResponse(f"{why}\n", status)


def _sayso(request: Request, error: Exception) -> Response:
    assert isinstance(error, SaysoError)
    return _shown(request, status_of(error), error.what, error.reason)


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if request.url.path.startswith(PREFIX):  # what no route of the API takes, such as a line break in an id
        return problem(error.status_code, HTTPStatus(error.status_code).phrase, "the address", "there is nothing here")
    if error.status_code == 404:
        return _shown(request, 404, request.url.path, "there is no such page")
    return _shown(request, error.status_code, request.url.path, str(error.detail))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    return _shown(request, 400, str(first["loc"][-1]), str(first["msg"]))


def _unforeseen(request: Request, error: Exception) -> Response:
    # Starlette raises it again after this answer, so that the terminal shows where it came from.
    return _shown(request, 500, type(error).__name__, "the desk has a fault; the terminal says more")


def _shown(request: Request, status: int, what: str, reason: str) -> Response:
    phrase = HTTPStatus(status).phrase
    return page(request, "fault.html", status, code=status, phrase=phrase, what=what, reason=reason)
