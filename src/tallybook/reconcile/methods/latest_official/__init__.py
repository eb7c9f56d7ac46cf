"""`latest-official`: what an official source said last.

The newest statement of a government, military, intelligence or United Nations body gives all three values; where no
such body speaks, the newest statement of anybody named does. Undated statements cannot be the newest. Where two of
one day disagree, there is no best value.
"""

from __future__ import annotations

from collections.abc import Sequence

from tallybook.reconcile.methods.method import Question, Verdict, Vote, bounds_of
from tallybook.reconcile.wording import day_words


def judge(votes: Sequence[Vote], question: Question) -> Verdict:
    """The newest official statement's own bounds."""
    pool = [vote for vote in votes if vote.official] or [vote for vote in votes if vote.named]
    sort = "an official" if any(vote.official for vote in pool) else "a named"
    days = [vote.at for vote in pool if vote.at is not None]
    newest = [vote for vote in pool if vote.at == max(days)] if days else pool if len(pool) == 1 else []
    if not newest:
        low, high = bounds_of(votes)
        why = f"no statement of {sort} source is dated" if pool else "no source is named"
        return Verdict(low, None, high, why)
    low, high = bounds_of(newest)
    if low is None or low != high:
        return Verdict(
            low, None, high, f"the newest statement of {sort} source{_when(newest[0])} gives no single value"
        )
    return Verdict(low, low, high, f"the newest statement of {sort} source{_when(newest[0])}: {newest[0].speaker}")


def _when(vote: Vote) -> str:
    return f", {day_words(vote.at)}" if vote.at is not None else ""
