"""The app, put together."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter, FastAPI

from tallybook import __version__
from tallybook.web import adding_routes, book_routes, page_routes, picture_routes, review_routes
from tallybook.web.described import describe
from tallybook.web.guard import Rules
from tallybook.web.jobs import Jobs
from tallybook.web.problems import DOCUMENTED, handle_problems
from tallybook.web.shelf import Shelf
from tallybook.web.taking import Taking

if TYPE_CHECKING:
    from tallybook.read import Capture

_ABOUT = """A book of claims over HTTP: who said how many, of what, when, and what follows from it. Lists come in pages,
with `total`; `as_of` asks for the book as of a day. Answers carry an ETag; errors are problem details (RFC 9457)."""


def create_app(shelf: Shelf, rules: Rules, *, fetch: Callable[[str], Capture] | None = None) -> FastAPI:
    """The app over a shelf, to be put behind a guard and closed by `close_app`.

    `fetch` gets pages from the web in place of a `Taking`.
    """
    app = FastAPI(
        title="tallybook", version=__version__, description=_ABOUT, docs_url=None, redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )  # fmt: skip
    app.state.shelf, app.state.rules = shelf, rules
    app.state.jobs = Jobs(shelf.record, settings=shelf.settings)
    app.state.taking = Taking(shelf.settings)
    app.state.fetch = fetch or app.state.taking
    app.state.closing = threading.Event()
    api = APIRouter(prefix="/api/v1", responses=DOCUMENTED)
    for part in (book_routes, picture_routes, review_routes, adding_routes):
        api.include_router(part.router)
    app.include_router(api)
    app.include_router(page_routes.router)
    handle_problems(app)
    describe(app)
    return app


def close_app(app: FastAPI) -> None:
    """End its events, its jobs and its shelf."""
    app.state.closing.set()
    app.state.jobs.close()
    app.state.taking.close()
    app.state.shelf.close()
