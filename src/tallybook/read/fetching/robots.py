"""What a site's robots.txt allows (RFC 9309), read by protego, asked for once a day at most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from tallybook.errors import UnreadableInput
from tallybook.read.fetching.addresses import HINT, refused
from tallybook.read.fetching.answer import OK, Answer
from tallybook.read.fetching.outside import Bounds

TOKEN = "tallybook"  # noqa: S105 - the name that a robots.txt knows this program by
_TOO_MANY = 429
_HINT = f"{HINT}; or, for a page that you may ask for, give --ignore-robots"
_LATER = f"try again later, or {HINT}"


@dataclass(frozen=True, slots=True)
class _Rules:
    """What a site's file says: None where it could not be read, with why."""

    rules: Protego | None
    why: str
    until: float


class Robots:
    """The files of the sites that were asked. `ask` gets one, its redirects followed, and raises UnreadableInput."""

    def __init__(self, ask: Callable[[httpx.URL], Answer], bounds: Bounds, monotonic: Callable[[], float]) -> None:
        self._ask, self._bounds, self._monotonic = ask, bounds, monotonic
        self._known: dict[httpx.URL, _Rules] = {}

    def refuse(self, url: httpx.URL) -> None:
        """Raises UnreadableInput where a page may not be asked for.

        A site without the file (4xx) allows everything. One whose file cannot be had (5xx, 429, no answer) allows
        nothing for now.
        """
        found = self._of(url)
        if found.rules is None:
            why = f"robots.txt of {url.host} cannot be read, so nothing there is asked for now: {found.why}"
            raise refused(url, why, hint=_LATER)
        if not found.rules.can_fetch(str(url), TOKEN):
            raise refused(url, f"robots.txt of {url.host} does not allow it", hint=_HINT)

    def delay(self, url: httpx.URL) -> float:
        """Seconds that the site wants between two requests, as far as they are granted."""
        found = self._of(url)
        asked = found.rules.crawl_delay(TOKEN) if found.rules is not None else None
        return min(asked or 0.0, self._bounds.longest_delay)

    def _of(self, url: httpx.URL) -> _Rules:
        place = url.copy_with(raw_path=b"/robots.txt")
        found = self._known.get(place)
        if found is None or found.until < self._monotonic():
            found = self._known[place] = self._read(place)
        return found

    def _read(self, place: httpx.URL) -> _Rules:
        holds = self._monotonic() + self._bounds.robots_seconds
        try:
            answer = self._ask(place)
        except UnreadableInput as error:
            return _Rules(None, error.why, self._monotonic() + self._bounds.seconds)
        if answer.status >= 500 or answer.status == _TOO_MANY:
            return _Rules(None, f"the server answers {answer.status}", self._monotonic() + self._bounds.seconds)
        text = answer.body.decode("utf-8-sig", "replace") if answer.status == OK else ""
        return _Rules(Protego.parse(text), "", holds)
