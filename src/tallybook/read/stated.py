"""What a container states of a page, joined with what the page says of itself."""

from __future__ import annotations

from dataclasses import replace

from tallybook.model import PartialDate
from tallybook.read.capture import Capture
from tallybook.read.header import bound
from tallybook.read.parts import Facts

TAKEN = "the day it was taken"
"""How a page's latest day is known where it comes from the time of the capture."""


def with_stated(facts: Facts, capture: Capture) -> Facts:
    """The facts of a page, filled from its container, which wins where it is the publication itself.

    The capture's own address goes before the one that a page claims. The time of the capture bounds the publication
    date from above, as the page's own clock does; the earlier of the two counts.
    """
    stated = capture.stated
    page, container = (facts, stated) if not stated.wins else (stated, facts)
    published = page.published or container.published
    return replace(
        facts,
        title=page.title or container.title,
        outlet=page.outlet or container.outlet,
        author=page.author or container.author,
        language=facts.language or stated.language,
        url=capture.url or facts.url,
        published=published,
        not_after=bound(published, _earlier(facts.not_after, _taken(capture))),
    )


def _taken(capture: Capture) -> PartialDate | None:
    if capture.seen is None:
        return None
    return PartialDate(year=capture.seen.year, month=capture.seen.month, day=capture.seen.day, how=TAKEN)


def _earlier(clock: PartialDate | None, taken: PartialDate | None) -> PartialDate | None:
    """The one that surely lies before the other; the page's own clock where they cannot be compared."""
    if clock is None or taken is None:
        return clock or taken
    shown, seen = clock.period(), taken.period()
    return taken if shown and seen and seen.end < shown.start else clock
