"""Made-up sketches of a day of the world's news, to time what joining them costs.

Two in five documents take over a text; how many take over the same has a heavy tail, up to some thousands. A copy is
whole, cut to half, framed or edited. Every site puts the same stretches on each of its pages. The same count gives the
same sketches.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tallybook.copies import Lists, Sketches

Places = NDArray[np.int64]
Part = tuple[Lists, Places, NDArray[np.float64]]

BOUND = (1 << 64) // 5
FEWEST, MOST = 60, 100
NUMBERS = 40
COPIES = 0.4
TAIL, MOST_COPIES = 1.7, 5_000
FURNITURE, SITES = 8, 5_000
TAKEN_OVER = np.array([1.0, 0.5, 1.0, 0.66])
OWN = np.array([0, 5, 40, 25])
"""How much of the original a whole, a cut, a framed and an edited copy has, and how many stretches of its own."""


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """Sketches, and for each the place of the one whose text it takes over, its own where it takes over none."""

    sketches: Sketches
    originals: Places


def synthetic_sketches(count: int) -> Made:
    """So many sketches of about ninety stretches each."""
    chance = np.random.default_rng(7)
    every, originals = np.arange(count), _originals(count, chance)
    copies, kind = originals != every, chance.integers(0, len(OWN), count)
    site = (SITES * chance.random(count) ** 2).astype(np.int64)
    share, whole = np.where(copies, TAKEN_OVER[kind], 1.0), np.ones(count)
    base = _random(np.where(copies, 0, chance.integers(FEWEST, MOST, count)), BOUND, chance)
    own = _random(np.where(copies, OWN[kind], 0), BOUND, chance)
    furniture = _random(np.full(SITES, FURNITURE), BOUND, chance)
    numbers = _random(np.where(copies, 0, NUMBERS), 1 << 64, chance)
    sketches = Sketches(
        documents=[f"{at:08x}" for at in chance.permutation(count)],
        day=(730_000 + copies).astype(np.int32),
        words=chance.integers(300, 500, count).astype(np.int32),
        site=site.astype(np.uint64) + np.uint64(1),
        below=np.full(count, BOUND, np.uint64),
        shingles=_rows([(base, originals, share), (own, every, whole), (furniture, site, whole)], chance),
        numbers=_rows([(numbers, originals, share)], chance),
    )
    return Made(sketches, originals)


def _originals(count: int, chance: np.random.Generator) -> Places:
    """The last two fifths of the documents take over some of the others, the one few and the other very many times."""
    copies = int(COPIES * count)
    times = np.minimum(chance.zipf(TAIL, copies), MOST_COPIES)
    taken = chance.permutation(count - copies)[: len(times)]
    return np.concatenate([np.arange(count - copies), np.repeat(taken, times[: len(taken)])[:copies]])


def _random(lengths: Places, below: int, chance: np.random.Generator) -> Lists:
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    return Lists(offsets, chance.integers(0, below, int(offsets[-1]), np.uint64))


def _rows(parts: Sequence[Part], chance: np.random.Generator) -> Lists:
    """For each document what it takes, by chance to the given share, of the given row of each part."""
    owners, values = [], []
    for lists, rows, share in parts:
        owner, value = lists.taken(rows)
        keep = chance.random(len(owner)) < share[owner]
        owners.append(owner[keep])
        values.append(value[keep])
    owner = np.concatenate(owners)
    offsets = np.concatenate([[0], np.cumsum(np.bincount(owner, minlength=len(parts[0][1])))])
    return Lists(offsets, np.concatenate(values)[np.argsort(owner, kind="stable")])
