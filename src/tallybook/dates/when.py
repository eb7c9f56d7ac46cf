"""What a date expression means, before it is known when it was written; and the dates that name a year or month."""

from __future__ import annotations

import calendar
import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass

from tallybook.dates import calendars
from tallybook.model import Period

AS_WRITTEN = "as written"
RELATIVE = "counted from the publication date"
ROUGH = "counted from the publication date, by a rough number"
NO_ANCHOR = "the publication date is unknown"
VAGUE = "too vague for days"
TOLD = "counted from a day that the story names elsewhere"

SOON = dt.timedelta(days=31)
"""A day and month without a year up to this far ahead is the coming one: of the last one news would say "last year"."""


class When(ABC):
    """The meaning of a date expression."""

    __slots__ = ()

    @property
    def why(self) -> str:
        """How its days are found, in plain words."""
        return self._why()

    def days(self, now: dt.date | None, *, ahead: bool) -> Period | None:
        """The days it means in a text written on `now`; `ahead` looks for the next ones instead of the last.

        None where the words do not tell, or would need an unknown `now`. Raises `ValueError` or `OverflowError` for
        days beyond the years 1 to 9999.
        """
        return self._days(now, ahead)

    def _why(self) -> str:
        return RELATIVE

    @abstractmethod
    def _days(self, now: dt.date | None, ahead: bool) -> Period | None: ...


class Relative(When):
    """An expression that means nothing without the day of writing."""

    __slots__ = ()

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        return self._from(now, ahead) if now else None

    @abstractmethod
    def _from(self, now: dt.date, ahead: bool) -> Period | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar(When):
    """A calendar date, or a month or year, as far as written. `last_day` ends a run of days ("March 3–5")."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    year_shift: int | None = None

    def _why(self) -> str:
        if self.year is not None:
            return AS_WRITTEN
        return RELATIVE if self.year_shift is not None else "year taken from the publication date"

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        if self.year is not None:
            return self._in(self.year, self.month)
        if now is None:
            return None
        if self.year_shift is not None:
            return self._in(now.year + self.year_shift, self.month)
        return self._next(now) if ahead else self._latest(now)

    def _in(self, year: int, month: int | None) -> Period | None:
        if month is None:
            return calendars.months(year, 1, 12)
        if self.day is None:
            return calendars.month(year, month)
        length = calendar.monthrange(year, month)[1]
        if self.day > length:
            return None
        return Period(dt.date(year, month, self.day), dt.date(year, month, min(self.last_day or self.day, length)))

    def _near(self, now: dt.date) -> list[Period]:
        """All its occurrences around `now`, eight years either way because of February 29."""
        if self.month is None:
            steps = [divmod(now.year * 12 + now.month - 1 + step, 12) for step in range(-12, 13)]
            near = [self._in(year, index + 1) for year, index in steps]
        else:
            near = [self._in(now.year + step, self.month) for step in range(-8, 9)]
        return [period for period in near if period]

    def _next(self, now: dt.date) -> Period | None:
        return next((period for period in self._near(now) if period.end >= now), None)

    def _latest(self, now: dt.date) -> Period | None:
        limit = now + SOON if self.day is not None and self.month is not None else now
        return next((period for period in reversed(self._near(now)) if period.start <= limit), None)


@dataclass(frozen=True, slots=True)
class Swapped(When):
    """A numeric date whose day and month may stand either way."""

    year: int
    first: int
    second: int

    def _why(self) -> str:
        return "day and month may stand either way"

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        return None


@dataclass(frozen=True, slots=True)
class Season(When):
    """Three months from `first` on (northern half of the earth); winter bears the year of its December.

    `shift` as in "last summer" (-1), "this summer" (0), "next summer" (1).
    """

    first: int
    year: int | None = None
    shift: int | None = None

    def _why(self) -> str:
        return AS_WRITTEN if self.year is not None else RELATIVE

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        if self.year is not None:
            return calendars.months(self.year, self.first, 3)
        if now is None:
            return None
        near = [calendars.months(now.year + step, self.first, 3) for step in (-2, -1, 0, 1, 2)]
        if self.shift == 0:
            return near[2]
        if self.shift == 1 or (ahead and self.shift is None):
            return next((period for period in near if period.start > now), None)
        over = [period for period in near if (period.end if self.shift else period.start) < now]
        return over[-1] if over else None


@dataclass(frozen=True, slots=True)
class Decade(When):
    """Ten years, as in "the 1990s"."""

    first: int

    def _why(self) -> str:
        return AS_WRITTEN

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        return calendars.months(self.first, 1, 120)
