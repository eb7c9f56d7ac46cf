"""The votes of a series day by day, and what a method makes of them."""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Iterator, Sequence

from tallybook.model import ClaimKind, Estimate, LeftOut
from tallybook.reconcile.estimates import claimed, course_of
from tallybook.reconcile.methods.method import Day, Lesson, Method, Question, Vote
from tallybook.reconcile.outliers import outliers
from tallybook.reconcile.sides import one_side
from tallybook.reconcile.standing import standing


def course(
    series: str, votes: Sequence[Vote], kind: ClaimKind, method: Method, *, sided: bool = False
) -> Iterator[Estimate]:
    """One estimate for each day on which something new is said, in order; undated votes are heard with the last.

    Of a `sided` series, one in which the table gives sides, what a single side says is its claim, and nothing is best.
    """
    question = question_of(kind)
    estimates = course_of(series, _standing_by_day(votes, kind, monotone=question.monotone), method, question)
    if not sided:
        return estimates
    cast = {vote.claim: vote for vote in votes}
    return (_of_side(estimate, one_side(cast[claim] for claim in estimate.claims)) for estimate in estimates)


def _of_side(estimate: Estimate, side: str | None) -> Estimate:
    return estimate if side is None else claimed(estimate, side)


def lesson_of(votes: Sequence[Vote], kind: ClaimKind) -> Lesson:
    """What a method that studies is given of a series: the votes that stand at the end."""
    question = question_of(kind)
    (last,) = deque(_standing_by_day(votes, kind, monotone=question.monotone), maxlen=1)
    return last.votes, question


def question_of(kind: ClaimKind) -> Question:
    """What a series of a table measures: a total only grows, and nobody says of what."""
    return Question(event="", unit="", kind=kind, monotone=kind is ClaimKind.TOTAL)


def _standing_by_day(votes: Sequence[Vote], kind: ClaimKind, *, monotone: bool) -> Iterator[Day]:
    """What stands on each day that adds something to it, and what was left out as too far from all others.

    What was superseded never comes back, so a day is told from what stood before and what is new.
    """
    stand: list[Vote] = []
    aside: list[Vote] = []
    apart: list[LeftOut] = []
    for day, new in _days(votes):
        heard = [*stand, *aside, *new]
        apart = outliers(heard, kind, already=apart)
        out = {left.claim for left in apart}
        back = [vote for vote in aside if vote.claim not in out]
        aside = [vote for vote in heard if vote.claim in out] if out else []
        before = {vote.claim for vote in stand}
        stand = _after(
            [vote for vote in stand if vote.claim not in out] if out else stand,
            [*back, *(vote for vote in new if vote.claim not in out)],
            kind,
            monotone=monotone,
        )
        if before != {vote.claim for vote in stand}:
            yield Day(day, stand, tuple(apart))


def _after(stand: Sequence[Vote], new: Sequence[Vote], kind: ClaimKind, *, monotone: bool) -> list[Vote]:
    """What stands with the new votes beside it. Only numbers of their speakers, of nobody, or without an end can fall
    for them."""
    speakers = {vote.speaker for vote in new}
    asked: list[Vote] = []
    safe: list[Vote] = []
    for vote in stand:
        (asked if vote.speaker in speakers or not vote.named or vote.high is None else safe).append(vote)
    kept, _ = standing([*asked, *new], kind, monotone=monotone)
    return [*safe, *kept]


def _days(votes: Sequence[Vote]) -> list[tuple[dt.date | None, list[Vote]]]:
    """The votes of each day, in order, the undated with the last."""
    by_day: dict[dt.date, list[Vote]] = {}
    undated = [vote for vote in votes if vote.at is None]
    for vote in votes:
        if vote.at is not None:
            by_day.setdefault(vote.at, []).append(vote)
    days: list[tuple[dt.date | None, list[Vote]]] = [*sorted(by_day.items())]
    if not days:
        return [(None, undated)]
    days[-1] = (days[-1][0], [*days[-1][1], *undated])
    return days
