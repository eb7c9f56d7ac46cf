"""What linked series let the total of a series be: parts, sums, rates, units.

A number of one series weighs the values claimed of another, once: from what is claimed, never from an estimate, so that
no influence runs in a circle, and no value arises that nobody claims. The factor graphs of Kschischang, Frey and
Loeliger (IEEE Transactions on Information Theory 47, 2001), with one message along each link.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tallybook.model import Claim, ClaimKind, Link, LinkKind, Period
from tallybook.reconcile.classes import is_class
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.hearing import Hearing
from tallybook.reconcile.intervals import FIRM, allowed, interval, point
from tallybook.reconcile.methods.method import Bound, Vote
from tallybook.reconcile.moments import DAYS_IN
from tallybook.reconcile.scope import PERSON
from tallybook.reconcile.wording import between_words, number_words
from tallybook.reconcile.world import World

PART = 0.8
"""The weight of a part: the chance that a statement of an unknown source is right."""
SUM = 0.64
"""That of a sum of two numbers, both of which have to be right."""
RATE = 0.64
"""That of a rate over its days: both the rate and that it held so long have to be right."""
UNITS = 0.5
"""That of the usual size of a unit."""


@dataclass(frozen=True, slots=True)
class Factor:
    """A bound on the number of a series. `says` are its words, `claims` what it rests on."""

    bound: Bound
    says: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A series with those whose numbers tell of its own."""

    whole: Hearing
    parts: tuple[Hearing, ...]
    terms: tuple[Hearing, ...]
    units: tuple[Hearing, ...]
    rates: tuple[tuple[Claim, Period], ...]
    world: World

    def on(self, day: dt.date | None) -> tuple[Factor, ...]:
        """What they say of a day: one factor a part, one a speaker who gives all terms of a sum, one a rate, one a
        unit."""
        parts = [factor for part in self.parts for factor in _part(part, self.whole, day)]
        units = [factor for part in self.units for factor in _units(part, day, self.world)]
        rates = [factor for claim, period in self.rates for factor in _rate(claim, period, self.whole, day)]
        return (*parts, *_sums(self.terms, day), *rates, *units)


def linked(links: Iterable[Link], heard: Mapping[str, Hearing], ground: Ground) -> dict[str, Linked]:
    """The series of a story that others tell of, by id."""
    world = ground.world
    wholes: dict[str, dict[LinkKind, list[Hearing]]] = {}
    for link in links:
        if link.part in heard and link.whole in heard:
            wholes.setdefault(link.whole, {}).setdefault(link.kind, []).append(heard[link.part])
    return {
        whole: Linked(
            heard[whole],
            parts=tuple(own.get(LinkKind.SUBSET, ())) + tuple(own.get(LinkKind.SUM, ())),
            terms=_all_terms(own.get(LinkKind.SUM, ()), world.parts_of(heard[whole].series.event)),
            units=tuple(own.get(LinkKind.UNIT_CONVERSION, ())),
            rates=tuple(rate for part in own.get(LinkKind.RATE_TIME, ()) for rate in _rates(part, ground)),
            world=world,
        )
        for whole, own in wholes.items()
    }


def _all_terms(parts: Sequence[Hearing], events: Sequence[str]) -> tuple[Hearing, ...]:
    """The series that together make up a whole, each once; nothing where one is missing or stands for two."""
    return tuple(parts) if events and sorted(part.series.event for part in parts) == sorted(events) else ()


def _part(part: Hearing, whole: Hearing, day: dt.date | None) -> Iterator[Factor]:
    """No total is less than a part of it that somebody counted; of several counts the least."""
    units = part.question.unit, whole.question.unit
    if units[0] != units[1] and not (is_class(units[0]) and units[1] == PERSON):
        return
    counts = [(allowed(vote.low, vote.high, vote.quantity).low, vote) for vote in _counts(part, day, whole)]
    if counts:
        low, vote = min(counts, key=lambda count: (count[0], count[1].claim))
        title = f"{part.series.title[:1].lower()}{part.series.title[1:]}"
        says = f"no less than its part, {number_words(vote.low or 0)} {title}, by {vote.speaker}"
        yield Factor(Bound(low, None, PART), says, (vote.claim,))


def _sums(terms: Sequence[Hearing], day: dt.date | None) -> Iterator[Factor]:
    """What the terms of one speaker and one day add up to."""
    if not terms:
        return
    for votes in product(*(_counts(term, day) for term in terms)):
        if len({vote.speaker for vote in votes}) == 1 and all(vote.high is not None for vote in votes):
            rooms = [allowed(vote.low, vote.high, vote.quantity) for vote in votes]
            low, high = sum(room.low for room in rooms), sum(room.high for room in rooms)
            added = " and ".join(number_words(vote.low or 0) for vote in votes)
            says = f"{added} by {votes[0].speaker} add up to {between_words(low, high)}"
            yield Factor(Bound(low, high, SUM), says, tuple(vote.claim for vote in votes))


def _rates(part: Hearing, ground: Ground) -> Iterator[tuple[Claim, Period]]:
    """The rates of a series that hold over several days of which their words tell, and were not taken back."""
    for claim in ground.members(part.series):
        moment = ground.moments.get(claim.id)
        if moment is not None and moment.said and moment.days > 1 and ground.counts(claim):
            yield claim, moment.period


def _rate(claim: Claim, period: Period, whole: Hearing, day: dt.date | None) -> Iterator[Factor]:
    """No total is less than what a rate adds up to over its days, once they are over."""
    grows = whole.question.monotone and whole.question.kind is ClaimKind.TOTAL
    per, least = claim.quantity.per, interval(claim).low
    if not grows or per not in DAYS_IN or least <= 0 or day is None or day < period.end:
        return
    length = (period.end - period.start).days + 1
    who = claim.attribution.origin or "a page"
    says = f"no less than {number_words(point(claim) or 0)} a {per} over {length} days, by {who}"
    yield Factor(Bound(least * length / DAYS_IN[per], None, RATE), says, (claim.id,))


def _units(part: Hearing, day: dt.date | None, world: World) -> Iterator[Factor]:
    """As many people as such units usually have; of several counts what holds for all."""
    size = world.unit_size(part.series.unit, part.series.event)
    votes = [vote for vote in _counts(part, day) if vote.high is not None]
    if size is None or not votes:
        return
    low, high = min(vote.low or 0 for vote in votes), max(vote.high or 0 for vote in votes)
    says = f"{between_words(low, high)} × {between_words(*size)} people for one {part.series.unit}"
    yield Factor(Bound(low * size[0], high * size[1], UNITS), says, tuple(vote.claim for vote in votes))


def _counts(part: Hearing, day: dt.date | None, whole: Hearing | None = None) -> list[Vote]:
    """The counts of a series on a day; where it only grows, and the `whole` too, those that stand from before as well.
    None of what nobody counts one by one."""
    grows = whole is not None and all(
        one.question.monotone and one.question.kind is ClaimKind.TOTAL for one in (part, whole)
    )
    days = [own for own in part.course if own.at == day or (grows and own.at and day and own.at <= day)]
    votes = days[-1].votes if days and not part.question.estimated else ()
    return [vote for vote in votes if vote.quantity.hedge in FIRM and vote.low]
