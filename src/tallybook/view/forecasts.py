"""Forecasts as a reader sees them: what was said about later, what became of it, and who was right how often."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from tallybook.model import Claim, Forecast, Outcome, TrackRecord
from tallybook.view.claims import anchor_of
from tallybook.view.days import plain_period
from tallybook.view.picture_types import ForecastView, RecordView
from tallybook.view.read_types import ClaimView

_ORDER = (Outcome.MISSED, Outcome.REACHED, Outcome.UNSETTLED, Outcome.OPEN, Outcome.WITHDRAWN)
_NOTHING_LIKE_IT = "other"


def view_forecasts(
    forecasts: Sequence[Forecast], claims: Mapping[str, Claim], views: Mapping[str, ClaimView]
) -> tuple[ForecastView, ...]:
    """The settled ones first, then by day. Those of an event that nothing else measures are marked as such."""
    known = [forecast for forecast in forecasts if forecast.claims[0] in views]
    known.sort(key=lambda one: (_ORDER.index(one.outcome), one.due.end.toordinal() if one.due else math.inf))
    by_id = {forecast.id: forecast for forecast in known}
    return tuple(_view(forecast, claims[forecast.claims[0]], views, by_id) for forecast in known)


def view_records(records: Sequence[TrackRecord]) -> tuple[RecordView, ...]:
    """The origins of which some forecast has been settled."""
    return tuple(
        RecordView(
            origin=record.origin,
            reached=record.reached,
            missed=record.missed,
            unsettled=record.unsettled,
            open=record.open,
            error=_error(record.log_error),
        )
        for record in records
        if record.reached or record.missed
    )


def _view(
    forecast: Forecast, lead: Claim, views: Mapping[str, ClaimView], by_id: Mapping[str, Forecast]
) -> ForecastView:
    later = by_id.get(forecast.superseded_by or "")
    return ForecastView(
        anchor=anchor_of("forecast", forecast.id),
        outcome=forecast.outcome.value,
        claim=views[forecast.claims[0]],
        repeats=tuple(views[name] for name in forecast.claims[1:] if name in views),
        due=plain_period(forecast.due) if forecast.due else "",
        condition=forecast.condition or "",
        why=_after_outcome(forecast),
        pace=f"{forecast.pace}." if forecast.pace else "",
        settled_by=tuple(views[name] for name in forecast.settled_by if name in views),
        compared=lead.event != _NOTHING_LIKE_IT,
        superseded_by=views[later.claims[0]] if later is not None else None,
    )


def _after_outcome(forecast: Forecast) -> str:
    """The reason without the outcome it begins with, where that is the same word."""
    lead = f"{forecast.outcome.value}, "
    why = forecast.why.removeprefix(lead).removeprefix("as ")
    return f"{why[:1].upper()}{why[1:]}."


def _error(log_error: float | None) -> str:
    """How far off on average: a factor, as the mean is over logarithms."""
    if log_error is None:
        return "not known"
    return "none" if log_error < 0.005 else f"by a factor of {math.exp(log_error):.2f}"
