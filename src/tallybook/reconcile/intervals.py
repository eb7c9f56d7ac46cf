"""The numbers a quantity allows, with room for its hedge and for rounding."""

from __future__ import annotations

import math
from dataclasses import dataclass

from tallybook.model import Claim, Hedge, Number, Quantity

# A figure is rounded to its last significant place, but never by more than this share of itself: "10,000" does not
# stand for anything from 5,000 to 15,000. A hedge doubles the room.
ROUNDING = 0.05
HEDGED = 0.10
LEAST_HEDGED = 0.02
NEARLY = 0.10
SHARE_ROUNDING = 0.005
FIRM = frozenset({Hedge.EXACT, Hedge.AT_LEAST, Hedge.MORE_THAN})
"""Hedges of numbers that say how many there are at least."""
FRACTIONS = (1 / 2, 1 / 3, 2 / 3, 1 / 4, 3 / 4, 1 / 5, 1 / 10)


@dataclass(frozen=True, slots=True)
class Interval:
    """From `low` to `high`; infinite where open."""

    low: float
    high: float

    def meets(self, other: Interval) -> bool:
        """Whether some number lies inside both. Ends that only touch do not count, unless one is a point."""
        if self.low == self.high or other.low == other.high:
            return self.low <= other.high and other.low <= self.high
        return self.low < other.high and other.low < self.high

    def times(self, other: Interval) -> Interval:
        """The products of two intervals of numbers that are not negative."""
        return Interval(_product(self.low, other.low), _product(self.high, other.high))

    def plus(self, other: Interval) -> Interval:
        """The sums of two intervals."""
        return Interval(self.low + other.low, self.high + other.high)


def stated(claim: Claim) -> tuple[Number | None, Number | None]:
    """The bounds a claim asserts: its product where it stands "each of" another, else what its words say."""
    if claim.total is not None:
        return claim.total.low, claim.total.high
    return claim.quantity.low, claim.quantity.high


def point(claim: Claim) -> Number | None:
    """The one number a claim shows: the closed bound, or the upper one of a range; None for "dozens"."""
    low, high = stated(claim)
    return high if high is not None else low


def interval(claim: Claim) -> Interval:
    """Every number that would not make the claim false, as people round and hedge."""
    low, high = stated(claim)
    return allowed(low, high, claim.quantity)


def allowed(low: Number | None, high: Number | None, quantity: Quantity) -> Interval:
    """The numbers that bounds said with this quantity's hedge and unit allow."""
    share = quantity.unit == "share"
    floor, ceiling = 0.0, math.inf
    if low is not None:
        down = NEARLY * low if quantity.hedge is Hedge.NEARLY else room(low, quantity.hedge, share=share)
        floor = max(0.0, low - down)
    if high is not None:
        up = 0.0 if quantity.hedge is Hedge.NEARLY else room(high, quantity.hedge, share=share)
        ceiling = high + up
    return Interval(floor, ceiling)


def room(value: Number, hedge: Hedge, *, share: bool = False) -> float:
    """How far from `value` the counted number may lie, on either side, if `value` is a rounding of it."""
    if share:
        return _share_room(value, hedge)
    half = last_place(value) / 2
    if hedge is Hedge.ABOUT:
        return min(max(half, LEAST_HEDGED * value), HEDGED * value)
    return 0.0 if half < 1 else min(half, ROUNDING * value)


def same_value(a: Claim, b: Claim) -> bool:
    """Whether two claims name the same bounds; vague ones never do. Open and closed bounds are told apart."""
    if stated(a) == (None, None):
        return False
    return all(_close(x, y) for x, y in zip(stated(a), stated(b), strict=True))


def same_number(a: Claim, b: Claim) -> bool:
    """Whether two claims show the same number, whatever their hedges say about its bounds ("3,000", "over 3,000")."""
    if Hedge.RANGE in (a.quantity.hedge, b.quantity.hedge):
        return same_value(a, b)
    return point(a) is not None and _close(point(a), point(b))


def _share_room(value: Number, hedge: Hedge) -> float:
    """A percentage is rounded to whole points; "a third" is said of anything near it."""
    if hedge is Hedge.ABOUT:
        return HEDGED * value
    if any(math.isclose(value, fraction, rel_tol=1e-3) for fraction in FRACTIONS):
        return ROUNDING * value
    return SHARE_ROUNDING


def _close(x: Number | None, y: Number | None) -> bool:
    if x is None or y is None:
        return x is y
    return math.isclose(x, y, rel_tol=1e-6, abs_tol=1e-9)


def last_place(value: Number) -> int:
    """The place value of the last digit that is not zero: 1,000 for 12,000; 1 for 1,297."""
    whole = int(abs(value))
    if whole == 0:
        return 0
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return place


def _product(x: float, y: float) -> float:
    return 0.0 if x == 0 or y == 0 else x * y
