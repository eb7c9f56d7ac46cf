"""Which claims measure the same thing, and how a series is called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tallybook.model import Evidence
from tallybook.reconcile import reconcile_claims
from tallybook.registry import Registry

POOLED = {
    "a place and a place inside it": (
        """
        a1 | 11,000 deployed | of Wagner | in Russia
        b1 | 12,000 deployed | of Wagner | in Kursk Oblast
        """,
        [("a1", "b1")],
    ),
    "an unknown place": ("a1 | 12 killed | in Lagos\nb1 | 15 killed", [("a1", "b1")]),
    "an unknown group": ("a1 | 12 killed | of Nigeria\nb1 | 15 killed", [("a1", "b1")]),
    "planned beside reported": ("a1 | 12 deployed | of Chad\nb1 | 15 deployed | planned | of Chad", [("a1", "b1")]),
    "within a year": ("a1 | 12 killed | on 2023-02-06\nb1 | 15 killed | on 2023-11-06", [("a1", "b1")]),
    "a headline and the place that its text gives": (
        "a1 | 89 killed | title\na2 | 89 killed | by Police | in Lagos\na3 | 15 killed | in Kano",
        [("a1", "a2"), ("a3",)],
    ),
    "a headline and the group that its text gives": (
        "a1 | 89 killed | title\na2 | 89 killed | by Police | of Chad\nb1 | 15 killed | of Mali",
        [("a1", "a2"), ("b1",)],
    ),
    "one origin's number with and without its place": (
        "a1 | 89 killed | by Police | in Lagos\na2 | 15 killed | by Police | in Kano\nb1 | 89 killed | by Police",
        [("a1", "b1"), ("a2",)],
    ),
    "a plan for a part of the place": (
        "a1 | 11,000 deployed | of Chad | in Russia\na2 | 12,000 deployed | planned | of Chad | in Kursk Oblast",
        [("a1", "a2")],
    ),
    "a name and its other form": ("a1 | 12 deployed | of DPRK\nb1 | 15 deployed | of North Korea", [("a1", "b1")]),
}

APART = {
    "two places": ("a1 | 12 killed | in Syria\nb1 | 15 killed | in Turkey", [("a1",), ("b1",)]),
    "a country and two parts of it": (
        "a1 | 90 killed | in Turkey\nb1 | 15 killed | in Istanbul\nc1 | 12 killed | in Ankara",
        [("a1",), ("b1",), ("c1",)],
    ),
    "a place and its part, told apart by one page": (
        "a1 | 90 killed | in Turkey\na2 | 15 killed | in Istanbul",
        [("a1",), ("a2",)],
    ),
    "two groups": ("a1 | 12 killed | of Israel\nb1 | 15 killed | of Lebanon", [("a1",), ("b1",)]),
    "between two groups an unknown one": (
        "a1 | 12 killed | of Israel\nb1 | 15 killed | of Lebanon\nc1 | 20 killed",
        [("a1",), ("b1",), ("c1",)],
    ),
    "between two places an unknown one": (
        "a1 | 12 killed | in Syria\nb1 | 15 killed | in Turkey\nc1 | 20 killed",
        [("a1",), ("b1",), ("c1",)],
    ),
    "a headline that neither place explains": (
        "a1 | 104 killed | title\na2 | 89 killed | in Lagos\na3 | 15 killed | in Kano",
        [("a1",), ("a2",), ("a3",)],
    ),
    "another speaker's equal number": (
        "a1 | 89 killed | by Police | in Lagos\na2 | 15 killed | by Police | in Kano\nb1 | 89 killed | by Red Cross",
        [("a1",), ("a2",), ("b1",)],
    ),
    "an unknown place in a page that knows one": (
        "a1 | 12 killed | in Syria\nb1 | 15 killed | in Turkey\nb2 | 20 killed",
        [("a1",), ("b1", "b2")],
    ),
    "years apart": ("a1 | 12 killed | on 2010-01-12\nb1 | 15 killed | on 2021-08-14", [("a1",), ("b1",)]),
    "a total and a wave": ("a1 | 12 deployed\nb1 | 15 deployed | flow", [("a1",), ("b1",)]),
    "two events": ("a1 | 12 killed\nb1 | 15 wounded", [("a1",), ("b1",)]),
    "two units": ("a1 | 12 deployed\nb1 | 15 brigade deployed", [("a1",), ("b1",)]),
    "a part and its total": ("a1 | 87 killed\na2 | 12 killed | part a1", [("a1",), ("a2",)]),
    "events nobody has a name for": ("a1 | 12 other\nb1 | 12 other", [("a1",), ("b1",)]),
}

TITLES = {
    "North Korean soldiers deployed to Russia": "a1 | 12 deployed | of North Korea | in Russia",
    "People killed in Haiti": "a1 | 12 killed | in Haiti",
    "People of Wagner killed": "a1 | 12 killed | of Wagner",
    "Share of Sudanese people killed or wounded": "a1 | 1/3 killed or wounded | of Sudan",
    "People infected in Chad each week": "a1 | 92 a week infected | in Chad",
    "Homes destroyed in Syria": "a1 | 12 home destroyed | in Syria",
    "North Korean brigades in training in Russia": "a1 | 2 brigade in training | level | of North Korea | in Russia",
    "People of Northwind in service": "a1 | 41,000 strength | level | of Northwind",
    "Chadian soldiers in service": "a1 | 41,000 strength | level | of Chad",
    "People attending in London": "a1 | 45,000 attended | in London",
}


@pytest.mark.parametrize("row", [*POOLED, *APART])
def test_series(picture_of, row):
    book, expected = {**POOLED, **APART}[row]
    assert [series.claims for series in picture_of(book).series] == expected


@pytest.mark.parametrize("title", TITLES)
def test_a_title_says_the_scope(picture_of, title):
    assert [series.title for series in picture_of(TITLES[title]).series] == [title]


def test_soldiers_are_soldiers_throughout_a_book(picture_of):
    picture = picture_of("a1 | 12 deployed | of Chad\na2 | 3 killed | of Chad\na3 | 5 killed | of Sudan")
    titles = ["Chadian soldiers deployed", "Chadian soldiers killed", "Sudanese people killed"]
    assert [series.title for series in picture.series] == titles


def test_series_that_read_the_same_are_told_apart_by_kind(picture_of):
    picture = picture_of("a1 | 12 deployed | of Chad\na2 | 3 deployed | flow | of Chad")
    titles = ["Chadian soldiers deployed, in all", "Chadian soldiers deployed, in single waves"]
    assert [series.title for series in picture.series] == titles


def test_the_earlier_of_two_incidents_says_its_year(picture_of):
    picture = picture_of("a1 | 220,000 killed | on 2010-01-12 | in Haiti\nb1 | 304 killed | on 2021-08-14 | in Haiti")
    assert [series.title for series in picture.series] == [
        "People killed in Haiti, until 2010",
        "People killed in Haiti",
    ]


def test_an_id_is_that_of_the_scope(picture_of):
    one = picture_of("a1 | 12 killed | in Haiti").series[0].id
    more = picture_of("b7 | 304 killed | in Haiti\nb9 | 15 killed | by Police | in Haiti").series[0].id
    other = picture_of("a1 | 12 killed | in Syria").series[0].id
    assert one == more != other


def test_ids_are_unique(picture_of):
    for book, _ in [*POOLED.values(), *APART.values()]:
        ids = [series.id for series in picture_of(book).series]
        assert len(ids) == len(set(ids))


def test_another_incident_is_a_series_of_its_own(evidence: Callable[[str], Evidence], registry: Registry) -> None:
    told = evidence("a1 | 62 killed | by Police | of Chad\na2 | 900 killed | by Police | of Chad")
    first, second = told.claims
    apart = replace(told, claims=(first, replace(second, incident="2010")))
    titles = [series.title for series in reconcile_claims(apart, policy="range", registry=registry).series]
    assert len(titles) == len(told.claims)
    assert titles[1].endswith(", 2010")
