"""Axes of values and of days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.report.calendar_axis import Days, day_ticks
from tallybook.report.scale import scale_of, ticks_of

VALUES = st.lists(st.one_of(st.none(), st.integers(0, 10**12), st.floats(0, 1)), max_size=20)


@pytest.mark.parametrize(
    ("values", "log", "labels"),
    [
        ([38, 41, 89, 112], False, ["0", "50", "100"]),
        ([22000, 35000, 80000, 100000], False, ["0", "25,000", "50,000", "75,000", "100,000"]),
        ([87, 91], False, ["86", "88", "90", "92"]),
        ([400, 12000], True, ["1,000", "3,000", "10,000"]),
        ([3, 5_000_000], True, ["10", "1,000", "100,000"]),
        ([0, 4000], False, ["0", "1,000", "2,000", "3,000", "4,000"]),
        ([41], False, ["40", "45"]),
        ([1, 2], False, ["1", "2"]),
        ([1], False, ["1"]),
        ([], False, []),
        ([0], False, []),
        ([None], False, []),
    ],
)
def test_ticks(values: list[float | None], log: bool, labels: list[str]) -> None:
    scale = scale_of(values)
    assert scale.log == log
    assert [tick.label for tick in ticks_of(scale, unit="person")] == labels


def test_shares_are_percentages() -> None:
    assert [t.label for t in ticks_of(scale_of([0.33, 0.5]), unit="share")] == ["30%", "40%", "50%"]


@given(VALUES)
def test_every_value_is_inside_and_few_ticks(values: list[float | None]) -> None:
    scale = scale_of(values)
    assert all(0 <= scale.at(value) <= 100 for value in values if value is not None)
    ticks = ticks_of(scale, unit="share")
    assert len(ticks) <= 6
    assert [tick.at for tick in ticks] == sorted(tick.at for tick in ticks)


@given(st.lists(st.integers(1, 10**9), min_size=2, max_size=9))
def test_more_is_further_right(values: list[int]) -> None:
    scale = scale_of(values)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        ("2031-03-04", "2031-03-08", ["4 Mar 2031", "5 Mar", "6 Mar", "7 Mar", "8 Mar"]),
        ("2030-12-30", "2031-01-08", ["30 Dec 2030", "1 Jan 2031", "3 Jan", "5 Jan", "7 Jan"]),
        ("2030-10-23", "2031-04-15", ["Nov 2030", "Jan 2031", "Mar"]),
        ("2020-01-01", "2025-06-01", ["Jan 2020", "Jan 2022", "Jan 2024"]),
        ("2031-03-04", "2031-03-04", ["4 Mar 2031"]),
    ],
)
def test_days(first: str, last: str, labels: list[str]) -> None:
    days = Days(dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert [tick.label for tick in day_ticks(days)] == labels


@given(st.dates(), st.dates())
def test_any_two_days_make_an_axis(one: dt.date, other: dt.date) -> None:
    days = Days(min(one, other), max(one, other))
    ticks = day_ticks(days)
    assert len(ticks) <= 6
    assert all(0 <= tick.at <= 100 for tick in ticks)
    assert 0 <= days.at(days.first) <= days.at(days.last) <= 100
