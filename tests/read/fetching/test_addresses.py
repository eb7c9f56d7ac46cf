"""No way leads into this machine or its network, whatever a name, an address or a redirect says.

A server listens on this machine throughout. It must see no connection, and none must be tried to any other address.
"""

from __future__ import annotations

import socket
from ipaddress import IPv6Address
from typing import Any

import httpcore
import pytest
from hypothesis import given, strategies

from tallybook.errors import UnreadableInput
from tallybook.read.fetching.addresses import is_public, page_url, resolve

from .conftest import PUBLIC, Reply, World


class Listening(httpcore.NetworkBackend):
    """Connects for real, but for the public addresses, which `site` stands for."""

    def __init__(self, site: Any) -> None:
        self.site, self.inside = site, list[str]()

    def connect_tcp(self, host: str, port: int, *_: Any, **__: Any) -> httpcore.NetworkStream:
        if host != PUBLIC:
            self.inside.append(host)
            return httpcore.SyncBackend().connect_tcp(host, port, 5.0)
        return httpcore.SyncBackend().connect_tcp("127.0.0.1", self.site.port, 5.0)


class Names(World):
    """Names of the test's, and what the system makes of everything else."""

    def resolve(self, host: str, port: int) -> list[str]:
        self.resolved.append(host)
        return self.names[host] if host in self.names else list(resolve(host, port))


@pytest.fixture
def world(site):
    return Names(Listening(site))


@pytest.fixture
def trap():
    """Sockets of this machine that nobody may connect to; gives their port."""
    with socket.create_server(("127.0.0.1", 0)) as four:
        port = four.getsockname()[1]
        four.setblocking(False)
        yield port
        with pytest.raises(BlockingIOError):
            four.accept()


@pytest.mark.parametrize(
    ("address", "public"),
    [
        (PUBLIC, True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::5db8:d822", True),
        *((one, False) for one in ("127.0.0.1", "127.9.9.9", "0.0.0.0", "0.1.2.3", "10.1.1.1", "172.16.0.1")),
        *((one, False) for one in ("192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "192.0.2.1")),
        *((one, False) for one in ("224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%1")),
        *((one, False) for one in ("fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "ff0e::1", "2001:db8::1")),
        *((one, False) for one in ("::ffff:127.0.0.1", "::ffff:192.168.0.1", "::127.0.0.1", "::ffff:0:127.0.0.1")),
        *((one, False) for one in ("64:ff9b::7f00:1", "64:ff9b:1::5db8:d822", "2002:7f00:1::", "2002:5db8:d822::1")),
        *(
            (one, False)
            for one in ("2001:0:4136:e378:8000:63bf:3fff:fdd2", "2600::5efe:7f00:1", "2600::200:5efe:a00:1")
        ),
        *((one, False) for one in ("nonsense", "", "127.1", "2130706433")),
    ],
)
def test_what_is_the_open_internet(address, public):
    assert is_public(address) is public


HOSTS = (
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0",
    "0.0.0.0",
    "localhost",
    "LOCALHOST.",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::127.0.0.1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::127.0.0.1]",
    "[2002:7f00:1::]",
    "[2001:0:4136:e378:8000:63bf:80ff:fffe]",
    "[fe80::1]",
    "[fe80::1%25lo]",
    "[fd00:ec2::254]",
    "[fec0::1]",
    "169.254.169.254",
    "10.0.0.1",
    "192.168.0.1",
    "100.64.0.1",
    "１２７.０.０.１",
    "127。0。0。1",
    "①②⑦.0.0.1",
    "127%2e0%2e0%2e1",
    "127.0.0.1%00.news.example",
    "inside.example",
    "inside.example.",
    "mixed.example",
    "mixed-six.example",
    "mapped.example",
    "nat64.example",
    "nobody.example",
)


@pytest.mark.parametrize("host", HOSTS)
def test_no_name_leads_inside(host, site, world, make, trap):
    site.replies["/"] = Reply()
    world.names |= {
        "inside.example": ["127.0.0.1"],
        "inside.example.": ["127.0.0.1"],
        "mixed.example": [PUBLIC, "127.0.0.1"],
        "mixed-six.example": [PUBLIC, "::1"],
        "mapped.example": ["::ffff:127.0.0.1"],
        "nat64.example": ["64:ff9b::7f00:1"],
        "nobody.example": [],
    }
    with pytest.raises(UnreadableInput):
        make().fetch(f"http://{host}:{trap}/")
    assert world.network.inside == [] and site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://news.example@127.0.0.1:{port}/",
        "http://news.example:80@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}\\@news.example/",
        "http://news.example\\@127.0.0.1:{port}/",
        "http://127.0.0.1:{port}#@news.example/",
        "http://127.0.0.1:{port}?@news.example/",
        "http://user:word@news.example/",
        "http:127.0.0.1:{port}/",
        "http:///127.0.0.1:{port}/",
        "http:\\\\127.0.0.1:{port}/",
        "http://127.0.0.1 news.example:{port}/",
        "http://127.0.0.1\tnews.example:{port}/",
        "http://news.example\r\nHost: 127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "file:///etc/passwd",
        "file://127.0.0.1:{port}/",
        "ftp://127.0.0.1:{port}/",
        "gopher://127.0.0.1:{port}/_x",
        "news.example",
        "http://",
        "",
    ],
)
def test_no_spelling_of_an_address_leads_inside(address, site, world, make, trap):
    with pytest.raises(UnreadableInput):
        make().fetch(address.format(port=trap))
    assert world.network.inside == [] and site.paths == []


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{port}/",
        "//127.0.0.1:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://localhost:{port}/",
    ],
)
@pytest.mark.parametrize("path", ["/a", "/robots.txt"])
def test_no_redirect_leads_inside(path, target, site, world, make, trap):
    site.replies |= {"/a": Reply(), path: Reply(status=302, headers={"Location": target.format(port=trap)})}
    with pytest.raises(UnreadableInput, match="into this machine"):
        make().fetch("http://news.example/a")
    assert world.network.inside == []


