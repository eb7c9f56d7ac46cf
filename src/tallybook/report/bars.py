"""Statements as bars: where they begin and end, which end is open, which mark they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tallybook.model import Hedge
from tallybook.report.scale import Scale, Tick, scale_of, ticks_of
from tallybook.view import ClaimView, EstimateView, SeriesView

_HOLLOW = frozenset({Hedge.ABOUT, Hedge.NEARLY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Percent positions of one claim. A point has no line; an open end runs to the edge with an arrow."""

    points: tuple[float, ...]
    line: tuple[float, float] | None
    open_left: bool
    open_right: bool
    hollow: bool
    near: bool
    vague: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """An estimate's low to high as a rectangle, its best as a line."""

    left: float
    width: float
    best: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The drawing of one series: axis, one band per estimate, one bar per claim id, all points in one `strip`."""

    scale: Scale
    ticks: tuple[Tick, ...]
    bands: tuple[Band, ...]
    bars: dict[str, Bar]
    strip: tuple[tuple[float, str], ...]
    background: dict[str, int]


def chart_of(series: SeriesView) -> Chart:
    """The geometry of a series. A row's background is the estimate that held at its date, else the first."""
    claims = [claim for statement in series.statements for claim in (statement.lead, *statement.repeats)]
    scale = scale_of(_values(claims, series.estimates))
    bars = [(statement.lead, bar_of(statement.lead, scale)) for statement in series.statements]
    return Chart(
        scale=scale,
        ticks=ticks_of(scale, unit=series.unit, currency=series.currency),
        bands=tuple(_band(estimate, scale) for estimate in series.estimates),
        bars={claim.id: bar for claim, bar in bars},
        strip=tuple((point, claim.modality.value) for claim, bar in bars for point in bar.points),
        background={statement.lead.id: _holding(statement.lead, series.estimates) for statement in series.statements},
    )


def _values(claims: Iterable[ClaimView], estimates: Iterable[EstimateView]) -> Iterator[float | int | None]:
    for claim in claims:
        yield from (claim.low, claim.high)
    for estimate in estimates:
        yield from (estimate.low, estimate.best, estimate.high)


def bar_of(claim: ClaimView, scale: Scale) -> Bar:
    """A claim on a value axis."""
    low = None if claim.low is None else scale.at(claim.low)
    high = None if claim.high is None else scale.at(claim.high)
    left, right = 0.0 if low is None else low, 100.0 if high is None else high
    return Bar(
        points=tuple(sorted({end for end in (low, high) if end is not None})),
        line=None if left == right else (left, right),
        open_left=low is None,
        open_right=high is None,
        hollow=claim.hedge in _HOLLOW,
        near=claim.hedge is Hedge.NEARLY and low is not None,
        vague=low is None and high is None,
    )


def _band(estimate: EstimateView, scale: Scale) -> Band:
    left = 0.0 if estimate.low is None else scale.at(estimate.low)
    right = 100.0 if estimate.high is None else scale.at(estimate.high)
    best = None if estimate.best is None else scale.at(estimate.best)
    return Band(left=left, width=round(max(right - left, 0.6), 1), best=best)


def _holding(claim: ClaimView, estimates: tuple[EstimateView, ...]) -> int:
    """Index of the estimate to draw behind a claim; undated claims stand before the latest."""
    if claim.moment.at is None:
        return len(estimates) - 1
    held = [index for index, estimate in enumerate(estimates) if estimate.order <= claim.moment.at.toordinal()]
    return held[-1] if held else 0
