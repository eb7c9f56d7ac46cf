"""Totals so far from all others that they count something else: another incident, a forecast, a slip of digits.

"The quake of 2010 killed more than 220,000" stands among the first reports of the next one, which say 29 and 227. A
long tail would let such a number in as a bare possibility; it is left out instead, and said to be.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tallybook.model import ClaimKind, LeftOut, Number
from tallybook.reconcile.methods.method import Vote

FAR = 100
"""Two heaps of numbers are apart where nothing is said within this factor between them. Totals of one incident grow
from report to report by less (benchmarks/haiti.py: at most by 29)."""
NEAR = 10
"""What was once left out comes back when others come this near."""


@dataclass(frozen=True, slots=True)
class _Heap:
    """Votes between which no wide gap lies, and the numbers between which they lie."""

    votes: tuple[Vote, ...]
    low: float
    high: float

    def voices(self, *, bounded: bool = False) -> int:
        """How many speak, or how many give a number with an end to it; all who are not named are one."""
        return len(
            {vote.speaker if vote.named else None for vote in self.votes if not bounded or vote.high is not None}
        )

    def outweighs(self, other: _Heap) -> bool:
        """Whether more speak for this one, and no fewer of those who do not just say "more than"."""
        return self.voices() > other.voices() and self.voices(bounded=True) >= other.voices(bounded=True)


def outliers(votes: Sequence[Vote], kind: ClaimKind, *, already: Iterable[LeftOut] = ()) -> list[LeftOut]:
    """The votes to leave out of a total, in the order given, each with why.

    Out is a heap of votes a hundred times above or below the one for which most voices speak, if fewer speak for it,
    and if that is no matter of time: a number that nobody has spoken to since may be the newest. A number that says
    "at least" excludes nothing above it, so it is never too low. A party's own number stays, unless another voice of
    its side is among the many: how far two sides are apart is for the reader to see. `already` is what was left out
    on an earlier day; each stays out until another voice comes within a factor of ten.
    """
    if kind is not ClaimKind.TOTAL or not votes:
        return []
    before = {out.claim: out.why for out in already}
    found = _apart(votes)
    kept = [vote for vote in votes if vote.claim not in found and vote.claim not in before]
    for vote in votes:
        if vote.claim in before and not any(_near(vote, other) for other in kept):
            found[vote.claim] = before[vote.claim]
    return [LeftOut(claim=vote.claim, why=found[vote.claim]) for vote in votes if vote.claim in found]


def widest_gap(votes: Sequence[Vote]) -> tuple[Number, Number] | None:
    """The ends of the widest gap of a factor of a hundred or more in which nothing is said; None without one."""
    if not votes or max(map(_high, votes)) < FAR * min(map(_low, votes)):
        return None
    gaps = [
        (below.high, above.low)
        for below, above in pairwise(_heaps(votes))
        if any(vote.high is not None for vote in below.votes) and any(vote.low is not None for vote in above.votes)
    ]
    return max(gaps, key=lambda gap: gap[1] / gap[0], default=None)


def _apart(votes: Sequence[Vote]) -> dict[str, str]:
    if max(map(_high, votes)) < FAR * min(map(_low, votes)):
        return {}
    heaps = _heaps(votes)
    main = max(heaps, key=lambda heap: (heap.voices(), heap.voices(bounded=True)))
    sides = {vote.side for vote in main.votes}
    return {
        vote.claim: _why(vote, main.votes)
        for heap in heaps
        if main.outweighs(heap) and not any(_is_of_a_party(vote) and vote.side not in sides for vote in heap.votes)
        for vote in heap.votes
        if (_spoken_to(vote, main.votes) if heap.low > main.high else vote.high is not None)
    }


def _heaps(votes: Iterable[Vote]) -> list[_Heap]:
    found: list[tuple[list[Vote], float]] = []
    top = 0.0
    for low, high, vote in sorted(((_low(vote), _high(vote), vote) for vote in votes), key=lambda entry: entry[:2]):
        if not found or low >= FAR * top:
            found.append(([], low))
        found[-1][0].append(vote)
        top = max(top, high)
    return [_Heap(tuple(own), low, max(map(_high, own))) for own, low in found]


def _is_of_a_party(vote: Vote) -> bool:
    return vote.official or vote.side is not None


def _spoken_to(vote: Vote, others: Iterable[Vote]) -> bool:
    """Whether somebody gives a number on that day or later, or one of the two has no day."""
    return vote.at is None or any(other.at is None or other.at >= vote.at for other in others)


def _near(vote: Vote, other: Vote) -> bool:
    apart = max(_low(vote) / _high(other), _low(other) / _high(vote))
    return apart <= NEAR and other.speaker != vote.speaker


def _why(vote: Vote, others: Sequence[Vote]) -> str:
    above = _low(vote) / max(map(_high, others))
    if above > 1:
        return f"over {_round(above)} times what others say: of another incident, or no count?"
    below = min(map(_low, others)) / _high(vote)
    later = vote.at is not None and max(other.at or dt.date.min for other in others) > vote.at
    since = " since" if later else ""
    return f"over {_round(below)} times below what others say{since}: outgrown, or of a part?"


def _round(ratio: float) -> str:
    """The ratio down to its first digit: 723 → "700"."""
    place = 10 ** (len(str(int(ratio))) - 1)
    return f"{int(ratio) // place * place:,}"


def _low(vote: Vote) -> float:
    """The lowest number shown; below one makes no difference."""
    return max(1.0, float((vote.low if vote.low is not None else vote.high) or 0))


def _high(vote: Vote) -> float:
    return max(1.0, float((vote.high if vote.high is not None else vote.low) or 0))
