"""Tables as short texts, and what comes out of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from tallybook.settings import Settings
from tallybook.table import Estimated, csv_of, estimate_table

Rows = list[dict[str, str]]


def given(table: str | bytes, **settings: object) -> Estimated:
    """What a table gives under settings; by the policy `range`, whose numbers are those of the table."""
    data = table.encode() if isinstance(table, str) else table
    chosen = Settings(**{"policy": "range", **settings})  # type: ignore[arg-type]
    return estimate_table(data, where="claims.csv", settings=chosen)


@pytest.fixture(scope="session")
def estimated() -> Callable[..., Estimated]:
    return given


@pytest.fixture(scope="session")
def numbers() -> Callable[..., list[tuple[str, ...]]]:
    """Day, low, best, high and independent statements of each line that comes out, "" where there is none."""

    def numbers(table: str | bytes, **settings: object) -> list[tuple[str, ...]]:
        rows = csv.DictReader(io.StringIO(csv_of(given(table, **settings).estimates)))
        return [tuple(row[name] for name in ("date", "low", "best", "high", "independent")) for row in rows]

    return numbers


@pytest.fixture(scope="session")
def problems() -> Callable[..., list[str]]:
    """The errors of the rows that were skipped."""

    def problems(table: str | bytes) -> list[str]:
        found = given(table)
        assert all(error.hint for error in found.bad)
        return [str(error) for error in found.bad]

    return problems
