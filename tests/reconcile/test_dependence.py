"""Who copies whom, from a table of (source, item, value)."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tallybook.reconcile.dependence import dependences, one_voices

Rows = list[tuple[str, str, object]]
ITEMS = [f"item {n:03}" for n in range(120)]


def told(source: str, accuracy: float, seed: int, items: list[str] = ITEMS) -> Rows:
    """A source that gives the true value 0, or one of forty wrong ones."""
    chance = random.Random(seed)
    return [(source, item, 0 if chance.random() < accuracy else chance.randint(1, 40)) for item in items]


def copied(rows: Rows, name: str, every: int = 1) -> Rows:
    return [(name, item, value) for _, item, value in rows[::every]]


ALONE = [row for n in range(6) for row in told(f"s{n}", 0.8, n)]


def bound(rows: Rows) -> list[list[str]]:
    sources = {source for source, _, _ in rows}
    return [group for group in one_voices(sources, dependences(rows)) if len(group) > 1]


TABLES = {
    "nobody copies": (ALONE, []),
    "one copies all": ([*ALONE, *copied(ALONE[:120], "t")], [["s0", "t"]]),
    "one copies every third": ([*ALONE, *copied(ALONE[:120], "t", 3)], [["s0", "t"]]),
    "two copy one": ([*ALONE, *copied(ALONE[:120], "t"), *copied(ALONE[:120], "u")], [["s0", "t", "u"]]),
    "four copy one that is often wrong": (
        [*ALONE, *(row for n in range(4) for row in copied(told("w", 0.5, 99), f"w{n}"))],
        [["w0", "w1", "w2", "w3"]],
    ),
    "copies that outnumber all others look like the truth": (
        [*ALONE, *(row for n in range(8) for row in copied(told("w", 0.5, 99), f"w{n}"))],
        [],
    ),
    "all right, and so alike": ([*ALONE, *told("t", 1.0, 7), *told("u", 1.0, 8)], []),
    "all right, and they alone": ([*told("t", 1.0, 7), *told("u", 1.0, 8)], []),
    "one takes half from another": ([*ALONE, *copied(ALONE[:60], "t"), *told("t", 0.8, 9, ITEMS[60:])], []),
    "too few items": ([*ALONE, *copied(ALONE[:4], "t")], []),
    "no rows": ([], []),
}


@pytest.mark.parametrize("kind", TABLES)
def test_who_has_no_voice_of_its_own(kind):
    rows, expected = TABLES[kind]
    assert bound(rows) == expected


def test_half_a_copy_scores_high_but_keeps_its_voice():
    rows = [*ALONE, *copied(ALONE[:60], "t"), *told("t", 0.8, 9, ITEMS[60:])]
    found = next(pair for pair in dependences(rows) if {pair.source, pair.copier} == {"s0", "t"})
    assert found.score > 10
    assert not found.one_voice


def test_agreement_on_rare_values_counts_more():
    """Two pairs share fifty equal values each: one what all say, the other what nobody else says."""
    common = [(source, item, 0) for source in ("a", "b", "e", "f", "g", "h") for item in ITEMS[:50]]
    rare = [(source, item, 1000 + n) for source in ("c", "d") for n, item in enumerate(ITEMS[:50])]
    score = {(pair.source, pair.copier): pair.score for pair in dependences([*common, *rare])}
    assert score["c", "d"] > 50 > 10 > score["a", "b"]


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(chance):
    rows = [*ALONE[:300], *copied(ALONE[:120], "t")]
    expected = dependences(rows)
    chance.shuffle(rows)
    assert dependences(rows) == expected
