"""A small book behind the app, asked in process."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from tallybook.ledger import Book
from tallybook.model import Document, Evidence
from tallybook.pipeline import Extracted, extract_claims, gather
from tallybook.read import read_page
from tallybook.settings import Settings
from tallybook.web.app import close_app, create_app
from tallybook.web.guard import Guard, Rules
from tallybook.web.shelf import Shelf

HOST = "127.0.0.1:8765"
SETTINGS = Settings(pack="base")
PAGES = {
    "flood.txt": """Flood in Tarnow valley kills 14

By Ada Quill
May 4, 2025

In all, 14 people were killed when the river Osk burst its banks in Tarnow on Saturday, the interior ministry said.
The flood injured 230 people, the interior ministry said.
""",
    "herald.txt": """Toll in Tarnow rises to 40

By Tom Reed
May 6, 2025

At least 40 people were killed in Tarnow, the Red Cross said. Police denied that 60 people had died.
<script>alert("14 people were killed")</script> and \u202e300 families\u202c were displaced, the mayor said.
""",
}


class App:
    """The app with a client that asks it at its own address."""

    def __init__(self, shelf: Shelf, rules: Rules, **more: Any) -> None:
        self.shelf = shelf
        self.app = create_app(shelf, rules, **more)
        self.guard = Guard(self.app, rules)
        self._jobs = self.app.state.jobs
        self._told = threading.Condition()
        self._jobs._tell, self._tell = self._telling, self._jobs._tell

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One answer. An error of the program is an answer too, as over a socket."""
        headers = {"host": HOST, **(more.pop("headers", None) or {})}

        async def asked() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.guard, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=transport, base_url=f"http://{HOST}") as client:
                return await client.request(method, path, headers=headers, **more)

        # A thread of its own: a browser that other tests keep open has a loop in this one.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, asked()).result()

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self.ask("GET", f"/api/v1{path}", **more)

    def post(self, path: str, json: Any = None, **more: Any) -> httpx.Response:
        return self.ask("POST", f"/api/v1{path}", json=json, **more)

    def decide(
        self, act: dict[str, Any], *, by: str = "A. Editor", seen: int | None = None, **more: Any
    ) -> httpx.Response:
        known = self.shelf.standing(wait=20)
        assert known is not None
        return self.post("/decisions", {"by": by, "seen": known.version if seen is None else seen, "act": act}, **more)

    def _telling(self, *what: Any, **changed: Any) -> None:
        with self._told:
            self._tell(*what, **changed)
            self._told.notify_all()

    def wait_for_job(self, name: str) -> None:
        """Waits until all pages of a job are read or failed."""
        with self._told:
            assert self._told.wait_for(lambda: self._jobs.get(name).done, timeout=60)

    def settled(self) -> None:
        """Waits until the picture is that of the book."""
        assert self.shelf.worked(wait=30, current=True) is not None

    def claim(self, low: int) -> dict[str, Any]:
        """The claim of that number."""
        self.settled()
        found = self.get("/claims", params={"size": 100}).json()["items"]
        return next(claim for claim in found if claim["quantity"]["low"] == low)


@pytest.fixture(scope="session")
def read_pages() -> Evidence:
    """The pages, read once for all tests."""
    documents: list[Document] = [read_page(text.encode(), path=name, settings=SETTINGS) for name, text in PAGES.items()]
    return gather(Extracted(document, extract_claims(document, settings=SETTINGS)) for document in documents)


@pytest.fixture
def book(tmp_path: Path, read_pages: Evidence) -> Path:
    """A new book of the pages."""
    path = tmp_path / "book.db"
    with Book.open(path) as opened, opened.transaction():
        parts = (read_pages.documents, read_pages.claims, read_pages.denials, read_pages.refusals)
        opened.record(*parts, program_version="0.0")
    return path


@pytest.fixture
def make_app(book: Path, tmp_path: Path) -> Iterator[Callable[..., App]]:
    """Makes apps over the book; all are closed at the end."""
    made: list[App] = []

    def make(rules: Rules | None = None, **more: Any) -> App:
        own = rules or Rules(names=frozenset({"localhost", "127.0.0.1", "::1"}))
        shelf = Shelf(Book.open(book), files=tmp_path / "files", settings=SETTINGS)
        made.append(App(shelf, own, **more))
        return made[-1]

    yield make
    for app in made:
        close_app(app.app)


@pytest.fixture
def app(make_app: Callable[..., App]) -> App:
    return make_app()


@contextmanager
def over_http(app: App) -> Iterator[str]:
    """The app at a free port of this machine, answered by a thread; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(app.guard, log_level="warning", access_log=False, timeout_graceful_shutdown=1)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        finally:
            server.should_exit = True
            thread.join(timeout=10)


@pytest.fixture
def served(app: App) -> Iterator[str]:
    """The address of the app over the small book, whose picture is there."""
    app.settled()
    with over_http(app) as address:
        yield address
