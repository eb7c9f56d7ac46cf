"""Best, low and high after the coding of the Uppsala Conflict Data Program."""

from __future__ import annotations

import datetime as dt

import pytest

from tallybook.model import ClaimKind, Hedge, Quantity
from tallybook.reconcile.methods.method import Question, Vote
from tallybook.reconcile.methods.source_hierarchy import judge
from tallybook.reconcile.methods.source_hierarchy.standing import standing_of

PEACE = Question(event="killed", unit="person", kind=ClaimKind.TOTAL, monotone=True)
WAR = Question(event="killed", unit="person", kind=ClaimKind.TOTAL, monotone=True, contested=True, people="Ruritania")
CIVILIANS = Question(event="killed", unit="person", kind=ClaimKind.TOTAL, monotone=True, contested=True)


def vote(number: str, speaker: str, sort: str = "", *, day: int = 1, grade: str | None = None) -> Vote:
    """`sort` is "outside", "official", a side, or nothing; "~" before a number makes it "more than", "nobody" has no
    name."""
    low, _, high = number.removeprefix("~").partition("-")
    floor = number.startswith("~")
    known = sort not in ("", "outside", "official")
    return Vote(
        claim=f"{speaker} {number}",
        quantity=Quantity(
            low=int(low),
            high=None if floor else int(high or low),
            hedge=Hedge.MORE_THAN if floor else Hedge.RANGE if high else Hedge.EXACT,
            unit="person",
        ),
        speaker=speaker,
        named=speaker != "nobody",
        official=sort == "official",
        outside=sort == "outside",
        side=sort if known else None,
        at=dt.date(2031, 5, day),
        grade=grade,
    )


@pytest.mark.parametrize(
    ("votes", "question", "expected"),
    [
        pytest.param(
            [vote("300", "Red Crescent", "outside"), vote("900", "Army", "Borduria"), vote("120", "Navy", "Ruritania")],
            WAR,
            (120, 300, 300),
            id="who is of no side leads, and what a side says of another's losses is no bound",
        ),
        pytest.param(
            [vote("900", "Army", "Borduria"), vote("120", "Navy", "Ruritania")],
            WAR,
            (120, 120, 120),
            id="its own losses",
        ),
        pytest.param(
            [vote("900", "Army", "Borduria"), vote("800", "Navy", "Borduria")],
            WAR,
            (800, None, 900),
            id="nobody credible, so bounds and no best",
        ),
        pytest.param(
            [vote("40", "Army", "Borduria"), vote("55", "Paper")],
            CIVILIANS,
            (40, 55, 55),
            id="a side on civilians is last",
        ),
        pytest.param(
            [vote("40", "Army", "Borduria"), vote("55", "Navy", "Ruritania")],
            CIVILIANS,
            (40, 40, 55),
            id="where none is more reliable the lower figure",
        ),
        pytest.param(
            [vote("12", "Ministry", "official"), vote("15", "Paper"), vote("9", "nobody")],
            PEACE,
            (9, 12, 15),
            id="in peace whoever counts in office",
        ),
        pytest.param(
            [vote("12", "Ministry", "official"), vote("15", "Red Crescent", "outside", day=2)],
            PEACE,
            (12, 15, 15),
            id="of several as reliable the newest",
        ),
        pytest.param(
            [vote("12", "Ministry", "Ruritania"), vote("15", "Paper")], PEACE, (12, 12, 15), id="a state in peace"
        ),
        pytest.param(
            [vote("~12", "Ministry", "official"), vote("15", "Paper")], PEACE, (12, None, None), id="no single value"
        ),
        pytest.param(
            [vote("10-20", "Ministry", "official"), vote("14", "United Nations", "outside")],
            PEACE,
            (10, 14, 20),
            id="a single value of another as reliable",
        ),
        pytest.param(
            [vote("12", "Ministry", "official", grade="D"), vote("15", "Paper", grade="A")],
            PEACE,
            (12, 15, 15),
            id="grades lead",
        ),
        pytest.param(
            [vote("12", "Ministry", "official", grade="E"), vote("15", "Paper")],
            PEACE,
            (15, 15, 15),
            id="E is not heard",
        ),
        pytest.param(
            [vote("12", "Ministry", "official", grade="F"), vote("15", "Paper")],
            PEACE,
            (12, 12, 15),
            id="F says nothing",
        ),
        pytest.param(
            [vote("12", "Post", grade="B3"), vote("15", "Herald", grade="B1")],
            PEACE,
            (12, 15, 15),
            id="the digit decides",
        ),
        pytest.param(
            [vote("12", "Post", grade="B6"), vote("15", "Herald", grade="B2")], PEACE, (12, 15, 15), id="6 is as 3"
        ),
        pytest.param(
            [vote("900", "Army", "Borduria", grade="A"), vote("120", "Paper")],
            WAR,
            (120, 900, 900),
            id="as the user says",
        ),
    ],
)
def test_low_best_high(votes, question, expected):
    verdict = judge(votes, question)
    assert (verdict.low, verdict.best, verdict.high) == expected


