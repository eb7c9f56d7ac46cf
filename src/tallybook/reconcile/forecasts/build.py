"""Every statement about later as a forecast with its outcome."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from tallybook.model import Claim, Forecast
from tallybook.reconcile.forecasts.goal import Goal, goals
from tallybook.reconcile.forecasts.measured import measures
from tallybook.reconcile.forecasts.pace import pace_of
from tallybook.reconcile.forecasts.verdict import settle
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.intervals import stated


def forecasts_of(ground: Ground, latest: dt.date | None) -> tuple[Forecast, ...]:
    """One forecast for each statement with a number that is planned, expected or projected, in their order.

    `latest` is the latest day the book knows of. The id of a forecast is that of what it says and of who says it: it
    stays when other pages repeat it, and when it is settled.
    """
    met: Counter[str] = Counter()
    found = []
    for goal in goals(ground):
        key = _identity(goal, ground)
        met[key] += 1
        found.append(_forecast(goal, key if met[key] == 1 else identity(key, met[key]), ground, latest))
    return tuple(found)


def _forecast(goal: Goal, name: str, ground: Ground, latest: dt.date | None) -> Forecast:
    monotone = ground.world.monotone(goal.series.event)
    verdict = settle(goal, measures(goal, ground, latest), latest, monotone=monotone)
    pace = pace_of(goal, ground)
    return Forecast(
        id=name,
        series=goal.series.id,
        claims=tuple(claim.id for claim in goal.claims),
        origin=goal.lead.attribution.origin,
        due=goal.due,
        condition=next(_conditions(goal, ground), None),
        outcome=verdict.outcome,
        settled_by=tuple(claim.id for claim in verdict.by.claims) if verdict.by is not None else (),
        why=verdict.why,
        pace=pace.words if pace is not None else None,
    )


def _conditions(goal: Goal, ground: Ground) -> Iterator[str]:
    """The words of each condition."""
    for claim in goal.claims:
        if claim.condition is not None:
            page = ground.documents.get(claim.document_id)
            yield claim.condition.of(page.text) if page is not None else ""


def _identity(goal: Goal, ground: Ground) -> str:
    lead, due = goal.lead, goal.due
    origin = lead.attribution.origin
    who = ground.world.speaker(origin) if origin is not None else lead.document_id
    days = (due.start, due.end) if due is not None else ()
    return identity("forecast", who, *_scope(lead), lead.modality.value, *stated(lead), *days)


def _scope(lead: Claim) -> tuple[object, ...]:
    quantity = lead.quantity
    kind = lead.kind.value
    return lead.event, quantity.unit, quantity.per, quantity.currency, kind, lead.group, lead.place, lead.incident
