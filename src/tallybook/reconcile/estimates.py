"""What a method makes of the votes of a series on each date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tallybook.model import Estimate, LeftOut
from tallybook.reconcile.hearing import Hearing
from tallybook.reconcile.methods.method import Method, Question, Vote, voices
from tallybook.reconcile.methods.telling import likelihood_of, pivot_of
from tallybook.reconcile.sides import only_side
from tallybook.reconcile.world import World


def estimates_of(hearing: Hearing, method: Method, world: World, *, war: bool = False) -> Iterator[Estimate]:
    """One estimate for each day a statement of the series is dated, in order; one without a day if none is.

    In a story of `war`, what one side alone says is its claim, and nothing is best.
    """
    for day in hearing.course:
        last = day is hearing.course[-1]
        left_out = (*hearing.left_out, *day.left_out) if last else day.left_out
        estimate = judged(hearing.series.id, day.at, day.votes, left_out, method, hearing.question, last=last)
        side = only_side(day.votes, hearing.series.event, world) if war else None
        yield estimate if side is None else _claimed(estimate, side)


def judged(
    series: str,
    day: dt.date | None,
    votes: Sequence[Vote],
    left_out: tuple[LeftOut, ...],
    method: Method,
    question: Question,
    *,
    last: bool = False,
) -> Estimate:
    """What a method makes of the votes that stand on a day; of the `last` day also what best hangs on."""
    if not votes:
        why = "no claim of this series can be used; see what is left out"
        return Estimate(
            series=series, at=day, low=None, best=None, high=None, independent=0, method=method.name,
            claims=(), left_out=left_out, why=why,
        )  # fmt: skip
    verdict = method.judge(votes, question)
    return Estimate(
        series=series,
        at=day,
        low=verdict.low,
        best=verdict.best,
        high=verdict.high,
        independent=voices(votes),
        method=method.name,
        claims=tuple(vote.claim for vote in votes),
        left_out=left_out,
        why=verdict.why,
        probability=verdict.probability,
        likelihood=likelihood_of(verdict.probability),
        pivot=pivot_of(verdict.best, votes, question, method) if last else None,
    )


def _claimed(estimate: Estimate, side: str) -> Estimate:
    """An estimate to which only one side of a war speaks: no value of it is best."""
    why = f"claimed by {side} alone: neither another side nor anybody known to be outside the conflict gives a number"
    return replace(estimate, best=None, claimed_by=side, why=why, probability=None, likelihood=None, pivot=None)
