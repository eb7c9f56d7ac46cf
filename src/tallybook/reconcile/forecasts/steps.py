"""A forecast of a change, measured by how far the counts moved: "2,000 more by June", "to fall by 300".

The change is that from the last count of the same thing before the forecast was told to a later one, of one speaker
where there are two of one. An older count would add what had changed before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import ClaimKind
from tallybook.reconcile.figures import Figure, figures_of
from tallybook.reconcile.forecasts.goal import Goal
from tallybook.reconcile.forecasts.measured import Measured, bounds_of, day_of, fitting, later_of
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.scope import OTHER, STOCKS, places_fit
from tallybook.reconcile.wording import day_words, number_words

BASE_DAYS = 31
"""Older counts do not say what there was when the forecast was told."""


def steps(goal: Goal, ground: Ground) -> Iterator[Measured]:
    """How far the number had moved by each later count, in the direction of the forecast.

    A forecast for days that had begun when it was told ("50,000 this year") is no change from a count.
    """
    if goal.told is None or not _is_step(goal, goal.told):
        return
    counts = fitting(_counts(goal, ground), goal, ground)
    bases = [one for one in counts if _is_base(one, goal.told)]
    for figure in later_of(counts, goal, ground):
        base = _base_of(figure, bases)
        if base is not None:
            yield _step(base, figure, goal, ground)


def _is_step(goal: Goal, told: dt.date) -> bool:
    if goal.series.event == OTHER or goal.series.unit == "share":
        return False
    begun = goal.due is not None and goal.due.start <= told
    return goal.lead.change is not None or (goal.series.kind is ClaimKind.FLOW and not begun)


def _counts(goal: Goal, ground: Ground) -> Iterator[Figure]:
    own = goal.series
    for series in ground.series:
        alike = (series.event, series.unit, series.group) == (own.event, own.unit, own.group)
        if alike and series.kind in STOCKS and places_fit(series.place, own.place, ground.world):
            yield from figures_of(series, ground)


def _is_base(figure: Figure, told: dt.date) -> bool:
    return figure.moment is not None and 0 <= (told - figure.moment.at).days <= BASE_DAYS


def _base_of(figure: Figure, bases: Sequence[Figure]) -> Figure | None:
    others = [one for one in bases if one is not figure]
    own = [one for one in others if one.speakers & figure.speakers]
    return max(own or others, key=lambda one: (one.moment.at if one.moment else dt.date.min, one.value), default=None)


def _step(base: Figure, later: Figure, goal: Goal, ground: Ground) -> Measured:
    first, last = (base, later) if goal.lead.change != "down" else (later, base)
    value = last.value - first.value
    (low, high), (least, most) = bounds_of(first), bounds_of(last)
    return Measured(
        claims=(*base.claims, *later.claims),
        day=day_of(later, ground),
        low=least - high,
        high=most - low,
        value=value,
        words=_words(base, later, ground),
        speakers=base.speakers | later.speakers,
    )


def _words(base: Figure, later: Figure, ground: Ground) -> str:
    moved = later.value - base.value
    way = "a rise of" if moved >= 0 else "a fall of"
    told = [f"{one.words} of {day_words(day_of(one, ground))}" for one in (base, later)]
    voices = ground.voices([*base.claims, *later.claims])
    return f"{way} {number_words(abs(moved))} from {told[0]} to {told[1]} ({voices})"
