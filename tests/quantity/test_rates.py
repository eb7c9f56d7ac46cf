"""Rates over a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("The clinic sees 92 patients a day.", ["92 | 92 per day"]),
    ("The clinic sees 92 of its patients every day.", ["92 | 92 per day"]),
    ("The clinic sees 92 patients per day.", ["92 | 92 per day"]),
    ("The clinic sees 92 patients each week.", ["92 | 92 per week"]),
    ("The clinic sees 92 patients daily.", ["92 | 92 per day"]),
    ("The clinic sees 92 patients per month.", ["92 | 92 per month"]),
    ("The clinic sees 92 patients an hour.", ["92 | 92 per hour"]),
    ("The clinic sees 92 patients per year.", ["92 | 92 per year"]),
    ("The clinic saw 92 patients a day earlier.", ["92 | 92"]),
    ("The clinic saw 92 patients a week after the flood.", ["92 | 92"]),
    ("The clinic saw 92 patients in a week.", ["92 | 92"]),
    ("The clinic treats a daily average of 92 patients.", ["92 | 92 per day"]),
    ("The clinic treats 92/day.", ["92 | 92 per day"]),
    ("Every day 92 patients come.", ["92 | 92 per day"]),
    ("About 92 patients a day are treated.", ["About 92 | about 92 per day"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_rates(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
