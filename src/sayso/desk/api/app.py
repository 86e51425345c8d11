"""The API as an application of its own, so that its OpenAPI document holds it and nothing else."""

from __future__ import annotations

from fastapi import FastAPI

from sayso.desk.api import compared, found, problems, voices
from sayso.desk.api.shapes import Problem


def make_api() -> FastAPI:
    """The API; its state gets the desk from who mounts it."""
    api = FastAPI(
        title="sayso", version="1", docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        description="Who says what, on whose word: a ledger's articles, statements, figures, voices, stories, claims."
        " Read only. Lists have cursors and come as JSON or CSV; every answer has an ETag.",
        responses={"4XX": {"model": Problem, "description": "What went wrong (RFC 9457)"}},
    )  # fmt: skip
    for router in (voices.router, found.router, compared.router):
        api.include_router(router)
    problems.install(api)
    return api
