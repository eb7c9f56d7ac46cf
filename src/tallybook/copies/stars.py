"""Pairs of sketches that share enough to be worth a closer look, without all pairs of those who share one text."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.holders import Holders, holders_of, rank_bits
from tallybook.copies.sketches import Places, Sketches
from tallybook.copies.words import Hashes

FEW = 4
LEAST_SHARED = 0.2
"""Of the stretches of the shorter one. Of a text with every twentieth word changed, two in three stretches stay."""


def linked_pairs(sketches: Sketches, order: Places) -> tuple[Places, Places]:
    """Two columns of ranks in `order`, the lower rank first; rising by the second, then the first.

    Of the documents that share a stretch each is paired with the first and the one before it; with all where they are
    four or fewer. A text that thousands run gives some thousands of pairs.
    """
    bits, parts = rank_bits(sketches), holders_of(sketches, np.argsort(order))
    found = [_pairs(held, bits) for held in parts]
    packed, part = np.unique(np.concatenate([pairs for pairs, _ in found]), return_inverse=True)
    shared = np.bincount(part, weights=np.concatenate([times for _, times in found]))
    first, second = (
        (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64),
        (packed >> bits).astype(np.int64),
    )
    enough = shared >= LEAST_SHARED * _smaller(sketches, order[first], order[second])
    return first[enough], second[enough]


def _smaller(sketches: Sketches, first: Places, second: Places) -> NDArray[np.float64]:
    """How many stretches the smaller of two sketches has under the lower of the two bounds, about."""
    dense = sketches.shingles.lengths() / sketches.below.astype(np.float64)
    below = np.minimum(sketches.below[first], sketches.below[second]).astype(np.float64)
    return np.minimum(dense[first], dense[second]) * below


def _pairs(held: Holders, bits: np.uint64) -> tuple[Hashes, Places]:
    """The pairs of one part, packed and rising, and how many stretches each shares."""
    packed = np.concatenate([(second.astype(np.uint64) << bits) | first for first, second in _links(held)])
    return np.unique(packed, return_counts=True)


def _links(held: Holders) -> Iterator[tuple[Hashes, Places]]:
    which, ranks = held.flat()
    place = np.arange(len(which)) - (np.cumsum(held.sizes) - held.sizes)[which]
    for back in range(1, FEW):
        linked = (place >= back) & ((held.sizes[which] <= FEW) | (back == 1))
        yield ranks[np.flatnonzero(linked) - back].astype(np.uint64), ranks[linked]
    far = (place >= 2) & (held.sizes[which] > FEW)
    yield ranks[np.flatnonzero(far) - place[far]].astype(np.uint64), ranks[far]
