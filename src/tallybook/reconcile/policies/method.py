"""What every method is given and gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tallybook.model import Claim, Number, Statement
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.moments import Moment


@dataclass(frozen=True, slots=True)
class Vote:
    """One statement as it counts in one series: the claim that stands for it, who answers for it, and when.

    `speaker` is the origin, or the outlet where no origin is named. `official` says that a body of a state or of the
    United Nations speaks, `named` that anybody is named.
    """

    statement: Statement
    claim: Claim
    speaker: str
    named: bool
    official: bool
    moment: Moment | None

    @property
    def low(self) -> Number | None:
        """The lower bound as said, None where open."""
        return stated(self.claim)[0]

    @property
    def high(self) -> Number | None:
        """The upper bound as said, None where open."""
        return stated(self.claim)[1]

    @property
    def at(self) -> dt.date | None:
        """The day the number is of."""
        return None if self.moment is None else self.moment.at


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a method makes of the votes. `best` is None where it names none, and `why` then says so."""

    low: Number | None
    best: Number | None
    high: Number | None
    why: str


@dataclass(frozen=True, slots=True)
class Method:
    """A method's name with its version, and its one function."""

    name: str
    judge: Callable[[Sequence[Vote]], Verdict]


def bounds_of(votes: Sequence[Vote]) -> tuple[Number | None, Number | None]:
    """The lowest lower and the highest upper bound of all votes; a bound that any vote leaves open stays open."""
    lows = [vote.low for vote in votes if vote.low is not None]
    highs = [vote.high for vote in votes if vote.high is not None]
    return (
        min(lows) if len(lows) == len(votes) and lows else None,
        max(highs) if len(highs) == len(votes) and highs else None,
    )
