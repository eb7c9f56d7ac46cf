"""Dates made of other dates: their parts, and runs from one to another."""

from __future__ import annotations

import datetime as dt
from abc import abstractmethod
from dataclasses import dataclass

from tallybook.dates import calendars
from tallybook.dates.calendars import Part
from tallybook.dates.relative import Weekday
from tallybook.dates.when import AS_WRITTEN, Calendar, Relative, Season, When
from tallybook.model import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut(When):
    """Something cut out of a whole period."""

    whole: When

    def _why(self) -> str:
        return self.whole.why

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        period = self.whole.days(now, ahead=ahead)
        return self._cut(period) if period else None

    @abstractmethod
    def _cut(self, period: Period) -> Period: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf(Cut):
    """A rough part: "early December", "the end of 2023"."""

    part: Part

    def _cut(self, period: Period) -> Period:
        return period if period.start == period.end else calendars.part(period, self.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceOf(Cut):
    """Piece `at` (from 0, or from the end if negative) of `pieces`: "the first half of 2023", "the third quarter"."""

    at: int
    pieces: int

    def _cut(self, period: Period) -> Period:
        return calendars.piece(period, self.at % self.pieces, self.pieces)


@dataclass(frozen=True, slots=True)
class Quarter(Relative):
    """Piece `at` of `pieces` of a year that is not named: the last such piece that has begun, or ahead the next."""

    at: int
    pieces: int

    def _from(self, now: dt.date, ahead: bool) -> Period | None:
        near = [calendars.piece(calendars.unit(now, "year", step), self.at, self.pieces) for step in (-1, 0, 1)]
        if ahead:
            return next((period for period in near if period.end >= now), None)
        return next((period for period in reversed(near) if period.start <= now), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around(Cut):
    """The week, month … around a date: "the week of October 14"."""

    unit: str

    def _cut(self, period: Period) -> Period:
        return calendars.unit(period.start, self.unit, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchOf(Cut):
    """Units within a period: "the first two weeks of May", "the second week of October"."""

    first: int
    count: int
    unit: str

    def _cut(self, period: Period) -> Period:
        return calendars.stretch(period, self.unit, self.first, self.count)


@dataclass(frozen=True, slots=True)
class Run(When):
    """From one date to another: "January to March 2024". What the first leaves out, the last completes."""

    first: When
    last: When

    def _why(self) -> str:
        return self.last.why if self.first.why == AS_WRITTEN else self.first.why

    def _days(self, now: dt.date | None, ahead: bool) -> Period | None:
        last = self.last.days(now, ahead=ahead)
        first = self.first.days(last.start if last and _is_loose(self.first) else now, ahead=False)
        if first and (last is None or last.end < first.start):
            last = self.last.days(first.end, ahead=True)
        if first is None or last is None or last.end < first.start:
            return None
        return Period(first.start, last.end)


def _is_loose(when: When) -> bool:
    """Whether a date leaves out parts that the other end of its run gives."""
    base = when.whole if isinstance(when, PartOf) else when
    return isinstance(base, Calendar | Weekday | Season)
