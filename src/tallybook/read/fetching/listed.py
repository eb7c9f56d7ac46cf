"""What stands at an address that is no page by itself: the pages that a feed, a mail or an archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tallybook.errors import UnreadableInput
from tallybook.read.capture import Capture
from tallybook.read.containers import captures_in
from tallybook.read.containers.formats import Format, format_of
from tallybook.read.containers.source import HEAD
from tallybook.settings import Settings

_FEEDS = (Format.FEED, Format.JSON_FEED)


def pages_in(capture: Capture, settings: Settings) -> Iterator[Capture | UnreadableInput]:
    """The capture itself where it is a page, else what it holds, each under its own address where it has one.

    Errors are yielded, never raised.
    """
    if format_of(capture.data[:HEAD]) is Format.PAGE:
        yield capture
        return
    for found in captures_in(capture.data, capture.where, settings):
        if isinstance(found, Capture):
            found = replace(found, path=None, url=found.url or found.where, seen=found.seen or capture.seen)
        yield found


def listed_in(capture: Capture, settings: Settings) -> tuple[str, ...] | None:
    """The addresses that a feed lists, in its order, each once; None of anything else than a feed.

    Raises UnreadableInput where the feed cannot be read or lists none.
    """
    if format_of(capture.data[:HEAD]) not in _FEEDS:
        return None
    entries = tuple(captures_in(capture.data, capture.where, settings))
    urls = dict.fromkeys(entry.url for entry in entries if isinstance(entry, Capture) and entry.url)
    if not urls:
        failed = next((entry for entry in entries if isinstance(entry, UnreadableInput)), None)
        raise failed or UnreadableInput(
            "the feed lists no pages", where=capture.where, why="no entry has a link", hint="read it without following"
        )
    return tuple(urls)
