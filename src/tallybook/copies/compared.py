"""Two sketches side by side: how much of the one the other has, and whether their numbers agree."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from tallybook.copies.sketch import EVERY
from tallybook.copies.sketches import Lists, Places, Sketches
from tallybook.copies.words import Hashes

Flags = NDArray[np.bool_]

AT_ONCE = 1 << 14
_PAIR, _VALUE = np.uint64(50), np.uint64(18)
_NUMBER, _DIGITS = np.uint64(32), np.uint64(1)
_KEPT = (np.uint64(1) << _PAIR) - np.uint64(1)
_KEPT_VALUE = (np.uint64(1) << _VALUE) - np.uint64(1)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Compared:
    """A row for each pair of sketches.

    `first` and `second` are how many stretches each of the two has under the lower of their bounds, `shared` how many
    of them are the same; each stands for `each` stretches of the text. `facing` counts the numbers that stand in the
    same words, `same` those of them that are the same number; `facing_digits` and `same_digits` count those in digits.
    """

    first: Places
    second: Places
    shared: Places
    each: NDArray[np.float64]
    facing: Places
    same: Places
    facing_digits: Places
    same_digits: Places


def compared(sketches: Sketches, first: Places, second: Places) -> Compared:
    """The sketches at the places `first` compared with those at `second`, in portions of bounded memory."""
    starts = range(0, max(1, len(first)), AT_ONCE)
    portions = [_portion(sketches, first[at : at + AT_ONCE], second[at : at + AT_ONCE]) for at in starts]
    return Compared(**{f.name: np.concatenate([getattr(one, f.name) for one in portions]) for f in fields(Compared)})


def _portion(sketches: Sketches, first: Places, second: Places) -> Compared:
    below = np.minimum(sketches.below[first], sketches.below[second])
    mine, theirs = _under(sketches.shingles, first, below), _under(sketches.shingles, second, below)
    stretches = _sorted(*((pair << _PAIR) | (value & _KEPT) for pair, value in (mine, theirs)))
    facing, same, digits = _facing(*(_numbers(sketches.numbers, rows) for rows in (first, second)))
    return Compared(
        first=_counted(mine[0], len(first)),
        second=_counted(theirs[0], len(first)),
        shared=_counted(stretches[1:][stretches[1:] == stretches[:-1]] >> _PAIR, len(first)),
        each=(EVERY + 1) / below.astype(np.float64),
        facing=_counted(facing, len(first)),
        same=_counted(facing[same], len(first)),
        facing_digits=_counted(facing[digits], len(first)),
        same_digits=_counted(facing[digits & same], len(first)),
    )


def _under(lists: Lists, rows: Places, below: Hashes) -> tuple[Hashes, Hashes]:
    """The values of the rows that lie under the bound of each, and whose they are."""
    whose, values = lists.taken(rows)
    under = values < below[whose]
    return whose[under].astype(np.uint64), values[under]


def _numbers(lists: Lists, rows: Places) -> Hashes:
    """Pair, words around and number in 14, 32 and 18 bits."""
    whose, values = lists.taken(rows)
    packed: Hashes = (whose.astype(np.uint64) << _PAIR) | ((values >> _NUMBER) << _VALUE) | (values & _KEPT_VALUE)
    return packed


def _facing(mine: Hashes, theirs: Hashes) -> tuple[Hashes, Flags, Flags]:
    """The pair of each two numbers in the same words, whether they are the same, and whether both are in digits."""
    both = _sorted(mine, theirs)
    one, other = both[:-1], both[1:]
    facing = (one >> _VALUE) == (other >> _VALUE)
    one, other = one[facing], other[facing]
    return one >> _PAIR, one == other, (one & other & _DIGITS) == 1


def _sorted(mine: Hashes, theirs: Hashes) -> Hashes:
    both = np.concatenate([mine, theirs])
    both.sort()
    return both


def _counted(pairs: Hashes, count: int) -> Places:
    return np.bincount(pairs.astype(np.int64), minlength=count)
