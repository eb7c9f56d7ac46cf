"""Dates written in figures: 2024-10-23, 23/10/2024, 23.10.2024."""

from __future__ import annotations

import calendar
import re

from tallybook.dates.when import Calendar, Swapped, When

_ISO = r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})"
_OTHER = r"(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<yy>\d{4})"
_CLOCK = r"(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?(?!\d))?"
_NUMERIC = re.compile(rf"(?<![\d.,/-])(?:{_ISO}{_CLOCK}|{_OTHER})(?![\d/-]|[.,]\d)", re.ASCII)


def numeric_dates(text: str, *, day_first: bool | None) -> dict[int, tuple[When, int]]:
    """Dates in figures by where they start, with where they end. Impossible ones are left out."""
    found = {}
    for match in _NUMERIC.finditer(text):
        when = _read(match, day_first)
        if when:
            found[match.start()] = when, match.end("d") if match["d"] else match.end()
    return found


def _read(match: re.Match[str], day_first: bool | None) -> When | None:
    if match["y"]:
        return _calendar(int(match["y"]), int(match["m"]), int(match["d"]))
    year, first, second = int(match["yy"]), int(match["a"]), int(match["b"])
    day_month, month_day = _calendar(year, second, first), _calendar(year, first, second)
    if match["t"] == "." or day_first:
        return day_month
    if day_month and month_day and day_month != month_day:
        return Swapped(year, first, second) if day_first is None else month_day
    return day_month or month_day


def _calendar(year: int, month: int, day: int) -> Calendar | None:
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Calendar(year=year, month=month, day=day)
