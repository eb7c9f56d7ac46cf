"""What claims leave unsaid, as a reader is told."""

from __future__ import annotations

import pytest

from tallybook.model import Assumed, ClaimKind, Series, Unknown
from tallybook.view.assumed import assumed_in_words

PLACE, GROUP, DAY = Unknown.PLACE, Unknown.GROUP, Unknown.DAY


@pytest.mark.parametrize(
    ("claims", "gaps", "told"),
    [
        (3, [], ()),
        (3, [(PLACE, "Kursk")], ("1 of 3 claims gives no place; it is taken to be of Kursk.",)),
        (9, [(PLACE, "Kursk")] * 3, ("3 of 9 claims give no place; they are taken to be of Kursk.",)),
        (1, [(GROUP, "Chad")], ("The claim names no group; it is taken to be of Chad.",)),
        (
            4,
            [(DAY, "the time of the others"), (GROUP, "Chad"), (DAY, "the time of the others")],
            (
                "1 of 4 claims names no group; it is taken to be of Chad.",
                "2 of 4 claims have no date; they are taken to be of the time of the others.",
            ),
        ),
    ],
)
def test_assumed_in_words(claims: int, gaps: list[tuple[Unknown, str]], told: tuple[str, ...]) -> None:
    series = Series(
        id="s",
        title="t",
        event="killed",
        unit="person",
        kind=ClaimKind.TOTAL,
        group=None,
        place=None,
        claims=tuple(f"c{n}" for n in range(claims)),
        assumed=tuple(Assumed(claim=f"c{n}", unknown=u, taken=t, why="") for n, (u, t) in enumerate(gaps)),
    )
    assert assumed_in_words(series) == told