def test_a_name_cannot_stand_for_another_machine_a_moment_later(site, world, make, trap):
    answers = iter([[PUBLIC], [PUBLIC], ["127.0.0.1"], ["127.0.0.1"]])
    world.names = {"news.example": [PUBLIC]}
    world.resolve = lambda host, port: next(answers)  # type: ignore[method-assign]
    with pytest.raises(UnreadableInput, match="into this machine"):
        make().fetch(f"http://news.example:{trap}/")
    assert world.network.inside == [] and [path for path, _ in site.asked] == ["/robots.txt"]


def test_proxies_of_the_environment_are_not_asked(site, world, make, trap, monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{trap}")
        monkeypatch.setenv(name.lower(), f"http://127.0.0.1:{trap}")
    site.replies["/a"] = Reply()
    assert make().fetch("http://news.example/a").data
    assert world.network.inside == []


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "http://inside.example/", "http://mixed.example/", "http://nobody.example/"]
)
def test_through_a_proxy_too_nothing_inside_is_asked_for(address, site, world, make):
    world.names |= {"inside.example": ["10.0.0.1"], "mixed.example": [PUBLIC, "10.0.0.1"], "nobody.example": []}
    with pytest.raises(UnreadableInput):
        make(proxy=site.address).fetch(address)
    assert site.asked == []


def test_who_allows_it_gets_what_is_inside(site, make):
    site.replies["/a"] = Reply()
    assert make(allow_private=True).fetch(f"{site.address}/a").data


@pytest.mark.parametrize(
    ("words", "url"),
    [
        ("HTTPS://News.Example/a#b", "https://news.example/a"),
        ("http://news.example", "http://news.example/"),
        ("http://news.example:80?a=1", "http://news.example/?a=1"),
        ("https://news.example:80/", "https://news.example:80/"),
        ("http://[2606:2800::1]:8080/", "http://[2606:2800::1]:8080/"),
        ("http://bücher.example/ä?ö=1", "http://xn--bcher-kva.example/%C3%A4?%C3%B6=1"),
    ],
)
def test_an_address_has_one_spelling(words, url):
    assert str(page_url(words)) == url
    assert page_url(url) == page_url(words)


@given(strategies.ip_addresses(v=4), strategies.integers(0, 2**64 - 1))
def test_no_way_of_writing_an_address_in_another_makes_it_public(four, network):
    bits, private = int(four), not is_public(str(four))
    for prefix in (0xFFFF << 32, 0x64FF9B << 96):  # mapped, NAT64
        assert is_public(str(IPv6Address(prefix | bits))) is not private
    relayed = (0x2002 << 112 | bits << 80, 0x20010000 << 96 | bits ^ 0xFFFFFFFF, network << 64 | 0x5EFE << 32 | bits)
    assert not any(is_public(str(IPv6Address(one))) for one in (bits, *relayed))


@given(strategies.text(max_size=40), strategies.sampled_from(("http://", "https://", "//", "")))
def test_an_address_is_of_a_host_by_http_or_none_at_all(words, scheme):
    try:
        url = page_url(scheme + words)
    except UnreadableInput:
        return
    assert url.scheme in ("http", "https") and url.raw_host and not url.userinfo and not url.fragment
    assert page_url(str(url)) == url
