"""Through a proxy that a person named, and through no other."""

from __future__ import annotations

import base64
import gzip

import pytest

from tallybook.errors import UnreadableInput

from .conftest import Reply

PAGE = "http://news.example/a"


def test_the_proxy_is_asked_for_the_page_by_its_name(site, world, make):
    site.replies |= {PAGE: Reply(), "http://news.example/robots.txt": Reply(b"", status=404)}
    assert make(proxy="http://proxy.example:3128").fetch(PAGE).data
    assert world.network.connected == [("proxy.example", 3128)] * 2
    assert [path for path, _ in site.asked] == ["http://news.example/robots.txt", PAGE]
    assert site.asked[-1][1]["host"] == "news.example"


def test_a_name_and_a_password_go_to_the_proxy_alone(site, make, tmp_path):
    site.replies |= {PAGE: Reply()}
    file = tmp_path / "x.warc.gz"
    make(proxy="http://me:se%20cret@proxy.example:3128", kept=file, ignore_robots=True).fetch(PAGE)
    given = base64.b64decode(site.asked[-1][1]["proxy-authorization"].removeprefix("Basic "))
    assert given == b"me:se cret"
    assert b"uthorization" not in gzip.decompress(file.read_bytes())


def test_names_that_the_proxy_alone_knows_need_leave(site, make):
    site.replies |= {"http://intranet/a": Reply()}
    asking = {"proxy": "http://proxy.example:3128", "ignore_robots": True}
    with pytest.raises(UnreadableInput, match="no such name"):
        make(**asking).fetch("http://intranet/a")
    assert make(**asking, allow_private=True).fetch("http://intranet/a").data


@pytest.mark.parametrize("path", ["/robots.txt", "/a"])
def test_the_proxy_is_not_asked_for_what_a_redirect_names_inside(site, world, make, path):
    world.names["127.0.0.1"] = ["127.0.0.1"]
    inside = Reply(status=302, headers={"Location": "http://127.0.0.1/b"})
    site.replies |= {"http://news.example/robots.txt": Reply(b""), f"http://news.example{path}": inside}
    with pytest.raises(UnreadableInput, match="into this machine"):
        make(proxy="http://proxy.example:3128").fetch(PAGE)
    assert "http://127.0.0.1/b" not in [asked for asked, _ in site.asked]


def test_a_page_of_https_is_asked_for_through_a_tunnel(site, world, make):
    with pytest.raises(UnreadableInput, match="501"):
        make(proxy="http://proxy.example:3128", ignore_robots=True).fetch("https://news.example/a")
    assert world.network.connected == [("proxy.example", 3128)]


@pytest.mark.parametrize(
    "words", ["socks5://proxy.example", "proxy.example:3128", "http://", "http://x:y", "file:///x"]
)
def test_what_is_no_proxy_is_named(make, words):
    with pytest.raises(UnreadableInput, match="no proxy") as raised:
        make(proxy=words)
    assert raised.value.hint == "give one as http://host:port"
