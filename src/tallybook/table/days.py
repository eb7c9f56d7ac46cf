"""A cell into the day a number is of."""

from __future__ import annotations

import datetime as dt
import re

from tallybook.dates import read_dates
from tallybook.lexicon.schema import Lexicon
from tallybook.table.cells import BadCell
from tallybook.table.words import shown

LONGEST = 60
_CLOCK = r"(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?: ?Z| ?UTC| ?[+-]\d{2}:?\d{2})?)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}}){_CLOCK}", re.ASCII | re.IGNORECASE)
_YEAR_LAST = re.compile(rf"(\d{{1,2}})([-/.])(\d{{1,2}})\2(\d{{4}}){_CLOCK}", re.ASCII | re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)


def read_day(cell: str, lexicon: Lexicon, *, day_first: bool | None = None) -> dt.date:
    """The day of "2021-08-14", "14.08.2021", "14 August 2021"; of a month or a year its last day.

    A time of day behind it is passed over. Raises `BadCell` for what is no date, and for "03/04/2021" where no other
    cell tells which of the two is the day.
    """
    try:
        found = _in_figures(cell, day_first) or _in_words(cell, lexicon)
    except ValueError as error:
        raise BadCell("a bad date", "date", f"{shown(cell)}: {error}", "write it as 2021-08-14") from error
    if found is None:
        raise BadCell("a bad date", "date", f"{shown(cell)} is no date", "write it as 2021-08-14")
    return found


def _in_figures(cell: str, day_first: bool | None) -> dt.date | None:
    if match := _YEAR_FIRST.fullmatch(cell):
        return dt.date(int(match[1]), int(match[3]), int(match[4]))
    if match := _YEAR_LAST.fullmatch(cell):
        return _year_last(int(match[1]), int(match[3]), int(match[4]), True if match[2] == "." else day_first)
    if match := _MONTH.fullmatch(cell):
        return _last_of(int(match[1]), int(match[2]))
    match = _YEAR.fullmatch(cell)
    return _last_of(int(match[1]), 12) if match else None


def _year_last(first: int, second: int, year: int, day_first: bool | None) -> dt.date:
    if day_first is None and first <= 12 and second <= 12 and first != second:
        raise ValueError("day and month may stand either way")
    day, month = (first, second) if day_first or (day_first is None and first > 12) else (second, first)
    return dt.date(year, month, day)


def _last_of(year: int, month: int) -> dt.date:
    following = dt.date(year, month, 28) + dt.timedelta(days=4)
    return following - dt.timedelta(days=following.day)


def _in_words(cell: str, lexicon: Lexicon) -> dt.date | None:
    if len(cell) > LONGEST:
        return None
    found = read_dates(cell, lexicon, anchor=None)
    whole = len(found) == 1 and cell[: found[0].span.start].strip() == "" and cell[found[0].span.end :].strip() == ""
    return found[0].period.end if whole and found[0].period is not None else None
