"""However little or much a server sends, and however slowly, fetching ends. Seconds are counted, none is waited."""

from __future__ import annotations

import itertools
import ssl
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import pytest

from tallybook.errors import UnreadableInput
from tallybook.read.fetching import Bounds

from .conftest import PUBLIC, World

PAGE = "http://news.example/a"
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


class Slow(httpcore.NetworkStream):
    """A server's words, each so many seconds after the one before."""

    def __init__(self, words: Iterable[bytes], pause: float, world: World) -> None:
        self._words, self._pause, self._world = iter(words), pause, world
        self.read_bytes = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        assert timeout is not None
        if self._pause > timeout:
            self._world.seconds += timeout
            raise httpcore.ReadTimeout("timed out")
        self._world.seconds += self._pause
        word = next(self._words, b"")
        self.read_bytes += len(word)
        return word

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        assert timeout is not None

    def close(self) -> None:
        pass


class Secret(Slow):
    """Remembers how it was asked to encrypt."""

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        assert timeout is not None
        assert (ssl_context.verify_mode, ssl_context.check_hostname) == (ssl.CERT_REQUIRED, True)
        self.name = server_hostname
        return self


class Server(httpcore.NetworkBackend):
    """Says the same on every connection; `connecting` takes so many seconds."""

    def __init__(self, words: Any, pause: float, connecting: float = 0.0) -> None:
        self.words, self.pause, self.connecting = words, pause, connecting
        self.streams: list[Secret] = []
        self.tried: list[str] = []
        self.world: World

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *_: Any, **__: Any) -> Slow:
        assert timeout is not None
        self.tried.append(host)
        self.world.seconds += min(self.connecting, timeout)
        if self.connecting > timeout:
            raise httpcore.ConnectTimeout("timed out")
        self.streams.append(Secret(self.words(), self.pause, self.world))
        return self.streams[-1]


@pytest.fixture
def world(request):
    server = request.param
    server.world = World(server)
    return server.world


def bytewise(data: bytes) -> Iterator[bytes]:
    return (bytes((one,)) for one in data)


def endless_headers() -> Iterator[bytes]:
    return itertools.chain([HEAD], (b"X-%d: y\r\n" % place for place in itertools.count()))


def endless_body() -> Iterator[bytes]:
    return itertools.chain([HEAD + b"\r\n"], itertools.repeat(b"x" * 1000))


def endless_chunks() -> Iterator[bytes]:
    return itertools.chain(
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n"], itertools.repeat(b"3e8\r\n" + b"x" * 1000 + b"\r\n")
    )


def endless_continue() -> Iterator[bytes]:
    return itertools.repeat(b"HTTP/1.1 103 Early Hints\r\n\r\n")


def endless_trailers() -> Iterator[bytes]:
    start = HEAD + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n"
    return itertools.chain([start], (b"X-%d: y\r\n" % place for place in itertools.count()))


@pytest.mark.parametrize(
    "world",
    [
        Server(lambda: bytewise(HEAD * 1000), 3.0),
        Server(endless_headers, 1.0),
        Server(endless_body, 5.0),
        Server(endless_chunks, 5.0),
        Server(endless_continue, 1.0),
        Server(endless_trailers, 1.0),
        Server(list, 11.0),
        Server(list, 0.0, connecting=11.0),
    ],
    indirect=True,
    ids=["headers bytewise", "headers", "body", "chunks", "early hints", "trailers", "silence", "no connection"],
)
def test_what_comes_too_slowly_is_given_up(world, make):
    began = world.seconds
    with pytest.raises(UnreadableInput, match=r"in time|took more than 60 seconds"):
        make(max_bytes=10**9, ignore_robots=True).fetch(PAGE)
    assert world.seconds - began <= 61


@pytest.mark.parametrize(
    "world",
    [
        Server(endless_headers, 0.0),
        Server(endless_body, 0.0),
        Server(endless_chunks, 0.0),
        Server(endless_trailers, 0.0),
    ],
    indirect=True,
)
def test_what_has_no_end_is_given_up(world, make):
    with pytest.raises(UnreadableInput):
        make(max_bytes=100_000, ignore_robots=True).fetch(PAGE)
    assert world.network.streams[-1].read_bytes < 300_000


@pytest.mark.parametrize("world", [Server(list, 0.0, connecting=11.0)], indirect=True)
def test_a_name_with_many_addresses_is_not_tried_for_ever(world, make):
    world.names["news.example"] = [PUBLIC] * 100
    with pytest.raises(UnreadableInput, match="in time"):
        make(ignore_robots=True).fetch(PAGE)
    assert len(world.network.tried) == 4


@pytest.mark.parametrize("world", [Server(lambda: [HEAD + b"Content-Length: 1\r\n\r\n", b"x"], 9.0)], indirect=True)
def test_polite_waiting_is_not_taken_from_the_time_of_a_page(world, make):
    fetcher = make(delay=500.0, ignore_robots=True, bounds=Bounds(seconds=20))
    fetcher.fetch(PAGE)
    assert fetcher.fetch(PAGE).data == b"x"
    assert world.slept == [500.0]


@pytest.mark.parametrize(
    "world",
    [
        Server(lambda: [b"SSH-2.0-OpenSSH_9.6\r\n"], 0.0),
        Server(lambda: [b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"], 0.0),
        Server(lambda: [HEAD + b"Content-Length: 9\r\n\r\n", b"x", b""], 0.0),
        Server(lambda: [HEAD + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\n"], 0.0),
        Server(lambda: [b""], 0.0),
        Server(lambda: [b"\0" * 100_000], 0.0),
        Server(lambda: [b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n"], 0.0),
    ],
    indirect=True,
)
def test_what_is_no_http_is_named(world, make):
    with pytest.raises(UnreadableInput) as raised:
        make(ignore_robots=True).fetch(PAGE)
    assert raised.value.where == PAGE and raised.value.why and raised.value.hint


@pytest.mark.parametrize("world", [Server(lambda: [HEAD + b"Content-Length: 1\r\n\r\n", b"x"], 0.0)], indirect=True)
def test_the_certificate_has_to_be_of_the_name_that_was_asked_for(world, make):
    assert make(ignore_robots=True).fetch("https://news.example/a").data == b"x"
    assert (world.network.tried, world.network.streams[0].name) == ([PUBLIC], "news.example")
