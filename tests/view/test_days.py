"""Dates in words."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.model import PartialDate, Period
from tallybook.view import plain_date, plain_period


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2025-01-13", "2025-01-13", "13 January 2025"),
        ("2025-01-01", "2025-01-31", "January 2025"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2025-01-01", "2025-12-31", "2025"),
        ("2024-01-01", "2025-12-31", "2024 to 2025"),
        ("2025-01-01", "2025-02-28", "January to February 2025"),
        ("2024-10-01", "2025-02-28", "October 2024 to February 2025"),
        ("2025-01-01", "2025-01-10", "1–10 January 2025"),
        ("2025-01-23", "2025-02-02", "23 January to 2 February 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
    ],
)
def test_periods(start: str, end: str, expected: str) -> None:
    assert plain_period(Period(dt.date.fromisoformat(start), dt.date.fromisoformat(end))) == expected


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (2025, 3, 5, "5 March 2025"),
        (2025, 3, None, "March 2025"),
        (2025, None, None, "2025"),
        (None, 3, 5, "5 March (year unknown)"),
        (None, None, None, "(year unknown)"),
    ],
)
def test_partial_dates(year: int | None, month: int | None, day: int | None, expected: str) -> None:
    assert plain_date(PartialDate(year=year, month=month, day=day, how="")) == expected
