"""How a number stands to what has happened."""

from __future__ import annotations

import pytest

from tallybook.model import BlockKind

BODY = [
    ("Ghana evacuated 300 students.", "300", "reported", "told as done"),
    ("Ghana will deploy 300 soldiers.", "300", "planned", "a willed future"),
    ("Ghana plans to send 300 soldiers.", "300", "planned", "a governing verb"),
    ("The troops are to be withdrawn: 300 soldiers are to leave.", "300", "planned", "arranged"),
    ("Up to 300 students are expected to arrive.", "300", "expected", "a governing verb"),
    ("The flood may displace 9,000 people.", "9,000", "expected", "an auxiliary"),
    ("The flood could displace 9,000 people.", "9,000", "projected", "an auxiliary"),
    ("The flood may have displaced 9,000 people.", "9,000", "reported", "an auxiliary with a past"),
    ("Forecasters predict that 9,000 people will flee.", "9,000", "expected", "an unwilled future"),
    ("The army denied that 12 soldiers were killed.", "12", "denied", "a verb of denial"),
    ("The army denied rebel claims that 12 soldiers were killed.", "12", "denied", "of others' claims"),
    ("The ministry dismissed reports of 12 dead.", "12", "denied", "what the reports are of"),
    ("The army denied claims that it was behind the blast that killed 12.", "12", "reported", "denied is who did it"),
    ("Chad will punish those who murdered 12 nuns.", "12", "reported", "a clause about those it is done to"),
    ("Chad will investigate the murder of 12 nuns.", "12", "reported", "a deed that is looked into"),
    ("Chad promised to look into the murder of 12 nuns.", "12", "reported", "a deed told by a noun"),
    ("Sweden pledged 60 ambulances.", "60", "planned", "a verb that needs no second"),
    ("The agency published a forecast of 900 deaths.", "900", "projected", "what a noun contains"),
    ("The bank raised its forecast from 700 to 900 deaths.", "900", "projected", "the value a noun is given"),
    ("The city abandoned its plan to evacuate 900 people.", "900", "planned", "an infinitive behind a noun"),
    ("The city reported 900 deaths to the plan's sponsors.", "900", "reported", "a noun beside it"),
    ("It could: its army counts 900 men.", "900", "reported", "an auxiliary of another clause"),
    ("Police arrested 40 people over a plan to rob a bank.", "40", "reported", "a plan of those it is done to"),
    ("Seventy people are feared dead.", "Seventy", "reported", "a state, not a fear"),
]


@pytest.mark.parametrize(("text", "number", "modality", "why"), BODY, ids=[row[0] for row in BODY])
def test_modality(text, number, modality, why, reading):
    assert reading(text).claim(number).modality == modality, why


def test_infinitive_of_a_headline(reading):
    assert reading("Ghana to withdraw 300 soldiers", BlockKind.TITLE).claim("300").modality == "planned"
