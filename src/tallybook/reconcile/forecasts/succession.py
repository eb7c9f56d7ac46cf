"""Forecasts that their own origin replaced or took back.

A replaced forecast keeps its day and is still scored by it: whoever foresaw 20,000 and later 15,000 said both. One that
was taken back is not scored.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tallybook.model import Claim, Period
from tallybook.reconcile.forecasts.goal import Goal
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.intervals import same_number
from tallybook.reconcile.scope import groups_fit, places_fit, same_sort
from tallybook.reconcile.speakers import same_origin

SAME_DAY = dt.timedelta(days=14)
"""Two forecasts of about one day ("by mid-June", "by 20 June") are of one thing."""


def successor(goal: Goal, others: Sequence[Goal], ground: Ground) -> Goal | None:
    """The next forecast that the same named origin gives later in its place; None where it gives none.

    Of the same thing and about the same day, if both name one. A forecast on a condition stands beside one without.
    """
    later = [
        other
        for other in others
        if _is_told_after(other, goal)
        and other.conditional == goal.conditional
        and not other.withdrawn
        and _of_one_thing(other.lead, goal.lead, ground)
        and _of_one_day(other.due, goal.due)
        and not same_number(other.lead, goal.lead)
    ]
    return min(later, key=lambda other: (other.told or dt.date.max, other.lead.id), default=None)


def withdrawal(goal: Goal, others: Sequence[Goal], ground: Ground) -> Claim | None:
    """The claim by which a forecast was taken back, on its own page or on a later one of its origin; else None."""
    if goal.withdrawn:
        return next(claim for claim in goal.claims if claim.taken_back is not None)
    for other in others:
        if (
            other.withdrawn
            and _is_told_after(other, goal)
            and _of_one_thing(other.lead, goal.lead, ground)
            and _of_one_day(other.due, goal.due)
            and same_number(other.lead, goal.lead)
        ):
            return withdrawal(other, (), ground)
    return None


def _is_told_after(other: Goal, goal: Goal) -> bool:
    return other is not goal and other.told is not None and goal.told is not None and other.told > goal.told


def _of_one_thing(a: Claim, b: Claim, ground: Ground) -> bool:
    return (
        (a.event, a.kind, a.change, a.incident) == (b.event, b.kind, b.change, b.incident)
        and same_sort(a, b)
        and same_origin(a.attribution.origin, b.attribution.origin, ground.world)
        and groups_fit(a, b, ground.world)
        and places_fit(a.place, b.place, ground.world)
    )


def _of_one_day(a: Period | None, b: Period | None) -> bool:
    return a is None or b is None or a.meets(b) or abs(a.end - b.end) <= SAME_DAY
