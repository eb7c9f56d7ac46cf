"""What the numbers of corrections count: the event from a toll's noun, from the number that one replaces, set off."""

from __future__ import annotations

import pytest
from benchmarks.cases import document_of

from tallybook.pipeline import extract_claims

COUNTS = {
    "In all 240 families were registered as displaced on Monday.": ["240 household displaced"],
    "In all 31 people are recorded as missing in Tonga.": ["31 person missing"],
    "Some 52 households were listed as homeless after the storm.": ["52 household homeless"],
    "The clinic put the number of dead at 58, replacing a count of 31 that it published in error.": [
        "58 person killed",
        "31 person killed",
    ],
    "As of Monday 62 families are homeless. This figure replaces the 79 families given in the last bulletin.": [
        "62 household homeless",
        "79 household homeless",
    ],
    "The number of dead in the storm is 27 fewer than the 41 first announced.": [
        "27 person killed",
        "41 person killed",
    ],
    "The number of turtles killed on the beach, 477, was wrong.": ["477 turtle killed"],
    "The number of houses destroyed in the fire, 318, was too high.": ["318 house destroyed"],
    "Two more bodies were dug out on Thursday.": ["Two person killed"],
    "The memorial lists 132 names of people killed in the flood.": ["132 person killed"],
    "The plaque, which had carried 132 names, has been removed.": ["132 person other"],
    "Some 150 midwives were hurt.": ["150 person wounded"],
    # look-alikes
    "The army replaced the 62 soldiers killed in March.": ["62 person killed"],
    "The council replaced 79 lamps.": ["79 lamp other"],
    "The mayor of Bern, 61, was wounded.": [],
}

KINDS = {
    "The registry now holds 640 dead and not the 667 it published in May.": ["total", "total"],
    "Bandits attacked 120 lorries in 2023, down from 400 in 2010.": ["flow", "flow"],
    "Clinics in Lugano are treating 230 patients, down from 410 on 9 January.": ["level", "level"],
    "The ministry lowered its count of cholera cases by 300, from 4,510 to 4,210.": [
        "flow",
        "total",
        "total",
    ],
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.items())
def test_counted(text: str, expected: list[str]) -> None:
    claims = extract_claims(document_of({"id": "row", "text": text})).claims
    assert [f"{claim.core.of(text)} {claim.quantity.unit} {claim.event}" for claim in claims] == expected


@pytest.mark.parametrize(("text", "expected"), KINDS.items())
def test_kind(text: str, expected: list[str]) -> None:
    claims = extract_claims(document_of({"id": "row", "text": text, "published": "2024-02-01"})).claims
    assert [claim.kind.value for claim in claims] == expected


def test_a_count_lowered_by_so_many_is_a_change() -> None:
    text = "The ministry lowered its count of suspected cholera cases by 300, from 4,510 to 4,210."
    claims = extract_claims(document_of({"id": "row", "text": text})).claims
    assert [claim.change for claim in claims] == ["down", None, None]
