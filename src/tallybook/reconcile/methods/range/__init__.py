"""`range`: everything that is claimed, from the lowest to the highest, and no choice between.

Low is the lowest lower bound, high the highest upper bound of the statements that still stand. A bound that one of
them leaves open ("more than 1,000") stays open, as nothing said excludes any number beyond it. No best is named.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.reconcile.methods.method import Question, Verdict, Vote, bounds_of


def judge(votes: Sequence[Vote], question: Question) -> Verdict:
    """From the lowest to the highest that is claimed, from no less than the total had reached."""
    low, high = bounds_of(votes)
    if question.floor is not None:
        low = max(low or 0, question.floor)
    return Verdict(low, None, high, "the range of what is claimed; this method names no best value")
