"""Grades of the Admiralty code, in words and as trust."""

from __future__ import annotations

import itertools

import pytest

from tallybook.reconcile.methods import method_of
from tallybook.reconcile.methods.admiralty import CREDIBILITY, RELIABILITY, grade_words, trust_in
from tallybook.reconcile.methods.posterior.shape import DEFAULT

GRADES = [f"{letter}{digit}" for letter, digit in itertools.product(RELIABILITY, ("", *CREDIBILITY))]


@pytest.mark.parametrize(
    ("grade", "trust"),
    [("A", 0.95), ("B", 0.9), ("C", 0.8), ("D", 0.5), ("E", 0.3), ("F", None), ("F6", None), ("B2", 0.9), ("F1", 0.95)],
)
def test_trust(grade, trust):
    assert trust_in(grade) == trust


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_has_words_and_a_trust_within_bounds(grade):
    trust = trust_in(grade)
    assert grade_words(grade)
    assert trust is None or 0.3 <= trust <= 0.95


@pytest.mark.parametrize(("better", "worse"), [*itertools.pairwise("ABCDE")])
def test_a_better_letter_is_trusted_more(better, worse):
    assert trust_in(better) > trust_in(worse)
    assert all(trust_in(better + digit) > trust_in(worse + digit) for digit in CREDIBILITY)


def test_c_is_what_is_taken_of_a_source_without_a_grade():
    assert trust_in("C") == trust_in("C3") == DEFAULT.trust


BOOK = """
    a1 | 12 killed | by Ann Onym
    b1 | 40 killed | by Ben Onym
    """


@pytest.mark.parametrize(("first", "second", "best"), [("A", "E", 12), ("E", "A", 40), ("F", "F", None)])
def test_the_posterior_trusts_by_grade(graded_picture, first, second, best):
    registry = f"assessments:\n  - {{name: Ann Onym, grade: {first}}}\n  - {{name: Ben Onym, grade: {second}}}\n"
    (estimate,) = graded_picture(BOOK, registry, "posterior").estimates
    assert estimate.best == best


@pytest.mark.parametrize(
    ("policy", "applied"),
    [
        ("range", ("policy range", "Ann Onym counted to Russia")),
        (
            "source-hierarchy",
            (
                "policy source-hierarchy",
                "Ann Onym graded B2: usually reliable, probably true",
                "Ann Onym counted to Russia",
            ),
        ),
    ],
)
def test_what_was_applied_is_told(graded_picture, policy, applied):
    registry = "assessments:\n  - {name: ann onym, grade: B2, side: Russia}\n"
    picture = graded_picture(BOOK, registry, policy)
    assert picture.estimates[-1].applied == applied
    assert [(one.source, one.grade, one.side) for one in picture.assessed] == [("Ann Onym", "B2", "Russia")]


def test_a_given_side_is_a_voice(graded_picture):
    registry = "assessments:\n  - {name: Ann Onym, side: Russia}\n  - {name: Ben Onym, side: Russia}\n"
    (estimate,) = graded_picture(BOOK, registry).estimates
    assert (len(estimate.claims), estimate.independent) == (2, 1)


def test_an_outlet_may_be_graded(graded_picture):
    registry = "assessments:\n  - {name: Harbour Courier, grade: A}\n  - {name: Hill Herald, grade: D}\n"
    book = "page a | Harbour Courier\npage b | Hill Herald\na1 | 12 killed\nb1 | 40 killed"
    (estimate,) = graded_picture(book, registry, "source-hierarchy").estimates
    assert estimate.best == 12


@pytest.mark.parametrize("policy", ["range", "majority", "latest-official"])
def test_other_methods_look_at_no_grades(policy):
    assert not method_of(policy).graded
