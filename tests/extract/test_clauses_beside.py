"""What another clause plans is not planned here, nor its country whose deed this is."""

from __future__ import annotations

import pytest

from tallybook.model import Modality

ROWS = [
    ("The United States will send 100, Chile sent 80 firefighters.", "80", Modality.REPORTED, "Chile"),
    ("US officials are planning to send 200 soldiers, while Chile sent 80 medics.", "80", Modality.REPORTED, "Chile"),
    ("Peru plans to send 200 firefighters, and Chile sent 80 firefighters.", "80", Modality.REPORTED, "Chile"),
    ("Japan will deploy 300 soldiers; Kenya deployed 90 soldiers.", "90", Modality.REPORTED, "Kenya"),
    ("Canada plans to send 200 medics. Ghana sent 35 doctors.", "35", Modality.REPORTED, "Ghana"),
    ("Norway will send 40 engineers, but Finland sent 25 engineers.", "25", Modality.REPORTED, "Finland"),
    ("Egypt hopes to send 60 doctors, while Jordan sent 15 doctors.", "15", Modality.REPORTED, "Jordan"),
    ("Canada will send 50 soldiers, while Chile will send 80 firefighters.", "80", Modality.PLANNED, "Chile"),
    ("Chile plans to send 80 firefighters.", "80", Modality.PLANNED, "Chile"),
    ("Peru said it would send 45 soldiers.", "45", Modality.PLANNED, "Peru"),
    ("Officials expect that Chile will send 80 firefighters.", "80", Modality.PLANNED, "Chile"),
]


@pytest.mark.parametrize(("text", "number", "modality", "group"), ROWS, ids=[row[0] for row in ROWS])
def test_clause_beside(reading, text, number, modality, group):
    claim = reading(text).claim(number)
    assert (claim.modality, claim.group) == (modality, group)
