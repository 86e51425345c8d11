"""The facets of the API's lists, strictly: what makes no sense is refused before the ledger is asked."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from sayso.desk.api.sending import After, Limit
from sayso.ledger.question import Question
from sayso.records import Act, Certainty

_YEAR = r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
PERIOD = rf"^{_YEAR}(/{_YEAR})?$"
WORDS = r"(^|\s)\w"  # one word at least that must stand there

Words = Annotated[
    str | None,
    Query(max_length=500, pattern=WORDS, description='all must stand there; "a phrase" whole, -without, begin*'),
]
Name = Annotated[str | None, Query(min_length=1, max_length=300)]
Period = Annotated[str | None, Query(pattern=PERIOD, description="2031-03, 2031-03-01/2031-03-09")]


def said_question(
    q: Words = None, voice: Name = None, side: Name = None, act: Act | None = None, certainty: Certainty | None = None,
    hedged: bool | None = None, measure: Name = None, unit: Name = None, place: Name = None, outlet: Name = None,
    period: Period = None, rejected: bool = False, limit: Limit = 50, after: After = None,
) -> Question:  # fmt: skip
    """What statements or figures are asked for; one more than the limit, so that the end is known."""
    return Question(
        words=q, voice=voice, side=side, act=act, certainty=certainty, hedged=hedged, measure=measure, unit=unit,
        place=place, outlet=outlet, period=period, rejected=rejected, limit=limit + 1, after=after,
    )  # fmt: skip


def article_question(
    q: Words = None, voice: Name = None, place: Name = None, outlet: Name = None, period: Period = None,
    limit: Limit = 50, after: After = None,
) -> Question:  # fmt: skip
    """What articles are asked for; one more than the limit."""
    return Question(words=q, voice=voice, place=place, outlet=outlet, period=period, limit=limit + 1, after=after)


SaidQuestion = Annotated[Question, Depends(said_question)]
ArticleQuestion = Annotated[Question, Depends(article_question)]
