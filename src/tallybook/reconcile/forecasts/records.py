"""How each origin's forecasts have turned out over a book."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from tallybook.model import Claim, Forecast, Outcome, TrackRecord
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.world import World


def records_of(forecasts: Iterable[Forecast], claims: Mapping[str, Claim], world: World) -> tuple[TrackRecord, ...]:
    """One record for each named origin, by name. Whoever is only described ("officials") has none."""
    by_origin: dict[str, list[Forecast]] = {}
    for forecast in forecasts:
        if forecast.origin is not None and is_named(forecast.origin):
            by_origin.setdefault(world.speaker(forecast.origin), []).append(forecast)
    return tuple(_record(origin, by_origin[origin], claims) for origin in sorted(by_origin))


def _record(origin: str, own: Sequence[Forecast], claims: Mapping[str, Claim]) -> TrackRecord:
    errors = [error for forecast in own if (error := _error(forecast, claims)) is not None]
    count = {outcome: sum(forecast.outcome is outcome for forecast in own) for outcome in Outcome}
    return TrackRecord(
        origin=origin,
        reached=count[Outcome.REACHED],
        missed=count[Outcome.MISSED],
        unsettled=count[Outcome.UNSETTLED],
        open=count[Outcome.OPEN],
        withdrawn=count[Outcome.WITHDRAWN],
        log_error=math.fsum(errors) / len(errors) if errors else None,
    )


def _error(forecast: Forecast, claims: Mapping[str, Claim]) -> float | None:
    """|ln(came / forecast)|, 0 inside the bounds that the forecast gives; None where it was not settled, or came to
    nothing or less."""
    if forecast.came is None:
        return None
    came = float(forecast.came)
    low, high = stated(claims[forecast.claims[0]])
    nearest = min(max(came, low if low is not None else 0), high if high is not None else math.inf)
    return abs(math.log(came / nearest)) if came > 0 and nearest > 0 else None
