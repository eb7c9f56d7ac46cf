"""Digits with every separator, scale letters, other scripts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("The quake flattened 1,742 homes.", ["1,742 | 1742"]),
    ("The quake flattened 1 742 homes.", ["1 742 | 1742"]),
    ("The quake flattened 1 742 homes.", ["1 742 | 1742"]),
    ("The quake flattened 1 742 homes.", ["1 742 | 1742"]),
    ("Officials counted 1,23,456 voters.", ["1,23,456 | 123456"]),
    ("The archive holds 12.345.678 records.", ["12.345.678 | 12345678"]),
    ("The fund lent 1.234,50 units.", ["1.234,50 | 1234.5"]),
    ("The rate was 7.25 per thousand.", ["7.25 | 7.25", "thousand | 1000 ratio"]),
    ("A dose of 2.750 units was given.", ["2.750 | 2.75"]),
    ("Its index stood at 1,5 points.", ["1,5 | 1.5"]),
    ("It printed 6e3 leaflets.", ["6e3 | 6000"]),
    ("Roughly .75 of a point separates them.", ["Roughly .75 | about 0.75"]),
    ("The serial is 998877665544332211009 here.", []),
    ("Rescuers found ١٢٣ survivors.", ["١٢٣ | 123"]),
    ("The crowd numbered 15k.", ["15k | 15000"]),
    ("A crowd of 15K marched.", ["15K | 15000"]),
    ("It has 2.3mn users.", ["2.3mn | 2300000"]),
    ("It has 4bn users.", ["4bn | 4000000000"]),
    ("It lost 3 mln subscribers.", ["3 mln | 3000000"]),
    ("The firm has 8.5M customers.", ["8.5M | 8500000"]),
    ("The firm sold 12 million litres.", ["12 million | 12000000 physical litre"]),
    ("Over 1 billion trees were planted.", ["Over 1 billion | more than 1000000000.."]),
    ("The state has 2.4 lakh teachers and 3 crore pupils.", ["2.4 lakh | 240000", "3 crore | 30000000"]),
    ("The parcel weighs 2 1/2 kilos.", ["2 1/2 | 2.5 physical kilogram"]),
    ("It took 3½ hours.", ["3½ | 3.5 duration hour"]),
    ("- 4,000 homes were flattened.", ["4,000 | 4000"]),
    ("– 4,000 homes were flattened.", ["4,000 | 4000"]),
    ("− 5 degrees were measured.", ["− 5 | -5 physical degree"]),
    ("It fell to -12 degrees.", ["-12 | -12 physical degree"]),
    ("The column stretched 1⁄3 of the way.", ["1⁄3 | 0.333333 share"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_digits(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
