"""What is taken for granted of claims that do not say all of their scope."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallybook.model import Picture, Unknown

ASSUMED = {
    "nothing is left unsaid": (
        "a1 | 12 killed | in Lagos | on 2024-05-01\nb1 | 15 killed | in Lagos | on 2024-05-01",
        [],
    ),
    "no place": ("a1 | 12 killed | in Lagos\nb1 | 15 killed", [("b1", "place", "Lagos")]),
    "the wider place is taken": (
        "a1 | 12 killed | in Istanbul\nb1 | 15 killed\nc1 | 16 killed | in Turkey",
        [("b1", "place", "Turkey")],
    ),
    "no group": ("a1 | 12 killed | of DPRK\nb1 | 15 killed", [("b1", "group", "North Korea")]),
    "neither": (
        "a1 | 12 killed | of Chad | in Mali\nb1 | 15 killed",
        [("b1", "group", "Chad"), ("b1", "place", "Mali")],
    ),
    "no date": ("a1 | 12 killed | on 2024-05-01\nb1 | 15 killed", [("b1", "day", "the time of the others")]),
    "dated by its page": ("page b | AP | 2024-05-02\na1 | 12 killed | on 2024-05-01\nb1 | 15 killed", []),
    "no incident where there are two": (
        "a1 | 12 killed\na2 | 900 killed | incident 2010",
        [("a1", "incident", "the incident of the story")],
    ),
    "no incident where there is one": ("a1 | 12 killed\nb1 | 900 killed", []),
    "unknown of all is not assumed": ("a1 | 12 killed\nb1 | 15 killed", []),
    "alone": ("a1 | 12 killed", []),
    "between two groups nothing is taken": (
        "a1 | 12 killed | of Israel\nb1 | 15 killed | of Lebanon\nc1 | 20 killed",
        [],
    ),
}


@pytest.mark.parametrize("row", ASSUMED)
def test_assumed(picture_of: Callable[..., Picture], row: str) -> None:
    book, expected = ASSUMED[row]
    found = [(one.claim, one.unknown.value, one.taken) for series in picture_of(book).series for one in series.assumed]
    assert found == expected


def test_every_gap_says_how_it_was_taken(picture_of: Callable[..., Picture]) -> None:
    (series,) = picture_of("a1 | 12 killed | in Lagos\nb1 | 15 killed").series
    assert [one.why for one in series.assumed] == ["gives no place; taken to be of Lagos"]
    assert series.assumed[0].unknown is Unknown.PLACE
