"""Projection: a rate kept up until a projected day, against the projected total.

"12,000 by mid-April, at 92 a day" takes 130 days; if fewer are left, the two do not fit as they stand. The innocent
case, that part of the total had been reached before, is worked out where the book has such a number.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import Claim, ClaimKind, Finding, Modality, Period
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point
from tallybook.reconcile.scope import OTHER, groups_fit, is_count, stands
from tallybook.reconcile.wording import between_words, day_words, number_words, period_words, stated_words

KIND = "projection"
AHEAD = frozenset({Modality.PROJECTED, Modality.EXPECTED, Modality.PLANNED})
DAYS = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}
SLACK = 0.15
"""A projection is round: only a difference of more than this share of the time is told."""


def find(ground: Ground) -> Iterator[Finding]:
    """One finding for each projected total whose own document gives a rate that does not lead there."""
    for statement in ground.statements:
        ahead = [c for c in ground.members(statement) if c.modality in AHEAD and c.kind is ClaimKind.TOTAL and point(c)]
        goal = next((claim.time for claim in ahead if claim.time is not None), None)
        if goal is None:
            continue
        for rate in _rates(ahead, ground):
            found = _compare(ahead, goal, rate, ground)
            if found is not None:
                yield found
                break


def _rates(ahead: Sequence[Claim], ground: Ground) -> Iterator[Claim]:
    documents = dict.fromkeys(claim.document_id for claim in ahead)
    for claim in (claim for document in documents for claim in ground.by_document[document]):
        if (
            claim.kind is ClaimKind.RATE
            and claim.quantity.per in DAYS
            and claim.event == ahead[0].event != OTHER
            and claim.quantity.unit == ahead[0].quantity.unit
            and groups_fit(claim, ahead[0], ground.world)
            and point(claim)
        ):
            yield claim


def _compare(ahead: Sequence[Claim], goal: Period, rate: Claim, ground: Ground) -> Finding | None:
    start = _start(ahead, goal, ground)
    if start is None:
        return None
    total, per_day = point(ahead[0]) or 0, (point(rate) or 0) / DAYS[rate.quantity.per or "day"]
    left = ((goal.start - start).days, (goal.end - start).days)
    needed = total / per_day
    if left[0] * (1 - SLACK) <= needed <= left[1] * (1 + SLACK):
        return None
    innocent = _innocent(ahead, per_day, left, ground)
    text = (
        f"{number_words(total)} {ahead[0].event} at {stated_words(rate)} each {rate.quantity.per} take "
        f"{round(needed):,} days ({number_words(round(needed / 7, 1))} weeks); {day_words(start)} is "
        f"{between_words(*left)} days ({_weeks(left)} weeks) before {period_words(goal)}{innocent}."
    )
    return finding(
        KIND, [*ahead, rate], text, f"{number_words(total)} / {number_words(per_day)} = {round(needed):,} days"
    )


def _start(ahead: Sequence[Claim], goal: Period, ground: Ground) -> dt.date | None:
    """The day the projection was made: its page's, else the latest day that something in the page had begun on."""
    days = [ground.written(claim.document_id) for claim in ahead]
    start = max((day for day in days if day is not None), default=None)
    return start if start is not None and start < goal.start else None


def _innocent(ahead: Sequence[Claim], per_day: float, left: tuple[int, int], ground: Ground) -> str:
    """What is left of the total after a number already reached, if that fits the time; the own document's first."""
    total = point(ahead[0]) or 0
    reached = [claim for claim in ground.claims.values() if _already(claim, ahead[0], ground)]
    for claim in sorted(reached, key=lambda claim: claim.document_id != ahead[0].document_id):
        before = point(claim) or 0
        days = (total - before) / per_day
        if left[0] * (1 - SLACK) <= days <= left[1] * (1 + SLACK):
            return f"; less the {number_words(before)} already reached it would take {round(days):,} days, which fits"
    return ""


def _already(claim: Claim, goal: Claim, ground: Ground) -> bool:
    return (
        claim.event == goal.event
        and claim.quantity.unit == goal.quantity.unit
        and is_count(claim)
        and stands(claim)
        and 0 < (point(claim) or 0) < (point(goal) or 0)
        and groups_fit(claim, goal, ground.world)
    )


def _weeks(days: tuple[int, int]) -> str:
    return between_words(*(round(count / 7, 1) for count in days))
