"""Fetching reaches the open internet alone, whatever a name, an address or a redirect says."""

from __future__ import annotations

import httpx
import pytest

from tallybook.errors import UnreadableInput
from tallybook.web import fetching
from tallybook.web.fetching import fetch, is_public

PUBLIC = "93.184.216.34"
NAMES = {
    "news.example": [PUBLIC],
    "six.example": ["2606:2800:220:1:248:1893:25c8:1946"],
    "local.example": ["127.0.0.1"],
    "mixed.example": [PUBLIC, "10.0.0.1"],
    "none.example": [],
    "127.0.0.1": ["127.0.0.1"],
    "0x7f.1": ["127.0.0.1"],
    "::1": ["::1"],
}


def resolve(host: str, port: int) -> list[str]:
    if host not in NAMES:
        raise OSError("unknown")
    return NAMES[host]


def server(answers: dict[str, httpx.Response], asked: list[httpx.Request]) -> httpx.MockTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answers[request.url.path]

    return httpx.MockTransport(answer)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        *((one, False) for one in ("127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.1.1", "172.16.0.1", "192.168.1.1")),
        *(
            (one, False)
            for one in ("169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1", "240.0.0.1")
        ),
        *((one, False) for one in ("255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1")),
        *((one, False) for one in ("::ffff:127.0.0.1", "::ffff:192.168.0.1", "2002:7f00:1::", "64:ff9b::7f00:1")),
        *((one, False) for one in ("2001:db8::1", "nonsense", "")),
    ],
)
def test_what_is_the_open_internet(address, public):
    assert is_public(address) is public


def test_a_page_is_asked_of_the_address_that_was_looked_at_under_its_own_name():
    asked: list[httpx.Request] = []
    transport = server({"/a": httpx.Response(200, content=b"words")}, asked)
    got = fetch("https://news.example/a?b=1#c", max_bytes=100, resolve=resolve, transport=transport)
    assert (got.url, got.content) == ("https://news.example/a?b=1#c", b"words")
    (request,) = asked
    assert request.url.host == PUBLIC and request.headers["host"] == "news.example"
    assert request.extensions["sni_hostname"] == "news.example" and "cookie" not in request.headers


def test_an_address_of_six():
    asked: list[httpx.Request] = []
    fetch("http://six.example/a", max_bytes=9, resolve=resolve, transport=server({"/a": httpx.Response(200)}, asked))
    assert asked[0].url.host == "2606:2800:220:1:248:1893:25c8:1946"


@pytest.mark.parametrize(
    "url",
    [
        "http://local.example/a",
        "http://mixed.example/a",
        "http://none.example/a",
        "http://unknown.example/a",
        "http://127.0.0.1/a",
        "http://0x7f.1/a",
        "http://[::1]/a",
        "http://user:word@news.example/a",
        "http://news.example:99999/a",
        "ftp://news.example/a",
        "file:///etc/passwd",
        "http:///a",
    ],
)
def test_other_addresses_are_never_asked(url):
    asked: list[httpx.Request] = []
    with pytest.raises(UnreadableInput):
        fetch(url, max_bytes=100, resolve=resolve, transport=server({"/a": httpx.Response(200)}, asked))
    assert asked == []


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("http://local.example/a", "this machine"),
        ("http://169.254.169.254/latest", "no such name"),
        ("file:///etc/passwd", "only plain http"),
        ("/loop", "too many redirects"),
    ],
)
def test_a_redirect_is_looked_at_like_a_new_request(target, why):
    asked: list[httpx.Request] = []
    answers = {"/loop": httpx.Response(302, headers={"location": target})}
    with pytest.raises(UnreadableInput, match=why):
        fetch("http://news.example/loop", max_bytes=9, resolve=resolve, transport=server(answers, asked))
    assert all(request.url.host == PUBLIC for request in asked) and len(asked) <= fetching.MAX_REDIRECTS + 1


def test_a_redirect_to_another_page_is_followed():
    answers = {"/a": httpx.Response(301, headers={"location": "/b"}), "/b": httpx.Response(200, content=b"words")}
    got = fetch("http://news.example/a", max_bytes=9, resolve=resolve, transport=server(answers, []))
    assert got.url == "http://news.example/b"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (httpx.Response(200, content=b"x" * 101), "more than"),
        (httpx.Response(404), "404"),
        (httpx.Response(500), "500"),
    ],
)
def test_what_is_no_page_is_refused(answer, why):
    with pytest.raises(UnreadableInput, match=why):
        fetch("http://news.example/a", max_bytes=100, resolve=resolve, transport=server({"/a": answer}, []))


def test_a_page_that_comes_too_slowly_is_given_up(monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS", -1.0)
    with pytest.raises(UnreadableInput, match="seconds"):
        answers = {"/a": httpx.Response(200, content=b"words")}
        fetch("http://news.example/a", max_bytes=100, resolve=resolve, transport=server(answers, []))
