"""What a number counts: its unit."""

from __future__ import annotations

import pytest

UNITS = [
    ("Fiji evacuated 740 tourists from the outer islands.", "740", "person", "a noun of persons"),
    ("Some 90 Chileans were rescued off the coast.", "90", "person", "a people"),
    ("Fourteen policewomen were hurt.", "Fourteen", "person", "an irregular plural"),
    ("The blaze destroyed 310 homes in Tasmania.", "310", "house", "a class of nouns"),
    ("Paraguay sent 12 helicopters to the border.", "12", "aircraft", "a class of nouns"),
    ("Cholera has spread to 23 hamlets.", "23", "village", "a class of nouns"),
    ("The port received 8,500 tonnes of rice.", "8,500", "tonne", "measured goods"),
    ("Looters emptied 17 granaries.", "17", "granary", "a noun that stands nowhere is its own unit"),
    ("The storm felled 600 trees.", "600", "tree", "a noun that stands nowhere is its own unit"),
    ("More than 200 were injured in Quito.", "200", "person", "no noun: persons"),
    ("The death toll rose to 62.", "62", "person", "the value of a toll"),
    ("Thousands of refugees crossed into Chad.", "Thousands", "person", 'behind "of"'),
    ("A contingent of 450 soldiers left Accra.", "450", "person", "inside a container"),
    ("Togo deployed a 900-strong force.", "900", "person", "a strength, whatever the noun"),
]


@pytest.mark.parametrize(("text", "number", "unit", "why"), UNITS, ids=[row[0] for row in UNITS])
def test_unit(text, number, unit, why, reading):
    assert reading(text).claim(number).quantity.unit == unit, why


def test_money_and_shares_keep_their_units(reading):
    found = reading("Norway donated $40 million. Some 30% of the houses in the valley were damaged.")
    assert [claim.quantity.unit for claim in found.claims] == ["money", "share"]
