"""One person by many names: surname, particles, accents, hyphens, given names that are countries."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("Governor Tomas van der Berg said 40 people died. Van der Berg said 12 were hurt.", "Tomas van der Berg"),
        ("Minister Amina al-Rashid said 40 people died. Al-Rashid said 12 were hurt.", "Amina al-Rashid"),
        ("Minister Khalid bin Saud said 40 people died. Bin Saud said 12 were hurt.", "Khalid bin Saud"),
        ("Police chief Jean-Pierre Ndong said 40 people died. Ndong said 12 were hurt.", "Jean-Pierre Ndong"),
        ("Minister José Peñalosa said 40 people died. Penalosa said 12 were hurt.", "José Peñalosa"),
        ("Jordan Miller, the fire chief, said 40 people died. Miller said 12 were hurt.", "Jordan Miller"),
        ("Chad Thompson of the agency said 40 people died. Thompson said 12 were hurt.", "Chad Thompson"),
        ("Gabon's President Brice Ondo said 40 people died. Ondo said 12 were hurt.", "Brice Ondo"),
    ],
)
def test_a_person_is_one(reading, text: str, origin: str) -> None:
    found = reading(text)
    assert [claim.attribution.origin for claim in found.claims] == [origin, origin]
    assert all(claim.group is None for claim in found.claims)
