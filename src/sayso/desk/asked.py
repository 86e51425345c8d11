"""From an address's query to a Question: the facets that lists take, under the same names as in `sayso ask`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query
from starlette.requests import Request

from sayso.errors import UsageError
from sayso.ledger.question import Question
from sayso.records import Act, Certainty

W = TypeVar("W", bound=StrEnum)
PAGE = 40  # lines on a page


@dataclass(frozen=True, slots=True)
class Facets:
    """What an address asks for; what is empty is not asked."""

    q: str | None = None
    voice: str | None = None
    side: str | None = None
    act: str | None = None
    certainty: str | None = None
    measure: str | None = None
    place: str | None = None
    outlet: str | None = None
    period: str | None = None
    after: str | None = None

    @property
    def asked(self) -> bool:
        """Whether anything is."""
        return any(getattr(self, name) for name in self.__slots__ if name != "after")

    def question(self, limit: int = PAGE) -> Question:
        """The question to the ledger. Raises UsageError for a word that no list has."""
        return Question(
            words=self.q, voice=self.voice, side=self.side, act=_one(Act, self.act), measure=self.measure,
            certainty=_one(Certainty, self.certainty), place=self.place, outlet=self.outlet, period=self.period,
            limit=limit, after=self.after,
        )  # fmt: skip


def facets(
    q: Annotated[str | None, Query(max_length=500)] = None,
    voice: Annotated[str | None, Query(max_length=300)] = None,
    side: Annotated[str | None, Query(max_length=300)] = None,
    act: Annotated[str | None, Query(max_length=40)] = None,
    certainty: Annotated[str | None, Query(max_length=40)] = None,
    measure: Annotated[str | None, Query(max_length=80)] = None,
    place: Annotated[str | None, Query(max_length=300)] = None,
    outlet: Annotated[str | None, Query(max_length=300)] = None,
    period: Annotated[str | None, Query(max_length=60)] = None,
    after: Annotated[str | None, Query(max_length=400)] = None,
) -> Facets:
    """The facets of an address; blank ones, which empty form fields send, are none."""
    given = (q, voice, side, act, certainty, measure, place, outlet, period, after)
    return Facets(*(one.strip() or None if one else None for one in given))


Asked = Annotated[Facets, Depends(facets)]


def with_query(request: Request, **changed: object) -> str:
    """This address with some of its query changed; None takes a name out."""
    query = {name: value for name, value in request.query_params.items() if value}
    query |= {name: str(value) for name, value in changed.items() if value is not None}
    for name, value in changed.items():
        if value is None:
            query.pop(name, None)
    return f"{request.url.path}?{urlencode(query)}" if query else request.url.path


def _one(kind: type[W], given: str | None) -> W | None:
    if given is None:
        return None
    try:
        return kind(given)
    except ValueError as error:
        raise UsageError(given, f"no {kind.__name__.lower()}; one of {', '.join(k.value for k in kind)}") from error
