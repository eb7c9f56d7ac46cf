"""What a site puts on all of its pages, taken out of the sketches before they are compared."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.holders import Holders, holders_of, shortened
from tallybook.copies.sketches import Places, Sketches
from tallybook.copies.words import Hashes

COMMON = 20
OF_A_SITE = 4
"""A text that hundreds of outlets take over stands on one or two pages of each; an imprint on all."""

NOTHING_ELSE = 0.95
_AT_ONCE = 1 << 22


def without_furniture(sketches: Sketches) -> Sketches:
    """The sketches without stretches that more than twenty documents have, four or more of each site.

    Documents of unknown site count as one site each. What consists of such stretches alone is kept as it is: that is a
    page which was taken many times.
    """
    common = _common(sketches)
    if not len(common):
        return sketches
    drop = _among(sketches, common)
    lists = sketches.shingles
    dropped = np.add.reduceat(np.append(drop, False).astype(np.int64), lists.offsets[:-1])
    dropped[lists.lengths() == 0] = 0
    nothing_else = dropped >= NOTHING_ELSE * lists.lengths()
    drop &= ~np.repeat(nothing_else, lists.lengths())
    return replace(sketches, shingles=lists.kept(~drop))


def _common(sketches: Sketches) -> Hashes:
    """The stretches that are furniture, shortened, rising."""
    sites = _sites(sketches)
    found = [
        _repeated(held.only(held.sizes > COMMON), sites) for held in holders_of(sketches, np.arange(len(sketches)))
    ]
    return np.sort(np.concatenate([np.empty(0, np.uint64), *found]))


def _repeated(held: Holders, sites: Places) -> Hashes:
    which, documents = held.flat()
    width = 2 * len(sites) + 1
    apart = np.unique(which * width + sites[documents]) // width
    return held.stretches[held.sizes >= OF_A_SITE * np.bincount(apart, minlength=len(held.sizes))]


def _sites(sketches: Sketches) -> Places:
    """A small number for each site; one of its own for each document whose site is not known."""
    _, sites = np.unique(sketches.site, return_inverse=True)
    return np.where(sketches.site == 0, len(sketches) + np.arange(len(sketches)), sites)


def _among(sketches: Sketches, common: Hashes) -> NDArray[np.bool_]:
    """Of each stretch of all sketches whether it is a common one."""
    values = sketches.shingles.values
    found = np.empty(len(values), np.bool_)
    for start in range(0, len(values), _AT_ONCE):
        short = shortened(values[start : start + _AT_ONCE], sketches)
        at = np.minimum(np.searchsorted(common, short), len(common) - 1)
        found[start : start + _AT_ONCE] = common[at] == short
    return found
