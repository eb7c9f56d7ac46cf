"""Years that a page leaves out: borrowed where the story leaves one sensible year, and only there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tallybook.model import Claim, Evidence, PartialDate
from tallybook.reconcile import reconcile_claims
from tallybook.reconcile.years import FROM_PAGE, FROM_PAGES

BORROWED = {
    "a day of publication": (
        "page a | Reuters | 2023-02-06\npage b | AP | --02-08\na1 | 12 killed\nb1 | 15 killed",
        {},
        {"b1": ("2023-02-08", FROM_PAGES)},
    ),
    "a month later than the page's is of the year before": (
        "page a | Reuters | 2024-10-23\npage b | AP | --03-05\na1 | 12 deployed\nb1 | 15 deployed\nb2 | 19 deployed",
        {"b2": (10, None)},
        {"b1": ("2025-03-05", FROM_PAGES), "b2": ("2024-10-31", FROM_PAGES)},
    ),
    "a page with the year of another day in its text": (
        "page b | AP | --08-16\nb1 | 12 killed | on 2021-08-14\nb2 | 15 killed",
        {},
        {"b2": ("2021-08-16", FROM_PAGE)},
    ),
    "a month on a page without any day": (
        "page a | Reuters | 2023-06-14\npage b | AP\na1 | 79 killed\nb1 | 82 killed",
        {"b1": (6, 15)},
        {"b1": ("2023-06-15", FROM_PAGES)},
    ),
}

LEFT = {
    "two years that fit alike": "page a | A | 2021-08-14\npage c | C | 2022-08-14\npage b | B | --08-16\n"
    "a1 | 12 killed\nc1 | 9 killed\nb1 | 15 killed",
    "half a year from all": "page a | A | 2023-01-10\npage b | B | --07-12\na1 | 12 killed\nb1 | 15 killed",
    "no other page": "page b | B | --07-12\nb1 | 15 killed",
    "a plan dates nothing": "page a | A\npage b | B | --07-12\n"
    "a1 | 12 deployed | planned | on 2023-07-12\nb1 | 15 killed",
    "a full date": "page a | A | 2023-02-06\npage b | B | 2019-02-08\na1 | 12 killed\nb1 | 15 killed",
    "another incident": "page a | A\npage b | B | --01-14\na1 | 220 killed | on 2010-01-12\nb1 | 15 killed",
}


def _without_year(told: Evidence, partial: dict[str, tuple[int, int | None]]) -> Evidence:
    def changed(claim: Claim) -> Claim:
        if claim.id not in partial:
            return claim
        month, day = partial[claim.id]
        return replace(claim, partial_time=PartialDate(year=None, month=month, day=day, how="test"))

    return replace(told, claims=tuple(changed(claim) for claim in told.claims))


@pytest.mark.parametrize("row", BORROWED)
def test_a_year_is_borrowed(evidence, registry, row):
    book, partial, expected = BORROWED[row]
    picture = reconcile_claims(_without_year(evidence(book), partial), policy="range", registry=registry)
    assert {b.claim: (b.period.end.isoformat(), b.why) for b in picture.borrowed} == expected


@pytest.mark.parametrize("row", LEFT)
def test_a_year_is_not_borrowed(evidence, registry, row):
    told = evidence(LEFT[row])
    if row == "another incident":
        told = replace(told, claims=(replace(told.claims[0], incident="2010"), *told.claims[1:]))
    assert reconcile_claims(told, policy="range", registry=registry).borrowed == ()


def test_a_clock_bounds_the_year(evidence, registry):
    book = "page a | A | 2024-07-01\npage b | B | <2024-06-30\na1 | 12 killed\nb1 | 15 killed"
    told = _without_year(evidence(book), {"b1": (7, 2)})
    assert reconcile_claims(told, policy="range", registry=registry).borrowed == ()


@pytest.mark.parametrize(
    ("book", "kind", "words"),
    [
        (
            "a1 | 700 killed | by Ukraine | of Russia\nb1 | 120 killed | by Russia | of Russia",
            "conflict",
            "by 8 February 2023, the year taken from other pages of the story",
        ),
        (
            "a1 | 120 killed | by Police | on 2023-02-06\nb1 | 80 killed | by Police",
            "falling total",
            "by 8 February 2023, the year taken from other pages of the story",
        ),
    ],
)
def test_findings_say_that_a_year_is_borrowed(evidence, registry, book, kind, words):
    told = evidence(f"page a | Reuters | 2023-02-08\npage b | AP | --02-08\n{book}")
    findings = reconcile_claims(told, policy="range", registry=registry).findings
    assert words in next(finding.text for finding in findings if finding.kind == kind)
