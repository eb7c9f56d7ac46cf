"""`source-hierarchy`: what the most reliable source says, between the lowest and the highest that is credible.

After the coding of the Uppsala Conflict Data Program: best is the figure of the most reliable source, and where none is
more reliable than another the lower figure; low and high are the lowest and the highest credible ones. Sources are
ranked by how independent they are of what they count, and what a side says of another side's losses is not trusted.
R. Sundberg, E. Melander: Introducing the UCDP Georeferenced Event Dataset. Journal of Peace Research 50, 2013;
S. Högbladh: UCDP GED Codebook, Uppsala University.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from tallybook.model import Number
from tallybook.reconcile.methods.method import Question, Verdict, Vote, bounds_of
from tallybook.reconcile.methods.source_hierarchy.standing import Standing, credible, standing_of
from tallybook.reconcile.wording import day_words, number_words


def judge(votes: Sequence[Vote], question: Question) -> Verdict:
    """The most reliable source's number, the newest of several and of one day the lower; none if nobody is credible."""
    ranked = [(standing_of(vote, question), vote) for vote in votes]
    heard = [(standing, vote) for standing, vote in ranked if credible(standing)]
    low, high = bounds_of([vote for _, vote in heard or ranked])
    low = low if question.floor is None else max(low or 0, question.floor)
    if not heard:
        return Verdict(low, None, high, f"nobody credible says so: {_sorts([standing for standing, _ in ranked])}")
    first = min(standing.rank for standing, _ in heard)
    top = [(standing, vote) for standing, vote in heard if standing.rank == first]
    aside = _aside([standing for standing, _ in ranked if not credible(standing)])
    single = _newest([(standing, vote) for standing, vote in top if vote.low is not None and vote.low == vote.high])
    if not single:
        return Verdict(low, None, high, f"the most reliable source, {_named(*top[0])}, gives no single value{aside}")
    standing, vote = min(single, key=lambda pair: _value(pair[1]))
    others = {_value(other) for _, other in single} - {_value(vote)}
    lower = ", the lowest of several as reliable" if others else ""
    on = f", {day_words(vote.at)}" if vote.at is not None else ""
    why = f"the most reliable source, {_named(standing, vote)}, says {number_words(_value(vote))}{on}{lower}{aside}"
    return Verdict(low, _value(vote), high, why)


def _newest(votes: list[tuple[Standing, Vote]]) -> list[tuple[Standing, Vote]]:
    """Those of the last day; without any day all."""
    last = max((vote.at or dt.date.min for _, vote in votes), default=dt.date.min)
    return [(standing, vote) for standing, vote in votes if (vote.at or dt.date.min) == last]


def _value(vote: Vote) -> Number:
    return vote.low if vote.low is not None else 0


def _named(standing: Standing, vote: Vote) -> str:
    return f"{vote.speaker} ({standing.why})"


def _aside(left: Sequence[Standing]) -> str:
    count = f"{len(left)} statements are" if len(left) > 1 else "1 statement is"
    return f"; {count} not trusted: {_sorts(left)}" if left else ""


def _sorts(standings: Sequence[Standing]) -> str:
    return "; ".join(dict.fromkeys(standing.why for standing in standings))
