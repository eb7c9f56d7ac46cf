"""Money by symbol, code and word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("The bridge cost $48 million.", ["$48 million | 48000000 money USD"]),
    ("The bridge cost US$48 million.", ["US$48 million | 48000000 money USD"]),
    ("The bridge cost $48m.", ["$48m | 48000000 money USD"]),
    ("The bridge cost €3.6bn.", ["€3.6bn | 3600000000 money EUR"]),
    ("The bridge cost £750,000.", ["£750,000 | 750000 money GBP"]),
    ("The bridge cost about ¥9 billion.", ["about ¥9 billion | about 9000000000 money JPY"]),
    ("The bridge cost 48 million dollars.", ["48 million dollars | 48000000 money USD"]),
    ("The bridge cost 48 million US dollars.", ["48 million US dollars | 48000000 money USD"]),
    ("The bridge cost 48 million euros.", ["48 million euros | 48000000 money EUR"]),
    ("The bridge cost CHF 48 million.", ["CHF 48 million | 48000000 money CHF"]),
    ("The bridge cost 48 million CHF.", ["48 million CHF | 48000000 money CHF"]),
    ("The bridge cost A$48 million.", ["A$48 million | 48000000 money AUD"]),
    ("The bridge cost 300 hryvnias.", ["300 hryvnias | 300 money UAH"]),
    ("The bridge cost 9 billion yen.", ["9 billion yen | 9000000000 money JPY"]),
    ("The bridge cost 70,000 won.", ["70,000 won | 70000 money KRW"]),
    ("She won 70,000 votes.", ["70,000 | 70000"]),
    ("In all 12 won seats.", ["12 | 12"]),
    ("The bridge cost Rs 48 crore.", ["Rs 48 crore | 480000000 money INR"]),
    ("The bridge cost 48 €.", ["48 € | 48 money EUR"]),
    ("A bun costs 80 cents.", ["80 cents | 0.8 money USD"]),
    ("A bun costs 80p.", ["80p | 0.8 money GBP"]),
    ("A bun costs two dollars and 80 cents.", ["two dollars and 80 cents | 2.8 money USD"]),
    ("A $48-million bridge opened.", ["$48-million | 48000000 money USD"]),
    ("A 48-million-euro bridge opened.", ["48-million-euro | 48000000 money EUR"]),
    ("The bridge cost more than $48 million.", ["more than $48 million | more than 48000000.. money USD"]),
    ("The bridge cost $48 million or more.", ["$48 million or more | at least 48000000.. money USD"]),
    ("Tolls bring in $3,000 a day.", ["$3,000 | 3000 money USD per day"]),
    ("They earn $15 an hour.", ["$15 | 15 money USD per hour"]),
    ("Losses of $-3m were booked.", ["$-3m | -3000000 money USD"]),
    ("Profit rose $3m.", ["$3m | 3000000 money USD up"]),
    (
        "The bridge cost 48 million rubles ($530,000).",
        ["48 million rubles | 48000000 money RUB", "$530,000 | 530000 money USD"],
    ),
    ("The fee went up £20.", ["£20 | 20 money GBP up"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_money(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
