"""Totals that count something else: which are left out, and which must not be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from tallybook.model import ClaimKind, Hedge, LeftOut, Quantity
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.outliers import outliers, widest_gap


def votes(rows: str) -> list[Vote]:
    """ "a 29, b >300 2, c <5" → speaker, number with its bound, day of May; a capital is an official, "?" nobody."""
    return [_vote(f"{index} {row}".split()) for index, row in enumerate(rows.split(", "))]


def _vote(words: list[str]) -> Vote:
    index, speaker, number, *day = words
    value = int(number.strip("<>"))
    hedge = {"<": Hedge.UP_TO, ">": Hedge.MORE_THAN}.get(number[0], Hedge.EXACT)
    low, high = None if number[0] == "<" else value, None if number[0] == ">" else value
    official = speaker[0].isupper()
    return Vote(
        claim=f"{speaker}{number}@{index}",
        quantity=Quantity(low=low, high=high, hedge=hedge),
        speaker=speaker,
        named=speaker != "?",
        official=official,
        side=speaker[0] if official else None,
        at=dt.date(2024, 5, int(day[0])) if day else None,
    )


OUT = [
    # votes → those left out
    ("another incident", "? >220000 1, ? >1 1, p 29 1, p 227 1, p >304 1, ? >100000 1", "? >220000, ? >100000"),
    ("two against one", "a 300, b 310, c 40000", "c 40000"),
    ("too low", "a 30000, b 31000, c 7", "c 7"),
    ("outgrown", "a 3 1, b 3000 9, c 3100 9", "a 3"),
    ("one of the same side disagrees", "Ministry 300 1, Mayor 40000 1, b 310 1", "Mayor 40000"),
    ("on both ends", "a 3000, b 3100, c 3200, d 1, e 900000", "d 1, e 900000"),
]


@pytest.mark.parametrize(("why", "said", "expected"), OUT)
def test_a_number_far_from_all_others_is_left_out(why, said, expected):
    found = outliers(votes(said), ClaimKind.TOTAL)
    assert [out.claim.split("@")[0] for out in found] == expected.replace(" ", "").split(",")
    assert all("times" in out.why for out in found)


KEPT = [
    ("not far enough", "a 300, b 310, c 29000"),
    ("one against one", "a 300, b 40000"),
    ("two against two", "a 300, b 310, c 40000, d 41000"),
    ("one voice, said twice, against one", "a 300 1, a 310 2, b 40000 1"),
    ("a bridge between", "a 300, b 310, c 40000, d 3000"),
    ("nobody has spoken since", "a 3 1, b 4 1, c 3000 9"),
    ("at least says nothing about more", "a 30000, b 31000, c >7"),
    ("another side's own number", "Ministry 300 1, b 310 1, General 40000 1"),
    ("more voices, but each without an end", "a >40000, b >41000, c 300"),
    ("nothing at all and one", "a 0, b 1, c 50"),
    ("a single number", "a 300"),
]


@pytest.mark.parametrize(("why", "said"), KEPT)
def test_a_number_that_may_be_of_the_same_stays(why, said):
    assert outliers(votes(said), ClaimKind.TOTAL) == []


def test_a_party_need_not_be_official():
    many, *others = votes("a 40000, b 300, c 310")
    assert outliers([replace(many, side="Rebels"), *others], ClaimKind.TOTAL) == []


@pytest.mark.parametrize("kind", [ClaimKind.LEVEL, ClaimKind.FLOW])
def test_only_totals_are_held_to_it(kind):
    assert outliers(votes("a 300, b 310, c 40000"), kind) == []


@pytest.mark.parametrize(("said", "stays_out"), [("a 300, b 900, c 40000", True), ("a 300, b 5000, c 40000", False)])
def test_once_out_it_stays_until_others_come_near(said, stays_out):
    heard = votes(said)
    already = [LeftOut(claim=heard[2].claim, why="130 times")]
    assert outliers(heard, ClaimKind.TOTAL, already=already) == (already if stays_out else [])


@pytest.mark.parametrize(
    ("said", "gap"),
    [
        ("a 300, b 40000", (300, 40000)),
        ("a 3, b 400, c 90000", (400, 90000)),
        ("a 300, b 20000", None),
        ("a >300, b 90000", None),
        ("a 300, b <90000", None),
        ("a 0", None),
    ],
)
def test_the_widest_gap(said, gap):
    assert widest_gap(votes(said)) == gap


def test_an_estimate_leaves_it_out_on_every_day(picture_of):
    book = """
    page a | Gazette | 2024-05-01 | Quake in Lima
    page b | Tribune | 2024-05-01 | Quake in Lima
    page c | Herald | 2024-05-01 | Quake in Lima
    page d | Herald | 2024-05-09 | Quake in Lima
    a1 | 29 killed | by Civil Defence | on 2024-05-01
    b1 | 31 killed | by Red Cross | on 2024-05-01
    c1 | more than 70,000 killed | on 2024-05-01
    d1 | 1,900 killed | by Civil Defence | on 2024-05-09
    """
    first, second = picture_of(book).estimates
    assert [(one.low, one.high, one.independent) for one in (first, second)] == [(29, 31, 2), (31, 1900, 2)]
    for one in (first, second):
        assert [left.why for left in one.left_out if left.claim == "c1"] == [
            "over 2,000 times what others say: of another incident, or no count?"
        ]
