"""Dates counted from the day of writing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tallybook.dates import calendars
from tallybook.dates.when import RELATIVE, ROUGH, SOON, VAGUE, Relative, When
from tallybook.model import Period


@dataclass(frozen=True, slots=True)
class Weekday(Relative):
    """A day of the week; `shift` as in "last Friday" (-1), "this Friday" (0), "next Friday" (1)."""

    number: int
    shift: int | None = None

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        if self.shift == 0:
            day = now + dt.timedelta(days=self.number - now.weekday())
        else:
            day = calendars.weekday(now, self.number, self.shift or int(ahead and now.weekday() != self.number))
        return Period(day, day)


@dataclass(frozen=True, slots=True)
class Weekend(Relative):
    """Saturday and Sunday; without a shift the one under way, else the last (ahead: the next)."""

    shift: int | None = None

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        saturday = calendars.unit(now, "week", 0).start + dt.timedelta(days=5)
        weeks = self.shift if self.shift is not None else int(ahead or now >= saturday) - 1
        first = saturday + dt.timedelta(weeks=weeks)
        return Period(first, first + dt.timedelta(days=1))


@dataclass(frozen=True, slots=True)
class Unit(Relative):
    """A week, month, year … of the calendar: "last week", "next year".

    The current one ends (ahead: begins) with the day of writing, unless it is meant as a `whole` to cut from.
    """

    unit: str
    shift: int
    whole: bool = False

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        period = calendars.unit(now, self.unit, self.shift)
        if self.shift or self.whole:
            return period
        return Period(now, period.end) if ahead else Period(period.start, now)


@dataclass(frozen=True, slots=True)
class Window(Relative):
    """A stretch up to the day of writing (direction -1, "the past three days") or from it on (1, "the next week")."""

    count: int
    unit: str
    direction: int
    rough: bool = False

    def _why(self) -> str:
        return ROUGH if self.rough else RELATIVE

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        other = calendars.moved(now, self.unit, self.count * self.direction)
        return Period(min(now, other), max(now, other))


@dataclass(frozen=True, slots=True)
class Ago(Relative):
    """A time back: "two years ago"."""

    count: int
    unit: str
    rough: bool = False

    def _why(self) -> str:
        return ROUGH if self.rough else RELATIVE

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        return calendars.ago(now, self.unit, self.count)


@dataclass(frozen=True, slots=True)
class Days(Relative):
    """Days counted from the day of writing: "yesterday", "overnight"."""

    first: int
    last: int

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        return Period(now + dt.timedelta(days=self.first), now + dt.timedelta(days=self.last))


@dataclass(frozen=True, slots=True)
class Vague(Relative):
    """Words about time that give no days: "in recent weeks", "in the coming days", "the previous day"."""

    reason: str = VAGUE

    def _why(self) -> str:
        return self.reason

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        return None


@dataclass(frozen=True, slots=True)
class Nearest(Relative):
    """The last one that is over (direction -1, "last October") or the next to come (1, "next October")."""

    when: When
    direction: int

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        period = self.when.days(now, ahead=self.direction > 0)
        if period is None or period.end < now or now < period.start:
            return period
        if self.direction > 0:
            return self.when.days(period.end + dt.timedelta(days=1), ahead=True)
        return self.when.days(period.start - SOON - SOON, ahead=False)


@dataclass(frozen=True, slots=True)
class Later(Relative):
    """What is still to come of a period: "later this month"."""

    when: When

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        return self.when.days(now, ahead=True)


@dataclass(frozen=True, slots=True)
class WeekdayOf(Relative):
    """A day of another week: "Monday next week"."""

    number: int
    shift: int

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        day = calendars.unit(now, "week", self.shift).start + dt.timedelta(days=self.number)
        return Period(day, day)
