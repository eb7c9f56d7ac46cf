""" "One", counting and not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("One person drowned.", ["One | 1"]),
    ("One fisherman drowned and one is missing.", ["One | 1", "one | 1"]),
    ("One of the best dishes was served.", []),
    ("No one drowned.", []),
    ("That one is new.", []),
    ("One could argue so.", []),
    ("They saw one another.", []),
    ("One day it stopped.", []),
    ("One million eggs were sold.", ["One million | 1000000"]),
    ("One in six eggs was bad.", ["One in six | 0.166667 share"]),
    ("One more body was found.", ["One | 1"]),
    ("Two dead, one injured.", ["Two | 2", "one | 1"]),
    ("At least one person drowned.", ["At least one | at least 1.."]),
    ("Air Force One landed.", []),
    ("The new one is better.", []),
    ("One-way streets abound.", []),
    ("Three were hurt, one seriously.", ["Three | 3", "one | 1"]),
    ("Only one survived.", ["one | 1"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_one(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
