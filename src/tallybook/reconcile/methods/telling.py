"""What else an estimate tells of a verdict: how likely in words, and the claim that it hangs on."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tallybook.model import Number, Pivot
from tallybook.reconcile.methods.method import Method, Question, Vote

BANDS = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.0, "almost certain"),
)
"""Upper ends, from Intelligence Community Directive 203, Analytic Standards (2015), D.6.e.2."""


def likelihood_of(probability: float | None) -> str | None:
    """The word of ICD 203 for a probability, the lower one at an end that two bands share; None for none.

    >>> likelihood_of(0.9)
    'very likely'
    """
    return None if probability is None else next(word for end, word in BANDS if probability <= end)


def pivot_of(best: Number | None, votes: Sequence[Vote], question: Question, method: Method) -> Pivot | None:
    """The claim without which the best value lies furthest off on log scale, the first of several; None where none
    moves it. That no best is left moves it less than any number does."""
    if best is None or len(votes) < 2:
        return None
    found: list[tuple[float, Pivot]] = []
    for at, vote in enumerate(votes):
        other = method.judge([*votes[:at], *votes[at + 1 :]], question).best
        if other != best:
            found.append((_moved(best, other), Pivot(claim=vote.claim, best=other)))
    return max(found, key=lambda pair: pair[0])[1] if found else None


def _moved(best: Number, other: Number | None) -> float:
    if other is None:
        return 0.0
    return abs(math.log(max(abs(best), 0.5)) - math.log(max(abs(other), 0.5))) + (best * other < 0)
