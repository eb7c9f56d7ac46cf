"""What comes out is a table again, and never a formula."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Estimate
from tallybook.table import csv_of


def estimate(series: str = "s", low: float | None = 1, high: float | None = 2) -> Estimate:
    return Estimate(series=series, at=None, low=low, best=None, high=high, independent=1, method="range/1", claims=())


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (0, "0"), (10**18, "1000000000000000000"), (1234.5, "1234.5"), (2e6, "2000000"), (0.1 + 0.2, "0.3"),
     (1e-7, "0.0000001"), (1234567.8, "1234567.8")],
)  # fmt: skip
def test_numbers_are_digits(value, written):
    assert csv_of([estimate(low=value)]).splitlines()[1] == f"s,,{written},,2,1,range/1"


@pytest.mark.parametrize("series", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "＝1+1", "\t=1", "-"])
def test_a_series_never_becomes_a_formula(series):
    (row,) = csv.DictReader(io.StringIO(csv_of([estimate(series)])))
    assert row["series"] == f"'{series}"


@given(st.text())
def test_any_name_of_a_series_comes_back_on_one_line(series):
    (row,) = list(csv.reader(io.StringIO(csv_of([estimate(series)]), newline="")))[1:]
    assert row[0].removeprefix("'") == re.sub("[\r\n]", " ", series).removeprefix("'")
    assert not row[0].startswith(tuple("=+-@\t"))
