"""Which votes of a series still stand on a day, and why the others do not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from tallybook.model import ClaimKind, Hedge, LeftOut
from tallybook.reconcile.intervals import allowed
from tallybook.reconcile.methods.method import Vote
from tallybook.reconcile.scope import STOCKS

VAGUER = frozenset({Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.ABOUT, Hedge.NEARLY})


def standing(votes: Sequence[Vote], kind: ClaimKind, *, monotone: bool) -> tuple[list[Vote], list[LeftOut]]:
    """The votes that stand, in their order, and why each other one does not.

    A speaker's newer number supersedes the older, but a later "more than 2,000" does not take back 2,189. Of a total
    that cannot fall, a speaker's largest number of one day is the latest. What pages say in nobody's name is outgrown
    by any later and larger total, and so is "at least 3" of one that cannot fall, which a larger one of that day or
    later implies; any other number of a named speaker stands until that speaker gives another.
    """
    if kind not in STOCKS:
        return list(votes), []  # two waves stand side by side
    out: dict[str, LeftOut] = {}
    for own in _by_speaker(votes):
        out |= {left.claim: left for left in _superseded(own, kind, monotone=monotone)}
    if kind is ClaimKind.TOTAL:
        out |= {left.claim: left for left in _outgrown(votes, monotone=monotone)}
    return [vote for vote in votes if vote.claim not in out], list(out.values())


def _by_speaker(votes: Iterable[Vote]) -> list[list[Vote]]:
    """The dated votes of each speaker. "The health ministry" of a state is that state's, where it is named too."""
    dated = [vote for vote in votes if vote.at is not None]
    named = {vote.speaker for vote in dated}
    speakers: dict[str, list[Vote]] = {}
    for vote in dated:
        in_full = f"{vote.speaker} ({vote.side})"
        speakers.setdefault(in_full if in_full in named else vote.speaker, []).append(vote)
    return list(speakers.values())


def _superseded(own: Sequence[Vote], kind: ClaimKind, *, monotone: bool) -> Iterator[LeftOut]:
    latest: list[Vote] = []
    for vote in sorted(own, key=lambda vote: (vote.at or dt.date.min, _number(vote))):
        if kind is ClaimKind.TOTAL and any(_rounds(vote, other) for other in latest):
            yield LeftOut(claim=vote.claim, why=f"rounds a number {vote.speaker} gave before", by=latest[-1].claim)
        elif not latest or (vote.at == latest[-1].at and not (monotone and kind is ClaimKind.TOTAL)):
            latest.append(vote)
        else:
            why = f"superseded by a later statement of {vote.speaker}"
            yield from (LeftOut(claim=old.claim, why=why, by=vote.claim) for old in latest)
            latest = [vote]


def _rounds(later: Vote, earlier: Vote) -> bool:
    """Whether a later number only says an earlier one less exactly."""
    room = allowed(later.low, later.high, later.quantity)
    return (
        later.quantity.hedge in VAGUER
        and earlier.quantity.hedge not in VAGUER
        and earlier.low is not None
        and room.low <= earlier.low <= min(room.high, 1.1 * _number(later))
    )


def _outgrown(votes: Sequence[Vote], *, monotone: bool) -> Iterator[LeftOut]:
    later: Vote | None = None
    for day in _days_back(votes):
        same = max(day, key=_low)
        for vote in day:
            floor = monotone and vote.high is None
            if later is not None and (floor or not vote.named) and _low(later) >= _number(vote):
                yield LeftOut(claim=vote.claim, why="outgrown by a later total", by=later.claim)
            elif floor and _low(same) > _number(vote):
                yield LeftOut(claim=vote.claim, why="outgrown by a larger total of the day", by=same.claim)
        later = same if later is None or _low(same) > _low(later) else later


def _days_back(votes: Iterable[Vote]) -> list[list[Vote]]:
    """The dated votes of each day, the last day first, those of a day in their order."""
    days: dict[dt.date, list[Vote]] = {}
    for vote in votes:
        if vote.at is not None:
            days.setdefault(vote.at, []).append(vote)
    return [own for _, own in sorted(days.items(), reverse=True)]


def _low(vote: Vote) -> float:
    return float(vote.low or 0)


def _number(vote: Vote) -> float:
    return float((vote.high if vote.high is not None else vote.low) or 0)
