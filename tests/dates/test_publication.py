"""Publication dates in bylines and datelines."""

import pytest

from tallybook.dates import read_publication_date
from tallybook.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("line", "year", "month", "day", "how"),
    [
        ("October 23, 2024 7:36 PM", 2024, 10, 23, "byline"),
        ("By Jane Doe | October 23, 2024 7:36 PM", 2024, 10, 23, "byline"),
        ("SEOUL, March 5 (UPI)", None, 3, 5, "dateline"),
        ("SEOUL, Jan. 13 (Yonhap) --", None, 1, 13, "dateline"),
        ("Updated 5 Mar 2024 at 10:00 GMT", 2024, 3, 5, "updated line"),
        ("2024-10-23T19:36:00Z", 2024, 10, 23, "byline"),
        ("2024-10-23 19:36", 2024, 10, 23, "byline"),
        ("Wed 23 Oct 2024 09.15 BST", 2024, 10, 23, "byline"),
        ("Published 3 March 2024, updated 5 March 2024", 2024, 3, 3, "published line"),
        ("Last modified on Tue 4 Mar 2025 - First published on Mon 3 Mar 2025", 2025, 3, 3, "published line"),
        ("Nov. 3, 2023, 5:00 a.m. ET", 2023, 11, 3, "byline"),
        ("Last updated: 14:05, 23/10/2024", 2024, 10, 23, "updated line"),
        ("March 2024", 2024, 3, None, "byline"),
        ("05/03/2024", 2024, None, None, "byline"),
        ("Friday, 7 July 2023", 2023, 7, 7, "byline"),
    ],
)
def test_publication_date(line: str, year: int | None, month: int | None, day: int | None, how: str) -> None:
    found = read_publication_date(line, load_lexicon("en"))
    assert found is not None
    assert (found.year, found.month, found.day, found.how) == (year, month, day, how)
    assert found.span is not None
    assert found.span.of(line)


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe, Reuters", "KYIV, Ukraine (AP) —", "2 hours ago", "3 min read", "2010", "Friday", "", "x " * 400],
)
def test_no_publication_date(line: str) -> None:
    assert read_publication_date(line, load_lexicon("en")) is None
