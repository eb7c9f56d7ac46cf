"""Dates as far as a text gives them."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from tallybook.model.span import Span


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included."""

    start: dt.date
    end: dt.date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"a period cannot end ({self.end}) before it starts ({self.start})")

    def meets(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end

    def covers(self, other: Period) -> bool:
        """Whether every day of `other` is also one of this period."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A calendar date of which parts may be unknown, and how it was found.

    `how` is a short reason in plain words ("dateline", "JSON-LD datePublished", "page clock");
    `span` are its words in the document's text, None where it stands in markup only.
    """

    year: int | None
    month: int | None
    day: int | None
    how: str
    span: Span | None = None

    def period(self) -> Period | None:
        """The days it may mean, or None while the year is unknown."""
        if self.year is None:
            return None
        first_month, last_month = (self.month, self.month) if self.month else (1, 12)
        first_day = self.day or 1
        last_day = self.day or calendar.monthrange(self.year, last_month)[1]
        return Period(dt.date(self.year, first_month, first_day), dt.date(self.year, last_month, last_day))

    def date(self) -> dt.date | None:
        """The one day it names, or None where any part is missing."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)
