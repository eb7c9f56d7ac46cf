"""One request, one answer: over a connection that was looked at, or through the proxy that a person named."""

from __future__ import annotations

import re

import httpcore
import httpx

from tallybook import __version__
from tallybook.errors import UnreadableInput
from tallybook.read.fetching.addresses import HINT, default_port, refused
from tallybook.read.fetching.answer import OK, Answer, Headers
from tallybook.read.fetching.bodies import ENCODINGS, Unusable, body_of
from tallybook.read.fetching.network import Allowance, Direct, Looked, PrivateAddress, ToProxy
from tallybook.read.fetching.outside import Outside
from tallybook.settings import Fetching

AGENT = f"tallybook/{__version__} (a reader asked for this page)"
_ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"
_SECRET = re.compile(r"//.*@")
"""The name and the password that an address of a proxy may hold; no error shows them."""
_INSIDE = "where that is a page of your own network, allow it with --allow-private-addresses"


class Asker:
    """Asks servers, one request at a time. No cookies, no passwords, nothing from the environment's proxies."""

    def __init__(self, fetching: Fetching, outside: Outside, allowance: Allowance) -> None:
        self._outside = outside
        self._looked = Looked(outside, allow_private=fetching.allow_private)
        self._proxied = fetching.proxy is not None
        self._proxy_alone = self._proxied and fetching.allow_private
        self._pool = _pool(fetching, self._looked, outside, allowance)

    def close(self) -> None:
        """Close what is connected."""
        self._pool.close()

    def look_up(self, url: httpx.URL) -> None:
        """Raises UnreadableInput where there is no such name, or it does not lead to the open internet alone.

        A connection looks again, for itself. Through a proxy this is the only look: the proxy resolves the name anew,
        and where private addresses are allowed, it alone does.
        """
        if self._proxy_alone:
            return
        try:
            self._looked.up(url.raw_host.decode("ascii"), url.port or default_port(url))
        except httpcore.ConnectError as error:
            raise _unanswered(url, error) from error

    def ask(self, url: httpx.URL, *, max_bytes: int, more: Headers, cut: bool = False) -> Answer:
        """What a server answers, at most `max_bytes` of it; with `cut` the beginning of what is longer.

        Raises UnreadableInput where nothing is answered, too much, or the address is not of the open internet.
        """
        asked = _headers(url, more)
        if self._proxied:
            self.look_up(url)
        try:
            return self._asked(url, asked, max_bytes=max_bytes, cut=cut)
        except Unusable as error:
            raise refused(url, str(error)) from error
        except _FAILURES as error:
            raise _unanswered(url, error) from error

    def _asked(self, url: httpx.URL, asked: Headers, *, max_bytes: int, cut: bool) -> Answer:
        target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        with self._pool.stream("GET", target, headers=list(asked)) as answer:
            encoding = httpx.Headers(answer.headers).get("content-encoding", "")
            chunks = answer.iter_stream() if answer.status == OK else ()  # nobody reads the words beside a redirect
            return Answer(
                url=url,
                status=answer.status,
                reason=answer.extensions.get("reason_phrase", b"").decode("latin-1"),
                headers=tuple(answer.headers),
                body=body_of(chunks, encoding, max_bytes=max_bytes, cut=cut),
                at=self._outside.now(),
                asked=asked,
                address=None if self._proxied else _peer(answer),
            )


_FAILURES = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    httpcore.UnsupportedProtocol,
)


def _pool(fetching: Fetching, looked: Looked, outside: Outside, allowance: Allowance) -> httpcore.ConnectionPool:
    """Connections, none of which is kept for a later request: each is looked at anew."""
    trusted = httpx.create_ssl_context()
    if fetching.proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=trusted, max_keepalive_connections=0, network_backend=Direct(looked, outside, allowance)
        )
    proxy = _proxy(fetching.proxy)
    return httpcore.HTTPProxy(
        proxy_url=httpcore.URL(scheme=proxy.raw_scheme, host=proxy.raw_host, port=proxy.port, target=b"/"),
        proxy_auth=(proxy.username, proxy.password) if proxy.userinfo else None,
        ssl_context=trusted,
        proxy_ssl_context=httpx.create_ssl_context() if proxy.scheme == "https" else None,
        max_keepalive_connections=0,
        network_backend=ToProxy(outside, allowance),
    )


def _proxy(words: str) -> httpx.URL:
    try:
        url = httpx.URL(words)
    except (httpx.InvalidURL, ValueError) as error:
        raise _no_proxy(words, str(error)) from error
    if url.scheme not in ("http", "https") or not url.raw_host:
        raise _no_proxy(words, "it is not of http or https")
    return url


def _no_proxy(words: str, why: str) -> UnreadableInput:
    shown = _SECRET.sub("//", words)
    return UnreadableInput("that is no proxy", where=shown, why=why, hint="give one as http://host:port")


def _headers(url: httpx.URL, more: Headers) -> Headers:
    plain = {"User-Agent": AGENT, "Accept": _ACCEPT, "Accept-Encoding": ENCODINGS}
    given = ((name.encode("ascii"), value.encode("ascii")) for name, value in plain.items())
    return ((b"Host", url.netloc), *given, *more)


def _peer(answer: httpcore.Response) -> str | None:
    stream = answer.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    return str(peer[0]) if peer else None


def _unanswered(url: httpx.URL, error: Exception) -> UnreadableInput:
    words = str(error) or type(error).__name__
    if isinstance(error, PrivateAddress):
        return refused(url, words, hint=_INSIDE)
    if isinstance(error, httpcore.TimeoutException) and "took" not in words:
        words = "the server does not answer in time"
    return refused(url, words, hint=f"try again later, or {HINT}")
