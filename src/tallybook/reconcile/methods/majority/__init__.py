"""`majority`: the value that the most independent statements give.

Each statement has one vote, however many pages repeat it. A tie for the first place names no best value. Low and
high are those of the whole range.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tallybook.model import Number
from tallybook.reconcile.methods.method import Question, Verdict, Vote, bounds_of
from tallybook.reconcile.wording import between_words, number_words


def judge(votes: Sequence[Vote], question: Question) -> Verdict:
    """The value with the most votes between the bounds of all."""
    low, high = bounds_of(votes)
    counts = Counter(value for vote in votes if (value := _value(vote)) is not None)
    ranked = counts.most_common()
    if not ranked:
        return Verdict(low, None, high, "no statement gives a single value")
    first = [value for value, count in ranked if count == ranked[0][1]]
    if len(first) > 1:
        return Verdict(low, None, high, _tie(first, ranked[0][1]))
    return Verdict(
        low, first[0], high, f"{ranked[0][1]} of {len(votes)} independent statements give {number_words(first[0])}"
    )


def _value(vote: Vote) -> Number | None:
    return vote.low if vote.low is not None and vote.low == vote.high else None


def _tie(values: Sequence[Number], count: int) -> str:
    said = between_words(min(values), max(values))
    return f"no value leads: {len(values)} values from {said} have {count} statement{'s' if count > 1 else ''} each"
