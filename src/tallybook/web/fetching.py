"""Fetch a page from the web, and from nowhere else: no address of this machine or of its network can be reached.

Every address that a name stands for is looked at, and the connection goes to one of those that were looked at, so that
a name cannot stand for another one a moment later. Redirects are followed one by one, each looked at again.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpx

from tallybook.errors import UnreadableInput

Resolve = Callable[[str, int], Sequence[str]]
MAX_REDIRECTS = 5
SECONDS = 20.0
AGENT = "tallybook (a reader asked for this page)"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of a page, and the address it was found at in the end."""

    url: str
    content: bytes


def resolve(host: str, port: int) -> tuple[str, ...]:
    """All addresses that a name stands for. Raises OSError where there are none."""
    return tuple(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, also where it is wrapped in IPv6.

    >>> [is_public(one) for one in ("93.184.216.34", "127.0.0.1", "10.1.2.3", "169.254.169.254", "::ffff:10.0.0.1")]
    [True, False, False, False, False]
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _NAT64:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return found.is_global and not (found.is_multicast or found.is_reserved or found.is_unspecified)


def fetch(
    url: str, *, max_bytes: int, resolve: Resolve = resolve, transport: httpx.BaseTransport | None = None
) -> Fetched:
    """The page at an http or https address, within `max_bytes`, 20 seconds and 5 redirects.

    Raises UnreadableInput for any other address, one that stands for a machine that is not on the open internet, and
    for what is not answered or not found.
    """
    deadline = time.monotonic() + SECONDS
    with httpx.Client(transport=transport, trust_env=False, verify=True) as client:
        for _ in range(MAX_REDIRECTS + 1):
            answer = _ask(client, url, resolve=resolve, max_bytes=max_bytes, deadline=deadline)
            if isinstance(answer, Fetched):
                return answer
            url = answer
    raise _refused(url, "too many redirects")


def _ask(client: httpx.Client, url: str, *, resolve: Resolve, max_bytes: int, deadline: float) -> Fetched | str:
    """The page, or the address it says to ask instead."""
    request = _pinned(client, url, resolve)
    try:
        answer = client.send(request, stream=True, follow_redirects=False)
        try:
            if answer.is_redirect:
                return urljoin(url, answer.headers["location"])
            if answer.status_code != httpx.codes.OK:
                raise _refused(url, f"the server answers {answer.status_code}")
            return Fetched(url, _content(answer, url, max_bytes=max_bytes, deadline=deadline))
        finally:
            answer.close()
    except httpx.HTTPError as error:
        raise _refused(url, str(error) or type(error).__name__) from error


def _pinned(client: httpx.Client, url: str, resolve: Resolve) -> httpx.Request:
    """A request to an address that was looked at, under the name that was asked for."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise _refused(url, str(error)) from error
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        raise _refused(url, "only plain http and https addresses are fetched")
    try:
        addresses = resolve(host, port or (443 if parts.scheme == "https" else 80))
    except OSError as error:
        raise _refused(url, "there is no such name") from error
    if not addresses or not all(is_public(address) for address in addresses):
        raise _refused(url, "it leads into this machine or its network")
    address = f"[{addresses[0]}]" if ":" in addresses[0] else addresses[0]
    place = urlunsplit((parts.scheme, address if port is None else f"{address}:{port}", parts.path, parts.query, ""))
    name = f"[{host}]" if ":" in host else host
    headers = {"Host": name if port is None else f"{name}:{port}", "User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"}
    return client.build_request("GET", place, headers=headers, extensions={"sni_hostname": host}, timeout=SECONDS / 2)


def _content(answer: httpx.Response, url: str, *, max_bytes: int, deadline: float) -> bytes:
    taken = bytearray()
    for chunk in answer.iter_bytes():
        taken += chunk
        if len(taken) > max_bytes:
            raise _refused(url, f"more than {max_bytes / 1e6:.1f} MB")
        if time.monotonic() > deadline:
            raise _refused(url, f"it took more than {SECONDS:.0f} seconds")
    return bytes(taken)


def _refused(url: str, why: str) -> UnreadableInput:
    return UnreadableInput(
        "the page cannot be fetched", where=url, why=why, hint="save it with a browser, and add that"
    )
