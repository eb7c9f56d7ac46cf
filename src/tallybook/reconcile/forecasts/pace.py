"""The pace a forecast needs, and the one its pages give: "12,000 by mid-April, at 92 a day"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.model import Claim, ClaimKind, Number, Period
from tallybook.reconcile.forecasts.goal import Goal
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.intervals import point
from tallybook.reconcile.moments import DAYS_IN
from tallybook.reconcile.scope import OTHER, groups_fit, is_count
from tallybook.reconcile.wording import between_words, day_words, number_words, stated_words

SLACK = 0.15
"""A projection is round: only a difference of more than this share of the time is told."""


@dataclass(frozen=True, slots=True)
class Pace:
    """A total to be reached by its days, a rate its pages give, and what had been reached before where that fits.

    `start` is the day it was told, `start_is` how that is known; `left` are the days from there to the first and the
    last day it is for.
    """

    total: Number
    rate: Claim
    per_day: float
    start: dt.date
    start_is: str
    left: tuple[int, int]
    before: Number | None

    @property
    def takes(self) -> float:
        """Days that the whole total takes at the rate."""
        return self.total / self.per_day

    @property
    def fits(self) -> bool:
        """Whether the rate alone leads there."""
        return _in_time(self.takes, self.left)

    @property
    def words(self) -> str:
        """What is needed beside what is given."""
        to_go = self.total - (self.before or 0)
        most, least = (round(to_go / days) for days in self.left)
        needs = between_words(min(least, most), max(least, most))
        reached = f" after the {number_words(self.before)} already reached" if self.before else ""
        given = f"{stated_words(self.rate)} a {self.rate.quantity.per}"
        return (
            f"{number_words(self.total)} needs {needs} a day from {day_words(self.start)} on{reached}; "
            f"the pages give {given}"
        )


def pace_of(goal: Goal, ground: Ground) -> Pace | None:
    """The pace of a total with a day ahead whose own pages give a rate of the same thing; the first that misses it.

    None where no day, no telling before it or no rate is known.
    """
    if goal.series.kind is not ClaimKind.TOTAL or goal.due is None:
        return None
    start = max((day for name in sorted(goal.documents) if (day := ground.written(name)) is not None), default=None)
    if start is None or start >= goal.due.start:
        return None
    paces = [_pace(goal, goal.due, rate, start, ground) for rate in _rates(goal, ground)]
    return next((pace for pace in paces if not pace.fits), paces[0] if paces else None)


def _pace(goal: Goal, due: Period, rate: Claim, start: dt.date, ground: Ground) -> Pace:
    total, per_day = point(goal.lead) or 0, (point(rate) or 0) / DAYS_IN[rate.quantity.per or "day"]
    left = (due.start - start).days, (due.end - start).days
    before = None if _in_time(total / per_day, left) else _explaining(goal, per_day, left, ground)
    return Pace(total, rate, per_day, start, _start_is(goal, start, ground), left, before)


def _start_is(goal: Goal, start: dt.date, ground: Ground) -> str:
    pages = (ground.documents[name].published for name in sorted(goal.documents) if name in ground.documents)
    printed = any(day is not None and day.date() == start for day in pages)
    return "the day of the page" if printed else "the last day that the page tells of"


def _in_time(days: float, left: tuple[int, int]) -> bool:
    return left[0] * (1 - SLACK) <= days <= left[1] * (1 + SLACK)


def _rates(goal: Goal, ground: Ground) -> Iterator[Claim]:
    pages = dict.fromkeys(claim.document_id for claim in goal.claims)
    for claim in (claim for page in pages for claim in ground.by_document[page]):
        if (
            claim.kind is ClaimKind.RATE
            and claim.quantity.per in DAYS_IN
            and claim.event == goal.series.event != OTHER
            and claim.quantity.unit == goal.series.unit
            and groups_fit(claim, goal.lead, ground.world)
            and point(claim)
        ):
            yield claim


def _explaining(goal: Goal, per_day: float, left: tuple[int, int], ground: Ground) -> Number | None:
    """A number already reached that, taken off the total, leaves what the rate gives; the own pages' first."""
    total = point(goal.lead) or 0
    reached = [claim for claim in ground.claims.values() if _already(claim, goal, ground)]
    for claim in sorted(reached, key=lambda claim: claim.document_id not in goal.documents):
        before = point(claim) or 0
        if _in_time((total - before) / per_day, left):
            return before
    return None


def _already(claim: Claim, goal: Goal, ground: Ground) -> bool:
    return (
        claim.event == goal.series.event
        and claim.quantity.unit == goal.series.unit
        and is_count(claim)
        and ground.counts(claim)
        and 0 < (point(claim) or 0) < (point(goal.lead) or 0)
        and groups_fit(claim, goal.lead, ground.world)
    )