@pytest.mark.parametrize(
    ("votes", "question", "why"),
    [
        (
            [vote("300", "Red Crescent", "outside"), vote("900", "Army", "Borduria")],
            WAR,
            "the most reliable source, Red Crescent (of no side), says 300, 1 May 2031; 1 statement is not trusted: a "
            "side on another side's numbers",
        ),
        (
            [vote("900", "Army", "Borduria")],
            WAR,
            "nobody credible says so: a side on another side's numbers",
        ),
        (
            [vote("15", "Herald", grade="A1")],
            PEACE,
            "the most reliable source, Herald (graded A1, completely reliable, confirmed by other sources), says 15, "
            "1 May 2031",
        ),
        (
            [vote("12", "Post"), vote("15", "Herald")],
            PEACE,
            "the most reliable source, Post (of no known side), says 12, 1 May 2031, the lowest of several as reliable",
        ),
    ],
)
def test_it_says_why(votes, question, why):
    assert judge(votes, question).why == why


@pytest.mark.parametrize(
    ("one", "question", "letter"),
    [
        (vote("1", "United Nations", "outside"), WAR, "B"),
        (vote("1", "Navy", "Ruritania"), WAR, "C"),
        (vote("1", "Army", "Borduria"), WAR, "E"),
        (vote("1", "Army", "Borduria"), CIVILIANS, "D"),
        (vote("1", "Ann Onym"), WAR, "C"),
        (vote("1", "nobody"), WAR, "D"),
        (vote("1", "Ministry", "official"), PEACE, "B"),
        (vote("1", "Army", "Borduria", grade="B2"), WAR, "B"),
    ],
)
def test_what_is_presumed_of_a_source(one, question, letter):
    assert standing_of(one, question).letter == letter


def test_no_order_of_votes_matters():
    votes = [vote("12", "Post"), vote("15", "Herald"), vote("9", "nobody", day=3), vote("14", "Times")]
    assert {judge(order, PEACE).best for order in (votes, votes[::-1], votes[2:] + votes[:2])} == {12}


def test_what_was_reached_is_the_least():
    question = Question(event="killed", unit="person", kind=ClaimKind.TOTAL, monotone=True, floor=14)
    assert judge([vote("~10", "Post"), vote("20", "Herald")], question).low == 14


def test_a_war_in_a_book(picture_of):
    book = """
        z1 | 12 captured | by United Nations | on 2024-05-01 | of Russia
        a1 | 900 killed | by Ministry of Defence (Ukraine) | on 2024-05-01 | of Russia
        b1 | 300 killed | by United Nations | on 2024-05-02 | of Russia
        c1 | 120 killed | by Ministry of Defence (Russia) | on 2024-05-03 | of Russia
        """
    last = [one for one in picture_of(book, "source-hierarchy").estimates if "b1" in one.claims][-1]
    assert (last.low, last.best, last.high) == (120, 300, 300)
    assert last.claims == ("a1", "b1", "c1")
