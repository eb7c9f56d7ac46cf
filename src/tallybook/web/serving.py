"""Run the app: bind, say where it is, answer until stopped."""

from __future__ import annotations

import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from starlette.types import ASGIApp

from tallybook.errors import TallybookError
from tallybook.ledger import Book
from tallybook.settings import Settings
from tallybook.web.guard import Guard, Rules, is_loopback
from tallybook.web.loading import Loading

if TYPE_CHECKING:
    from fastapi import FastAPI

SHORTEST_TOKEN = 16


@dataclass(frozen=True, kw_only=True)
class Binding:
    """Where a server listens. `token` is None where none was given."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None


def serve(
    book: str, binding: Binding, *, settings: Settings, tell: Callable[[str], None], warn: Callable[[Exception], None],
    browse: bool,
) -> None:  # fmt: skip
    """Serve a book until interrupted. `tell` is given the address once it answers; with `browse` a browser opens it.
    `warn` is told why the app cannot be loaded, if so.

    Raises TallybookError where the place is taken or the token too short, and BookError as the book does.
    """
    rules = rules_of(binding)
    opened = Book.open(book)
    made: list[FastAPI] = []

    def load() -> ASGIApp:
        """What takes longest comes last: until then, a page says that it is coming."""
        from tallybook.web.app import create_app
        from tallybook.web.shelf import Shelf

        made.append(create_app(Shelf(opened, files=files_of(book), settings=settings), rules))
        return made[0]

    with _listen(binding) as listening:
        address = address_of(binding.host, listening.getsockname()[1], code=rules.code.code if rules.token else None)
        tell(address)
        if binding.token is None and rules.token is not None:
            tell(f"token {rules.token}")
        if browse:
            threading.Timer(0.3, webbrowser.open, (address,)).start()
        try:
            _run(Guard(Loading(load, failed=warn), rules), listening)
        finally:
            _close(made, opened)


def files_of(book: str) -> Path:
    """The folder of the files that prove claims by hand: beside the book, or here for one in a database."""
    return Path("book.db.files") if "://" in book else Path(f"{book}.files")


def _close(made: Sequence[FastAPI], opened: Book) -> None:
    """The app, if it came so far, else the book that it would have closed."""
    if not made:
        opened.close()
        return
    from tallybook.web.app import close_app

    close_app(made[0])


def rules_of(binding: Binding) -> Rules:
    """Who is let in. What anything but this machine can reach has a token, a new one where none was given."""
    token = binding.token
    if token is not None and len(token) < SHORTEST_TOKEN:
        raise TallybookError("the token is too short", hint=f"Take {SHORTEST_TOKEN} characters or more, or give none.")
    if is_loopback(binding.host):
        return Rules(names=frozenset({"localhost", "127.0.0.1", "::1", binding.host.lower()}), token=token)
    names = {"localhost", binding.host.lower(), socket.gethostname().lower(), socket.getfqdn().lower()}
    return Rules(names=frozenset(names), addresses=True, token=token or secrets.token_urlsafe(24))


def address_of(host: str, port: int, *, code: str | None) -> str:
    """The link to open; with a code that lets in once where a token is asked for.

    >>> address_of("::1", 80, code=None)
    'http://[::1]:80/'
    """
    shown = {"0.0.0.0": socket.gethostname(), "::": socket.gethostname()}.get(host, host)  # noqa: S104 - not bound here
    place = f"http://{f'[{shown}]' if ':' in shown else shown}:{port}/"
    return f"{place}enter?code={code}" if code else place


def _listen(binding: Binding) -> socket.socket:
    family = socket.AF_INET6 if ":" in binding.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((binding.host, binding.port))
        listening.listen(128)
    except OSError as error:
        listening.close()
        where, why = f"{binding.host}:{binding.port}", error.strerror or str(error)
        raise TallybookError("cannot listen there", where=where, why=why, hint="Choose another --port.") from error
    return listening


def _run(guard: Guard, listening: socket.socket) -> None:
    config = uvicorn.Config(
        guard, log_level="warning", access_log=False, server_header=False, proxy_headers=False, lifespan="on",
        timeout_graceful_shutdown=3, limit_concurrency=200,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])
