"""What a server answered."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import httpx

OK, UNCHANGED = 200, 304
REDIRECTS = frozenset((301, 302, 303, 307, 308))
Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer to one request, its body unpacked. `address` is the machine that gave it, where that is known.

    `asked` are the headers of the request, `headers` those of the answer, both as they went over the wire.
    """

    url: httpx.URL
    status: int
    reason: str
    headers: Headers
    body: bytes
    at: dt.datetime
    asked: Headers = ()
    address: str | None = None

    def header(self, name: str) -> str | None:
        """A header's value, or None where it is not there."""
        found: str | None = httpx.Headers(list(self.headers)).get(name)
        return found

    @property
    def location(self) -> str | None:
        """Where it says to ask instead; None where it does not."""
        return self.header("location") if self.status in REDIRECTS else None
