"""What a robots.txt says is obeyed (RFC 9309), and asked for once."""

from __future__ import annotations

import pytest

from tallybook.errors import UnreadableInput
from tallybook.read.fetching import Bounds

from .conftest import PUBLIC, Reply

PAGE = "http://news.example/a"


def robots(text: str, status: int = 200) -> Reply:
    return Reply(text.encode(), status=status, headers={"Content-Type": "text/plain"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: other\nDisallow: /",
        "User-agent: *\nDisallow: /\n\nUser-agent: tallybook\nAllow: /",
        "User-agent: *\nDisallow: /\nAllow: /a$",
        "<html>no such page</html>",
        "\ufeffUser-agent: tallybook\nAllow: /\n\nUser-agent: *\nDisallow: /",
    ],
)
def test_what_is_allowed_is_fetched(site, make, text):
    site.replies |= {"/robots.txt": robots(text), "/a": Reply()}
    assert make().fetch(PAGE).data


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "\ufeffUser-agent: *\nDisallow: /",
        "User-agent: Tallybook\nDisallow: /a",
        "user-agent: x\nuser-agent: TALLYBOOK\ndisallow: /a",
        "User-agent: *\nDisallow: /*a",
        "User-agent: *\r\nDisallow: /",
    ],
)
def test_what_is_not_allowed_is_not_fetched(site, make, text):
    site.replies |= {"/robots.txt": robots(text), "/a": Reply()}
    with pytest.raises(UnreadableInput, match=r"robots\.txt of news\.example does not allow it") as raised:
        make().fetch(PAGE)
    assert site.paths == [] and "--ignore-robots" in raised.value.hint


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_site_without_the_file_allows_everything(site, make, status):
    site.replies |= {"/robots.txt": robots("User-agent: *\nDisallow: /", status), "/a": Reply()}
    assert make().fetch(PAGE).data


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_site_whose_file_cannot_be_had_allows_nothing_for_now(site, world, make, status):
    site.replies |= {"/robots.txt": robots("", status), "/a": Reply()}
    fetcher = make(bounds=Bounds(seconds=60))
    with pytest.raises(UnreadableInput, match=rf"cannot be read, so nothing there is asked for now: .* {status}"):
        fetcher.fetch(PAGE)
    assert site.paths == []
    site.replies["/robots.txt"] = robots("")
    world.seconds += 61
    assert fetcher.fetch(PAGE).data


def test_a_file_is_asked_for_once_a_day(site, world, make):
    site.replies |= {"/robots.txt": robots("User-agent: *\nDisallow: /b"), "/a": Reply()}
    fetcher = make()
    for _ in range(3):
        fetcher.fetch(PAGE)
    assert [path for path, _ in site.asked].count("/robots.txt") == 1
    world.seconds += 86_401
    fetcher.fetch(PAGE)
    assert [path for path, _ in site.asked].count("/robots.txt") == 2


def test_a_redirect_of_the_file_is_followed(site, world, make):
    world.names["www.news.example"] = [PUBLIC]
    site.replies |= {
        "/robots.txt": Reply(status=301, headers={"Location": "http://www.news.example/rules"}),
        "/rules": robots("User-agent: *\nDisallow: /a"),
        "/a": Reply(),
    }
    with pytest.raises(UnreadableInput, match="does not allow it"):
        make().fetch(PAGE)


def test_redirects_without_end_are_a_file_that_is_not_there(site, make):
    site.replies |= {"/robots.txt": Reply(status=301, headers={"Location": "/robots.txt"}), "/a": Reply()}
    assert make().fetch(PAGE).data


def test_of_a_file_without_end_the_beginning_counts(site, make):
    rules = "User-agent: *\nDisallow: /a\n"
    site.replies |= {"/robots.txt": robots(rules + "# and so on\n" * 9000 + "Allow: /a\n"), "/a": Reply()}
    with pytest.raises(UnreadableInput, match="does not allow it"):
        make(bounds=Bounds(robots_bytes=1000)).fetch(PAGE)


def test_every_site_on_the_way_is_asked(site, world, make):
    world.names["other.example"] = [PUBLIC]
    site.replies |= {
        "/robots.txt": [robots(""), robots("User-agent: *\nDisallow: /")],
        "/a": Reply(status=302, headers={"Location": "http://other.example/a"}),
    }
    with pytest.raises(UnreadableInput, match=r"robots\.txt of other\.example does not allow it"):
        make().fetch(PAGE)


def test_only_a_person_can_ask_whatever_it_says(site, make):
    site.replies |= {"/robots.txt": robots("User-agent: *\nDisallow: /"), "/a": Reply()}
    fetcher = make(ignore_robots=True)
    assert fetcher.fetch(PAGE).data
    with pytest.raises(UnreadableInput, match="does not allow it"):
        fetcher.fetch(PAGE, named=False)


@pytest.mark.parametrize(("asked", "waited"), [("0.2", 1.0), ("7", 7.0), ("9999", 30.0), ("soon", 1.0), ("-5", 1.0)])
def test_a_site_may_ask_for_a_longer_pause(site, world, make, asked, waited):
    site.replies |= {"/robots.txt": robots(f"User-agent: *\nCrawl-delay: {asked}"), "/a": Reply()}
    make().fetch(PAGE)
    assert world.slept == [waited]
