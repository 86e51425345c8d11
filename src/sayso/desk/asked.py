"""From an address's query to a Question: the facets that lists take, under the same names as in `sayso ask`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field, field_validator
from starlette.requests import Request

from sayso.errors import UsageError
from sayso.ledger.question import Question
from sayso.records import Act, Certainty

W = TypeVar("W", bound=StrEnum)
PAGE = 40  # lines on a page


class Facets(BaseModel):
    """What an address asks for; what is empty is not asked, nor what an empty form field sends."""

    model_config = ConfigDict(frozen=True)

    q: str | None = Field(None, max_length=500)
    voice: str | None = Field(None, max_length=300)
    side: str | None = Field(None, max_length=300)
    act: str | None = Field(None, max_length=40)
    certainty: str | None = Field(None, max_length=40)
    measure: str | None = Field(None, max_length=80)
    place: str | None = Field(None, max_length=300)
    outlet: str | None = Field(None, max_length=300)
    period: str | None = Field(None, max_length=60)
    after: str | None = Field(None, max_length=400)

    @field_validator("*")
    @classmethod
    def _told(cls, given: str | None) -> str | None:
        return given.strip() or None if given else None

    @property
    def asked(self) -> bool:
        """Whether anything is."""
        return any(getattr(self, name) for name in type(self).model_fields if name != "after")

    def question(self, limit: int = PAGE) -> Question:
        """The question to the ledger. Raises UsageError for a word that no list has."""
        return Question(
            words=self.q, voice=self.voice, side=self.side, act=_one(Act, self.act), measure=self.measure,
            certainty=_one(Certainty, self.certainty), place=self.place, outlet=self.outlet, period=self.period,
            limit=limit, after=self.after,
        )  # fmt: skip


def facets(given: Annotated[Facets, Query()]) -> Facets:
    """The facets of an address; a dependency of its own, so that a page may take further parameters."""
    return given


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
