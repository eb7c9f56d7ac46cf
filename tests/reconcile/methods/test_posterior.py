"""What the posterior makes of votes: rounding, open bounds, ranges, junk, floors, zero, ties."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.model import ClaimKind, Hedge, Quantity
from tallybook.reconcile.methods import method_of
from tallybook.reconcile.methods.method import Counting, Question, Vote, taught
from tallybook.reconcile.methods.posterior import judge, study, trust_of

LEVEL = Question(event="strength", unit="person", kind=ClaimKind.LEVEL)
TOTAL = replace(LEVEL, event="killed", kind=ClaimKind.TOTAL, monotone=True)
CROWD = replace(LEVEL, event="attended", counting=Counting(trust=0.45, scatter=0.7, freedom=3, junk=0.05, room=0.15))
HEDGES = {hedge.value: hedge for hedge in Hedge}


def vote(words: str | int, speaker: str = "Oxfam", *, counted: bool = False) -> Vote:
    """ "more than 1000", "10 to 20", "-3"."""
    said = str(words)
    hedge = next((h for name, h in HEDGES.items() if said.startswith(f"{name} ")), Hedge.EXACT)
    low, _, high = said.removeprefix(hedge.value).strip().partition(" to ")
    ends = [float(low), float(high or low)]
    below, above = hedge in (Hedge.UP_TO, Hedge.LESS_THAN), hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN)
    quantity = Quantity(
        low=None if below else int(ends[0]), high=None if above else int(ends[1]),
        hedge=Hedge.RANGE if high else hedge, unit="person",
    )  # fmt: skip
    return Vote(claim=f"{said} {speaker}", quantity=quantity, speaker=speaker, counted=counted)


def votes(*words: str | int) -> list[Vote]:
    return [vote(said, f"source {number}") for number, said in enumerate(words)]


@pytest.mark.parametrize(
    ("said", "best"),
    [
        pytest.param([12], 12, id="one vote"),
        pytest.param([304, 300, "more than 300"], 304, id="a sharper number inside the rounding"),
        pytest.param(["10 to 20", 15], 15, id="a number inside a range"),
        pytest.param([300, 300, 4000], 300, id="two against one"),
        pytest.param([40081, 40081, 40081000], 40081, id="a slip of digits"),
        pytest.param([12, 12, 0], 12, id="zero beside a number"),
        pytest.param([0], 0, id="zero"),
        pytest.param([-3, -3, -5], -3, id="below zero"),
        pytest.param(["more than 1000"], 1000, id="open above"),
        pytest.param(["up to 6000"], 6000, id="open below"),
        pytest.param(["nearly 2000", 1941], 1941, id="nearly"),
        pytest.param([300, 4000], None, id="a tie"),
    ],
)
def test_best(said: list[str | int], best: int | None) -> None:
    assert judge(votes(*said), LEVEL).best == best


@pytest.mark.parametrize(
    ("days", "best"),
    [
        pytest.param([(310, 2), (512, 5)], 512, id="a larger number later"),
        pytest.param([(640, 3), (512, 3)], None, id="two numbers of one day are equally likely"),
        pytest.param([(52, 3), (61, 3)], None, id="two small ones of one day"),
        pytest.param([(310, 3), ("about 1000", 3)], None, id="an exact and a rounded one of one day"),
        pytest.param([(52, 3), (52, 3), (61, 3)], 52, id="two against a larger one of the day"),
        pytest.param([(61, 3), (61, 3), (52, 3)], 61, id="two against a smaller one of the day"),
        pytest.param([(640, 3), (512, 2)], 640, id="a smaller number of the day before"),
        pytest.param([(640, 3), ("more than 600", 3)], 640, id="numbers of a day that agree"),
        pytest.param([(640, 3), (512, 6)], None, id="a smaller number days later has not been outgrown"),
    ],
)
def test_growth_over_days(days: list[tuple[int | str, int]], best: int | None) -> None:
    told = [replace(vote(said, f"source {i}"), at=dt.date(2026, 3, day)) for i, (said, day) in enumerate(days)]
    assert judge(told, TOTAL).best == best


@pytest.mark.parametrize(
    ("said", "why"),
    [
        pytest.param([12], "only 12 stands; 90 % of the likelihood lies in 10 to 15", id="one statement"),
        pytest.param([12, 12], "only 12 stands, in 2 statements; ", id="two that agree"),
        pytest.param([300, 300, 4000], "300 is most likely, given by 2 of 3 statements; ", id="two against one"),
        pytest.param(["200 to 300"], "only 200 to 300 stands, and 245 lies amid it; ", id="nobody says 245"),
        pytest.param([300, 4000], "300 and 4,000 are equally likely", id="a tie"),
        pytest.param([-3, -3, -5], "by size: 3 is most likely, given by 2 of 3 statements; ", id="below zero"),
    ],
)
def test_why(said: list[str | int], why: str) -> None:
    assert judge(votes(*said), LEVEL).why.startswith(why)


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        pytest.param([1297, 1297], [1297], id="a second voice narrows"),
        pytest.param([1297, 1297], [1300, 1300], id="digits narrow"),
        pytest.param([1300, 1300], ["10 to 2000", "10 to 2000"], id="a range is wide"),
        pytest.param(
            ["more than 1000"] * 3, [vote("more than 1000", f"s{i}", counted=True) for i in range(3)], id="floor"
        ),
    ],
)
def test_how_wide(narrow: list[str | int], wide: list[str | int | Vote]) -> None:
    a = judge(votes(*narrow), LEVEL)
    b = judge([v if isinstance(v, Vote) else vote(v, f"source {i}") for i, v in enumerate(wide)], LEVEL)
    assert a.high / a.low < b.high / b.low


def test_more_than_lies_above_and_up_to_below() -> None:
    above, below = judge(votes(*["more than 1000"] * 3), LEVEL), judge(votes(*["up to 1000"] * 3), LEVEL)
    assert above.low >= 990 and above.high > 1100
    assert below.high <= 1010 and below.low < 900


def test_a_range_gives_a_value_inside_it() -> None:
    assert 10 < judge(votes("10 to 20"), LEVEL).best < 20


def test_of_a_total_that_grows_the_later_larger_number_is_likelier() -> None:
    told = votes(1003, 1297)
    assert judge([replace(vote, at=dt.date(2024, 5, 3 + i)) for i, vote in enumerate(told)], TOTAL).best == 1297
    assert judge(told, TOTAL).best is None


def test_trust_decides_between_two() -> None:
    trusted = replace(LEVEL, trust={"source 0": 0.6, "source 1": 0.95})
    assert judge(votes(300, 4000), trusted).best == 4000


def test_study_trusts_who_agrees_with_others_more() -> None:
    series = [([vote(n, "A"), vote(n, "B"), vote(3 * n, "C")], LEVEL) for n in range(101, 200, 7)]
    learnt = study(series)
    assert learnt.trust["A"] == learnt.trust["B"] > 0.8 > learnt.trust["C"]
    assert study(list(reversed(series))) == learnt


def test_study_tells_who_repeats_the_wrong_numbers_of_others() -> None:
    wrong = [([vote(n, "A"), vote(n, "B"), vote(3 * n, "C"), vote(3 * n, "D")], LEVEL) for n in range(101, 200, 7)]
    right = [([vote(n, "A"), vote(n, "B"), vote(3 * n, "C"), vote(n, "D")], LEVEL) for n in range(101, 200, 7)]
    assert study(wrong + right).copying["D"] > 1.5 * study(right).copying["D"]


def test_a_source_known_to_copy_adds_little() -> None:
    told = votes(100, 300, 300)
    weight = {"source 0": 0.8, "source 1": 0.5, "source 2": 0.8}
    alone, copied = (replace(LEVEL, trust=weight, copying={"source 2": rate}) for rate in (0.0, 0.95))
    assert judge(told, alone).best == 300
    assert judge(told, copied).best == 100


def test_a_rounding_of_a_wrong_number_is_no_second_witness() -> None:
    trusted = replace(LEVEL, trust={"source 0": 0.95, "source 1": 0.9, "source 2": 0.5, "source 3": 0.5})
    assert judge(votes(47_380, 47_380, 473_800, 473_803), trusted).best == 47_380


def test_a_taught_method_judges_by_what_it_learnt() -> None:
    series = [([vote(n, "A"), vote(n, "B"), vote(3 * n, "C")], LEVEL) for n in range(101, 200, 7)]
    two = [vote(300, "A"), vote(4000, "C")]
    assert method_of("posterior").judge(two, LEVEL).best is None
    assert taught(method_of("posterior"), series).judge(two, LEVEL).best == 300
    assert taught(method_of("range"), series) == method_of("range")


def test_study_of_nothing_is_nothing() -> None:
    assert study([([vote(3)], LEVEL)]).trust == {}


@pytest.mark.parametrize(
    ("said", "question", "sure"),
    [
        pytest.param([22000, 80000], CROWD, False, id="police and organisers"),
        pytest.param([22000, 80000, "about 25000", "more than 25000", 31400], CROWD, False, id="a crowd by many"),
        pytest.param([25000], CROWD, False, id="one guess"),
        pytest.param([25000] * 4, CROWD, False, id="four of one mind may repeat one guess"),
        pytest.param([2189, 2189, 2189, 2207], TOTAL, True, id="a toll by four agencies"),
        pytest.param([25000, 25000, 25000], LEVEL, True, id="what is counted"),
    ],
)
def test_how_sure(said: list[str | int], question: Question, *, sure: bool) -> None:
    verdict = judge(votes(*said), question)
    assert (verdict.best is not None and (verdict.probability or 0) > 0.8) == sure


@pytest.mark.parametrize(
    ("said", "wider"),
    [
        pytest.param([25000] * 3, True, id="a rounded number of a crowd is an estimate"),
        pytest.param([25417] * 6, False, id="one to the last digit is a count"),
    ],
)
def test_a_crowd_is_estimated(said: list[str | int], *, wider: bool) -> None:
    crowd, counted = judge(votes(*said), CROWD), judge(votes(*said), LEVEL)
    assert (crowd.high / crowd.low > 1.1 * counted.high / counted.low) == wider


def test_where_nobody_counts_each_source_is_trusted_less() -> None:
    known = {"trust": {"source 0": 0.9}}
    counted, crowd = (trust_of(votes(5, 7), replace(question, **known)) for question in (LEVEL, CROWD))
    assert list(counted) == [0.9, 0.8]
    assert list(crowd) == pytest.approx([0.648, 0.45], abs=1e-3)


numbers = st.integers(0, 10**7)
hedged = st.tuples(st.sampled_from(["", "about ", "more than ", "at least ", "up to ", "nearly "]), numbers)
said = st.lists(hedged.map(lambda pair: f"{pair[0]}{pair[1]}"), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(said, st.booleans())
def test_low_best_and_high_are_in_order_and_best_is_claimed(words: list[str], grows: bool) -> None:
    verdict = judge(votes(*words), TOTAL if grows else LEVEL)
    assert verdict.low <= verdict.high
    if verdict.best is not None:
        assert verdict.low <= verdict.best <= verdict.high
        assert verdict.best in {int(word.split()[-1]) for word in words}
        assert 0 <= verdict.probability <= 1


@settings(max_examples=40, deadline=None)
@given(said, st.randoms(use_true_random=False))
def test_the_order_of_votes_does_not_matter(words: list[str], chance) -> None:
    told = votes(*words)
    mixed = list(told)
    chance.shuffle(mixed)
    a, b = judge(told, LEVEL), judge(mixed, LEVEL)
    assert (a.low, a.best, a.high) == (b.low, b.best, b.high)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(101, 9_999), min_size=1, max_size=5))
def test_ten_times_the_numbers_are_ten_times_the_estimate(values: list[int]) -> None:
    a = judge(votes(*(f"{10 * n} to {11 * n}" for n in values)), LEVEL)
    b = judge(votes(*(f"{100 * n} to {110 * n}" for n in values)), LEVEL)
    assert a.low * 9 < b.low < a.low * 11 and a.high * 9 < b.high < a.high * 11


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 99_999), min_size=1, max_size=5))
def test_a_voice_that_agrees_never_lowers_the_probability(values: list[int]) -> None:
    told = votes(*values)
    before = judge(told, LEVEL)
    if before.best is not None:
        after = judge([*told, vote(before.best, "another")], LEVEL)
        assert after.best is not None and after.probability >= before.probability - 1e-6
