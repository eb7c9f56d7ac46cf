"""A series with what its claims say of its scope, and all of a story's by what is looked for in them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tallybook.model import Claim, ClaimKind, Series
from tallybook.reconcile.intervals import Interval, interval
from tallybook.reconcile.moments import Moment
from tallybook.reconcile.scope import OCCASION_DAYS, OCCASIONS, stands
from tallybook.reconcile.series import ERA_DAYS
from tallybook.reconcile.world import World

ANYWHERE = "\x00"
"""Stands for every place where sides are looked up."""
Key = tuple[str, str, ClaimKind, str | None]
"""Event, unit, kind and place."""


@dataclass(frozen=True, slots=True)
class Side:
    """A series. `place` is canonical, `matter` what both sides of a link must share, `per` the time of a rate.

    `days` are the first and the last that it knows of, `dated` whether some claim's own words give one. `numbers`
    reaches from its least to its greatest number.
    """

    series: Series
    place: str | None
    matter: tuple[str | None, ...]
    per: str | None
    days: tuple[dt.date, dt.date] | None
    dated: bool
    numbers: Interval

    def apart(self, other: Side) -> bool:
        """Whether too long a time lies between the two for both to be of one incident."""
        if self.days is None or other.days is None:
            return False
        longest = OCCASION_DAYS if {self.series.event, other.series.event} & OCCASIONS else ERA_DAYS
        return (max(self.days[0], other.days[0]) - min(self.days[1], other.days[1])).days > longest


def side_of(series: Series, claims: Mapping[str, Claim], moments: Mapping[str, Moment], world: World) -> Side:
    """What the claims of a series say of its scope; all of them have one group, incident, currency and rate."""
    first = claims[series.claims[0]]
    known = [moments[identity] for identity in series.claims if identity in moments]
    days = (min(m.period.start for m in known), max(m.period.end for m in known)) if known else None
    return Side(
        series=series,
        place=None if series.place is None else world.place(series.place),
        matter=(series.group, first.incident, first.quantity.currency),
        per=first.quantity.per,
        days=days,
        dated=any(moment.said for moment in known),
        numbers=_numbers([claims[identity] for identity in series.claims]),
    )


def _numbers(claims: Sequence[Claim]) -> Interval:
    """From the least to the greatest number that stands, where none does of all."""
    told = [interval(claim) for claim in claims if stands(claim)] or [interval(claim) for claim in claims]
    return Interval(min(one.low for one in told), max(one.high for one in told))


class Sides:
    """The series of a story, found by matter, event, unit, kind and place without a look at the others."""

    def __init__(self, sides: Iterable[Side]) -> None:
        self.all = tuple(sides)
        self._by_key: dict[tuple[tuple[str | None, ...], Key], list[Side]] = {}
        for side in self.all:
            one = side.series
            for place in (side.place, ANYWHERE):
                self._by_key.setdefault((side.matter, (one.event, one.unit, one.kind, place)), []).append(side)

    def of(self, matter: tuple[str | None, ...], keys: Iterable[Key]) -> list[Side]:
        """The sides of a matter under any of some keys, each once."""
        found = {side.series.id: side for key in keys for side in self._by_key.get((matter, key), ())}
        return list(found.values())
