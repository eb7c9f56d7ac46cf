"""Periods of the calendar and how to move among them. All functions are pure; the calendar is ISO 8601's."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Literal

from tallybook.model import Period

Part = Literal["start", "early", "mid", "late", "end"]

_WEEK = 7
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS = {"hour": 1, "day": 1, "week": _WEEK, "fortnight": 2 * _WEEK}
_LONG = 60
"""Parts of periods up to this many days are counted in days of a month, above in thirds."""


def month(year: int, number: int) -> Period:
    """All days of a month."""
    return Period(dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1]))


def months(year: int, first: int, count: int) -> Period:
    """`count` whole months from month `first` of `year` on; `first` may lie outside 1–12."""
    last = first + count - 1
    return Period(_month_at(year, first).start, _month_at(year, last).end)


def _month_at(year: int, number: int) -> Period:
    return month(year + (number - 1) // 12, (number - 1) % 12 + 1)


def unit(now: dt.date, name: str, shift: int) -> Period:
    """The week, month, quarter, year … that lies `shift` such units from the one around `now`.

    Raises `KeyError` for a unit that is not of the calendar.
    """
    if name in _DAYS:
        length = _DAYS[name]
        start = now if length == 1 else now - dt.timedelta(days=now.weekday())
        start += dt.timedelta(days=shift * length)
        return Period(start, start + dt.timedelta(days=length - 1))
    length = _MONTHS[name]
    first = (now.year * 12 + now.month - 1) // length * length + shift * length
    return months(0, first + 1, length)


def moved(now: dt.date, name: str, count: int) -> dt.date:
    """The day `count` units after `now` (before, where negative); a day that a month lacks becomes its last."""
    if name == "hour":
        return now + dt.timedelta(days=-(-count // 24) if count > 0 else count // 24)
    if name in _DAYS:
        return now + dt.timedelta(days=count * _DAYS[name])
    target = _month_at(now.year, now.month + count * _MONTHS[name])
    return target.start.replace(day=min(now.day, target.end.day))


def ago(now: dt.date, name: str, count: int) -> Period:
    """What "`count` units ago" means: the day for days, else the whole week, month or year it fell in."""
    day = moved(now, name, -count)
    if name in ("decade", "century"):
        return Period(dt.date(day.year - 1, 1, 1), dt.date(day.year + 1, 12, 31))
    return Period(day, day) if name in ("hour", "day") else unit(day, "week" if name == "fortnight" else name, 0)


def part(whole: Period, name: Part) -> Period:
    """The early, middle or late part of a period.

    Of a month: days 1–10, 10–20, 20–end. Of anything longer or shorter: its thirds; start and end are its sixths.
    """
    length = (whole.end - whole.start).days + 1
    if name in ("early", "mid", "late") and length <= _LONG and whole.start.day == 1 and length > 2 * _WEEK:
        days = {"early": (1, 10), "mid": (10, 20), "late": (20, length)}[name]
        return Period(whole.start.replace(day=days[0]), whole.start + dt.timedelta(days=days[1] - 1))
    pieces, at = {"start": (6, 0), "early": (3, 0), "mid": (3, 1), "late": (3, 2), "end": (6, 5)}[name]
    return piece(whole, at, pieces)


def piece(whole: Period, at: int, pieces: int) -> Period:
    """Piece number `at` (from 0) of a period cut into equal pieces, along months where it is whole months."""
    count = _whole_months(whole)
    if count and count % pieces == 0:
        length = count // pieces
        return months(whole.start.year, whole.start.month + at * length, length)
    days = (whole.end - whole.start).days + 1
    first, last = days * at // pieces, max(days * (at + 1) // pieces - 1, days * at // pieces)
    return Period(whole.start + dt.timedelta(days=first), whole.start + dt.timedelta(days=last))


def stretch(whole: Period, name: str, first: int, count: int) -> Period:
    """`count` units of a period from unit number `first` (from 0) on; negative `first` counts from the end."""
    if first < 0:
        start = moved(whole.end + dt.timedelta(days=1), name, -count)
        return Period(max(start, whole.start), whole.end)
    start = moved(whole.start, name, first)
    end = moved(start, name, count) - dt.timedelta(days=1)
    return Period(min(start, whole.end), max(min(end, whole.end), min(start, whole.end)))


def weekday(now: dt.date, number: int, direction: int) -> dt.date:
    """The nearest such weekday: up to and with `now` for 0, strictly before for -1, strictly after for 1."""
    if direction > 0:
        return now + dt.timedelta(days=(number - now.weekday() - 1) % _WEEK + 1)
    back = (now.weekday() - number) % _WEEK
    return now - dt.timedelta(days=back if back or direction == 0 else _WEEK)


def _whole_months(period: Period) -> int:
    """How many months a period of whole months has, 0 for any other."""
    after = period.end + dt.timedelta(days=1)
    if period.start.day != 1 or after.day != 1:
        return 0
    return (after.year - period.start.year) * 12 + after.month - period.start.month
