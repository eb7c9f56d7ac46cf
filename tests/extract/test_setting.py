"""Whose the counted are, and where it was."""

from __future__ import annotations

import pytest

GROUPS = [
    ("Ghana lost 30 Ghanaian soldiers in the fighting.", "30", "Ghana", "at the noun"),
    ("Ghana deployed 30 engineers along the border.", "30", "Ghana", "as the one who sends"),
    ("Thirty soldiers of Kenya were captured.", "Thirty", "Kenya", 'behind "of"'),
    ("A storm killed 30 people.", "30", None, "nobody's"),
]


@pytest.mark.parametrize(("text", "number", "group", "why"), GROUPS, ids=[row[0] for row in GROUPS])
def test_group(text, number, group, why, reading):
    assert reading(text).claim(number).group == group, why


PLACES = [
    ("A fire killed 30 people in Montevideo.", "30", "Montevideo", "behind a preposition of place"),
    ("A fire killed 30 people near Ostrava's harbour.", "30", "Ostrava", "without a genitive"),
    ("A fire killed 30 people in March.", "30", None, "a month is no place"),
    ("A fire killed 30 people, according to Montevideo's mayor.", "30", None, "according to tells who, not where"),
]


@pytest.mark.parametrize(("text", "number", "place", "why"), PLACES, ids=[row[0] for row in PLACES])
def test_place(text, number, place, why, reading):
    assert reading(text).claim(number).place == place, why
