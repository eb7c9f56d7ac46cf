"""Numbers that are no quantities."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("It happened on October 14.", []),
    ("It happened on 14 October.", []),
    ("It happened on 14 October 2021.", []),
    ("It happened on October 14, 2021.", []),
    ("It happened on Oct. 14-17.", []),
    ("It happened on Oct. 14 and 15.", []),
    ("It happened between March 3 and March 9.", []),
    ("It happened on the 14th of October.", []),
    ("It happened in 2021.", []),
    ("It happened in October 2021.", []),
    ("It happened in the 1980s.", []),
    ("It happened in 2021-22.", []),
    ("It happened in 2021/22.", []),
    ("The 2021 report says so.", []),
    ("The summer of 1987 was hot.", []),
    ("It happened in '98.", []),
    ("It opened at 7:45 a.m. sharp.", []),
    ("It opened at 7 pm sharp.", []),
    ("It opened at 7.45pm sharp.", []),
    ("It opened at 0730 GMT.", []),
    ("It opened at 7 o'clock.", []),
    ("See Article 14.", []),
    ("See Section 3 and Chapter 8.", []),
    ("See page 12.", []),
    ("UN Resolution 2231 applies.", []),
    ("It is No. 7 on the list.", []),
    ("Take Highway 12.", []),
    ("Flight 447 vanished.", []),
    ("A Boeing 767 landed.", []),
    ("An F-35 and a Su-25 crashed.", []),
    ("The M16 and the AK-47 were found.", []),
    ("Covid-19 spread.", []),
    ("The G20 met.", []),
    ("The iPhone 15 sells well.", []),
    ("The S&P 500 rose.", []),
    ("The top 10 were named.", []),
    ("Rovers won 4-2.", []),
    ("The bill passed by 51-49.", []),
    ("They met at 12 Mill Road.", []),
    ("Call +44 20 7946 0000 now.", []),
    ("Dial 555-0142 now.", []),
    ("Open https://example.org/2024/05/123 now.", []),
    ("Mail a123@example.org now.", []),
    ("Version 2.0.1 is out.", []),
    ("The 10.0.0.1 host is down.", []),
    ("See note [14].", []),
    ("1. Open the lid", []),
    ("2) Close the lid", []),
    ("The Big Ten met.", []),
    ("The Group of Seven met.", []),
    ("Formula One returns.", []),
    ("Apollo 11 landed.", []),
    ("District 9 voted.", []),
    ("Platoon B12 left.", []),
    ("It works 24/7.", []),
    ("A 5G mast burned.", []),
    ("Super Bowl 50 was dull.", []),
    ("Group 3 won.", []),
    ("Brigade 47 moved.", []),
    ("Order 227 was read.", []),
    ("Season 4 begins.", []),
    ("In May 12 people drowned.", ["12 | 12"]),
    ("In 2021 300 people drowned.", ["300 | 300"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_names(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
