"""What fetching depends on outside the program: names, network, time. Tests give their own."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import httpcore

from tallybook.read.fetching.addresses import Resolve, resolve


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Names are resolved by `resolve`; `network` opens connections to addresses, never to names.

    `now` is the day and time that a page was taken, `monotonic` measures seconds, `sleep` waits.
    """

    resolve: Resolve = resolve
    network: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    now: Callable[[], dt.datetime] = _now
    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much is taken, and how long is waited. Seconds are of the network; waiting out of politeness is apart."""

    seconds: float = 60.0
    """For a page, all its redirects included."""
    step: float = 10.0
    """For one step: to connect, to get the next bytes."""
    redirects: int = 5
    retries: int = 2
    """After a 429 or 503."""
    longest_wait: float = 60.0
    """What a `Retry-After` may ask for."""
    longest_delay: float = 30.0
    """What a `Crawl-delay` may ask for; a longer one counts as this."""
    entries: int = 100
    """Pages that are fetched of one feed."""
    robots_bytes: int = 512_000
    """What is read of a robots.txt (RFC 9309, 2.5: at least 500 kibibytes)."""
    robots_seconds: float = 86_400.0
    """How long a robots.txt holds (RFC 9309, 2.4)."""
