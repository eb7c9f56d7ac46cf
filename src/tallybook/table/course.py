"""The votes of a series day by day, and what a method makes of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from tallybook.model import ClaimKind, Estimate
from tallybook.reconcile.methods.method import Method, Question, Vote
from tallybook.reconcile.standing import standing


def course(series: str, votes: Sequence[Vote], kind: ClaimKind, method: Method) -> Iterator[Estimate]:
    """One estimate for each day on which something new is said, in order; undated votes are heard with the last.

    What no longer stands never comes back, so each day is told from what stood the day before and what it adds.
    """
    question = Question(event="", unit="", kind=kind, monotone=kind is ClaimKind.TOTAL)
    heard: list[Vote] = []
    for day, new in _days(votes):
        heard, _ = standing([*heard, *new], kind, monotone=question.monotone)
        if not {vote.claim for vote in new}.intersection(vote.claim for vote in heard):
            continue  # only roundings of what was said before
        verdict = method.judge(heard, question)
        yield Estimate(
            series=series,
            at=day,
            low=verdict.low,
            best=verdict.best,
            high=verdict.high,
            independent=len(heard),
            method=method.name,
            claims=tuple(vote.claim for vote in heard),
            why=verdict.why,
            probability=verdict.probability,
        )


def _days(votes: Sequence[Vote]) -> list[tuple[dt.date | None, list[Vote]]]:
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
