"""The desk's application: one ledger, all routes, the guard before them."""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from fastapi import FastAPI
from jinja2 import Environment
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from sayso.desk import faults
from sayso.desk.api.app import make_api
from sayso.desk.api.sending import PREFIX
from sayso.desk.charts import Ground, towns_of
from sayso.desk.fresh import Fresh
from sayso.desk.pages import PAGES
from sayso.desk.queue import Queue
from sayso.desk.rendering import environment
from sayso.desk.safety import Guard, Tokens
from sayso.desk.tallies import Tallies
from sayso.flow.ledger import Ledger
from sayso.packs.gazetteer import open_gazetteer
from sayso.settings import Settings
from sayso.version import VERSION

STATIC = Path(__file__).with_name("static")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a user may configure: `who` decides in review, `tiles` is a map tile server ({z}/{x}/{y} in its address)."""

    who: str | None = None
    tiles: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page has at hand: the open ledger, the templates, the tokens of its forms, who decides."""

    ledger: Ledger
    who: str
    tallies: Tallies
    fresh: Fresh
    queue: Queue
    ground: Ground
    templates: Environment = field(default_factory=environment)
    tokens: Tokens = field(default_factory=Tokens)


def make_app(ledger: Path, settings: Settings | None = None, options: Options | None = None) -> Guard:
    """The application over a ledger's file, with the guard around it. Raises LedgerError where it can't be opened."""
    chosen = options or Options()
    opened = Ledger(ledger, settings, create=False)
    ground = Ground(towns_of(open_gazetteer(settings.gazetteer if settings else None)), chosen.tiles)
    desk = Desk(opened, chosen.who or _user(), Tallies(opened.store), Fresh(opened), Queue(opened.store), ground)
    app = FastAPI(title="sayso desk", version=VERSION, docs_url=None, redoc_url=None, openapi_url=None)
    app.state.desk = desk
    for router in PAGES:
        app.include_router(router)
    api = make_api()
    api.state.desk = desk
    app.state.api = api
    app.mount(PREFIX, api)
    app.router.routes.append(Mount("/static", StaticFiles(directory=STATIC), name="static"))
    faults.install(app)
    return Guard(app, faults.refusal, chosen.tiles)


def desk_of(app: Guard) -> Desk:
    """What the pages of an application have at hand."""
    desk: Desk = cast(FastAPI, app.app).state.desk
    return desk


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"
