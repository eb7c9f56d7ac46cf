"""Whose the counted are, and where it was."""

from __future__ import annotations

import datetime as dt

import pytest

GROUPS = [
    ("Ghana lost 30 Ghanaian soldiers in the fighting.", "30", "Ghana", "at the noun"),
    ("Ghana deployed 30 engineers along the border.", "30", "Ghana", "as the one who sends"),
    ("Thirty soldiers of Kenya were captured.", "Thirty", "Kenya", 'behind "of"'),
    ("A storm killed 30 people.", "30", None, "nobody's"),
    ("Aerovía will cut 300 jobs.", "300", "Aerovía", "the company that disposes of them"),
    ("Some 700 Rohingya refugees fled.", "700", "Rohingya", "a people at the noun"),
    ("Chile's defence ministry said 40 of its sailors had drowned.", "40", "Chile", 'the side that says "its"'),
    ("Sixteen of the dead came from Guinea.", "Sixteen", "Guinea", "where they come from"),
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


DATES = [
    (
        "At least 312 died after Tuesday's quake, the mayor said on Friday.",
        "312",
        6,
        "not all on the day of what it came after",
    ),
    ("More than 300 died in Tuesday's quake.", "300", 3, "of that day"),
    ("More than 300 died after dusk on Tuesday.", "300", 3, "after tells an hour"),
    (
        "The ministry said 1,500 people had been infected, and expects 5,000 cases by 30 March.",
        "1,500",
        None,
        "not yet",
    ),
    (
        "The ministry said 1,500 people had been infected, and expects 5,000 cases by 30 March.",
        "5,000",
        30,
        "yet to come",
    ),
]


@pytest.mark.parametrize(("text", "number", "day", "why"), DATES, ids=[f"{row[1]}: {row[3]}" for row in DATES])
def test_day(text, number, day, why, reading):
    time = reading(text, published=dt.date(2026, 3, 6)).claim(number).time
    assert (None if time is None else time.end.day) == day, why


PLACES_BEFORE = [
    ("A mudslide hit the town of Arauca on Monday. At least 30 people died.", "30", "Arauca", "of the sentence before"),
    ("Floods in the Libyan town of Derj drowned 30 people.", "30", "Derj", "behind a kind of place"),
    ("A blast in Deir al-Asad killed 30 people.", "30", "Deir al-Asad", "a name with a small word inside"),
    (
        "Drones came from Tula. A school in Izium was hit. Some 30 boys died.",
        "30",
        "Izium",
        "not where from",
    ),
]


@pytest.mark.parametrize(("text", "number", "place", "why"), PLACES_BEFORE, ids=[row[0] for row in PLACES_BEFORE])
def test_surrounding_place(text, number, place, why, reading):
    assert reading(text).claim(number).place == place, why


@pytest.mark.parametrize(("text", "number", "place", "why"), PLACES, ids=[row[0] for row in PLACES])
def test_place(text, number, place, why, reading):
    assert reading(text).claim(number).place == place, why
