"""Sums of parts: what is looked up by document is what comparing all pairs finds."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tallybook.reconcile.figures import Figure, of_one_document
from tallybook.reconcile.intervals import Interval

PAGES = st.lists(st.sets(st.sampled_from("abcdef"), min_size=1, max_size=3), max_size=12)


def figure(at: int, documents: set[str]) -> Figure:
    return Figure(
        claims=(),
        value=at,
        interval=Interval(at, at),
        moment=None,
        speakers=frozenset(),
        documents=frozenset(documents),
        place=None,
        words=str(at),
    )


@given(first=PAGES, second=PAGES)
def test_pairs_of_one_document(first, second):
    left, right = ([figure(at, pages) for at, pages in enumerate(side)] for side in (first, second))
    assert list(of_one_document(left, right)) == [(a, b) for a, b in product(left, right) if a.documents & b.documents]
