"""What a method makes of the votes of a series on each date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tallybook.model import ClaimKind, Estimate, LeftOut
from tallybook.reconcile.applied import choices_of
from tallybook.reconcile.factors import Factor, Linked
from tallybook.reconcile.hearing import Hearing
from tallybook.reconcile.methods.method import Day, Method, Question, Vote, count_voices
from tallybook.reconcile.methods.telling import likelihood_of, pivot_of
from tallybook.reconcile.reached import Reached, floor_of, parted, passed_words, reached_by, rises, since
from tallybook.reconcile.sides import only_side
from tallybook.reconcile.wording import number_words
from tallybook.reconcile.world import World


def estimates_of(
    hearing: Hearing,
    method: Method,
    world: World,
    *,
    linked: Linked | None = None,
    war: bool = False,
    pivot: bool = True,
) -> Iterator[Estimate]:
    """One estimate for each day a statement of the series is dated, in order; one without a day if none is.

    `linked` are the series that tell of this one. In a story of `war`, what one side alone says is its claim, and
    nothing is best. Finding the `pivot` of the last takes the longest.
    """
    told = course_of(
        hearing.series.id,
        hearing.course,
        method,
        hearing.question,
        linked=linked,
        corrected=hearing.corrected,
        pivot=pivot,
    )
    course = list(told)
    course[-1] = replace(course[-1], left_out=(*hearing.left_out, *course[-1].left_out))
    for day, judged_so in zip(hearing.course, course, strict=True):
        estimate = replace(judged_so, applied=(*choices_of(day.votes, method, world), *judged_so.applied))
        side = only_side(day.votes, hearing.series.event, world) if war else None
        yield estimate if side is None else claimed(estimate, side)


def course_of(
    series: str,
    days: Iterable[Day],
    method: Method,
    question: Question,
    *,
    linked: Linked | None = None,
    corrected: Sequence[dt.date] = (),
    pivot: bool = True,
) -> Iterator[Estimate]:
    """What a method makes of each day. Of a total that never falls, no low and no best is below what was reached on a
    day before and still stands. A correction, of whichever number, lets go of all that was reached before it, and
    what is said on its day has not just grown."""
    counts: list[Reached] = []
    bests: list[Reached] = []
    for day, last in _with_last(days):
        counts, bests = since(counts, corrected, day.at), since(bests, corrected, day.at)
        floor, best = floor_of(counts, day.votes), floor_of(bests, day.votes)
        grows = question.monotone and day.at not in corrected
        asked = replace(question, monotone=grows, floor=None if floor is None else floor.value)
        votes, below = parted(day.votes, floor)
        left_out, hangs = (*day.left_out, *below), last and pivot
        estimate = judged(series, day.at, votes, left_out, method, asked, last=hangs)
        factors = linked.on(day.at) if linked is not None and method.likely and votes else ()
        if factors:
            weighed = replace(asked, bounds=tuple(factor.bound for factor in factors))
            estimate = _weighed(estimate, judged(series, day.at, votes, left_out, method, weighed, last=hangs), factors)
        if below and floor is not None:
            estimate = replace(estimate, applied=(*estimate.applied, passed_words(floor)))
        if best is not None and estimate.best is not None and estimate.best < best.value:
            estimate = _fallen(estimate, best)
        if question.kind is ClaimKind.FLOW and method.likely and len({vote.at for vote in votes}) > 1:
            estimate = _side_by_side(estimate)
        yield estimate
        if day.at is not None and rises(question):
            low = estimate.low if method.likely else None
            counts = sorted([*counts, *reached_by(day, question, low)], key=lambda reached: reached.value)
            bests += [] if estimate.best is None else [Reached(estimate.best, day.at)]


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
        independent=count_voices(votes),
        method=method.name,
        claims=tuple(vote.claim for vote in votes),
        left_out=left_out,
        why=verdict.why,
        probability=verdict.probability,
        likelihood=likelihood_of(verdict.probability),
        pivot=pivot_of(verdict.best, votes, question, method) if last else None,
    )


def _with_last(days: Iterable[Day]) -> Iterator[tuple[Day, bool]]:
    """Each day, and whether it is the last; one day is kept at a time."""
    rest = iter(days)
    day = next(rest)
    for following in rest:
        yield day, False
        day = following
    yield day, True


def _weighed(plain: Estimate, weighed: Estimate, factors: Sequence[Factor]) -> Estimate:
    """The estimate with the numbers of linked series, and what they say where they make a difference."""
    if (plain.low, plain.best, plain.high, plain.why) == (weighed.low, weighed.best, weighed.high, weighed.why):
        return plain
    return replace(weighed, applied=(*weighed.applied, *dict.fromkeys(factor.says for factor in factors)))


def _side_by_side(estimate: Estimate) -> Estimate:
    """An estimate of waves of several days: each may be right, so none is likelier than another."""
    why = "waves of several days stand side by side, and none of them is best"
    return replace(estimate, best=None, why=why, probability=None, likelihood=None, pivot=None)


def _fallen(estimate: Estimate, best: Reached) -> Estimate:
    """An estimate whose best value would be below that of a day before."""
    said, before = number_words(estimate.best or 0), number_words(best.value)
    why = f"{said} would be less than {before}, the best value before, which nobody took back"
    return replace(estimate, best=None, why=why, probability=None, likelihood=None, pivot=None)


def claimed(estimate: Estimate, side: str) -> Estimate:
    """An estimate to which only one side of a war speaks: no value of it is best."""
    why = f"claimed by {side} alone: neither another side nor anybody known to be outside the conflict gives a number"
    return replace(estimate, best=None, claimed_by=side, why=why, probability=None, likelihood=None, pivot=None)
