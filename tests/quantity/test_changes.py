"""Changes up and down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("The toll rose by 31.", ["31 | 31 up"]),
    ("The toll rose by 31 to 212.", ["31 | 31 up", "212 | 212"]),
    ("The toll rose to 212.", ["212 | 212"]),
    ("Exports were up 31 %.", ["31 % | 0.31 share up"]),
    ("Exports fell 31 percent.", ["31 percent | 0.31 share down"]),
    ("An increase of 31 was noted.", ["31 | 31 up"]),
    ("A drop of 31 percent was noted.", ["31 percent | 0.31 share down"]),
    ("A 31 % rise was noted.", ["31 % | 0.31 share up"]),
    ("A 31% annual increase was noted.", ["31% | 0.31 share per year up"]),
    ("It had 31 fewer beds.", ["31 | 31 down"]),
    ("It had 31 more beds.", ["31 | 31"]),
    ("Another 31 beds came.", ["31 | 31"]),
    ("An additional 31 beds came.", ["31 | 31"]),
    ("Exports were 31 percent lower.", ["31 percent | 0.31 share down"]),
    ("The army lost 310 men.", ["310 | 310"]),
    ("The firm cut 310 jobs.", ["310 | 310"]),
    ("The firm raised $31 million.", ["$31 million | 31000000 money USD"]),
    ("They gave up 310 beds.", ["310 | 310"]),
    ("Exports grew more than 31%.", ["more than 31% | more than 0.31.. share up"]),
    ("The index gained +0.4% today.", ["0.4% | 0.004 share up"]),
    ("The number jumped from 31 to 212.", ["31 | 31", "212 | 212"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_changes(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
