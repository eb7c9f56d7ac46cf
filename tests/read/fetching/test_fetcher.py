"""A page by its address: asked for politely, as itself, and given as it was answered."""

from __future__ import annotations

import datetime as dt
import gzip

import pytest

from tallybook.errors import UnreadableInput
from tallybook.read.fetching import Bounds

from .conftest import PUBLIC, TALE, Reply

PAGE = "http://news.example/a"


def test_a_page_is_a_capture_with_its_address_its_type_and_when_it_was_taken(site, world, make):
    site.replies["/a?b=1"] = Reply(headers={"Content-Type": "text/html; charset=utf-8"})
    got = make().fetch("HTTP://News.Example/a?b=1#part")
    assert (got.data, got.url, got.where) == (TALE, "http://news.example/a?b=1", "http://news.example/a?b=1")
    assert (got.media_type, got.path) == ("text/html; charset=utf-8", None)
    assert got.seen == dt.datetime(2025, 5, 4, 12, 0, 1, tzinfo=dt.UTC)
    assert world.network.connected == [(PUBLIC, 80)] * 2


def test_it_says_who_asks_and_sends_nothing_else(site, make):
    site.replies["/a"] = Reply(headers={"Set-Cookie": "a=b"})
    fetcher = make()
    fetcher.fetch(PAGE)
    fetcher.fetch(PAGE)
    headers = site.asked[-1][1]
    assert set(headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert headers["host"] == "news.example" and headers["user-agent"].startswith("tallybook/")


def test_a_redirect_is_followed_and_the_page_has_the_last_address(site, world, make):
    world.names["www.news.example"] = [PUBLIC]
    site.replies |= {"/a": Reply(status=301, headers={"Location": "//www.news.example/b"}), "/b": Reply()}
    assert make().fetch(PAGE).url == "http://www.news.example/b"


def test_what_is_packed_is_unpacked(site, make):
    site.replies["/a"] = Reply(gzip.compress(TALE), headers={"Content-Encoding": "gzip"})
    assert make().fetch(PAGE).data == TALE


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=404), "the server answers 404"),
        (Reply(status=500), "the server answers 500"),
        (Reply(status=304), "the server answers 304"),
        (Reply(b"x" * 2001), "more than 0.0 MB"),
        (Reply(gzip.compress(b"x" * 10_000_000), headers={"Content-Encoding": "gzip"}), "more than 0.0 MB"),
        (Reply(gzip.compress(TALE)[:-9], headers={"Content-Encoding": "gzip"}), "ends too early"),
        (Reply(b"nonsense", headers={"Content-Encoding": "gzip"}), "cannot be unpacked"),
        (Reply(b"nonsense", headers={"Content-Encoding": "br"}), "which was not asked for"),
        (Reply(b"nonsense", headers={"Content-Encoding": "gzip, gzip"}), "which was not asked for"),
        (Reply(status=302, headers={"Location": "/a"}), "more than 5 redirects"),
        (Reply(status=302, headers={"Location": "file:///etc/passwd"}), "only http and https"),
        (Reply(status=302, headers={"Location": "http://news.example:port/"}), "no address"),
        (Reply(status=302, headers={}), "the server answers 302"),
    ],
)
def test_what_is_no_page_is_refused_with_the_reason(site, make, reply, why):
    site.replies["/a"] = reply
    with pytest.raises(UnreadableInput, match=why) as raised:
        make(max_bytes=2000).fetch(PAGE)
    assert raised.value.where == PAGE and raised.value.hint


def test_the_words_beside_a_redirect_are_not_taken(site, make):
    site.replies |= {"/a": Reply(b"x" * 5000, status=302, headers={"Location": "/b"}), "/b": Reply()}
    assert make(max_bytes=2000).fetch(PAGE).data == TALE


@pytest.mark.parametrize(
    ("headers", "waits"),
    [
        ({"Retry-After": "7"}, [1.0, 7.0, 7.0]),
        ({"Retry-After": "Sun, 04 May 2025 12:00:21 GMT"}, [1.0, 20.0, 1.0]),
        ({"Retry-After": "soon"}, [1.0, 2.0, 4.0]),
        ({}, [1.0, 2.0, 4.0]),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(site, world, make, status, headers, waits):
    site.replies["/a"] = [Reply(status=status, headers=headers)] * 2 + [Reply()]
    told: list[str] = []
    assert make(tell=told.append).fetch(PAGE).data == TALE
    assert world.slept == waits
    assert len(told) == 2 and f"answers {status}" in told[0]


def test_a_busy_server_is_not_asked_for_ever(site, world, make):
    site.replies["/a"] = Reply(status=503)
    with pytest.raises(UnreadableInput, match="503"):
        make(bounds=Bounds(retries=3)).fetch(PAGE)
    assert len(site.paths) == 4


def test_nobody_waits_for_an_hour(site, world, make):
    site.replies["/a"] = Reply(status=429, headers={"Retry-After": "3600"})
    with pytest.raises(UnreadableInput, match="asks to wait 3600 seconds"):
        make().fetch(PAGE)
    assert max(world.slept) <= 1.0


def test_between_two_requests_to_a_host_is_a_second(site, world, make):
    world.names["other.example"] = [PUBLIC]
    site.replies |= {"/a": Reply(), "/b": Reply()}
    fetcher = make(delay=1.0)
    fetcher.fetch(PAGE)
    fetcher.fetch("http://news.example/b")
    assert world.slept == [1.0, 1.0]
    fetcher.fetch("http://other.example/a")
    assert world.slept == [1.0, 1.0, 1.0]
    world.seconds += 100
    fetcher.fetch("http://news.example/a")
    assert world.slept == [1.0, 1.0, 1.0]
