"""Copies among the sketches of very many documents, found without their texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.compared import Compared, compared
from tallybook.copies.containment import AGREEING
from tallybook.copies.furniture import without_furniture
from tallybook.copies.sketches import Places, Sketches
from tallybook.copies.stars import likely_pairs

Shares = NDArray[np.float64]

LEAST_CONTAINED = 0.4
"""Of the stretches of the one text that stand in the other: half of its words, where some of them are changed. With
the next two measured by `benchmarks/copies.py`."""

FEWEST_STRETCHES = 9
"""Of eight words each: sixteen words in a row."""

FEWEST_SEEN = 3


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Joined:
    """The copies among sketches, a row for each; both documents by their places in the sketches.

    `copy_in_original` is the share of the copy's stretches of eight words that the original has, `original_in_copy` the
    share of the original's that the copy has, 0 to 1, both estimated.
    """

    original: Places
    copy: Places
    copy_in_original: Shares
    original_in_copy: Shares


def join_sketches(sketches: Sketches) -> Joined:
    """Every document whose text stands to a large part in another, or the other's in it, with the same numbers.

    The original is the one published earlier where both days are known, else the longer one. Copies of one text are not
    named as copies of each other too. Documents have to differ in their ids; their order changes nothing but the
    places. Rows are in the order of the originals' age, then of the copies'.

    In memory are the sketches, and beside them about as much again. Time and memory grow with the documents, however
    many share one text.
    """
    plain, order = without_furniture(sketches), sketches.by_age()
    first, second = likely_pairs(plain, order)
    sides = compared(plain, first, second)
    alike = np.flatnonzero(_are_copies(sides))
    ranks = np.argsort(order)
    kept = alike[_beside_one_original(ranks[first[alike]], ranks[second[alike]])]
    of_first, of_second = (np.round(sides.shared[kept] / of[kept], 3) for of in (sides.first, sides.second))
    return _directed(sketches, ranks, first[kept], second[kept], of_first, of_second)


def _are_copies(sides: Compared) -> NDArray[np.bool_]:
    contained = sides.shared >= LEAST_CONTAINED * np.minimum(sides.first, sides.second)
    enough = (sides.shared >= FEWEST_SEEN) & (sides.shared * sides.each >= FEWEST_STRETCHES)
    agreeing = (sides.same >= AGREEING * sides.facing) & (sides.same_digits >= AGREEING * sides.facing_digits)
    return contained & enough & agreeing


def _beside_one_original(first: Places, second: Places) -> Places:
    """The places of those pairs of ranks that are not of two copies of one text, rising by the second, then the first.

    A document that is a copy itself stays an original to those that have nothing but it in common.
    """
    kept: list[int] = []
    originals: dict[int, set[int]] = {}
    nothing: set[int] = set()
    by_copy = np.lexsort((first, second))
    for at, i, j in zip(by_copy.tolist(), first[by_copy].tolist(), second[by_copy].tolist(), strict=True):
        own = originals.setdefault(j, set())
        if own.isdisjoint(originals.get(i, nothing)):
            own.add(i)
            kept.append(at)
    return np.array(kept, np.int64)


def _directed(
    sketches: Sketches, ranks: Places, first: Places, second: Places, of_first: Shares, of_second: Shares
) -> Joined:
    """The first of each pair is the original, but where a day is unknown and the second is longer."""
    known = (sketches.day[first] != 0) & (sketches.day[second] != 0)
    turned = ~known & (sketches.words[second] > sketches.words[first])
    original, copy = np.where(turned, second, first), np.where(turned, first, second)
    rows = np.lexsort((ranks[copy], ranks[original]))
    return Joined(
        original=original[rows],
        copy=copy[rows],
        copy_in_original=np.where(turned, of_first, of_second)[rows],
        original_in_copy=np.where(turned, of_second, of_first)[rows],
    )
