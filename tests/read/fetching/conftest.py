"""A web of this machine's own: names, addresses, servers and time are the test's; nobody waits, nothing leaves."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpcore
import pytest

from tallybook.read.fetching import Bounds, Fetcher, Outside
from tallybook.settings import Fetching, Settings

PUBLIC = "93.184.216.34"
TALE = b"<html><title>Flood kills 14</title><p>At least 14 people were killed in Tarnow, the ministry said.</p></html>"


@dataclass
class Reply:
    """What a server answers."""

    body: bytes = TALE
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html"})


@dataclass
class Site:
    """A server at a free port of this machine. A list of replies is given one after the other, the last for good."""

    port: int
    replies: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def reply(self, path: str) -> Reply:
        found = self.replies.get(path, Reply(b"none", status=404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(port=0)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = site.reply(self.path)
            self.send_response(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join(timeout=5)


class Routed(httpcore.NetworkBackend):
    """Leads every connection to one server, and remembers which address it was meant for."""

    def __init__(self, site: Site) -> None:
        self.site, self.connected = site, list[tuple[str, int]]()

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
        self.connected.append((host, port))
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.site.port, 5.0)


@dataclass
class World:
    """The outside as the test has it: `names` to addresses, where it was connected to, how long it was waited."""

    network: Any
    names: dict[str, list[str]] = field(default_factory=lambda: {"news.example": [PUBLIC]})
    resolved: list[str] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    seconds: float = 1000.0

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        if host not in self.names:
            raise OSError("unknown")
        return self.names[host]

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.seconds += seconds

    @property
    def outside(self) -> Outside:
        def now() -> dt.datetime:
            return dt.datetime(2025, 5, 4, 12, tzinfo=dt.UTC) + dt.timedelta(seconds=self.seconds - 1000.0)

        return Outside(
            resolve=self.resolve, network=self.network, now=now, monotonic=lambda: self.seconds, sleep=self.sleep
        )


@pytest.fixture
def world(site: Site) -> World:
    """Every name that it knows is served by `site`."""
    return World(Routed(site))


Make = Callable[..., Fetcher]


@pytest.fixture
def make(world: World) -> Iterator[Make]:
    """Makes fetchers in `world`; all are closed at the end."""
    made: list[Fetcher] = []

    def make(
        *, max_bytes: int = 1_000_000, bounds: Bounds | None = None, tell: Any = lambda _: None, **more: Any
    ) -> Fetcher:
        settings = Settings(max_bytes=max_bytes, fetching=Fetching(**more))
        made.append(Fetcher(settings, outside=world.outside, bounds=bounds, tell=tell))
        return made[-1]

    yield make
    for one in made:
        one.close()
