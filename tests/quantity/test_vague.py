"""Numbers without bounds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("Dozens of ferries stopped.", ["Dozens | ?"]),
    ("Dozens were trapped.", ["Dozens | ?"]),
    ("Hundreds of ferries stopped.", ["Hundreds | ?"]),
    ("Thousands more fled.", ["Thousands | ?"]),
    ("Tens of thousands of gulls died.", ["Tens of thousands | ?"]),
    ("Hundreds of thousands of gulls died.", ["Hundreds of thousands | ?"]),
    ("Tens of millions of gulls died.", ["Tens of millions | ?"]),
    ("Several hundred gulls died.", ["Several hundred | ?"]),
    ("Several dozen gulls died.", ["Several dozen | ?"]),
    ("A few hundred gulls died.", ["A few hundred | ?"]),
    ("A few thousand gulls died.", ["A few thousand | ?"]),
    ("A couple of hundred gulls died.", ["A couple of hundred | ?"]),
    ("Scores of gulls died.", ["Scores | ?"]),
    ("Scores were injured.", ["Scores | ?"]),
    ("Their test scores improved.", []),
    ("Many thousands of gulls died.", ["Many thousands | ?"]),
    ("Several gulls died.", []),
    ("A few gulls died.", []),
    ("At least several hundred gulls died.", ["At least several hundred | ?"]),
    ("Millions of dollars vanished.", ["Millions | ?"]),
    ("Hundreds, possibly thousands, were stranded.", ["Hundreds | ?", "thousands | ?"]),
    ("More than tens of thousands of gulls died.", ["More than tens of thousands | ?"]),
    ("Hundreds of millions of dollars vanished.", ["Hundreds of millions | ?"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_vague(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
