"""Dates in plain words, and the day at which a claim is shown."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import Borrowed, Claim, Document, PartialDate, Period

_OF_PAGE = "the words give no date of their own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where in time a number is shown, in words, and why there where its own words give no date.

    Without a period it belongs in no order. `year_from` says where its year was taken from that nothing on its page
    gives.
    """

    period: Period | None
    text: str
    how: str
    year_from: str = ""

    @property
    def at(self) -> dt.date | None:
        """The last day of the period: a total counts up to it."""
        return None if self.period is None else self.period.end


def moment_of(claim: Claim, document: Document, borrowed: Borrowed | None = None) -> Moment:
    """The date the number refers to, else the date its article appeared, else none.

    A page's clock bounds a date from above and proves nothing else, so it puts no claim in order. A year that was
    `borrowed` is marked as such.
    """
    if claim.time is not None:
        return Moment(period=claim.time, text=plain_period(claim.time), how="")
    if borrowed is not None:
        return _on_borrowed(claim, borrowed)
    published = document.published_at(claim.span.start)
    period = published.period() if published else None
    if period:
        text = f"{'post' if published is not document.published else 'article'} of {plain_period(period)}"
        return Moment(period=period, text=text, how=_OF_PAGE)
    if document.not_after and (bound := document.not_after.period()):
        return Moment(period=None, text=f"seen on {plain_day(bound.end)}", how="only the page's clock gives a date")
    return Moment(period=None, text="no date", how="neither the words nor the page give one")


def _on_borrowed(claim: Claim, borrowed: Borrowed) -> Moment:
    days = f"{plain_period(borrowed.period)}, {borrowed.why}"
    if claim.partial_time is not None and claim.partial_time.month is not None:
        return Moment(period=borrowed.period, text=days, how="the words give no year", year_from=borrowed.why)
    return Moment(period=borrowed.period, text=f"article of {days}", how=_OF_PAGE, year_from=borrowed.why)


def plain_day(day: dt.date) -> str:
    """A day in words.

    >>> plain_day(dt.date(2025, 1, 13))
    '13 January 2025'
    """
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def plain_period(period: Period) -> str:
    """A period in the fewest words that say it: a day, a month, a year, or from one to another.

    >>> plain_period(Period(dt.date(2025, 1, 1), dt.date(2025, 2, 28)))
    'January to February 2025'
    """
    start, end = period.start, period.end
    if start == end:
        return plain_day(start)
    whole = start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]
    if whole and (start.month, end.month) == (1, 12):
        return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
    if whole:
        return _from_to(start, end, month=calendar.month_name[end.month])
    return _days(start, end)


def plain_date(date: PartialDate) -> str:
    """A date as far as it is known."""
    if date.year is not None and (period := date.period()):
        return plain_period(period)
    parts = [str(date.day) if date.day else "", calendar.month_name[date.month] if date.month else ""]
    return " ".join([part for part in parts if part] + ["(year unknown)"])


def span_of(periods: Sequence[Period]) -> Period:
    """From the first day of all to the last."""
    return Period(min(period.start for period in periods), max(period.end for period in periods))


def _from_to(start: dt.date, end: dt.date, *, month: str) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{month} {end.year}"
    first = calendar.month_name[start.month]
    return f"{first} to {month} {end.year}" if start.year == end.year else f"{first} {start.year} to {month} {end.year}"


def _days(start: dt.date, end: dt.date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{plain_day(end)}"
    if start.year == end.year:
        return f"{start.day} {calendar.month_name[start.month]} to {plain_day(end)}"
    return f"{plain_day(start)} to {plain_day(end)}"
