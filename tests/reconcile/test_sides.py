"""Numbers that one side of a war alone stands behind."""

from __future__ import annotations

import pytest

WAR = "z1 | 12 captured | by United Nations | on 2024-05-01 | of Russia\n"


@pytest.mark.parametrize(
    ("book", "side"),
    [
        ("a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia", "Ukraine"),
        ("a1 | 300 killed | by Ministry of Defence (Russia) | of Russia", "Russia"),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\n"
            "b1 | 310 killed | by Volodymyr Zelensky | of Russia",
            "Ukraine",
        ),
        ("a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 300 killed | of Russia", "Ukraine"),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\nb1 | 28 killed | by officials | of Russia",
            "Ukraine",
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\n"
            "b1 | 90 killed | by Ministry of Defence (Russia) | of Russia",
            None,
        ),
        (
            "a1 | 300 killed | by Ministry of Defence (Ukraine) | of Russia\n"
            "b1 | 250 killed | by United Nations | of Russia",
            None,
        ),
        ("a1 | 300 killed | of Russia", None),
        ("a1 | 300 rescued | by Ministry of Defence (Ukraine) | of Russia", None),
        ("a1 | 300 attended | by Ministry of Interior (Ukraine) | in Kyiv", None),
    ],
)
def test_who_alone_claims_a_number_of_a_war(picture_of, book, side):
    picture = picture_of(WAR + book, "majority")
    series = next(series for series in picture.series if "a1" in series.claims)
    last = [estimate for estimate in picture.estimates if estimate.series == series.id][-1]
    assert last.claimed_by == side
    assert side is None or last.best is None


@pytest.mark.parametrize(
    "peaceful",
    [
        "z1 | 3 captured | by Police",
        "z1 | 40 gun captured | by Police",
        "z1 | 23 satellite launched | by SpaceX",
        "z1 | 200 in training | level | of Turkey",
        "z1 | 300 returned to duty | by Police",
        "z1 | 3 exchanged | by Galatasaray",
    ],
)
def test_what_befalls_people_in_peace_too_makes_no_war(picture_of, peaceful):
    picture = picture_of(f"{peaceful}\na1 | 300 killed | by Ministry of Health (Turkey) | in Turkey", "majority")
    assert [estimate.claimed_by for estimate in picture.estimates if "a1" in estimate.claims] == [None]


@pytest.mark.parametrize("warlike", ["z1 | 12 missile launched | by Army", "z1 | 9 drone shot down | by Army"])
def test_weapons_make_a_war(picture_of, warlike):
    picture = picture_of(f"{warlike}\na1 | 300 killed | by Ministry of Health (Turkey) | in Turkey", "majority")
    assert [estimate.claimed_by for estimate in picture.estimates if "a1" in estimate.claims] == ["Turkey"]


def test_a_toll_of_no_war_is_a_best_value(picture_of):
    (estimate,) = picture_of("a1 | 300 killed | by Ministry of Health (Turkey) | in Turkey", "majority").estimates
    assert (estimate.best, estimate.claimed_by) == (300, None)
