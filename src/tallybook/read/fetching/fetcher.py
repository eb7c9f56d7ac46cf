"""Addresses into captures: politely, within bounds, from the open internet alone, kept as they were answered."""

from __future__ import annotations

import datetime as dt
import email.utils
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

import httpx

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.fetching.addresses import page_url, refused
from tallybook.read.fetching.answer import OK, UNCHANGED, Answer, Headers
from tallybook.read.fetching.asking import Asker
from tallybook.read.fetching.kept import Kept
from tallybook.read.fetching.listed import listed_in, pages_in
from tallybook.read.fetching.network import Allowance
from tallybook.read.fetching.outside import Bounds, Outside
from tallybook.read.fetching.pace import Pace
from tallybook.read.fetching.robots import Robots
from tallybook.settings import Settings

_BUSY = frozenset((429, 503))
_OFFLINE = "name the file it was kept in with --keep-fetched, or leave --offline out"
Tell = Callable[[str], None]


def _silent(note: str) -> None:
    """Nobody is told."""


class Fetcher:
    """Fetches pages one after the other, for one thread. Close it when done.

    `tell` is given a line on what a person may want to know: that a page is unchanged, that a server asks to wait.
    Raises OutputError where what is fetched cannot be kept.
    """

    def __init__(
        self, settings: Settings, *, outside: Outside | None = None, bounds: Bounds | None = None, tell: Tell = _silent
    ) -> None:
        self._settings, self._fetching = settings, settings.fetching
        self._outside, self._bounds, self._tell = outside or Outside(), bounds or Bounds(), tell
        self._allowance = Allowance(self._bounds, self._outside.monotonic)
        self._asker = Asker(self._fetching, self._outside, self._allowance)
        self._pace = Pace(self._outside, self._allowance)
        self._robots = Robots(self._robots_file, self._bounds, self._outside.monotonic)
        self._kept = self._opened()

    def _opened(self) -> Kept | None:
        if self._fetching.kept is None:
            return None
        kept = Kept(self._fetching.kept, reading=self._fetching.offline)
        if kept.cut:
            self._tell(f"{kept.path}: the last record was incomplete; its {kept.cut} bytes are cut off")
        return kept

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give back what is open."""
        self._asker.close()

    def fetch(self, address: str, *, named: bool = True) -> Capture:
        """The page at an address, redirects followed. `named` is one that a person gave, rather than a feed.

        Raises UnreadableInput where it is not fetched, with the reason.
        """
        self._allowance.renew()
        url = page_url(address)
        for _ in range(self._bounds.redirects + 1):
            answer = self._page(url, named=named)
            if answer.location is None:
                return _capture(answer)
            url = _next(url, answer.location)
        raise refused(address, f"more than {self._bounds.redirects} redirects")

    def captures(self, address: str) -> Iterator[Capture | UnreadableInput]:
        """The pages that stand at an address or, where feeds are followed, those that its feed lists.

        Errors are yielded, never raised.
        """
        try:
            found = self.fetch(address)
            listed = listed_in(found, self._settings) if self._fetching.follow_feeds else None
        except UnreadableInput as error:
            yield error
            return
        if listed is None:
            yield from pages_in(found, self._settings)
            return
        if len(listed) > self._bounds.entries:
            self._tell(f"{address}: {len(listed)} pages are listed; the first {self._bounds.entries} are fetched")
        for one in listed[: self._bounds.entries]:
            yield from self._entry(one)

    def _entry(self, address: str) -> Iterator[Capture | UnreadableInput]:
        """The pages at an address that a feed lists."""
        try:
            found = self.fetch(address, named=False)
        except UnreadableInput as error:
            yield error
            return
        yield from pages_in(found, self._settings)

    def _page(self, url: httpx.URL, *, named: bool) -> Answer:
        """A page or a redirect: from the web, or from what is kept where the web has nothing newer."""
        known = self._kept.answer(url) if self._kept is not None else None
        if self._fetching.offline:
            if known is None:
                raise refused(url, "it is not among what was kept, and nobody is asked", hint=_OFFLINE)
            return known
        self._asker.look_up(url)
        delay = self._fetching.delay
        if not (named and self._fetching.ignore_robots):
            self._robots.refuse(url)
            delay = max(delay, self._robots.delay(url))
        answer = self._patiently(url, delay, more=_conditions(known), max_bytes=self._settings.max_bytes)
        unchanged = known is not None and (answer.status == UNCHANGED or _same(answer, known))
        if not unchanged and answer.status != OK and answer.location is None:
            raise refused(url, f"the server answers {answer.status}")
        return self._kept_of(answer, known if unchanged else None)

    def _kept_of(self, answer: Answer, known: Answer | None) -> Answer:
        """An answer once it is kept; in its place the one that is `known`, where nothing is new."""
        if known is None:
            if self._kept is not None:
                self._kept.keep(answer)
            return answer
        if self._kept is not None:
            self._kept.unchanged(answer, known)
        if known.location is None:
            self._tell(f"{known.url}: unchanged since {known.at:%Y-%m-%d %H:%M} UTC, the copy that was kept is read")
        return known

    def _patiently(self, url: httpx.URL, delay: float, *, more: Headers, max_bytes: int, cut: bool = False) -> Answer:
        """An answer, asked for again where the server is busy and says for how long, within bounds."""
        for attempt in range(self._bounds.retries + 1):
            self._pace.wait(url.host, delay)
            try:
                answer = self._asker.ask(url, more=more, max_bytes=max_bytes, cut=cut)
            finally:
                self._pace.asked(url.host)
            if answer.status not in _BUSY or attempt == self._bounds.retries:
                break
            wait = _wait_for(answer, otherwise=2.0 ** (attempt + 1))
            if wait > self._bounds.longest_wait:
                raise refused(url, f"the server answers {answer.status} and asks to wait {wait:.0f} seconds")
            self._tell(f"{url}: the server answers {answer.status}; asked again in {wait:.0f} seconds")
            self._pace.pause(wait)
        return answer

    def _robots_file(self, url: httpx.URL) -> Answer:
        """What stands at a robots.txt; redirects without end are a file that is not there (RFC 9309, 2.3.1.2)."""
        for _ in range(self._bounds.redirects + 1):
            answer = self._patiently(url, self._fetching.delay, more=(), max_bytes=self._bounds.robots_bytes, cut=True)
            if answer.location is None:
                break
            url = _next(url, answer.location)
        return answer


def _next(url: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads."""
    try:
        return page_url(str(url.join(location)))
    except UnreadableInput as error:
        raise refused(url, f"it redirects to {location!r}: {error.why}") from error
    except (httpx.InvalidURL, ValueError) as error:
        raise refused(url, f"it redirects to {location!r}, which is no address") from error


