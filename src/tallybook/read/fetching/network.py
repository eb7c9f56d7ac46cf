"""Connections to machines that were looked at, within the time that a page may take.

httpx tells nobody where it connects to, so the connections are opened here, below it, where every request passes:
of a page, of a redirect, of a robots.txt. A name is resolved once for a connection, all of its addresses are looked at,
and the connection goes to one of those: the name cannot stand for another one a moment later (DNS rebinding).
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import httpcore

from tallybook.read.fetching.addresses import is_public
from tallybook.read.fetching.outside import Bounds, Outside

_TRIED = 4
"""Addresses of a name that are tried, one after the other."""


class PrivateAddress(httpcore.ConnectError):
    """A name or an address leads into this machine or its network."""


class Allowance:
    """How long the page that is being fetched may still take."""

    def __init__(self, bounds: Bounds, monotonic: Callable[[], float]) -> None:
        self._bounds, self._monotonic = bounds, monotonic
        self.renew()

    def renew(self) -> None:
        """Begin another page."""
        self._until = self._monotonic() + self._bounds.seconds

    def extend(self, seconds: float) -> None:
        """Leave out seconds in which nothing was asked."""
        self._until += seconds

    def step(self) -> float:
        """Seconds that the next step may take. Raises httpcore.TimeoutException where none are left."""
        left = self._until - self._monotonic()
        if left <= 0:
            raise httpcore.TimeoutException(f"it took more than {self._bounds.seconds:.0f} seconds")
        return min(left, self._bounds.step)


class Looked:
    """Names to the addresses that may be asked."""

    def __init__(self, outside: Outside, *, allow_private: bool) -> None:
        self._resolve, self._allow_private = outside.resolve, allow_private

    def up(self, host: str, port: int) -> Sequence[str]:
        """The addresses of a name. Raises httpcore.ConnectError where it has none or one that is not public."""
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"there is no such name: {host}") from error
        if not addresses:
            raise httpcore.ConnectError(f"there is no such name: {host}")
        if not self._allow_private and not all(map(is_public, addresses)):
            raise PrivateAddress(f"{host} leads into this machine or its network")
        return addresses


class Direct(httpcore.NetworkBackend):
    """Connects to the address of a name that was looked at."""

    def __init__(self, looked: Looked, outside: Outside, allowance: Allowance) -> None:
        self._looked, self._network, self._allowance = looked, outside.network, allowance

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of `host` that takes one."""
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in self._looked.up(host, port)[:_TRIED]:
            try:
                stream = self._network.connect_tcp(address, port, self._allowance.step(), None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = failure or error
            else:
                return _Timed(stream, self._allowance)
        raise failure or httpcore.ConnectError(f"there is no such name: {host}")


class ToProxy(httpcore.NetworkBackend):
    """Connects to the proxy that a person named, wherever it is."""

    def __init__(self, outside: Outside, allowance: Allowance) -> None:
        self._network, self._allowance = outside.network, allowance

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the proxy."""
        stream = self._network.connect_tcp(host, port, self._allowance.step(), None, socket_options)
        return _Timed(stream, self._allowance)


class _Timed(httpcore.NetworkStream):
    """A stream whose every step is within the allowance, so that a byte now and then keeps nobody waiting."""

    def __init__(self, stream: httpcore.NetworkStream, allowance: Allowance) -> None:
        self._stream, self._allowance = stream, allowance

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._allowance.step())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._allowance.step())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Timed(self._stream.start_tls(ssl_context, server_hostname, self._allowance.step()), self._allowance)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
