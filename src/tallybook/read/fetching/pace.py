"""A pause between two requests to one host."""

from __future__ import annotations

from tallybook.read.fetching.network import Allowance
from tallybook.read.fetching.outside import Outside


class Pace:
    """When each host was asked last. What is waited is not taken from the time that a page may take."""

    def __init__(self, outside: Outside, allowance: Allowance) -> None:
        self._outside, self._allowance = outside, allowance
        self._last: dict[str, float] = {}

    def wait(self, host: str, delay: float) -> None:
        """Wait until the last request to a host is `delay` seconds ago."""
        last = self._last.get(host)
        if last is not None:
            self.pause(last + delay - self._outside.monotonic())

    def pause(self, seconds: float) -> None:
        """Wait."""
        if seconds > 0:
            self._outside.sleep(seconds)
            self._allowance.extend(seconds)

    def asked(self, host: str) -> None:
        """A request to a host ended now."""
        self._last[host] = self._outside.monotonic()
