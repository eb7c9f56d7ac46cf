"""What a forecast says must come true: how many, on which side of the number, by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from tallybook.model import Claim, ClaimKind, Hedge, Modality, Period, Series
from tallybook.reconcile.figures import figures_of
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.intervals import interval, point
from tallybook.reconcile.speakers import is_named

AHEAD = frozenset({Modality.PLANNED, Modality.EXPECTED, Modality.PROJECTED})
FALLING = frozenset({ClaimKind.LEVEL, ClaimKind.SHARE, ClaimKind.RATE})
"""Kinds whose number may be forecast to fall ("down to 300"); a total only where its event can be undone."""


class Aim(Enum):
    """On which side of its number a forecast comes true."""

    RISE = "at least the number"
    FALL = "down to the number"
    CEILING = "no more than the number"
    WITHIN = "inside the range"


@dataclass(frozen=True, slots=True)
class Goal:
    """A forecast as something to be measured.

    `low` and `high` bound what fits it, with room for rounding and hedges. `due` are the days its words give, `told`
    is the first day it was told on.
    """

    claims: tuple[Claim, ...]
    series: Series
    aim: Aim
    low: float
    high: float
    due: Period | None
    told: dt.date | None

    @property
    def lead(self) -> Claim:
        """The claim that speaks for the forecast."""
        return self.claims[0]

    @property
    def conditional(self) -> bool:
        """Whether any report of it keeps a condition."""
        return any(claim.condition is not None for claim in self.claims)

    @property
    def withdrawn(self) -> bool:
        """Whether any report of it takes it back ("no longer expects")."""
        return any(claim.taken_back is not None for claim in self.claims)

    @property
    def documents(self) -> frozenset[str]:
        """The pages that tell it."""
        return frozenset(claim.document_id for claim in self.claims)


def goals(ground: Ground) -> Iterator[Goal]:
    """One goal for each statement about later that gives a number, in the order of the statements."""
    for statement in ground.statements:
        by_series: dict[str, list[Claim]] = {}
        for claim in ground.members(statement):
            if _is_ahead(claim, ground):
                by_series.setdefault(ground.series_of[claim.id].id, []).append(claim)
        for claims in by_series.values():
            yield _goal(claims, ground)


def _is_ahead(claim: Claim, ground: Ground) -> bool:
    return (
        claim.modality in AHEAD
        and bool(point(claim))
        and claim.id in ground.series_of
        and claim.id not in ground.corrections.left_out
    )


def _goal(claims: Sequence[Claim], ground: Ground) -> Goal:
    ordered = tuple(sorted(claims, key=lambda claim: not is_named(claim.attribution.origin)))
    lead = ordered[0]
    told = min((day for claim in claims if (day := ground.written(claim.document_id)) is not None), default=None)
    series = ground.series_of[lead.id]
    room = interval(lead)
    return Goal(ordered, series, _aim(lead, series, told, ground), room.low, room.high, _due(claims, told), told)


def _due(claims: Sequence[Claim], told: dt.date | None) -> Period | None:
    """The most exact of the days it is given for. The day it was told on is no day ahead."""
    said = [claim.time for claim in claims if claim.time is not None and claim.time != _only(told)]
    return min(said, key=lambda time: (time.end - time.start, time.end), default=None)


def _only(day: dt.date | None) -> Period | None:
    return None if day is None else Period(day, day)


def _aim(lead: Claim, series: Series, told: dt.date | None, ground: Ground) -> Aim:
    if lead.quantity.hedge in (Hedge.UP_TO, Hedge.LESS_THAN):
        return Aim.CEILING
    if lead.quantity.hedge is Hedge.RANGE:
        return Aim.WITHIN
    if lead.quantity.hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST) or not _may_fall(series, ground):
        return Aim.RISE
    before = _before(lead, series, told, ground)
    return Aim.FALL if before is not None and before > interval(lead).high else Aim.RISE


def _may_fall(series: Series, ground: Ground) -> bool:
    falling = series.kind is ClaimKind.TOTAL and not ground.world.monotone(series.event)
    return series.kind in FALLING or falling


def _before(lead: Claim, series: Series, told: dt.date | None, ground: Ground) -> float | None:
    """The last number of the same thing when the forecast was told."""
    known = [
        (figure.moment.at, figure.value)
        for figure in figures_of(series, ground)
        if figure.moment is not None
        and figure.claims[0].quantity.per == lead.quantity.per
        and (told is None or figure.moment.at <= told)
        and (told is not None or lead.document_id in figure.documents)
    ]
    return max(known)[1] if known else None