def _capture(answer: Answer) -> Capture:
    url = str(answer.url)
    return Capture(data=answer.body, where=url, url=url, media_type=answer.header("content-type"), seen=answer.at)


_CONDITIONS = {b"etag": b"If-None-Match", b"last-modified": b"If-Modified-Since"}


def _conditions(known: Answer | None) -> Headers:
    """Headers that ask for a page only where it is another than the one that is known (RFC 9110, 13.1)."""
    if known is None or known.status != OK:
        return ()
    told = {name.lower(): value for name, value in known.headers}
    return tuple((asked, told[name]) for name, asked in _CONDITIONS.items() if name in told)


def _same(answer: Answer, kept: Answer) -> bool:
    return (answer.status, answer.location, answer.body) == (kept.status, kept.location, kept.body)


def _wait_for(answer: Answer, *, otherwise: float) -> float:
    """Seconds that a server asks to wait, as a number or as a day and time (RFC 9110, 10.2.3)."""
    words = (answer.header("retry-after") or "").strip()
    if words.isdecimal():
        return float(words[:9])
    try:
        until = email.utils.parsedate_to_datetime(words)
    except ValueError:
        return otherwise
    aware = until if until.tzinfo is not None else until.replace(tzinfo=dt.UTC)
    return max(0.0, (aware - answer.at).total_seconds())
