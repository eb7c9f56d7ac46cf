"""Pages from the web for the app: one fetcher for all jobs, made when the first address is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tallybook.errors import UnreadableInput
from tallybook.settings import Settings

if TYPE_CHECKING:
    from tallybook.read import Capture
    from tallybook.read.fetching import Fetcher


class Taking:
    """Fetches pages for the one thread that reads them. Close it behind that thread."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._fetcher: Fetcher | None = None

    def __call__(self, url: str) -> Capture:
        """The page at an address.

        Raises UnreadableInput where it is not fetched, or several pages stand there, and OutputError where it cannot
        be kept.
        """
        if self._fetcher is None:
            from tallybook.read.fetching import Fetcher  # loads a client that most sessions never need

            self._fetcher = Fetcher(self._settings)
        found = tuple(self._fetcher.captures(url))
        if len(found) != 1:
            why, hint = f"{len(found)} pages are in it", "add those by their own addresses, or take `tallybook run`"
            raise UnreadableInput("that is no single page", where=url, why=why, hint=hint)
        (page,) = found
        if isinstance(page, UnreadableInput):
            raise page
        return page

    def close(self) -> None:
        """Give back what is open."""
        if self._fetcher is not None:
            self._fetcher.close()
