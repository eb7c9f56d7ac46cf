"""What a total that never falls had reached: later days are no lower, unless it was taken back.

A correction takes its number out of the votes. Without one, what was reached stands until its giver says less, or until
more voices say less that day or later than may still mean as much.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tallybook.model import ClaimKind, LeftOut, Number
from tallybook.reconcile.intervals import FIRM, Interval, allowed
from tallybook.reconcile.methods.method import Day, Question, Vote
from tallybook.reconcile.wording import day_words, number_words


@dataclass(frozen=True, slots=True)
class Reached:
    """At least `value` on day `at`, as `claim` says; None where it is low or best of an estimate. `voice` is set where
    it alone gives the number."""

    value: Number
    at: dt.date
    claim: str | None = None
    voice: str | None = None


def rises(question: Question) -> bool:
    """Whether the number of a series can only grow, and what somebody gives shows what it has reached: the word of a
    party of a war does not."""
    return question.monotone and question.kind is ClaimKind.TOTAL and not question.contested


def reached_by(day: Day, question: Question, low: Number | None) -> Iterator[Reached]:
    """What the votes of a dated day show to be reached: the highest count of a body of a state or of the United
    Nations, the highest that a second voice gives or exceeds, every one made name by name; and `low`, what the number
    likely exceeds. Where nobody counts one by one, only the last two are credible.

    A rounded number shows the least it may stand for.
    """
    at = day.at or dt.date.min
    firm = sorted(_firm(day.votes), key=lambda entry: (-entry[0], entry[1].voice, entry[1].claim))
    official = [] if question.estimated else [entry for entry in firm if entry[1].official][:1]
    second = [] if question.estimated else [entry for entry in firm if entry[1].voice != firm[0][1].voice][:1]
    listed = [entry for entry in firm if entry[1].counted]
    yield from (Reached(value, at, vote.claim, vote.voice) for value, vote in (*official, *listed))
    yield from (Reached(value, at, vote.claim) for value, vote in second)
    if low is not None and low > 0:
        yield Reached(low, at)


def since(reached: list[Reached], corrected: Iterable[dt.date], day: dt.date | None) -> list[Reached]:
    """What was reached on the last day of a correction up to `day`, or later."""
    last = max((at for at in corrected if day is not None and at <= day), default=None)
    return reached if last is None else [one for one in reached if one.at >= last]


def floor_of(reached: list[Reached], votes: Sequence[Vote]) -> Reached | None:
    """The highest that stands against the votes of a day. Takes out of `reached`, in rising order, what does not."""
    while reached and not still_holds(reached[-1], votes):
        reached.pop()
    return reached[-1] if reached else None


def still_holds(reached: Reached, votes: Iterable[Vote]) -> bool:
    """Whether its giver does not say less since, nor more voices that day or later than may still mean as much.

    What nobody gives but was low or best of an estimate falls to as many, if they speak later: what was said that day
    the estimate had heard.
    """
    heard = reached.claim is None
    below, kept = set[str](), set[str]()
    for vote in votes:
        if _room(vote).high >= reached.value:
            kept.add(vote.voice)
        elif vote.at is None or vote.at > reached.at or (vote.at == reached.at and not heard):
            below.add(vote.voice)
    below -= kept
    if heard and below:
        return len(below) < len(kept)
    return bool(kept) and len(below) <= len(kept) and reached.voice not in below


def parted(votes: Sequence[Vote], floor: Reached | None) -> tuple[list[Vote], tuple[LeftOut, ...]]:
    """The votes that may be true of a total which has reached `floor`, and why each other one is not used."""
    if floor is None:
        return list(votes), ()
    passed = {vote.claim for vote in votes if _room(vote).high < floor.value}
    why = f"less than the {number_words(floor.value)} reached on {day_words(floor.at)}"
    left = tuple(LeftOut(claim=vote.claim, why=why, by=floor.claim) for vote in votes if vote.claim in passed)
    return [vote for vote in votes if vote.claim not in passed], left


def passed_words(floor: Reached) -> str:
    """What was applied, for a reader."""
    return f"no less than {number_words(floor.value)}, reached on {day_words(floor.at)} and not taken back"


def _firm(votes: Iterable[Vote]) -> Iterator[tuple[Number, Vote]]:
    for vote in votes:
        if vote.quantity.hedge in FIRM and vote.named and vote.low is not None and vote.low > 0:
            yield _room(vote).low, vote


def _room(vote: Vote) -> Interval:
    return allowed(vote.low, vote.high, vote.quantity)
