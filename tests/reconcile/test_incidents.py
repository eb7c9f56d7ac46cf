"""Another strike in the same town on the same day, another quake: never one number; what goes on stays one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tallybook.model import Picture

PictureOf = Callable[..., Picture]
DAY = "on 2024-05-03 | in Lagos"
AT = "incident another strike at Lagos"
SET_AT_ODDS = {"conflict", "same statement", "growth", "falling total"}

APART = {
    "another strike on the same day in the same town": (
        f"a1 | 12 killed | {DAY}\na2 | 3 killed | {DAY} | incident another strike"
    ),
    "another and yet another": (
        f"a1 | 3 killed | {DAY} | incident another strike\na2 | 5 killed | {DAY} | incident another strike (2)"
    ),
    "another strike of each of two pages": (
        f"a1 | 3 killed | {DAY} | incident another strike\nb1 | 5 killed | {DAY} | incident another strike"
    ),
    "the same number of two strikes": f"a1 | 12 killed | {DAY}\na2 | 12 killed | {DAY} | incident second strike",
    "one speaker on both": (
        f"a1 | 12 killed | by Police | {DAY}\nb1 | 12 killed | by Police | {DAY} | incident second strike"
    ),
    "another strike in the town, by two pages": (f"a1 | 3 killed | {DAY} | {AT}\nb1 | 5 killed | {DAY} | {AT}"),
    "a quake of another year": "a1 | 62 killed | in Haiti\na2 | 900 killed | in Haiti | incident 2010",
    "quakes of two other years": (
        "a1 | 62 killed | in Haiti | incident 1994\na2 | 900 killed | in Haiti | incident 2010"
    ),
    "a quake at another place": "a1 | 62 killed\na2 | 9 killed | in Peru | incident quake at Peru",
    "quakes more than a year apart": (
        "a1 | 62 killed | on 2021-08-14 | in Haiti\nb1 | 900 killed | on 2010-01-12 | in Haiti"
    ),
    "an aftershock that its page sets apart": f"a1 | 62 killed | {DAY}\nb1 | 8 killed | {DAY} | incident another quake",
}

ONE = {
    "the toll of a strike by two pages": f"a1 | 12 killed | {DAY}\nb1 | 15 killed | {DAY}",
    "the other strike, gone on with": (
        f"a1 | 3 killed | {DAY} | incident another strike\na2 | 4 killed | {DAY} | incident another strike"
    ),
    "a quake of the past by its year, on two pages": (
        "a1 | 900 killed | in Haiti | incident 2010\nb1 | 1,000 killed | in Haiti | incident 2010"
    ),
    "a strike elsewhere by its place, on two pages": (
        "a1 | 3 killed | in Kano | incident strike at Kano\nb1 | 5 killed | in Kano | incident strike at Kano"
    ),
    "the next day's toll": "a1 | 12 killed | on 2024-05-03 | in Lagos\nb1 | 15 killed | on 2024-05-04 | in Lagos",
    "a page without a day": f"a1 | 12 killed | {DAY}\nb1 | 15 killed | in Lagos",
    "a page without a place": f"a1 | 12 killed | {DAY}\nb1 | 15 killed | on 2024-05-03",
    "the town and its country": f"a1 | 12 killed | {DAY}\nb1 | 15 killed | on 2024-05-03 | in Nigeria",
    "the same toll months later": (
        "a1 | 62 killed | on 2023-02-06 | in Turkey\nb1 | 70 killed | on 2023-06-06 | in Turkey"
    ),
}


@pytest.mark.parametrize("row", APART)
def test_two_incidents_are_never_one_number(picture_of: PictureOf, row: str) -> None:
    picture = picture_of(APART[row])
    assert [len(series.claims) for series in picture.series] == [1, 1]
    assert [len(statement.claims) for statement in picture.statements] == [1, 1]
    assert SET_AT_ODDS.isdisjoint(finding.kind for finding in picture.findings)


@pytest.mark.parametrize("row", ONE)
def test_one_incident_is_one_number(picture_of: PictureOf, row: str) -> None:
    assert [len(series.claims) for series in picture_of(ONE[row]).series] == [2]


def test_a_title_has_the_words_of_the_page_alone(picture_of: PictureOf) -> None:
    (series,) = picture_of("a1 | 3 killed | in Lagos | incident another strike").series
    assert (series.title, series.incident) == ("People killed in Lagos, another strike", "another strike")
