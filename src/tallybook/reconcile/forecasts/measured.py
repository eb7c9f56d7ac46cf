"""Later numbers that measure what a forecast is about: the same thing, all of it, on a known later day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tallybook.model import Claim, ClaimKind, Hedge, Number, Series
from tallybook.reconcile.figures import Figure, added_up, figures_of
from tallybook.reconcile.forecasts.goal import Goal
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.scope import OCCASION_DAYS, OCCASIONS, OTHER, narrower
from tallybook.reconcile.wording import day_words, number_words

VAGUE_DAYS = 100
"""A period longer than a season does not say when in it a number was reached."""
OPEN_ROOM = {Hedge.MORE_THAN: 1.1, Hedge.AT_LEAST: 2.0}
"""How far above it the number may lie: "more than 9,000" rounds, "at least 9,000" is a floor."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A later number or the change it makes, the day it is of, and the bounds it leaves."""

    claims: tuple[Claim, ...]
    day: dt.date
    low: float
    high: float
    value: Number
    words: str
    speakers: frozenset[str]


def measures(goal: Goal, ground: Ground) -> list[Measured]:
    """The later numbers of what a goal is of. A part of the counted, or of the place, never measures it.

    A change is no number of its own, but waves add up to that of a total that cannot fall.
    """
    change = goal.lead.change
    if change == "down" or (change == "up" and not ground.world.monotone(goal.series.event)):
        return []
    later = later_of(fitting(_candidates(goal, ground), goal, ground), goal, ground)
    found = [_measured(figure, ground) for figure in later]
    return [*found, *_all_waves(later, goal, ground.latest)] if goal.series.kind is ClaimKind.FLOW else found


def fitting(figures: Iterable[Figure], goal: Goal, ground: Ground) -> list[Figure]:
    """Those of the forecast's incident, place, unit of time and currency that are no part of another number."""
    return [figure for figure in figures if _fits(figure, goal, ground)]


def later_of(figures: Iterable[Figure], goal: Goal, ground: Ground) -> list[Figure]:
    """Those of a known day behind the telling of a forecast."""
    return [figure for figure in figures if figure.value and _is_later(figure, goal, ground)]


def _candidates(goal: Goal, ground: Ground) -> Iterator[Figure]:
    if goal.series.event == OTHER:
        return
    for series in ground.series:
        if series is goal.series or _same_thing(series, goal.series, ground):
            yield from figures_of(series, ground)
    if goal.series.kind is ClaimKind.TOTAL:
        yield from added_up(goal.series.event, goal.series, ground)


def _same_thing(other: Series, own: Series, ground: Ground) -> bool:
    """Another series of the same scope but for its years, its unknown place, or being a level in place of a total."""
    kinds = {own.kind, ClaimKind.LEVEL} if own.kind is ClaimKind.TOTAL else {own.kind}
    places = {ground.world.place(place) for place in (other.place, own.place) if place is not None}
    return (
        (other.event, other.unit, other.group, other.incident) == (own.event, own.unit, own.group, own.incident)
        and other.kind in kinds
        and len(places) < 2
    )


def _fits(figure: Figure, goal: Goal, ground: Ground) -> bool:
    lead, first = goal.lead, figure.claims[0]
    own = {claim.id for claim in goal.claims}
    same_unit = (first.quantity.per, first.quantity.currency) == (lead.quantity.per, lead.quantity.currency)
    return (
        same_unit
        and all(claim.incident == lead.incident and claim.id not in own for claim in figure.claims)
        and (ground.series_of.get(first.id) is goal.series or not any(c.part_of for c in figure.claims))
        and not narrower(figure.place, lead.place, ground.world)
        and not narrower(lead.place, figure.place, ground.world)
    )


def _is_later(figure: Figure, goal: Goal, ground: Ground) -> bool:
    """Whether a number is of a day after the forecast was told, or of its own day and later."""
    moment, due = figure.moment, goal.due
    if moment is None or not _of_its_occasion(figure, goal):
        return False
    day = day_of(figure, ground)
    flow = figure.claims[0].kind is ClaimKind.FLOW
    if flow and due is not None and moment.period.start > due.end:
        return False
    if figure.documents & goal.documents:
        return moment.said and due is not None and day >= due.end
    told = goal.told if due is None or goal.told is None else min(goal.told, due.start)
    if told is not None:
        return (moment.period.start if flow else day) > told
    return due is not None and day >= due.start


def _of_its_occasion(figure: Figure, goal: Goal) -> bool:
    if goal.series.event not in OCCASIONS or goal.due is None or figure.moment is None:
        return True
    away = max(figure.moment.period.start, goal.due.start) - min(figure.moment.period.end, goal.due.end)
    return away.days <= OCCASION_DAYS


def day_of(figure: Figure, ground: Ground) -> dt.date:
    """The day a number is surely of: its last, but not after the pages that tell it; of a long period the first."""
    if figure.moment is None:
        raise ValueError("an undated number has no day")
    if figure.moment.days > VAGUE_DAYS:
        return figure.moment.period.start
    pages = [ground.documents[name].published for name in sorted(figure.documents) if name in ground.documents]
    days = [page.date() if page is not None else None for page in pages]
    known = [day for day in days if day is not None]
    return min(figure.moment.at, max(known)) if known and len(known) == len(days) else figure.moment.at


def _measured(figure: Figure, ground: Ground) -> Measured:
    day = day_of(figure, ground)
    year = f", the {figure.moment.borrowed}" if figure.moment is not None and figure.moment.borrowed else ""
    words = f"{figure.sum_of or figure.words} of {day_words(day)}{year} ({ground.voices(figure.claims)})"
    return Measured(figure.claims, day, *bounds_of(figure), figure.value, words, figure.speakers)


def bounds_of(figure: Figure) -> tuple[float, float]:
    """The bounds that a number leaves: "more than" rounds, "at least" is a floor."""
    if figure.sum_of is not None:
        return float(figure.value), float(figure.value)
    first = figure.claims[0]
    low, high = stated(first)
    if high is None:
        return float(low or 0), float(low or 0) * OPEN_ROOM.get(first.quantity.hedge, 1.0)
    return float(low or 0), float(high)


def _all_waves(waves: Sequence[Figure], goal: Goal, latest: dt.date | None) -> Iterator[Measured]:
    """The waves of the days of the plan together, once those days are over; of one day the largest."""
    if goal.due is None or latest is None or latest < goal.due.end:
        return
    by_day: dict[dt.date, Figure] = {}
    for wave in sorted(waves, key=lambda wave: wave.value):
        if wave.moment is not None:
            by_day[wave.moment.period.start] = wave
    chosen = [by_day[day] for day in sorted(by_day)]
    if chosen:
        bounds = [bounds_of(wave) for wave in chosen]
        words = " + ".join(wave.words for wave in chosen)
        total = sum(wave.value for wave in chosen)
        yield Measured(
            tuple(claim for wave in chosen for claim in wave.claims),
            goal.due.end,
            sum(low for low, _ in bounds),
            sum(high for _, high in bounds),
            total,
            f"{words} = {number_words(total)} in all" if len(chosen) > 1 else f"{words} in all",
            frozenset(speaker for wave in chosen for speaker in wave.speakers),
        )
