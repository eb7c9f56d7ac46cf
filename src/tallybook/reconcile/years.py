"""Years that a page leaves out, taken from the other dates of its story where these leave one sensible year.

All days that one page tells without a year are resolved together: the page is supposed to be written in some month, and
every month without a year is the last one before it. Such a reading is as far from the story as its days lie, on
average, from the nearest day that the story's pages date in full. The nearest reading is taken if it lies clearly
nearer than any other; else the days stay without a year.
"""

from __future__ import annotations

import calendar
import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tallybook.model import Claim, Document, Modality, PartialDate, Period

NEAR_DAYS = 120
"""A reading further than this from what the story dates is no likelier than another story of another year."""
CLEAR_DAYS = 180
"""Half a year: by so much the next reading must be further off, or either may be meant."""
FROM_PAGES = "year taken from other pages of the story"
FROM_PAGE = "year taken from other dates of its page"
_AHEAD = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.PROJECTED})

Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Years:
    """What one page borrows: its day of publication, the days of its claims by their ids, and where they are from."""

    published: Period | None
    told: Mapping[str, Period]
    why: str


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that tells days without their year."""

    document: Document
    partial: tuple[Claim, ...]
    own: tuple[Period, ...]


def borrow_years(claims: Iterable[Claim], documents: Mapping[str, Document]) -> dict[str, Years]:
    """For each page of one story that lacks a year and gets one, what it gets, by document id."""
    by_page: dict[str, list[Claim]] = {document: [] for document in documents}
    for claim in claims:
        by_page.setdefault(claim.document_id, []).append(claim)
    known = {page: tuple(_known(documents.get(page), own)) for page, own in by_page.items()}
    found: dict[str, Years] = {}
    for document in documents.values():
        page = _page(document, by_page[document.id], known[document.id])
        years = _years(page, known) if page is not None else None
        if years is not None:
            found[document.id] = years
    return found


def _page(document: Document, claims: Sequence[Claim], own: tuple[Period, ...]) -> _Page | None:
    published = document.published
    if published is not None and published.year is not None:
        return None
    partial = tuple(claim for claim in claims if claim.partial_time is not None and claim.partial_time.month)
    if not partial and (published is None or published.month is None):
        return None
    return _Page(document, partial, own)


def _known(document: Document | None, claims: Sequence[Claim]) -> Iterator[Period]:
    """The days a page dates in full: its own, and those of what it reports of the story's own incident."""
    published = document.published.period() if document is not None and document.published is not None else None
    if published is not None:
        yield published
    yield from (claim.time for claim in claims if claim.time is not None and _is_past(claim) and claim.incident is None)


def _is_past(claim: Claim) -> bool:
    return claim.modality not in {*_AHEAD, Modality.DENIED}


def _years(page: _Page, known: Mapping[str, Sequence[Period]]) -> Years | None:
    others = [period for document, periods in known.items() if document != page.document.id for period in periods]
    return _nearest(page, page.own, FROM_PAGE) or _nearest(page, others, FROM_PAGES)


def _nearest(page: _Page, known: Sequence[Period], why: str) -> Years | None:
    """The reading nearest to the known days, None where another one is nearly as near, or none is near."""
    timeline = _Timeline(known)
    if not known:
        return None
    readings: dict[tuple[Period | None, tuple[Period, ...]], float] = {}
    for month in _months(page, known):
        reading = _reading(page, month)
        if reading is not None and reading not in readings and _possible(page, reading, month):
            days = [period for period in (reading[0], *reading[1]) if period is not None]
            readings[reading] = sum(map(timeline.distance, days)) / len(days)
    ranked = sorted(readings.items(), key=lambda item: (item[1], str(item[0])))
    if not ranked or ranked[0][1] > NEAR_DAYS or (len(ranked) > 1 and ranked[1][1] - ranked[0][1] < CLEAR_DAYS):
        return None
    published, told = ranked[0][0]
    return Years(published, {claim.id: days for claim, days in zip(page.partial, told, strict=True)}, why)


def _months(page: _Page, known: Sequence[Period]) -> Iterator[Month]:
    """The months in which the page may have been written, from a year before to two years after the known days."""
    published = page.document.published
    first, last = min(day.start.year for day in known) - 1, max(day.end.year for day in known) + 2
    for year in range(max(first, 2), min(last, 9998) + 1):
        for month in range(1, 13):
            if published is None or published.month is None or published.month == month:
                yield year, month


def _reading(page: _Page, written: Month) -> tuple[Period | None, tuple[Period, ...]] | None:
    """The days of the page and of its claims if it was written in that month; None where there is no such day."""
    published = page.document.published
    try:
        own = replace(published, year=written[0]).period() if published is not None and published.month else None
        told = [_told(claim, written, published) for claim in page.partial]
    except ValueError:
        return None  # 29 February
    return own, tuple(told)


def _told(claim: Claim, written: Month, published: PartialDate | None) -> Period:
    """The last such month before the page, the next one for what is still to come."""
    date = claim.partial_time
    if date is None or date.month is None:
        raise ValueError(claim.id)
    year, month = written
    own_day = published.day if published is not None else None
    later = date.month > month or (date.month == month and bool(own_day and date.day and date.day > own_day))
    if claim.modality in _AHEAD:
        year += date.month < month
    else:
        year -= later
    days = replace(date, year=year).period()
    if days is None:
        raise ValueError(claim.id)
    return days


def _possible(page: _Page, reading: tuple[Period | None, tuple[Period, ...]], written: Month) -> bool:
    """Whether the page would not be older than what it reports itself, nor newer than its clock."""
    last = dt.date(*written, calendar.monthrange(*written)[1])
    published = reading[0] or Period(dt.date(*written, 1), last)
    clock = page.document.not_after.period() if page.document.not_after is not None else None
    if clock is not None and published.start > clock.end:
        return False
    return all(own.start <= published.end for own in page.own)


class _Timeline:
    """Known days, asked for the one nearest to others."""

    def __init__(self, known: Iterable[Period]) -> None:
        ordered = sorted(known, key=lambda period: (period.start, period.end))
        self._starts = [period.start for period in ordered]
        self._reach: list[dt.date] = []
        for period in ordered:
            self._reach.append(max(period.end, self._reach[-1]) if self._reach else period.end)

    def distance(self, days: Period) -> int:
        """Days between these and the nearest known ones, 0 where they share one."""
        at = bisect_left(self._starts, days.end)
        gaps = []
        if at < len(self._starts):
            gaps.append((self._starts[at] - days.end).days)
        if at > 0:
            gaps.append((days.start - self._reach[at - 1]).days)
        return max(0, min(gaps))
