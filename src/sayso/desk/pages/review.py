"""Review: what to look at first, each thing with its text and what can be decided; who decided what; undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.desk import deciding
from sayso.desk.asked import with_query
from sayso.desk.faults import Refused, found_or_missing
from sayso.desk.finding import SaidLine, said_line
from sayso.desk.queue import Entry
from sayso.desk.rendering import page
from sayso.desk.reviewed import Item, item_of
from sayso.ledger.decisions import last_decision
from sayso.ledger.items import items_found
from sayso.ledger.voices import statements_of_voice, voice_profile

router = APIRouter()
_PAGE = 25
_LATELY = 8
Kind = Literal["all", "conflict", "alarm", "unsure", "voices"]
_NAME = Annotated[str, Query(max_length=400)]


@dataclass(frozen=True, slots=True)
class Around:
    """Where a page stands in the queue: what comes before and after, and how many there are."""

    at: int | None
    total: int
    before: str | None
    after: str | None


@router.get("/review")
def review(request: Request, kind: Kind = "all", start: Annotated[int, Query(ge=0, le=100_000)] = 0) -> Response:
    """The queue."""
    ledger = request.app.state.desk.ledger
    entries = queue(request)
    wanted = [one for one in entries if kind in ("all", one.kind)]
    shown = wanted[start : start + _PAGE]
    counts = {name: sum(one.kind == name for one in entries) for name in ("conflict", "alarm", "unsure", "voices")}
    return page(
        request, "review.html", entries=_with_words(request, shown), total=len(entries), counts=counts,
        kind=kind, lately=list(reversed(ledger.decisions()))[:_LATELY], adrift=ledger.review()[:20],
        seen=last_decision(ledger.store), start=start,
        next=with_query(request, start=start + _PAGE) if start + _PAGE < len(wanted) else None,
    )  # fmt: skip


@router.get("/review/pair")
def pair(
    request: Request, a: Annotated[str, Query(max_length=400)], b: Annotated[str, Query(max_length=400)]
) -> Response:
    """Two statements or figures beside each other: are they the same?"""
    store = request.app.state.desk.ledger.store
    with found_or_missing():
        items = [item_of(store, *deciding.split_item(one)) for one in (a, b)]
    around, entry = _around(request, lambda e: e.members == tuple((i.article, i.id) for i in items))
    return page(
        request, "review_pair.html", items=items, around=around, entry=entry, seen=last_decision(store),
        notes=_decided_on(items),
    )  # fmt: skip


@router.get("/review/voices")
def merge(request: Request, id: Annotated[list[str], Query(min_length=2, max_length=12)]) -> Response:
    """Names that may be one voice, with what each says."""
    store = request.app.state.desk.ledger.store
    with found_or_missing():
        profiles = [voice_profile(store, one) for one in id]
    said = {one: [said_line(f) for f in statements_of_voice(store, one, 4)] for one in id}
    around, entry = _around(request, lambda e: bool(e.voices) and {v.id for v in e.voices} == set(id))
    return page(
        request, "review_voices.html", profiles=profiles, said=said, around=around, entry=entry,
        seen=last_decision(store),
    )  # fmt: skip


@router.get("/review/history")
def history(request: Request) -> Response:
    """Who decided what and when, the latest first."""
    ledger = request.app.state.desk.ledger
    made = list(reversed(ledger.decisions(in_force=False)))
    holding = {one.id for one in ledger.decisions()}
    return page(
        request, "review_history.html", decisions=made[:500], holding=holding, more=len(made) - 500,
        seen=last_decision(ledger.store),
    )  # fmt: skip


@router.get("/review/{article}/{item}")
def one(request: Request, article: str, item: str) -> Response:
    """One statement or figure: is it as read?"""
    store = request.app.state.desk.ledger.store
    with found_or_missing():
        found = item_of(store, article, item)
    return page(request, "review_item.html", item=found, seen=last_decision(store), notes=_decided_on([found]))


@router.post("/review")
def decide(request: Request, given: Annotated[deciding.Given, Form()]) -> Response:
    """Writes what the form decides, and goes back to where the next thing is."""
    desk = request.app.state.desk
    if not desk.tokens.holds(given.token):
        raise Refused("the form", "is of a page from before the desk was started; reload that page", 403)
    made = desk.ledger.decide(deciding.act_of(given, desk.ledger, desk.who), seen=given.known)
    place = _local(given.back)
    return RedirectResponse(f"{place}{'&' if '?' in place else '?'}done={made.id}", 303)


def queue(request: Request) -> tuple[Entry, ...]:
    """The queue as it is now."""
    desk = request.app.state.desk
    desk.fresh.look()
    entries: tuple[Entry, ...] = desk.queue.entries(desk.tallies.voices(), not desk.fresh.behind)
    return entries


def _around(request: Request, is_it: Callable[[Entry], bool]) -> tuple[Around, Entry | None]:
    entries = queue(request)
    at = next((n for n, one in enumerate(entries) if is_it(one)), None)
    if at is None:
        return Around(None, len(entries), None, entries[0].href if entries else None), None
    before = entries[at - 1].href if at else None
    after = entries[at + 1].href if at + 1 < len(entries) else None
    return Around(at, len(entries), before, after), entries[at]


def _with_words(request: Request, entries: Sequence[Entry]) -> list[tuple[Entry, list[SaidLine]]]:
    store = request.app.state.desk.ledger.store
    found = items_found(store, [member for one in entries for member in one.members])
    return [(one, [said_line(found[m]) for m in one.members if m in found]) for one in entries]


def _decided_on(items: Sequence[Item]) -> list[object]:
    return [made for item in items for made in item.decided]


def _local(back: str) -> str:
    """An address of the desk itself; the queue where it is none."""
    ok = back.startswith("/") and not back.startswith(("//", "/\\")) and back.isprintable() and "\\" not in back
    if not ok:
        return "/review"
    parts = urlsplit(back)
    query = urlencode([(n, v) for n, v in parse_qsl(parts.query) if n != "done"])
    return f"{parts.path}?{query}" if query else parts.path
