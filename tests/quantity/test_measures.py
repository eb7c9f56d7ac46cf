"""Ages, durations, physical units, ratios, ordinals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("He ran 12 km.", ["12 | 12 physical kilometre"]),
    ("He ran 12km.", ["12 | 12 physical kilometre"]),
    ("He ran twelve kilometres.", ["twelve | 12 physical kilometre"]),
    ("A 12-kilometre queue formed.", ["12 | 12 physical kilometre"]),
    ("The wave was 10m high.", ["10 | 10 physical metre"]),
    ("A 10m wave hit.", ["10 | 10 physical metre"]),
    ("The dam holds 40,000 tonnes.", ["40,000 | 40000 physical tonne"]),
    ("The wind blew at 95 mph.", ["95 | 95 physical mile per hour"]),
    ("The wind blew at 150 km/h.", ["150 | 150 physical kilometre per hour"]),
    ("The wind blew at 60 knots.", ["60 | 60 physical knot"]),
    ("It was 34°C.", ["34 | 34 physical degree Celsius"]),
    ("It was 34 degrees Celsius.", ["34 | 34 physical degree Celsius"]),
    ("It was 34C.", ["34 | 34 physical degree Celsius"]),
    ("A magnitude 6.4 quake struck.", ["6.4 | 6.4 physical magnitude"]),
    ("A magnitude-6.4 quake struck.", ["6.4 | 6.4 physical magnitude"]),
    ("A 6.4-magnitude quake struck.", ["6.4 | 6.4 physical magnitude"]),
    ("They fired 122 mm rockets.", ["122 | 122 physical millimetre"]),
    ("They fired 122mm rockets.", ["122 | 122 physical millimetre"]),
    ("The fire burned 3,200 hectares.", ["3,200 | 3200 physical hectare"]),
    ("The fire burned 12 square kilometres.", ["12 | 12 physical square kilometre"]),
    ("The farm covers 300 acres.", ["300 | 300 physical acre"]),
    ("The plant makes 5,000 barrels a day.", ["5,000 | 5000 physical barrel per day"]),
    ("The tank holds 20 litres.", ["20 | 20 physical litre"]),
    ("He weighs 80 kg.", ["80 | 80 physical kilogram"]),
    ("The cable carries 11 kilovolts, 20 megawatts.", ["11 | 11 physical kilovolt", "20 | 20 physical megawatt"]),
    ("He is 41 years old.", ["41 | 41 age year"]),
    ("A 41-year-old man fell.", ["41 | 41 age year"]),
    ("Two 41-year-olds fell.", ["Two | 2", "41 | 41 age year"]),
    ("Dana Pole, 41, fell.", ["41 | 41 age year"]),
    ("Dana Pole (41) fell.", ["41 | 41 age year"]),
    ("A man aged 41 fell.", ["41 | 41 age year"]),
    ("Children aged between 6 and 12 fell ill.", ["between 6 and 12 | 6..12 age year"]),
    ("Children under 12 fell ill.", ["under 12 | less than ..12 age year"]),
    ("The siege lasted three weeks.", ["three | 3 duration week"]),
    ("A three-week siege ended.", ["three | 3 duration week"]),
    ("The siege lasted 900 days.", ["900 | 900 duration day"]),
    ("For two consecutive months it rained.", ["two | 2 duration month"]),
    ("In the past 24 hours it rained.", ["24 | 24 duration hour"]),
    ("He got ten years.", ["ten | 10 duration year"]),
    ("It took 45 minutes.", ["45 | 45 duration minute"]),
    ("Sales are three times higher.", ["three | 3 ratio"]),
    ("He was warned three times.", ["three | 3 ratio"]),
    ("Sales grew tenfold.", ["tenfold | 10 ratio up"]),
    ("Sales grew 10-fold.", ["10 | 10 ratio up"]),
    ("Sales are twice as high.", ["twice | 2 ratio"]),
    ("It is 3x faster.", ["3 | 3 ratio"]),
    ("She came first.", ["first | 1 ordinal"]),
    ("She came 3rd.", ["3rd | 3 ordinal"]),
    ("The twenty-third person arrived.", ["twenty-third | 23 ordinal"]),
    ("The 21st-century city grew.", ["21st | 21 ordinal"]),
    ("It was his hundredth goal.", ["hundredth | 100 ordinal"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_measures(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
