"""Projection: a rate kept up until a projected day, against the projected total.

"12,000 by mid-April, at 92 a day" takes 130 days; if fewer are left, the two do not fit as they stand. The innocent
case, that part of the total had been reached before, is worked out where the book has such a number. The pace is that
of the forecast.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tallybook.model import Finding, Period, Severity
from tallybook.reconcile.figures import speaker_key
from tallybook.reconcile.forecasts import Outlook
from tallybook.reconcile.forecasts.goal import Goal
from tallybook.reconcile.forecasts.pace import Pace
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import point
from tallybook.reconcile.wording import between_words, day_words, number_words, stated_words

KIND = "projection"


def find(ground: Ground, outlooks: Sequence[Outlook]) -> Iterator[Finding]:
    """One finding for each projected total whose own pages give a rate that does not lead there."""
    for outlook in outlooks:
        goal, pace = outlook.goal, outlook.pace
        if pace is not None and goal.due is not None and not pace.fits and not _says_so(goal, pace, ground):
            arithmetic = f"{number_words(pace.total)} / {number_words(pace.per_day)} = {round(pace.takes):,} days"
            told = _text(pace, goal.due, goal.series.event)
            claims = [*goal.claims, pace.rate]
            yield finding(KIND, claims, told, arithmetic, severity=Severity.CHECK, innocent=_innocent(pace))


def _says_so(goal: Goal, pace: Pace, ground: Ground) -> bool:
    """Whether the same speaker gives, on the same page, what had been reached before: then nothing is left open."""
    return pace.before is not None and any(
        point(claim) == pace.before
        and claim.event == goal.series.event
        and ground.counts(claim)
        and speaker_key(claim, ground) == speaker_key(goal.lead, ground)
        for page in sorted(goal.documents)
        for claim in ground.by_document[page]
    )


def _text(pace: Pace, due: Period, event: str) -> str:
    weeks = between_words(*(round(count / 7, 1) for count in pace.left))
    return (
        f"{number_words(pace.total)} {event} at {stated_words(pace.rate)} a {pace.rate.quantity.per} take "
        f"{round(pace.takes):,} days ({number_words(round(pace.takes / 7, 1))} weeks); from {day_words(pace.start)}, "
        f"{pace.start_is}, to {_by(due)} there are {between_words(*pace.left)} days ({weeks} weeks)."
    )


def _by(due: Period) -> str:
    """A day, or the first and the last on which it may be meant."""
    return day_words(due.end) if due.start == due.end else f"{day_words(due.start)} or {day_words(due.end)}"


def _innocent(pace: Pace) -> str:
    if pace.before is None:
        return "Part of the total may have been reached before, or the pace may change."
    days = round((pace.total - pace.before) / pace.per_day)
    return f"Less the {number_words(pace.before)} already reached it would take {days:,} days, which fits."
