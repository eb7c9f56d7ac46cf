"""Copies among the sketches of very many documents, found without their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.compared import Compared, compared
from tallybook.copies.containment import AGREEING
from tallybook.copies.furniture import without_furniture
from tallybook.copies.originals import Originals
from tallybook.copies.sketches import Places, Sketches
from tallybook.copies.stars import linked_pairs
from tallybook.model import Copy

Shares = NDArray[np.float64]

LEAST_CONTAINED = 0.4
"""Of the stretches of the one text that stand in the other: half of its words, where some of them are changed. With
the others measured by `benchmarks/copies.py`."""

LEAST_AT_HOME = 0.8
"""As much, of two pages of one site: a menu that both have may well be longer than either article."""

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

    def copies(self, documents: Sequence[str]) -> Iterator[Copy]:
        """The rows by the ids of the documents, with the larger of the two containments."""
        rows = zip(self.original, self.copy, np.maximum(self.copy_in_original, self.original_in_copy), strict=True)
        return (Copy(original=documents[i], copy=documents[j], containment=float(share)) for i, j, share in rows)


def join_sketches(sketches: Sketches) -> Joined:
    """Every document whose text stands to a large part in another, or the other's in it, with the same numbers.

    The original is the one published earlier where both days are known, else the longer one. Copies of one text are not
    named as copies of each other too. Documents have to differ in their ids; their order changes nothing but the
    places. Rows are in the order of the originals' age, then of the copies'.

    In memory are the sketches, and beside them about as much again. Time and memory grow with the documents, however
    many share one text.
    """
    plain, order = without_furniture(sketches), sketches.by_age()
    first, second = linked_pairs(plain, order)
    sides = compared(plain, order[first], order[second])
    alike = np.flatnonzero(_are_copies(sides, _at_home(plain, order[first], order[second])))
    kept = alike[_beside_one_original(first[alike], second[alike])]
    of_first, of_second = (np.round(sides.shared[kept] / of[kept], 3) for of in (sides.first, sides.second))
    return _directed(sketches, order, first[kept], second[kept], of_first, of_second)


def _at_home(sketches: Sketches, one: Places, other: Places) -> NDArray[np.bool_]:
    """Whether the two documents of a pair are of one site."""
    same: NDArray[np.bool_] = (sketches.site[one] == sketches.site[other]) & (sketches.site[one] != 0)
    return same


def _are_copies(sides: Compared, at_home: NDArray[np.bool_]) -> NDArray[np.bool_]:
    least = np.where(at_home, LEAST_AT_HOME, LEAST_CONTAINED)
    contained = sides.shared >= least * np.minimum(sides.first, sides.second)
    enough = (sides.shared >= FEWEST_SEEN) & (sides.shared * sides.each >= FEWEST_STRETCHES)
    agreeing = (sides.same >= AGREEING * sides.facing) & (sides.same_digits >= AGREEING * sides.facing_digits)
    return contained & enough & agreeing


def _beside_one_original(first: Places, second: Places) -> Places:
    """The places of those pairs that are not of two copies of one text.

    A document that is a copy itself stays an original to those that have nothing but it in common.
    """
    kept: list[int] = []
    originals = Originals()
    for at, (i, j) in enumerate(zip(first.tolist(), second.tolist(), strict=True)):
        if not originals.in_common(i, j):
            originals.add(i, j)
            kept.append(at)
    return np.array(kept, np.int64)


def _directed(
    sketches: Sketches, order: Places, first: Places, second: Places, of_first: Shares, of_second: Shares
) -> Joined:
    """The first of each pair of ranks is the original, but where a day is unknown and the second is longer."""
    day, words = sketches.day[order], sketches.words[order]
    turned = ((day[first] == 0) | (day[second] == 0)) & (words[second] > words[first])
    original, copy = np.where(turned, second, first), np.where(turned, first, second)
    rows = np.lexsort((copy, original))
    return Joined(
        original=order[original[rows]],
        copy=order[copy[rows]],
        copy_in_original=np.where(turned, of_first, of_second)[rows],
        original_in_copy=np.where(turned, of_second, of_first)[rows],
    )
