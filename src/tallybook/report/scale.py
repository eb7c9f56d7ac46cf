"""Where a value stands on the axis of a chart, in percent of its width."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from tallybook.model import Number
from tallybook.view import plain_bounds

_LOG_FROM = 20  # a range of more than this is unreadable on a linear axis
_FROM_ZERO = 0.5  # the axis starts at zero where the smallest value is below this share of the largest
_INSET = 4.0  # percent kept free at both ends, for marks and arrows
_LEAST = 1e-6  # below this nothing can be told apart, nor is anything counted
_STEPS = (1, 2, 2.5, 5, 10)
_WIDE = 5  # tick labels that fit a phone
_CHARACTERS = 20  # of all labels together that fit a phone


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the grid and its label; a `spare` label is dropped where there is no room for all."""

    at: float
    label: str
    anchor: str = "middle"
    spare: bool = False


@dataclass(frozen=True, slots=True)
class Scale:
    """Linear or logarithmic between two values."""

    low: float
    high: float
    log: bool

    def at(self, value: Number) -> float:
        """Percent from the left, kept inside the plot."""
        low, high, value = (self._bent(x) for x in (self.low, self.high, value))
        share = 0.5 if high <= low else min(max((value - low) / (high - low), 0.0), 1.0)
        return round(_INSET + share * (100 - 2 * _INSET), 1)

    def _bent(self, value: Number) -> float:
        return math.log10(max(value, self.low)) if self.log else float(value)


def scale_of(values: Iterable[Number | None]) -> Scale:
    """The scale that holds all values; logarithmic where they differ more than twentyfold.

    >>> scale_of([10, 1000]).log, scale_of([90, 100]).log, scale_of([]).at(5)
    (True, False, 50.0)
    """
    known = [float(value) for value in values if value is not None and math.isfinite(value)]
    low, high = min(known, default=0.0), max(known, default=0.0)
    if high < _LEAST:
        return Scale(low, low, log=False)
    if low > 0 and high / low > _LOG_FROM:
        return Scale(low, high, log=True)
    if low < _FROM_ZERO * high:
        return Scale(min(low, 0.0), high, log=False)
    margin = (high - low) / 2 or 0.1 * high
    return Scale(max(low - margin, 0.0), high + margin, log=False)


def ticks_of(scale: Scale, *, unit: str, currency: str | None = None) -> tuple[Tick, ...]:
    """At most five round values inside the scale."""
    if scale.high <= scale.low:
        return ()
    values = _decades(scale) if scale.log else _rounds(scale, whole=unit != "share")
    labels = [plain_bounds(value, value, unit=unit, currency=currency) for value in values]
    crowded = sum(map(len, labels)) > _CHARACTERS
    return tuple(
        anchored(scale.at(value), label, spare=crowded and index % 2 == 1)
        for index, (value, label) in enumerate(zip(values, labels, strict=True))
    )


def anchored(at: float, label: str, *, spare: bool = False) -> Tick:
    """A tick whose label grows inwards near an end."""
    anchor = "start" if at < 2 * _INSET else "end" if at > 100 - 2 * _INSET else "middle"
    return Tick(at, label, anchor, spare)


def _rounds(scale: Scale, *, whole: bool) -> list[float]:
    """Multiples of a round step; of a whole one where things are counted, since their labels are whole."""
    rough = (scale.high - scale.low) / (_WIDE - 1)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = (power * nice for power in (power, 10 * power) for nice in _STEPS)
    fits = (step for step in steps if step >= rough * 0.999 and not (whole and step % 1))
    step = next(fits, 1.0)
    first = math.ceil(scale.low / step - 1e-9)
    last = math.floor(scale.high / step + 1e-9)
    return [round(index * step, 10) for index in range(first, last + 1)]


def _decades(scale: Scale) -> list[float]:
    first, last = math.ceil(math.log10(scale.low) - 1e-9), math.floor(math.log10(scale.high) + 1e-9)
    powers = [10.0**power for power in range(first, last + 1)]
    if len(powers) >= _WIDE:
        return powers[:: math.ceil(len(powers) / _WIDE)]
    finer = [10.0**power * nice for power in range(first - 1, last + 1) for nice in (1, 3)]
    inside = [value for value in finer if scale.low * 0.999 <= value <= scale.high * 1.001]
    return inside if 2 <= len(inside) <= _WIDE else powers or inside[:_WIDE]
