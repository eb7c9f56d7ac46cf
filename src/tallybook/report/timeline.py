"""Statements and estimates over time: days from left to right, values upwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from tallybook.report.bars import Bar, bar_of
from tallybook.report.calendar_axis import Days, day_ticks
from tallybook.report.labels import Label, Mark, place_labels
from tallybook.report.scale import Scale, Tick
from tallybook.view import ClaimView, EstimateView, SeriesView

HEIGHT = 240  # pixels of the plot; the labels are laid out for it
_CHARACTER = 8  # pixels of an axis label
_FEWEST = 3  # dated statements worth a drawing
_SIDESTEP = 12  # pixels between marks of one day whose values touch
_TOUCHING = 6.0  # percent of the height


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One statement: its day, a sidestep in pixels, and its bar with positions from the top."""

    claim: ClaimView
    x: float
    shift: int
    since: float | None
    bar: Bar


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An estimate from its day to the next one's, as a rectangle with a line."""

    left: float
    width: float
    top: float
    height: float
    best: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The drawing of a series over time. Labels are laid out once for a desk and once for a phone."""

    days: tuple[Tick, ...]
    values: tuple[Tick, ...]
    steps: tuple[Step, ...]
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    margin: int


def timeline_of(series: SeriesView, scale: Scale, ticks: Sequence[Tick]) -> Timeline | None:
    """The drawing, None where fewer than three statements or only one day would be in it."""
    claims = [claim for claim in (statement.lead for statement in series.dated) if not _vague(claim)]
    dates = {claim.moment.at for claim in claims if claim.moment.at}
    if len(claims) < _FEWEST or len(dates) < 2:
        return None
    known = [estimate for estimate in series.estimates if estimate.order]
    days = Days(
        min(*dates, *(dt.date.fromordinal(e.order) for e in known)),
        max(*dates, *(dt.date.fromordinal(e.order) for e in known)),
    )
    dots = tuple(_dots(claims, days, scale))
    steps = tuple(_steps(known, days, scale))
    return Timeline(
        days=day_ticks(days),
        values=tuple(Tick(_up(tick.at), tick.label) for tick in ticks),
        steps=steps,
        dots=dots,
        margin=_CHARACTER * max((len(tick.label) for tick in ticks), default=0) + _CHARACTER,
        labels=place_labels(
            [Mark(dot.x, dot.shift, dot.bar.points, dot.claim.value, dot.claim.who) for dot in dots],
            [
                *((step.left, step.left + step.width, step.best) for step in steps if step.best is not None),
                *((dot.since, dot.x, dot.bar.points[0]) for dot in dots if dot.since is not None),
            ],
            height=HEIGHT,
        ),
    )


def _vague(claim: ClaimView) -> bool:
    """Without bounds there is nothing to draw at a height."""
    return claim.low is None and claim.high is None


def _up(position: float) -> float:
    return round(100 - position, 1)


def _dots(claims: Iterable[ClaimView], days: Days, scale: Scale) -> Iterator[Dot]:
    placed: list[Dot] = []
    for claim in claims:
        period = claim.moment.period
        if period is None:
            continue
        x, bar = days.at(period.end), _upright(bar_of(claim, scale))
        taken = {other.shift for other in placed if abs(other.x - x) < 1 and _touch(bar, other.bar)}
        dot = Dot(
            claim=claim,
            x=x,
            shift=next(shift for shift in count(0, _SIDESTEP) if shift not in taken),
            since=days.at(period.start) if period.start != period.end else None,
            bar=bar,
        )
        placed.append(dot)
        yield dot


def _upright(bar: Bar) -> Bar:
    return Bar(
        points=tuple(_up(point) for point in bar.points),
        line=(_up(bar.line[1]), _up(bar.line[0])) if bar.line else None,
        open_left=bar.open_left,
        open_right=bar.open_right,
        hollow=bar.hollow,
        near=bar.near,
        vague=bar.vague,
    )


def _touch(bar: Bar, other: Bar) -> bool:
    (top, bottom), (others_top, others_bottom) = _reach(bar), _reach(other)
    return top < others_bottom + _TOUCHING and others_top < bottom + _TOUCHING


def _reach(bar: Bar) -> tuple[float, float]:
    return bar.line or (min(bar.points), max(bar.points))


def _steps(estimates: Sequence[EstimateView], days: Days, scale: Scale) -> Iterator[Step]:
    for index, estimate in enumerate(estimates):
        left = days.at(dt.date.fromordinal(estimate.order))
        following = estimates[index + 1].order if index + 1 < len(estimates) else None
        right = days.at(dt.date.fromordinal(following)) if following else 100.0
        top = 0.0 if estimate.high is None else _up(scale.at(estimate.high))
        bottom = 100.0 if estimate.low is None else _up(scale.at(estimate.low))
        yield Step(
            left=left,
            width=round(right - left, 1),
            top=top,
            height=round(max(bottom - top, 0.8), 1),
            best=None if estimate.best is None else _up(scale.at(estimate.best)),
        )
