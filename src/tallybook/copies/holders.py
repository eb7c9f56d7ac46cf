"""Who holds which stretch: the hashes of many sketches sorted, one part of them after the other.

One part is as large as the memory for it; the parts together are all hashes. Hash and document are packed into one
number, as sorting plain numbers is several times faster than sorting places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.sketches import Places, Sketches
from tallybook.copies.words import Hashes

AT_ONCE = 1 << 23
"""Hashes sorted at a time: 64 MB, and a few times that beside it."""

MOST_PARTS = 256


@dataclass(frozen=True, slots=True, eq=False)
class Holders:
    """Stretches that several documents have: those of `stretches[i]` are `ranks[starts[i]:starts[i] + sizes[i]]`."""

    stretches: Hashes
    ranks: Places
    starts: Places
    sizes: Places

    def only(self, chosen: NDArray[np.bool_]) -> Holders:
        """Some of the stretches."""
        return Holders(self.stretches[chosen], self.ranks, self.starts[chosen], self.sizes[chosen])

    def flat(self) -> tuple[Places, Places]:
        """For each document of each stretch: which stretch (by its place), and the document's rank."""
        which = np.repeat(np.arange(len(self.sizes)), self.sizes)
        before = np.cumsum(self.sizes) - self.sizes
        return which, self.ranks[np.arange(len(which)) + (self.starts - before)[which]]


def holders_of(sketches: Sketches, ranks: Places) -> Iterator[Holders]:
    """The stretches that two or more documents have, in parts, the documents by their rank, rising.

    The highest bits of a stretch give way to the rank, 19 bits for 500,000 documents: of the 40 million stretches of
    so many some twenty are then taken for another one.
    """
    bits, values = rank_bits(sketches), sketches.shingles.values
    parts = min(MOST_PARTS, 1 << (len(values) // AT_ONCE).bit_length())
    owners = np.repeat(ranks.astype(np.uint32), sketches.shingles.lengths())
    part_of = values.astype(np.uint8) & np.uint8(parts - 1)
    for part in range(parts):
        mine = np.flatnonzero(part_of == part)
        yield _shared((values[mine] << bits) | owners[mine], bits)


def rank_bits(sketches: Sketches) -> np.uint64:
    """How many bits a document's rank needs."""
    return np.uint64(max(1, len(sketches).bit_length()))


def _shared(packed: Hashes, bits: np.uint64) -> Holders:
    packed.sort()
    stretches, ranks = packed >> bits, (packed & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    starts = np.flatnonzero(np.concatenate([[True], stretches[1:] != stretches[:-1]])[: len(packed)])
    sizes = np.diff(np.append(starts, len(packed)))
    every = Holders(stretches=stretches[starts], ranks=ranks, starts=starts, sizes=sizes)
    return every.only(sizes > 1)
