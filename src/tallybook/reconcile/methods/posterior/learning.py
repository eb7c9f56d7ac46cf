"""What the series of a book teach of those who speak in them.

Reliability is learnt by rounds of expectation and maximisation, as in Pasternack and Roth, Knowing what to believe
(COLING 2010); that a source copies is told by the wrong numbers it shares with others, as in Dong et al., Integrating
conflicting data (VLDB 2009).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tallybook.reconcile.methods.method import Learnt, Question, Vote
from tallybook.reconcile.methods.posterior.field import Array, Field
from tallybook.reconcile.methods.posterior.kernel import Kernel, kernel_of, mirrored
from tallybook.reconcile.methods.posterior.shape import DEFAULT, Shape


def stale_of(votes: Sequence[Vote], question: Question, shape: Shape = DEFAULT) -> Array:
    """The chance that each statement is of an earlier hour, so that the total has grown since; none of a total that
    does not grow, or is told without days.

    Where more was given on a day before, a number would have to be older than that, which is the less likely the more
    days lie between. Of numbers of one day that disagree none is older, so growth speaks for neither.
    """
    if not question.monotone or all(vote.at is None for vote in votes):
        return np.zeros(len(votes))
    odd = _at_odds_on_a_day(votes)
    return np.array([0.0 if at_odds else shape.stale ** (1 + _days_behind(v, votes)) for v, at_odds in odd])


def _at_odds_on_a_day(votes: Sequence[Vote]) -> list[tuple[Vote, bool]]:
    """Each statement, and whether another of its day gives a number that neither allows the other."""
    told = [(vote, kernel_of(vote)) for vote in votes]
    days: dict[dt.date | None, set[Kernel]] = {}
    for vote, kernel in told:
        days.setdefault(vote.at, set()).add(kernel)
    return [
        (vote, any(not (own.allows(other.at) or other.allows(own.at)) for other in days[vote.at])) for vote, own in told
    ]


def _days_behind(vote: Vote, votes: Sequence[Vote]) -> int:
    """The days from the last of those before it on which more was given; 0 where nowhere."""
    own, said = vote.at, _number(vote)
    gone = ((own - other.at).days for other in votes if own and other.at and other.at < own and _number(other) > said)
    return min(gone, default=0)


def _number(vote: Vote) -> float:
    return float((vote.low if vote.high is None else vote.high) or 0)


def shape_of(question: Question, shape: Shape = DEFAULT) -> Shape:
    """The shape for a question: what nobody counts one by one is trusted less, and scatters more."""
    counting = question.counting
    if counting is None:
        return shape
    return replace(shape, trust=counting.trust, scale=counting.scatter, freedom=counting.freedom, junk=counting.junk)


def trust_of(votes: Sequence[Vote], question: Question, shape: Shape = DEFAULT) -> Array:
    """The trust in each statement: what the book has taught of its source, else what is usual. Where nobody counts one
    by one, the odds are as much longer for each source as for an unknown one."""
    found = np.array([question.trust.get(vote.speaker, shape.trust) for vote in votes], dtype=float)
    if question.counting is not None:
        odds = _odds(question.counting.trust) / _odds(shape.trust) * found / (1 - found)
        found = odds / (1 + odds)
    return np.asarray(np.clip(found, shape.least, shape.cap))


def _odds(chance: float) -> float:
    return chance / (1 - chance)


def copying_of(votes: Sequence[Vote], question: Question) -> Array:
    """The chance that the source of each statement only repeats another; none where the book has not taught it."""
    return np.array([question.copying.get(vote.speaker, 0.0) for vote in votes], dtype=float)


def study(series: Sequence[tuple[Sequence[Vote], Question]], shape: Shape = DEFAULT) -> Learnt:
    """The trust in each source that speaks beside others, and how likely it only repeats them.

    That of a source with few claims is drawn to the mean of sources with as few. What is but repeated teaches nothing
    of how right a source is, nor does what nobody counts. The order of the
    series makes no difference beyond the last digits.
    """
    claims = Counter(vote.speaker for votes, _ in series for vote in votes)
    counted = [(votes, question) for votes, question in series if question.counting is None and len(votes) > 1]
    fields = [_laid_out(votes, question, shape) for votes, question in counted]
    names = sorted({vote.speaker for _, votes in fields for vote in votes})
    if not names:
        return Learnt(trust={}, copying={})
    index = {name: i for i, name in enumerate(names)}
    who = np.array([index[vote.speaker] for _, votes in fields for vote in votes])
    ends = np.cumsum([len(votes) for _, votes in fields])[:-1]
    likes = np.array([_stratum(claims[name]) for name in names])
    told = np.bincount(who).astype(float)
    trust, copying = np.full(len(names), shape.trust), np.full(len(names), shape.copying)
    for _ in range(shape.rounds):
        solved = [
            (field, field.solve(trust[own], copying[own]))
            for (field, _), own in zip(fields, np.split(who, ends), strict=True)
        ]
        repeats = np.concatenate([found.repeats for _, found in solved])
        right = np.concatenate([found.right[field.of] for field, found in solved])
        repeated = np.bincount(who, repeats)
        own_right, own_told = np.bincount(who, right * (1 - repeats)), told - repeated
        usual = (np.bincount(likes, own_right) + shape.pool * shape.trust) / (np.bincount(likes, own_told) + shape.pool)
        trust = np.clip((own_right + shape.shrink * usual[likes]) / (own_told + shape.shrink), shape.least, shape.cap)
        copying = np.minimum((repeated + shape.shrink * shape.copying) / (told + shape.shrink), shape.cap)
    return Learnt(trust=_by_name(names, trust), copying=_by_name(names, copying))


def _by_name(names: Sequence[str], values: Array) -> dict[str, float]:
    return {name: round(float(value), 6) for name, value in zip(names, values, strict=True)}


def _laid_out(votes: Sequence[Vote], question: Question, shape: Shape) -> tuple[Field, list[Vote]]:
    usable = [vote for vote in votes if min(vote.low or 0, vote.high or 0) >= 0] or [mirrored(v) for v in votes]
    return Field([kernel_of(vote) for vote in usable], shape, stale=stale_of(usable, question, shape)), usable


def _stratum(claims: int) -> int:
    return int(np.searchsorted((1, 2, 5, 20), claims))
