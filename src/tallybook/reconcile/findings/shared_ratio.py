"""Shared ratio: two statements give two different pairs of counts in exactly one odd ratio (300 : 2,700, 400 : 3,600).

One of the two counts may have been worked out from the other. Small or coarse numbers share a ratio by chance: with
numbers counted in steps of their last place, the larger of a pair has to be at least `LEAST_STEPS` steps.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tallybook.model import Claim, ClaimKind, Finding, Severity
from tallybook.reconcile.figures import speaker_key
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.scope import OTHER, groups_fit, places_fit, times_fit
from tallybook.reconcile.wording import capital, number_words

KIND = "shared ratio"
LEAST_STEPS = 20
INNOCENT = "Two counts can stand in one ratio by chance, or where both follow the same rule of thumb."


@dataclass(frozen=True, slots=True)
class Pair:
    """Two counts of one statement, in the order of their events."""

    claims: tuple[Claim, Claim]
    values: tuple[int, int]

    @property
    def ratio(self) -> tuple[int, int]:
        """In lowest terms."""
        common = math.gcd(*self.values)
        return self.values[0] // common, self.values[1] // common


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each ratio that two statements share and their numbers do not."""
    told: set[object] = set()
    for a, b in _of_one_ratio(_pairs(ground)):
        key = frozenset((*a.values, *b.values))
        if _shares(a, b, ground) and key not in told:
            told.add(key)
            small, large = sorted((a, b), key=lambda pair: pair.values)
            yield _finding(small, large, ground)


def _of_one_ratio(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """Those of all pairs of pairs that are in one ratio, in the order of all."""
    places: dict[tuple[int, int], list[int]] = {}
    for place, pair in enumerate(pairs):
        places.setdefault(pair.ratio, []).append(place)
    for i, j in sorted(both for alike in places.values() for both in combinations(alike, 2)):
        yield pairs[i], pairs[j]


def _pairs(ground: Ground) -> list[Pair]:
    pairs = []
    for own in ground.by_document.values():
        counts = sorted((c for c in own if _is_count(c, ground)), key=lambda claim: claim.event)
        for x, y in combinations(counts, 2):
            values = int(x.quantity.low or 0), int(y.quantity.low or 0)
            if _side_by_side(x, y, ground) and max(values) >= LEAST_STEPS * _step(values):
                pairs.append(Pair((x, y), values))
    return pairs


def _is_count(claim: Claim, ground: Ground) -> bool:
    low, high = stated(claim)
    whole = low is not None and low == high and float(low).is_integer() and low > 0
    return claim.kind is ClaimKind.TOTAL and whole and claim.event != OTHER and ground.counts(claim)


def _side_by_side(x: Claim, y: Claim, ground: Ground) -> bool:
    """Two events of one unit that one speaker counts apart; a whole and its part stand in some ratio anyway."""
    world = ground.world
    apart = x.event != y.event and not world.contains(x.event, y.event) and not world.contains(y.event, x.event)
    moments = ground.moments.get(x.id), ground.moments.get(y.id)
    return (
        apart
        and x.quantity.unit == y.quantity.unit
        and speaker_key(x, ground) == speaker_key(y, ground)
        and groups_fit(x, y, world)
        and places_fit(x.place, y.place, world)
        and times_fit(*moments)
        and not {x.id, y.id} & {x.part_of, y.part_of}
    )


def _step(values: tuple[int, int]) -> int:
    """The place value that both numbers are whole multiples of."""
    step = 1
    while all(value % (step * 10) == 0 for value in values):
        step *= 10
    return step


def _shares(a: Pair, b: Pair, ground: Ground) -> bool:
    return (
        a.values != b.values
        and a.ratio != (1, 1)
        and [c.event for c in a.claims] == [c.event for c in b.claims]
        and a.claims[0].quantity.unit == b.claims[0].quantity.unit
        and all(groups_fit(x, y, ground.world) for x, y in zip(a.claims, b.claims, strict=True))
        and not _statements(a, ground) & _statements(b, ground)
    )


def _statements(pair: Pair, ground: Ground) -> set[str]:
    return {ground.statement_of[claim.id].id for claim in pair.claims}


def _finding(a: Pair, b: Pair, ground: Ground) -> Finding:
    events = " and ".join(claim.event for claim in a.claims)
    told = [
        f"{number_words(pair.values[0])} and {number_words(pair.values[1])} ({ground.speaker(pair.claims[0])})"
        for pair in (a, b)
    ]
    small, large = map(number_words, a.ratio)
    text = capital(f"{events}: {told[0]} stand in exactly the ratio of {told[1]}; they may not be independent counts.")
    shown = [f"{number_words(pair.values[0])} : {number_words(pair.values[1])}" for pair in (a, b)]
    arithmetic = f"{shown[0]} = {shown[1]} = {small} : {large}"
    return finding(KIND, [*a.claims, *b.claims], text, arithmetic, severity=Severity.CHECK, innocent=INNOCENT)
