"""How numbers are said."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tallybook.model import Attribution, Claim, ClaimKind, Hedge, Modality, Quantity, Span
from tallybook.view import plain_bounds, plain_claim, plain_number, plain_quantity


def quantity(low: float | None, high: float | None, hedge: str = "exact", **more: Any) -> Quantity:
    return Quantity(low=low, high=high, hedge=Hedge(hedge), **{"unit": "person", **more})


@pytest.mark.parametrize(
    ("said", "words", "expected"),
    [
        (quantity(3000, 3000, "about"), "", "about 3,000"),
        (quantity(20000, 23000, "range"), "", "between 20,000 and 23,000"),
        (quantity(20000, 23000, "about"), "", "about 20,000 to 23,000"),
        (quantity(300, None, "at least"), "", "at least 300"),
        (quantity(1000, None, "more than"), "", "more than 1,000"),
        (quantity(None, 6000, "up to"), "", "up to 6,000"),
        (quantity(None, 500, "less than"), "", "fewer than 500"),
        (quantity(None, 0.5, "less than", unit="share"), "less than half", "less than half"),
        (quantity(0.5, 0.5, "nearly", unit="share"), "nearly half", "nearly half"),
        (quantity(1 / 3, 1 / 3, unit="share"), "a third", "a third"),
        (quantity(0.333, 0.333, unit="share"), "a third", "a third"),
        (quantity(0.5, 0.5, unit="share"), "50 %", "50%"),
        (quantity(0.6, 0.6, "about", unit="share"), "some 60 per cent", "about 60%"),
        (quantity(0.125, 0.125, unit="share"), "", "12.5%"),
        (quantity(92, 92, per="day"), "", "92 a day"),
        (quantity(9000, 9000, per="hour"), "", "9,000 an hour"),
        (quantity(None, None, "vague"), "dozens", "“dozens”"),
        (quantity(200, 900, "vague"), "several hundred", "“several hundred”"),
        (quantity(None, None, "vague"), "", "an unstated number"),
        (quantity(1_200_000, 1_200_000), "", "1.2 million"),
        (quantity(45e6, 45e6, unit="money", currency="USD"), "", "$45 million"),
        (quantity(1.5e9, 1.5e9, unit="money", currency="CHF"), "", "1.5 billion CHF"),
        (quantity(300, None), "", "at least 300"),
        (quantity(None, 300), "", "up to 300"),
    ],
)
def test_quantities(said: Quantity, words: str, expected: str) -> None:
    assert plain_quantity(said, words=words) == expected


CLAIM = Claim(
    id="c",
    document_id="d",
    span=Span(0, 1),
    core=Span(0, 1),
    sentence=Span(0, 1),
    quantity=quantity(3000, 3000),
    event="killed",
    kind=ClaimKind.TOTAL,
    modality=Modality.REPORTED,
    attribution=Attribution(),
)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "3,000 people killed"),
        ({"quantity": quantity(1, 1)}, "1 person killed"),
        ({"quantity": quantity(95, 95, unit="battalion"), "event": "deployed"}, "95 battalions deployed"),
        ({"quantity": quantity(2, 2, unit="aircraft"), "event": "shot down"}, "2 aircraft shot down"),
        ({"quantity": quantity(92, 92, per="day")}, "92 people killed a day"),
        ({"quantity": quantity(None, 6000, "up to"), "each_of": "b", "event": "strength"}, "up to 6,000 people each"),
        ({"quantity": quantity(None, None, "vague")}, "an unstated number people killed"),
        ({"quantity": quantity(0.5, 0.5, unit="share")}, "50% killed"),
        ({"quantity": quantity(5, 5, unit="money", currency="EUR"), "event": "other"}, "€5"),
        ({"change": "up"}, "a rise of 3,000 people killed"),
        ({"change": "down", "event": "other"}, "a fall of 3,000 people"),
    ],
)
def test_claims(changes: dict[str, Any], expected: str) -> None:
    assert plain_claim(replace(CLAIM, **changes)) == expected


def test_a_vague_claim_quotes_its_text() -> None:
    claim = replace(CLAIM, quantity=quantity(None, None, "vague"))
    assert plain_claim(claim, words="dozens") == "“dozens” (people killed)"


@pytest.mark.parametrize(
    ("low", "high", "unit", "expected"),
    [
        (87, 112, "person", "87 to 112"),
        (89, 89, "person", "89"),
        (88.6, 112.2, "person", "89 to 112"),
        (300, None, "person", "at least 300"),
        (None, 30, "person", "up to 30"),
        (None, None, "person", "no bounds"),
        (0.31, 0.5, "share", "31% to 50%"),
        (1_234_567.8, 2_000_000, "person", "1.23 million to 2 million"),
        (0, 0, "person", "0"),
    ],
)
def test_bounds(low: float | None, high: float | None, unit: str, expected: str) -> None:
    assert plain_bounds(low, high, unit=unit) == expected


@given(st.integers(min_value=0, max_value=10**15))
def test_a_number_in_words_is_the_number(value: int) -> None:
    said = plain_number(value)
    digits, _, scale = said.partition(" ")
    size = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    assert round(float(digits.replace(",", "")) * size) == value
