"""Percentages, fractions and proportions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("A third of the harvest was lost.", ["A third | 0.333333 share"]),
    ("About a third of the harvest was lost.", ["About a third | about 0.333333 share"]),
    ("One third of the harvest was lost.", ["One third | 0.333333 share"]),
    ("Two-thirds of the harvest was lost.", ["Two-thirds | 0.666667 share"]),
    ("Two thirds of the harvest was lost.", ["Two thirds | 0.666667 share"]),
    ("Three-quarters of the harvest was lost.", ["Three-quarters | 0.75 share"]),
    ("A quarter of the harvest was lost.", ["A quarter | 0.25 share"]),
    ("Half the harvest was lost.", ["Half | 0.5 share"]),
    ("Half of the harvest was lost.", ["Half | 0.5 share"]),
    ("Nearly half were lost.", ["Nearly half | nearly 0.5 share"]),
    ("More than half of them left.", ["More than half | more than 0.5.. share"]),
    ("Almost three fifths of members left.", ["Almost three fifths | nearly 0.6 share"]),
    ("A tenth of members left.", ["A tenth | 0.1 share"]),
    ("12% of members left.", ["12% | 0.12 share"]),
    ("12 % of members left.", ["12 % | 0.12 share"]),
    ("12 percent of members left.", ["12 percent | 0.12 share"]),
    ("12 per cent of members left.", ["12 per cent | 0.12 share"]),
    ("12.5 pct of members left.", ["12.5 pct | 0.125 share"]),
    ("Twelve percent of members left.", ["Twelve percent | 0.12 share"]),
    ("A 12-percent stake was sold.", ["12-percent | 0.12 share"]),
    ("One in four members left.", ["One in four | 0.25 share"]),
    ("1 in 4 members left.", ["1 in 4 | 0.25 share"]),
    ("Two in every five members left.", ["Two in every five | 0.4 share"]),
    ("3 out of 10 members left.", ["3 out of 10 | 0.3 share"]),
    ("Nine out of ten members left.", ["Nine out of ten | 0.9 share"]),
    ("Support fell 3 percentage points.", ["3 percentage points | 0.03 share down"]),
    ("Only 0.4 per cent agreed.", ["0.4 per cent | 0.004 share"]),
    ("A third wave hit the coast.", ["third | 3 ordinal"]),
    ("A third man was arrested.", ["third | 3 ordinal"]),
    ("The first half ended badly.", ["first | 1 ordinal"]),
    ("He waited half an hour.", ["half | 0.5 duration hour"]),
    ("It lies a quarter of a mile away.", ["a quarter | 0.25 physical mile"]),
    ("The second quarter was poor.", ["second | 2 ordinal"]),
    ("A half-brother was named.", []),
    ("Half-time came.", []),
    ("4 in 24 hours is too many.", ["4 | 4", "24 | 24 duration hour"]),
    ("Two in custody were freed.", ["Two | 2"]),
    ("¾ of members left.", ["¾ | 0.75 share"]),
    ("3/4 of members left.", ["3/4 | 0.75 share"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_shares(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
