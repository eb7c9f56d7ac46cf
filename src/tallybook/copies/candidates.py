"""Which documents share enough stretches of words to be worth a closer look."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tallybook.copies.wording import Wording

COMMON = 20
COMMON_SHARE = 0.2
MOSTLY = 0.25
LEAST_SHARED = 0.2
"""Of the stretches of the shorter one. Of a text with every twentieth word changed, two in three stretches stay."""


def likely_pairs(wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
    """Pairs by their places in `wordings`, the lower first, found by an inverted index over the stretches.

    The time is that of the stretches times how many documents share one; those that very many share are passed over
    as boilerplate.
    """
    telling = _telling([frozenset(wording.stretches) for wording in wordings])
    index: defaultdict[int, list[int]] = defaultdict(list)
    for place, stretches in enumerate(telling):
        shared: Counter[int] = Counter()
        for stretch in stretches:
            holders = index[stretch]
            shared.update(holders)
            holders.append(place)
        for other in sorted(shared):
            if shared[other] >= LEAST_SHARED * min(len(stretches), len(telling[other])):
                yield other, place


def _telling(stretches: Sequence[frozenset[int]]) -> list[frozenset[int]]:
    """The stretches of each document without boilerplate.

    What stands in more than a fifth of all documents, and in more than twenty, is boilerplate; but not in a document
    that consists of such stretches to a quarter: that is a text which many have taken over.
    """
    spread: Counter[int] = Counter()
    for own in stretches:
        spread.update(own)
    most = max(COMMON, COMMON_SHARE * len(stretches))
    return [_without(own, spread, most) for own in stretches]


def _without(own: frozenset[int], spread: Mapping[int, int], most: float) -> frozenset[int]:
    common = frozenset(stretch for stretch in own if spread[stretch] > most)
    return own - common if len(common) < MOSTLY * len(own) else own
