"""Dates in plain words, and the day at which a claim is shown."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import Claim, Document, PartialDate, Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Where in time a number is shown, in words, and why there where its own words give no date.

    Without a period it belongs in no order.
    """

    period: Period | None
    text: str
    how: str

    @property
    def at(self) -> dt.date | None:
        """The last day of the period: a total counts up to it."""
        return None if self.period is None else self.period.end


def moment_of(claim: Claim, document: Document) -> Moment:
    """The date the number refers to, else the date its article appeared, else none.

    A page's clock bounds a date from above and proves nothing else, so it puts no claim in order.
    """
    if claim.time is not None:
        return Moment(period=claim.time, text=plain_period(claim.time), how="")
    published = document.published.period() if document.published else None
    if document.published and published:
        text = f"article of {plain_period(published)}"
        return Moment(period=published, text=text, how="the words give no date of their own")
    if document.not_after and (bound := document.not_after.period()):
        return Moment(period=None, text=f"seen on {plain_day(bound.end)}", how="only the page's clock gives a date")
    return Moment(period=None, text="no date", how="neither the words nor the page give one")


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
