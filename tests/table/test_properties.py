"""Whatever the bytes: output or a clear error. Whatever the order: the same numbers. Whoever repeats: no new vote."""

from __future__ import annotations

import csv
import io
from itertools import permutations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.errors import UnreadableInput
from tallybook.settings import Policy, Settings
from tallybook.table import csv_of, estimate_table

COLUMNS = ["series", "origin", "value", "low", "high", "hedge", "date", "relay_of", "kind", "side"]
CELLS = st.one_of(
    st.sampled_from(
        ["", "a", "b", "s", "5", "7", "1,234", "1.234", "about 300", "1e400", "nan", "-5", "=1+1", "2024-05-01",
         "more than 10", "03/04/2021", "level", "flow", "total", "at least", "\0", "40 %",
         "9" * 30, "0", "x" * 2000, "1-3", "٣", "½"]
    ),
    st.text(max_size=12),
)  # fmt: skip
POLICIES = st.sampled_from(get_args(Policy))


def table(rows: list[list[str]], header: list[str], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8", errors="replace")


def outcome(data: bytes, policy: str) -> str:
    """The table that comes out, or the error."""
    try:
        found = estimate_table(data, where="t.csv", settings=Settings(policy=policy))  # type: ignore[arg-type]
    except UnreadableInput as error:
        assert error.where == "t.csv"
        assert error.what
        assert error.hint
        return str(error)
    assert all(error.where.startswith("t.csv:") and error.what and error.why and error.hint for error in found.bad)
    assert found.rows + len(found.bad) > 0
    written = csv_of(found.estimates)
    for row in list(csv.reader(io.StringIO(written, newline="")))[1:]:
        assert all(cell == "" or float(cell) >= 0 for cell in row[2:5])
        assert not any(row[2] and row[4] and float(row[2]) > float(row[4]) for _ in "x")
    return written


@given(st.binary(max_size=400), POLICIES)
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_a_table_or_an_error(data, policy):
    outcome(data, policy)


@given(st.binary(max_size=200), st.sampled_from([b",", b";", b"\t"]), POLICIES)
@settings(max_examples=150, deadline=None)
def test_any_bytes_below_the_column_names(data, delimiter, policy):
    outcome(delimiter.join([b"series", b"origin", b"value", b"date", b"kind", b"hedge"]) + b"\n" + data, policy)


@given(st.lists(st.lists(CELLS, min_size=10, max_size=10), max_size=8), st.permutations(COLUMNS), POLICIES)
@settings(max_examples=200, deadline=None)
def test_any_cells(rows, header, policy):
    outcome(table(rows, header), policy)


ORIGINS = st.sampled_from(["a", "b", "c", "Civil Protection (Haiti)", ""])
VALUES = st.sampled_from(["5", "50", "55", "about 50", "more than 40", "at least 55", "40-60", "7", "0"])
DAYS = st.sampled_from(["", "2024-05-01", "2024-05-02", "2024-05-03"])
RELAYED = st.sampled_from(["", "", "a", "b", "z"])
ROWS = st.lists(st.tuples(st.just("s"), ORIGINS, VALUES, DAYS, RELAYED), min_size=1, max_size=6)
HEADER = ["series", "origin", "value", "date", "relay_of", "kind"]
KINDS = st.sampled_from(["total", "level", "flow"])


@given(ROWS, KINDS, POLICIES, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_rows_does_not_change_the_numbers(rows, kind, policy, random):
    full = [[*row, kind] for row in rows]
    shuffled = random.sample(full, len(full))
    assert outcome(table(full, HEADER), policy) == outcome(table(shuffled, HEADER), policy)


@given(ROWS, KINDS, POLICIES, st.lists(VALUES, min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_relays_of_one_who_speaks_change_nothing(rows, kind, policy, repeated):
    full = [[*row, kind] for row in [*rows, ("s", "Agency", "50", "2024-05-01", "")]]
    relays = [["s", f"outlet {index}", value, "2024-05-02", "Agency", kind] for index, value in enumerate(repeated)]
    assert outcome(table(full, HEADER), policy) == outcome(table(full + relays, HEADER), policy)


@pytest.mark.parametrize("order", list(permutations(["a,5", "b,6", "b,7"])))
def test_a_day_has_no_order(order):
    rows = [["s", *row.split(","), "2024-05-01", "", "total"] for row in order]
    assert outcome(table(rows, HEADER), "range").endswith("s,2024-05-01,5,,7,2,range/1\n")
