"""What a statement allows, on log scale: a plateau with two decaying sides.

"More than 1,000" is a rounding as much as "1,000" is: the truth lies a little above (Krifka 2007). How many digits
are given says how much room there is. A counted list of names is a floor with a long way up.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from tallybook.model import Hedge
from tallybook.reconcile.intervals import room as rounding_room
from tallybook.reconcile.methods.method import Vote

ZERO = math.log(0.35)
"""Where a claimed zero stands on the log scale: below one half, which is said as one."""
SLIVER = 0.05
"""The sides of a plateau that has none of its own, as a share of its width: nothing is quite impossible."""
ABOVE = (0.05, 0.20)
"""Least and most share of itself by which the truth lies above "more than x"."""
BELOW = 0.25
"""Share of itself by which the truth lies below "up to x"."""
COUNTED = math.log(2)


@dataclass(frozen=True, slots=True)
class Kernel:
    """One between `low` and `high`, falling by e every `down` below and every `up` above; `at` is the number shown."""

    low: float
    high: float
    down: float
    up: float
    at: float
    value: float

    @property
    def width(self) -> float:
        """The area under it."""
        return self.high - self.low + self.down + self.up

    def allows(self, at: float) -> bool:
        """Whether the truth may well be there, if the statement is right."""
        return self.low - 3 * self.down <= at <= self.high + 3 * self.up


def on_log(value: float) -> float:
    """A number that is not negative, on log scale."""
    return math.log(value) if value > 0 else ZERO


def kernel_of(vote: Vote, room: float = 0.0) -> Kernel:
    """The plateau of a statement whose bounds are not both open and not negative. A rounded one of what nobody counts
    is an estimate, so its sides fall off by the share `room`, however many digits it is given with."""
    exact = _of_words(vote)
    if not room or _last_place(exact.value) <= 1:
        return exact
    return replace(exact, down=max(exact.down, room), up=max(exact.up, room))


def _of_words(vote: Vote) -> Kernel:
    low, high, hedge = vote.low, vote.high, vote.quantity.hedge
    if low is None or (high is not None and hedge in (Hedge.UP_TO, Hedge.LESS_THAN)):
        return _below(float(high if high is not None else 0))
    if high is None or hedge in (Hedge.AT_LEAST, Hedge.MORE_THAN) or vote.counted:
        return _above(float(low), counted=vote.counted)
    if hedge is Hedge.NEARLY:
        return _plain(0.9 * low, float(high), float(high))
    if low == high:
        space = max(rounding_room(low, hedge), _unit(float(low)) / 2)
        return _plain(low - space, high + space, float(low))
    return _plain(float(low), float(high), math.sqrt(low * high) if low > 0 else high / 2)


def _plain(low: float, high: float, value: float) -> Kernel:
    if high <= 0.5:
        return Kernel(math.log(0.25), math.log(0.5), 0.01, 0.01, ZERO, 0.0)
    a, b = math.log(max(low, min(0.26, high / 2))), math.log(high)
    side = SLIVER * (b - a)
    return Kernel(a, b, side, side, on_log(value), value)


def _above(value: float, *, counted: bool) -> Kernel:
    if value <= 0:
        return Kernel(math.log(0.25), math.log(0.5), 0.01, COUNTED, ZERO, 0.0)
    place = _last_place(value) / value
    up = COUNTED if counted else min(max(place, ABOVE[0]), ABOVE[1])
    at = math.log(value)
    half = min(0.5 * _unit(value) / value, 0.3)
    return Kernel(at - half, at + half, half * SLIVER, up, at, value)


def _below(value: float) -> Kernel:
    if value <= 0:
        return _plain(0, 0, 0)
    at = math.log(value)
    half = min(0.5 * _unit(value) / value, 0.3)
    return Kernel(at - half, at + half, BELOW, half * SLIVER, at, value)


def _unit(value: float) -> float:
    """The place value of the last digit written: 1 for a whole number, 0.1 for 2.5."""
    return 1.0 if value == int(value) else 10.0 ** -len(repr(value).partition(".")[2].partition("e")[0])


def _last_place(value: float) -> float:
    place = 1
    if value != int(value) or not value:
        return _unit(value)
    while value % (place * 10) == 0:
        place *= 10
    return float(place)


def mirrored(vote: Vote) -> Vote:
    """A vote whose bounds are not above zero, by its size."""
    low, high = vote.low, vote.high
    ends = [abs(x) for x in (high, low) if x is not None]
    size = replace(
        vote.quantity, low=min(ends), high=max(ends), hedge=Hedge.RANGE if len(set(ends)) > 1 else Hedge.EXACT
    )
    return replace(vote, quantity=size)
