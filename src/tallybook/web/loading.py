"""An app that answers before it is loaded: libraries and book take longer to load than a reader should wait for."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from starlette.types import Receive, Scope, Send

from tallybook.web.details import MEDIA, problem_body

if TYPE_CHECKING:
    from fastapi import FastAPI

WAITING = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="1">
<title>The book is being worked out · tallybook</title>
<link rel="icon" href="data:,">
</head>
<body>
<main>
<h1>The book is being worked out</h1>
<p role="status">This page opens it as soon as it is ready.</p>
</main>
</body>
</html>
"""
WAITING_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Content-Type": "text/html; charset=utf-8",
    "Retry-After": "1",
}
_LOOK = 0.05


class Loading:
    """Stands for the app that `load` makes in a thread of its own.

    Until it is there, `/` is a page that asks again, and every other request waits. Where it cannot be made, all
    requests are answered with 500.
    """

    def __init__(self, load: Callable[[], FastAPI]) -> None:
        self.app: FastAPI | None = None
        self.failure: Exception | None = None
        self._load, self._done = load, threading.Event()

    def start(self, *, failed: Callable[[], None]) -> None:
        """Begin to load; `failed` is called where that fails, and `failure` then says why."""
        threading.Thread(target=self._run, args=(failed,), name="loading", daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the app answer."""
        if scope["type"] != "http":
            await _live(receive, send)
            return
        if scope["path"] == "/" and not self._done.is_set():
            await _send(send, 200, WAITING.encode(), WAITING_HEADERS)
            return
        while not self._done.is_set():
            await asyncio.sleep(_LOOK)
        if self.app is None:
            body = problem_body(500, "the app cannot be loaded", hint="The server printed why.")
            await _send(send, 500, body, {"Content-Type": MEDIA})
        else:
            await self.app(scope, receive, send)

    def _run(self, failed: Callable[[], None]) -> None:
        try:
            self.app = self._load()
        except Exception as error:  # whatever it is: it is raised again where the server was started
            self.failure = error
            failed()
        finally:
            self._done.set()


async def _live(receive: Receive, send: Send) -> None:
    """The server's start and end, at which there is nothing to do: whoever made the server closes what it opened."""
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return


async def _send(send: Send, status: int, body: bytes, headers: dict[str, str]) -> None:
    raw = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
    raw.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
