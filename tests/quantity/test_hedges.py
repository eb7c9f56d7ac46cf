"""Hedges before, after and in verbs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, then what is read: words | hedge value measure unit …; a count and an exact number say nothing more
ROWS = [
    ("About 640 farmers blocked the road.", ["About 640 | about 640"]),
    ("Around 640 farmers blocked the road.", ["Around 640 | about 640"]),
    ("Some 640 farmers blocked the road.", ["Some 640 | about 640"]),
    ("Approximately 640 farmers blocked the road.", ["Approximately 640 | about 640"]),
    ("Roughly 640 farmers blocked the road.", ["Roughly 640 | about 640"]),
    ("An estimated 640 farmers blocked the road.", ["An estimated 640 | about 640"]),
    ("The estimated 640 farmers blocked the road.", ["estimated 640 | about 640"]),
    ("In the region of 640 farmers blocked the road.", ["In the region of 640 | about 640"]),
    ("Perhaps 640 farmers blocked the road.", ["Perhaps 640 | about 640"]),
    ("Nearly 640 farmers blocked the road.", ["Nearly 640 | nearly 640"]),
    ("Almost 640 farmers blocked the road.", ["Almost 640 | nearly 640"]),
    ("Close to 640 farmers blocked the road.", ["Close to 640 | nearly 640"]),
    ("At least 640 farmers blocked the road.", ["At least 640 | at least 640.."]),
    ("No fewer than 640 farmers blocked the road.", ["No fewer than 640 | at least 640.."]),
    ("No less than 640 farmers blocked the road.", ["No less than 640 | at least 640.."]),
    ("A minimum of 640 farmers blocked the road.", ["A minimum of 640 | at least 640.."]),
    ("More than 640 farmers blocked the road.", ["More than 640 | more than 640.."]),
    ("Over 640 farmers blocked the road.", ["Over 640 | more than 640.."]),
    ("Upwards of 640 farmers blocked the road.", ["Upwards of 640 | more than 640.."]),
    ("In excess of 640 farmers blocked the road.", ["In excess of 640 | more than 640.."]),
    ("Well over 640 farmers blocked the road.", ["Well over 640 | more than 640.."]),
    ("Just over 640 farmers blocked the road.", ["Just over 640 | more than 640.."]),
    ("Slightly more than 640 farmers blocked the road.", ["Slightly more than 640 | more than 640.."]),
    ("Up to 640 farmers blocked the road.", ["Up to 640 | up to ..640"]),
    ("As many as 640 farmers blocked the road.", ["As many as 640 | up to ..640"]),
    ("At most 640 farmers blocked the road.", ["At most 640 | up to ..640"]),
    ("No more than 640 farmers blocked the road.", ["No more than 640 | up to ..640"]),
    ("A maximum of 640 farmers blocked the road.", ["A maximum of 640 | up to ..640"]),
    ("Fewer than 640 farmers blocked the road.", ["Fewer than 640 | less than ..640"]),
    ("Less than 640 farmers blocked the road.", ["Less than 640 | less than ..640"]),
    ("Under 640 farmers blocked the road.", ["Under 640 | less than ..640"]),
    ("Just under 640 farmers blocked the road.", ["Just under 640 | less than ..640"]),
    ("Estimates run as high as 640.", ["as high as 640 | up to ..640"]),
    ("The toll may be as low as 640.", ["as low as 640 | at least 640.."]),
    ("640 or so farmers blocked the road.", ["640 or so | about 640"]),
    ("640-odd farmers blocked the road.", ["640-odd | about 640"]),
    ("640 or more farmers blocked the road.", ["640 or more | at least 640.."]),
    ("640-plus farmers blocked the road.", ["640-plus | at least 640.."]),
    ("640+ farmers blocked the road.", ["640+ | at least 640.."]),
    ("640 or fewer farmers blocked the road.", ["640 or fewer | up to ..640"]),
    ("~640 farmers blocked the road.", ["~640 | about 640"]),
    (">640 farmers blocked the road.", [">640 | more than 640.."]),
    ("≥ 640 farmers blocked the road.", ["≥ 640 | at least 640.."]),
    ("<640 farmers blocked the road.", ["<640 | less than ..640"]),
    ("The toll exceeded 640 on Friday.", ["640 | more than 640.."]),
    ("The toll has surpassed 6,400.", ["6,400 | more than 6400.."]),
    ("The toll topped 6,400.", ["6,400 | more than 6400.."]),
    ("Arrivals passed 6,400 by noon.", ["6,400 | more than 6400.."]),
    ("Casualties top 6,400.", ["6,400 | more than 6400.."]),
    ("Turnout fell short of 6,400.", ["6,400 | less than ..6400"]),
    ("Membership is approaching 6,400.", ["approaching 6,400 | nearly 6400"]),
    ("Sales exceeded the 6,400 mark.", ["6,400 | more than 6400.."]),
    ("The top 6,400 earners pay most.", ["6,400 | 6400"]),
    ("They passed 12 laws.", ["12 | 12"]),
    ("More than 40 and fewer than 60 cows remain.", ["More than 40 and fewer than 60 | 40..60"]),
    ("At least 40 but no more than 60 cows remain.", ["At least 40 but no more than 60 | 40..60"]),
    ("At least about 40 cows remain.", ["At least about 40 | at least 40.."]),
    ("There were 40 cows or so.", ["40 | about 40"]),
    ("Over a dozen cows remain.", ["Over a dozen | more than 12.."]),
    ("Nearly two-thirds of the cows remain.", ["Nearly two-thirds | nearly 0.666667 share"]),
    ("The number of dead exceeds 1,100.", ["1,100 | more than 1100.."]),
    ("The army has some three dozen tanks.", ["some three dozen | about 36"]),
    ("Only 40 cows remain.", ["40 | 40"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_hedges(read: Callable[[str], list[str]], text: str, expected: list[str]) -> None:
    assert read(text) == expected
