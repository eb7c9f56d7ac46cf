"""Who may ask: the address a page was reached by, the page that asks, the token, and how much is sent.

The names are those of the attacks. DNS rebinding: a stranger's name made to point at this machine; so a name that is
not ours is refused. Cross-site request forgery: a stranger's page that writes with the browser of a reader; so what it
says of where a request comes from (Origin, Sec-Fetch-Site) has to be ourselves.
"""

from __future__ import annotations

import hmac
import ipaddress
import re
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tallybook.web.details import MEDIA, problem_body

COOKIE = "tallybook"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
API = "/api/"
OPEN = frozenset({"/enter"})
"""Where somebody without a token may go: to give it."""

_HOST = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<name>[A-Za-z0-9._-]+))(?::\d{1,5})?")
STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}


class OneTimeCode:
    """A code in a link that lets in once. Looking at the link does not use it up, so that no preview of it does."""

    def __init__(self) -> None:
        self._code: str | None = secrets.token_urlsafe(24)
        self._lock = threading.Lock()

    @property
    def code(self) -> str | None:
        """The code, None once it was used."""
        return self._code

    def use(self, given: str) -> bool:
        """Whether this is the code; from then on it is none."""
        with self._lock:
            fits = self._code is not None and same(given, self._code)
            self._code = None if fits else self._code
            return fits


@dataclass(frozen=True, kw_only=True)
class Rules:
    """What is let in. `names` are hosts as a browser names them, any literal address too where `addresses` says so.

    `token` is None where everybody who reaches this machine's own address may read and write. `max_body` bounds a
    request, in bytes. `session` is what the cookie holds: it proves that its holder once gave the token,
    or the `code` of a link.
    """

    names: frozenset[str]
    addresses: bool = False
    token: str | None = None
    max_body: int = 200_000_000
    code: OneTimeCode = field(default_factory=lambda: OneTimeCode())
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    def admits(self, given: str | None) -> bool:
        """Whether a token is the token; takes as long whatever was given."""
        return self.token is not None and same(given or "", self.token)


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach what is bound to a host.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    address = _address(host)
    return address.is_loopback if address is not None else host.lower() == "localhost"


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are one, in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())


class Guard:
    """Around an app: refuses what the rules do not let in, and gives every answer the headers of a careful one."""

    def __init__(self, app: ASGIApp, rules: Rules) -> None:
        self.app, self.rules = app, rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for the app, or let it answer."""
        if scope["type"] == "websocket":  # there is none, so none is let past what is asked of a request
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        careful = _with_headers(send)
        refused = refusal(scope["method"], scope["path"], Headers(scope=scope), self.rules)
        if refused is None:
            await self.app(scope, _bounded(receive, self.rules.max_body), careful)
        else:
            await _refuse(careful, *refused)


def refusal(method: str, path: str, headers: Mapping[str, str], rules: Rules) -> tuple[int, str] | None:
    """The status and the reason for which a request is refused; None where it is let in."""
    host = headers.get("host", "")
    if not _is_ours(host, rules):
        return 421, "this is not the name of this server"
    if _is_foreign(method, path, headers, host):
        return 403, "the request comes from another site"
    if path not in OPEN and not _is_known(headers, rules):
        return 401, "the token is needed"
    if _length(headers) > rules.max_body:
        return 413, f"more than {rules.max_body:,} bytes"
    return None


def _is_ours(host: str, rules: Rules) -> bool:
    found = _HOST.fullmatch(host)
    if found is None:
        return False
    name = (found["six"] or found["name"]).lower()
    return name in rules.names or (rules.addresses and _address(name) is not None)


def _is_foreign(method: str, path: str, headers: Mapping[str, str], host: str) -> bool:
    """Pages may be linked to from anywhere; data is only for our own pages, and so is writing."""
    if method in SAFE and not path.startswith(API):
        return False
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in ("same-origin", "none"):
        return True
    return origin is not None and origin not in (f"http://{host}", f"https://{host}")


def _is_known(headers: Mapping[str, str], rules: Rules) -> bool:
    if rules.token is None:
        return True
    scheme, _, given = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return rules.admits(given.strip())
    return same(_cookie(headers.get("cookie", "")), rules.session)


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _length(headers: Mapping[str, str]) -> int:
    given = headers.get("content-length", "0")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 20 else 0


def _address(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def _bounded(receive: Receive, limit: int) -> Receive:
    """Counts what comes, since a request need not say how long it is."""
    taken = 0

    async def counted() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > limit:
            raise HTTPException(413, f"more than {limit:,} bytes")
        return message

    return counted


def _with_headers(send: Send) -> Send:
    async def careful(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in {**HEADERS, "Content-Security-Policy": STRICT}.items():
                headers.setdefault(name, value)
        await send(message)

    return careful


async def _refuse(send: Send, status: int, why: str) -> None:
    body = problem_body(status, why)
    headers = [(b"content-type", MEDIA.encode()), (b"content-length", str(len(body)).encode())]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
