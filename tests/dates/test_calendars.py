"""Arithmetic of calendar periods."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.dates import calendars
from tallybook.model import Period

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))
UNITS = st.sampled_from(["day", "week", "fortnight", "month", "quarter", "year", "decade", "century"])


@given(DAYS, UNITS)
def test_the_unit_around_a_day_holds_it(day: dt.date, unit: str) -> None:
    period = calendars.unit(day, unit, 0)
    assert period.start <= day <= period.end


@given(DAYS, UNITS, st.integers(-5, 5))
def test_units_follow_one_another_without_a_gap(day: dt.date, unit: str, shift: int) -> None:
    here, after = calendars.unit(day, unit, shift), calendars.unit(day, unit, shift + 1)
    assert after.start - here.end == dt.timedelta(days=1)


@given(DAYS, DAYS, st.integers(1, 6), st.data())
def test_pieces_lie_within_the_whole(one: dt.date, other: dt.date, pieces: int, data: st.DataObject) -> None:
    whole = Period(min(one, other), max(one, other))
    cut = calendars.piece(whole, data.draw(st.integers(0, pieces - 1)), pieces)
    assert whole.covers(cut)


@given(DAYS, UNITS, st.sampled_from(["start", "early", "mid", "late", "end"]))
def test_parts_lie_within_the_whole(day: dt.date, unit: str, part: calendars.Part) -> None:
    whole = calendars.unit(day, unit, 0)
    assert whole.covers(calendars.part(whole, part))


@given(DAYS, st.sampled_from(["day", "week", "month"]), st.integers(-1, 6), st.integers(1, 6))
def test_stretches_lie_within_the_whole(day: dt.date, unit: str, first: int, count: int) -> None:
    whole = calendars.unit(day, "year", 0)
    assert whole.covers(calendars.stretch(whole, unit, first, count))


@pytest.mark.parametrize(
    ("day", "unit", "count", "expected"),
    [
        ("2024-03-31", "month", -1, "2024-02-29"),
        ("2024-02-29", "year", -1, "2023-02-28"),
        ("2025-01-14", "hour", -24, "2025-01-13"),
        ("2025-01-14", "hour", -25, "2025-01-12"),
        ("2025-01-14", "hour", 25, "2025-01-16"),
        ("2025-01-14", "week", 2, "2025-01-28"),
    ],
)
def test_moved(day: str, unit: str, count: int, expected: str) -> None:
    assert calendars.moved(dt.date.fromisoformat(day), unit, count) == dt.date.fromisoformat(expected)


@given(DAYS, st.integers(0, 6))
def test_weekdays_lie_within_a_week(day: dt.date, number: int) -> None:
    assert 0 <= (day - calendars.weekday(day, number, 0)).days < 7
    assert 0 < (day - calendars.weekday(day, number, -1)).days <= 7
    assert 0 < (calendars.weekday(day, number, 1) - day).days <= 7
