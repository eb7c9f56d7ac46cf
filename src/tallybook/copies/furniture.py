"""What a site puts on many of its pages, taken out of the sketches before they are compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.holders import AT_ONCE, Holders, holders_of, rank_bits
from tallybook.copies.sketches import Places, Sketches
from tallybook.copies.words import Hashes

COMMON = 8
COMMON_SHARE = 0.05
"""Of a site's pages. A text that hundreds of outlets take over stands on one or two pages of each."""

NOTHING_ELSE = 0.95

_END = np.uint64((1 << 20) - 1)
"""The last bits of a stretch, by which most are seen to be no furniture without a search."""


def without_furniture(sketches: Sketches) -> Sketches:
    """The sketches without stretches that stand on more than eight pages of their site and on more than a twentieth.

    What consists of such stretches alone is kept as it is: that is a page which was taken many times. Of documents
    whose site is unknown nothing is furniture.
    """
    sites = _sites(sketches)
    common = _common(sketches, sites)
    if not len(common):
        return sketches
    lists = sketches.shingles
    drop = _among(sketches, sites, common)
    nothing_else = lists.counted(drop) >= NOTHING_ELSE * lists.lengths()
    drop &= ~np.repeat(nothing_else, lists.lengths())
    return replace(sketches, shingles=lists.kept(~drop))


def _sites(sketches: Sketches) -> Places:
    """The number of each document's site, 0 where it is unknown."""
    _, sites = np.unique(np.append(sketches.site, np.uint64(0)), return_inverse=True)
    return sites[:-1]


def _common(sketches: Sketches, sites: Places) -> Hashes:
    """The stretches that are furniture of a site, packed with the site, rising."""
    most = np.maximum(COMMON, COMMON_SHARE * np.bincount(sites, minlength=1))
    most[0] = np.inf
    parts = holders_of(sketches, np.arange(len(sketches)))
    found = [_repeated(held.only(held.sizes > COMMON), sites, most, rank_bits(sketches)) for held in parts]
    return np.sort(np.concatenate([np.empty(0, np.uint64), *found]))


def _repeated(held: Holders, sites: Places, most: NDArray[np.float64], bits: np.uint64) -> Hashes:
    which, documents = held.flat()
    packed = (held.stretches[which] << bits) | sites[documents].astype(np.uint64)
    found, pages = np.unique(packed, return_counts=True)
    at = (found & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    repeated: Hashes = found[pages > most[at]]
    return repeated


def _among(sketches: Sketches, sites: Places, common: Hashes) -> NDArray[np.bool_]:
    """Of each stretch of all sketches whether it is furniture of its site."""
    bits, values = rank_bits(sketches), sketches.shingles.values
    owners = np.repeat(sites.astype(np.uint32), sketches.shingles.lengths())
    ends = np.zeros(int(_END) + 1, np.bool_)
    ends[(common >> bits) & _END] = True
    found = np.zeros(len(values), np.bool_)
    for start in range(0, len(values), AT_ONCE):
        likely = start + np.flatnonzero(ends[values[start : start + AT_ONCE] & _END])
        packed = (values[likely] << bits) | owners[likely]
        found[likely] = common[np.minimum(np.searchsorted(common, packed), len(common) - 1)] == packed
    return found
