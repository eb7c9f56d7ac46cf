"""How each origin's forecasts have turned out over a book."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from tallybook.model import Claim, Forecast, Outcome, Statement, TrackRecord
from tallybook.reconcile.intervals import point, stated
from tallybook.reconcile.speakers import is_named
from tallybook.reconcile.world import World

SETTLED = frozenset({Outcome.REACHED, Outcome.MISSED})


def records_of(
    forecasts: Iterable[Forecast], claims: Mapping[str, Claim], statements: Iterable[Statement], world: World
) -> tuple[TrackRecord, ...]:
    """One record for each named origin, by name. Whoever is only described ("officials") has none."""
    home = {claim: statement.id for statement in statements for claim in statement.claims}
    by_origin: dict[str, list[Forecast]] = {}
    for forecast in forecasts:
        if forecast.origin is not None and is_named(forecast.origin):
            by_origin.setdefault(world.speaker(forecast.origin), []).append(forecast)
    return tuple(_record(origin, by_origin[origin], claims, home) for origin in sorted(by_origin))


def _record(origin: str, own: Sequence[Forecast], claims: Mapping[str, Claim], home: Mapping[str, str]) -> TrackRecord:
    errors = [error for forecast in own if (error := _error(forecast, claims, home)) is not None]
    count = {outcome: sum(forecast.outcome is outcome for forecast in own) for outcome in Outcome}
    return TrackRecord(
        origin=origin,
        reached=count[Outcome.REACHED],
        missed=count[Outcome.MISSED],
        unsettled=count[Outcome.UNSETTLED],
        open=count[Outcome.OPEN],
        log_error=math.fsum(errors) / len(errors) if errors else None,
    )


def _error(forecast: Forecast, claims: Mapping[str, Claim], home: Mapping[str, str]) -> float | None:
    """|ln(claimed / forecast)|, 0 inside the bounds that the forecast gives; None where it was not settled.

    Parts or waves that settled it together are added up, repeats of one statement are not.
    """
    if forecast.outcome not in SETTLED:
        return None
    once = {home.get(name, name): claims[name] for name in reversed(forecast.settled_by)}
    came = float(sum(point(claim) or 0 for claim in once.values()))
    low, high = stated(claims[forecast.claims[0]])
    nearest = min(max(came, low if low is not None else 0), high if high is not None else math.inf)
    return abs(math.log(came / nearest)) if came > 0 and nearest > 0 else None
