"""Run the app: bind, say where it is, answer until stopped."""

from __future__ import annotations

import secrets
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import uvicorn

from tallybook.errors import TallybookError
from tallybook.settings import Settings
from tallybook.web.guard import Guard, Rules, is_loopback
from tallybook.web.loading import Loading

if TYPE_CHECKING:
    from fastapi import FastAPI

SHORTEST_TOKEN = 16
_TURN = 0.0005
"""Seconds after which a thread gives way. A picture is worked out beside the answers, and an answer changes hands a
dozen times: at Python's 5 ms each, that alone is most of the time a decision may take."""


@dataclass(frozen=True, kw_only=True)
class Binding:
    """Where a server listens. `token` is None where none was given."""

    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None


def serve(
    book: str, binding: Binding, *, settings: Settings, tell: Callable[[str], None], browse: bool, cached: bool = True
) -> None:
    """Serve a book until interrupted. `tell` is given the address once it answers; with `browse` a browser opens it.

    What is worked out is kept beside the book for the next time, and taken from there, where `cached` says so.

    The book is opened while the first answers are given already. Raises TallybookError where the place is taken or the
    token too short, and BookError as the book does.
    """
    rules = rules_of(binding)
    with _listen(binding) as listening:
        address = address_of(binding.host, listening.getsockname()[1], code=rules.code.code if rules.token else None)
        tell(address)
        if binding.token is None and rules.token is not None:
            tell(f"token {rules.token}")
        if browse:
            threading.Timer(0.3, webbrowser.open, (address,)).start()
        loading = Loading(partial(_load, book, rules, settings, cached))
        try:
            _run(loading, rules, listening)
        finally:
            _close(loading)
    if loading.failure is not None:
        raise loading.failure


def _load(book: str, rules: Rules, settings: Settings, cached: bool) -> FastAPI:
    """Everything that takes long to load, and the book."""
    from tallybook.cache import open_cache
    from tallybook.ledger import Book, beside
    from tallybook.web.app import create_app
    from tallybook.web.shelf import Shelf

    cache = open_cache(beside(book, "cache")) if cached else None
    if settings.fetching.kept is None:
        settings = replace(settings, fetching=replace(settings.fetching, kept=beside(book, "warc.gz")))
    return create_app(Shelf(Book.open(book), files=beside(book, "files"), settings=settings, cache=cache), rules)


def _close(loading: Loading) -> None:
    if loading.app is not None:
        from tallybook.web.app import close_app

        close_app(loading.app)


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


def _run(loading: Loading, rules: Rules, listening: socket.socket) -> None:
    """Answer until stopped, or until it is known that there is nothing to answer from."""
    sys.setswitchinterval(_TURN)
    config = uvicorn.Config(
        Guard(loading, rules), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
        lifespan="on", timeout_graceful_shutdown=3, limit_concurrency=200,
    )  # fmt: skip
    server = uvicorn.Server(config)

    def stop() -> None:
        server.should_exit = True

    loading.start(failed=stop)
    server.run(sockets=[listening])
