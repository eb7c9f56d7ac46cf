"""How a number relates to time, and for which period it is told."""

from __future__ import annotations

import pytest

KINDS = [
    ("A landslide killed 23 people in Bhutan.", "23", "total", "told as done"),
    ("Another 23 people were evacuated.", "23", "flow", "an addition"),
    ("Between 3 March and 9 March 2021, 23 villagers were detained.", "23", "flow", "gathered within days"),
    ("More than 23 villagers have drowned.", "23", "total", "more than adds nothing"),
    ("A quake in July 2010 killed 23 people.", "23", "total", "the toll of one incident"),
    ("In July 2010 the court had 23 people executed.", "23", "flow", "gathered within a month"),
    ("The toll rose by 23.", "23", "flow", "a change"),
    ("Gunners launched 23 drones.", "23", "flow", "an event that is over at once"),
    ("There were 23 people on board.", "23", "level", "an event that is a state"),
    ("Twenty-three villagers are detained in the fort.", "Twenty-three", "level", "a state that holds now"),
    ("Half of the villagers fled.", "Half", "share", "a share"),
    ("The clinic treats 23 patients a day.", "23", "rate", "a period behind"),
    ("The clinic treated 23 patients a year ago.", "23", "total", "a span of time is no period"),
]


@pytest.mark.parametrize(("text", "number", "kind", "why"), KINDS, ids=[row[0] for row in KINDS])
def test_kind(text, number, kind, why, reading):
    assert reading(text).claim(number).kind == kind, why


def test_period_of_a_rate(reading):
    found = reading("The clinic sees 500 patients every month. The camp takes in 90 children a week.")
    assert [claim.quantity.per for claim in found.claims] == ["month", "week"]
