"""Which number is a part of which, or multiplies it."""

from __future__ import annotations

import pytest

PARTS = [
    ("The crash killed 48 people, including nine children.", "nine", "48", "including"),
    ("The crash killed 48 people, nine of them children.", "nine", "48", "behind the part"),
    ("Rescuers reached 62 of the 87 huts.", "62", "87", "the whole right behind"),
    ("Of the 151 people aboard, 132 were rescued.", "132", "151", "the whole opens the sentence"),
    ("The crash killed 48 people. Among them were nine children.", "nine", "48", "across sentences"),
    ("The crash killed 48 people and wounded 70 others.", "70", None, "beside, not inside"),
    ("The fire injured 60 people. Doctors said 28 of the injured were children.", "28", "60", "of a set told before"),
    ("The fire killed 60 people. Of the dead, 16 were cooks.", "16", "60", "of the set that opens the sentence"),
    ("Officials count 340 cases. Some 41 of these cases were imported.", "41", "340", "of the very noun"),
]


@pytest.mark.parametrize(("text", "part", "whole", "why"), PARTS, ids=[row[0] for row in PARTS])
def test_part_of(text, part, whole, why, reading):
    found = reading(text)
    assert found.claim(part).part_of == (found.claim(whole).id if whole else None), why


def test_each_before_its_number(reading):
    found = reading("Kenya sent two battalions, each with 800 soldiers.")
    assert found.claim("800").each_of == found.claim("two").id


def test_each(reading):
    found = reading("Kenya sent two battalions of 800 soldiers each.")
    total = found.claim("800").total
    assert total is not None
    assert (total.low, total.high) == (1600, 1600)
