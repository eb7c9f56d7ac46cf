"""What stands at an address and is no page by itself: a feed's entries, or the pages that it lists."""

from __future__ import annotations

import gzip

from tallybook.errors import UnreadableInput
from tallybook.read import Capture
from tallybook.read.fetching import Bounds

from .conftest import TALE, Reply

FEED = "http://news.example/feed"


def feed(*links: str) -> Reply:
    items = "".join(f"<item><title>Flood kills 14</title><link>{link}</link></item>" for link in links)
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>{items}</channel></rss>'
    return Reply(body.encode(), headers={"Content-Type": "application/rss+xml"})


def given(fetcher, address: str = FEED) -> tuple[list[str | None], list[UnreadableInput]]:
    """The addresses of the pages, and the errors."""
    found = list(fetcher.captures(address))
    return (
        [one.url for one in found if isinstance(one, Capture)],
        [one for one in found if isinstance(one, UnreadableInput)],
    )


def test_a_page_is_given_as_it_is(site, make):
    site.replies["/a"] = Reply()
    fetcher = make(follow_feeds=True)
    (one,) = fetcher.captures("http://news.example/a")
    assert (one.data, one.url, one.path) == (TALE, "http://news.example/a", None)


def test_the_pages_that_a_feed_lists_are_fetched_each_once(site, make):
    site.replies |= {"/feed": feed("http://news.example/a", "http://news.example/b", "http://news.example/a")}
    site.replies |= {"/a": Reply(), "/b": Reply()}
    assert given(make(follow_feeds=True)) == (["http://news.example/a", "http://news.example/b"], [])
    assert site.paths == ["/feed", "/a", "/b"]


def test_what_a_feed_lists_is_looked_at_like_any_address(site, world, make):
    inside = ["http://127.0.0.1/a", "http://user@news.example/a", "http://inside.example/a"]
    world.names["inside.example"] = ["10.0.0.1"]
    site.replies |= {"/feed": feed(*inside, "http://news.example/a"), "/a": Reply()}
    pages, errors = given(make(follow_feeds=True))
    assert pages == ["http://news.example/a"] and len(errors) == 3


def test_robots_counts_for_what_a_feed_lists_whoever_named_the_feed(site, make):
    site.replies |= {"/robots.txt": Reply(b"User-agent: *\nDisallow: /"), "/feed": feed("http://news.example/a")}
    pages, (error,) = given(make(follow_feeds=True, ignore_robots=True))
    assert pages == [] and "does not allow it" in str(error)


def test_of_a_long_feed_the_first_pages_are_fetched(site, make):
    site.replies |= {"/feed": feed(*(f"http://news.example/{place}" for place in range(9)))}
    told: list[str] = []
    _, errors = given(make(follow_feeds=True, bounds=Bounds(entries=3), tell=told.append))
    assert len(errors) == 3 and told == [f"{FEED}: 9 pages are listed; the first 3 are fetched"]


def test_a_feed_without_links_is_named(site, make):
    site.replies |= {"/feed": feed()}
    pages, (error,) = given(make(follow_feeds=True))
    assert pages == [] and error.why and error.hint


def test_a_feed_that_is_not_followed_is_read(site, make):
    site.replies |= {"/feed": feed("http://news.example/a")}
    assert given(make()) == (["http://news.example/a"], [])
    assert site.paths == ["/feed"]


def test_what_is_packed_at_an_address_is_read(site, make):
    site.replies["/a"] = Reply(gzip.compress(TALE), headers={"Content-Type": "application/gzip"})
    (one,) = make().captures("http://news.example/a")
    assert one.data == TALE and one.url == "http://news.example/a" and one.path is None
