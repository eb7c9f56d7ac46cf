"""`majority`: the value that the most voices give.

Each statement counts once, however many pages repeat it, and each voice once, whichever of its organs speaks. A tie
for the first place names no best value. Low and high are those of the whole range.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tallybook.model import Number
from tallybook.reconcile.methods.method import Question, Verdict, Vote, bounds_of, count_voices
from tallybook.reconcile.wording import between_words, number_words


def judge(votes: Sequence[Vote], question: Question) -> Verdict:
    """The value with the most votes between the bounds of all, none below what the total had reached."""
    low, high = bounds_of(votes)
    least = question.floor or 0
    if question.floor is not None:
        low = max(low or 0, least)
    said = {(value, vote.voice): None for vote in votes if (value := _value(vote)) is not None and value >= least}
    counts = Counter(value for value, _ in said)
    ranked = counts.most_common()
    if not ranked:
        return Verdict(low, None, high, "no statement gives a single value")
    first = [value for value, count in ranked if count == ranked[0][1]]
    if len(first) > 1:
        return Verdict(low, None, high, _tie(first, ranked[0][1]))
    return Verdict(
        low, first[0], high, f"{ranked[0][1]} of {_voices(count_voices(votes))} say {number_words(first[0])}"
    )


def _value(vote: Vote) -> Number | None:
    return vote.low if vote.low is not None and vote.low == vote.high else None


def _voices(count: int) -> str:
    return f"{count} independent voice{'s' if count > 1 else ''}"


def _tie(values: Sequence[Number], count: int) -> str:
    said = between_words(min(values), max(values))
    return f"no value leads: {len(values)} values from {said} have {_voices(count)} each"
