"""Which addresses are fetched, and which machines a name may lead to: those of the open internet alone."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

import httpx

from tallybook.errors import UnreadableInput

Resolve = Callable[[str, int], Sequence[str]]
HINT = "save it with a browser, and add that"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_UNICAST = ipaddress.ip_network("2000::/3")
_ISATAP = (0x00005EFE, 0x02005EFE)


def page_url(words: str) -> httpx.URL:
    """The http or https address that a person or a redirect names, in one spelling and without its fragment.

    Raises UnreadableInput for any other, and where a name and a password stand in it.
    """
    try:
        url = httpx.URL(words)
    except (httpx.InvalidURL, ValueError) as error:
        raise refused(words, f"that is no address: {error}") from error
    if url.scheme not in ("http", "https") or not url.raw_host or b"%" in url.raw_host:
        raise refused(words, "only http and https addresses of a host are fetched")
    if url.userinfo:
        raise refused(words, "an address with a name or a password in it is not fetched")
    port = None if url.port == default_port(url) else url.port
    return httpx.URL(scheme=url.scheme, host=url.host, port=port, raw_path=url.raw_path)


def default_port(url: httpx.URL) -> int:
    """The port that an address means where it names none."""
    return 443 if url.scheme == "https" else 80


def refused(where: object, why: str, *, hint: str = HINT) -> UnreadableInput:
    """The error of an address that is not fetched."""
    return UnreadableInput("the page cannot be fetched", where=str(where), why=why, hint=hint)


def resolve(host: str, port: int) -> tuple[str, ...]:
    """All addresses that a name stands for. Raises OSError where there are none."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet.

    IPv6 is so in its global unicast part (IANA's 2000::/3) without 6to4, Teredo and ISATAP, which carry an IPv4
    address to a relay of anybody's; and where it stands for a public IPv4 address (mapped, NAT64 of RFC 6052).

    >>> [is_public(one) for one in ("93.184.216.34", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv4Address):
        return found.is_global and not (found.is_multicast or found.is_reserved)
    if found.ipv4_mapped is not None:
        return is_public(str(found.ipv4_mapped))
    if found in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
    relayed = found.sixtofour or found.teredo or (int(found) >> 32) & 0xFFFFFFFF in _ISATAP
    return found in _UNICAST and found.is_global and not relayed
