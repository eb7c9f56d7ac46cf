"""Ranges, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("Between 300 and 450 huts burned.", ["Between 300 and 450 | 300..450"]),
    (
        "Between three hundred and four hundred and fifty huts burned.",
        ["Between three hundred and four hundred and fifty | 300..450"],
    ),
    ("From 300 to 450 huts burned.", ["From 300 to 450 | 300..450"]),
    ("Anywhere from 300 to 450 huts burned.", ["Anywhere from 300 to 450 | 300..450"]),
    ("An estimate ranging from 300 to 450 was given.", ["ranging from 300 to 450 | 300..450"]),
    ("300 to 450 huts burned.", ["300 to 450 | 300..450"]),
    ("300-450 huts burned.", ["300-450 | 300..450"]),
    ("300–450 huts burned.", ["300–450 | 300..450"]),
    ("300 – 450 huts burned.", ["300 – 450 | 300..450"]),
    ("Some 300-450 huts burned.", ["Some 300-450 | 300..450"]),
    ("5 or 6 huts burned.", ["5 or 6 | 5..6"]),
    ("Five or six huts burned.", ["Five or six | 5..6"]),
    ("Two to three dozen huts burned.", ["Two to three dozen | 24..36"]),
    ("5 to 6 million huts burned.", ["5 to 6 million | 5000000..6000000"]),
    ("5-6 million huts burned.", ["5-6 million | 5000000..6000000"]),
    ("Between 5 and 6 million huts burned.", ["Between 5 and 6 million | 5000000..6000000"]),
    ("Between $5 and $6 million was stolen.", ["Between $5 and $6 million | 5000000..6000000 money USD"]),
    ("Between 5% and 7% of huts burned.", ["Between 5% and 7% | 0.05..0.07 share"]),
    ("Between 5 and 7 percent of huts burned.", ["Between 5 and 7 percent | 0.05..0.07 share"]),
    ("5-7% of huts burned.", ["5-7% | 0.05..0.07 share"]),
    ("The cost is $2.5 million to $3 million.", ["$2.5 million to $3 million | 2500000..3000000 money USD"]),
    ("The cost is $2.5-3 million.", ["$2.5-3 million | 2500000..3000000 money USD"]),
    ("The number rose from 300 to 450.", ["300 | 300", "450 | 450"]),
    ("The number fell from 450 to 300.", ["450 | 450", "300 | 300"]),
    ("Staff was cut from 300 to 150.", ["300 | 300", "150 | 150"]),
    ("The tally went up from 300 to 450.", ["300 | 300", "450 | 450"]),
    ("Deaths rose by 40 to 300.", ["40 | 40 up", "300 | 300"]),
    ("Prices rose by 3 to 5 percent.", ["3 to 5 percent | 0.03..0.05 share up"]),
    ("About 300 to 450 huts burned.", ["About 300 to 450 | 300..450"]),
    ("Between about 300 and 450 huts burned.", ["Between about 300 and 450 | 300..450"]),
    ("Ten-to-twelve huts burned.", ["Ten-to-twelve | 10..12"]),
    ("10-to-12 huts burned.", ["10-to-12 | 10..12"]),
    ("From 300 huts to 450 huts, nobody agrees.", ["300 | 300", "450 | 450"]),
    ("Up to 300 or 450 huts burned.", ["Up to 300 or 450 | 300..450"]),
    ("Between 1914 and 1918 it stood empty.", []),
    ("From 1997 to 2003 it stood empty.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_ranges(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
