"""Whether a forecast came true: reached, missed, not settled though its day has passed, or still open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tallybook.model import Claim, ClaimKind, Number, Outcome
from tallybook.reconcile.forecasts.goal import Aim, Goal
from tallybook.reconcile.forecasts.measured import Measured
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.wording import day_words

SLACK = dt.timedelta(days=14)
"""A number this long after the day still tells what was so on it; two voices within it speak of one time."""
WELL_ABOVE = 1.1
SETTLED = frozenset({Outcome.REACHED, Outcome.MISSED})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a goal, the number that decided it, and how, beginning with the outcome in words."""

    outcome: Outcome
    by: Measured | None
    why: str

    @property
    def came(self) -> Number | None:
        """The number that settled it, None where it is not settled."""
        return self.by.value if self.by is not None and self.outcome in SETTLED else None


def withdrawn(claim: Claim, ground: Ground) -> Verdict:
    """The outcome of a forecast that a claim of its origin takes back."""
    page = ground.documents.get(claim.document_id)
    words = claim.taken_back.of(page.text) if page is not None and claim.taken_back is not None else ""
    quoted = f" (“{' '.join(words.split())}”)" if words else ""
    day = ground.written(claim.document_id)
    on = f" on {day_words(day)}" if day is not None else ""
    return Verdict(Outcome.WITHDRAWN, None, f"withdrawn{on}{quoted}")


def settle(goal: Goal, measured: Sequence[Measured], latest: dt.date | None, *, monotone: bool) -> Verdict:
    """The outcome by the first number that decides it.

    Where two voices of about one time disagree, nothing is settled; what later numbers add is told. A forecast on a
    condition is never missed.
    """
    kept = next((one for one in measured if _fulfils(one, goal, monotone=monotone)), None)
    failed = next((one for one in measured if _fails(one, goal)), None)
    if kept is not None and failed is not None and _at_odds(kept, failed):
        return _undecided(goal, latest, f"{kept.words} and {failed.words} are at odds", kept)
    if kept is not None and (failed is None or kept.day <= failed.day):
        return Verdict(Outcome.REACHED, kept, _reached(kept, goal))
    if failed is not None and goal.conditional:
        return _undecided(
            goal, latest, f"its condition may not have come about; the number here is {failed.words}", failed
        )
    if failed is not None:
        later = f"; reached later, with {kept.words}" if kept is not None and goal.aim is Aim.RISE else ""
        return Verdict(Outcome.MISSED, failed, _missed(failed, goal) + later)
    known = f"; the latest number here is {measured[-1].words}" if measured else ""
    return _undecided(goal, latest, ("nothing later here measures it" if not measured else "it is not decided") + known)


def _fulfils(one: Measured, goal: Goal, *, monotone: bool) -> bool:
    match goal.aim:
        case Aim.RISE:
            return one.low >= goal.low
        case Aim.FALL:
            return one.high <= goal.high and not _is_wave_before_the_end(one, goal)
        case Aim.CEILING:
            return goal.due is not None and one.day >= goal.due.end and one.high <= goal.high and (
                monotone or one.day <= goal.due.end + SLACK
            )  # fmt: skip
        case Aim.WITHIN:
            begun = goal.due is None or one.day >= goal.due.start
            return begun and goal.low <= one.low and one.high <= goal.high


def _fails(one: Measured, goal: Goal) -> bool:
    over = goal.due is not None and one.day >= goal.due.end
    in_time = goal.due is None or one.day <= goal.due.end + SLACK
    match goal.aim:
        case Aim.RISE:
            return one.high < goal.low and over
        case Aim.FALL:
            return one.low > goal.high and over
        case Aim.CEILING:
            return one.low > goal.high and in_time
        case Aim.WITHIN:
            return (one.high < goal.low and over) or (one.low > goal.high and in_time)


def _is_wave_before_the_end(one: Measured, goal: Goal) -> bool:
    return goal.series.kind is ClaimKind.FLOW and goal.due is not None and one.day < goal.due.end


def _at_odds(kept: Measured, failed: Measured) -> bool:
    return kept.day <= failed.day <= kept.day + SLACK and not kept.speakers & failed.speakers


def _reached(one: Measured, goal: Goal) -> str:
    if goal.aim is Aim.CEILING:
        return f"held, with {one.words}"
    if goal.aim is Aim.RISE and one.low > WELL_ABOVE * goal.high:
        return f"reached, and more than was {goal.lead.modality.value}, with {one.words}"
    return f"reached, with {one.words}"


def _missed(one: Measured, goal: Goal) -> str:
    if goal.aim in (Aim.CEILING, Aim.WITHIN) and one.low > goal.high:
        return f"not held, as {one.words} is more than was {goal.lead.modality.value}"
    if goal.aim is Aim.FALL:
        return f"not reached, as {one.words} is still more"
    return f"not reached, the number here is {one.words}"


def _undecided(goal: Goal, latest: dt.date | None, why: str, by: Measured | None = None) -> Verdict:
    if goal.due is not None and latest is not None and goal.due.end < latest:
        return Verdict(Outcome.UNSETTLED, by, f"unsettled, as {why} (the book reaches to {day_words(latest)})")
    return Verdict(Outcome.OPEN, by, f"open, as {why}")
