"""Every statement about later as a forecast with its outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tallybook.model import Claim, Forecast
from tallybook.reconcile.forecasts.goal import Goal, goals
from tallybook.reconcile.forecasts.measured import measures
from tallybook.reconcile.forecasts.pace import Pace, pace_of
from tallybook.reconcile.forecasts.steps import steps
from tallybook.reconcile.forecasts.succession import successor, withdrawal
from tallybook.reconcile.forecasts.verdict import Verdict, settle, withdrawn
from tallybook.reconcile.ground import Ground
from tallybook.reconcile.grouping import identity
from tallybook.reconcile.intervals import stated


@dataclass(frozen=True, slots=True)
class Outlook:
    """A forecast with what was worked out for it: its goal, and the pace its pages give where they do."""

    goal: Goal
    pace: Pace | None
    forecast: Forecast


def outlooks_of(ground: Ground) -> tuple[Outlook, ...]:
    """One forecast for each statement with a number that is planned, expected or projected, in their order.

    The id of a forecast is that of what it says and of who says it: it stays when other pages repeat it, and when it is
    settled, superseded or withdrawn.
    """
    found = list(goals(ground))
    named = list(zip(found, _names(found, ground), strict=True))
    return tuple(_outlook(goal, name, named, ground) for goal, name in named)


def _names(found: list[Goal], ground: Ground) -> Iterator[str]:
    met: Counter[str] = Counter()
    for goal in found:
        key = _identity(goal, ground)
        met[key] += 1
        yield key if met[key] == 1 else identity(key, met[key])


def _outlook(goal: Goal, name: str, named: list[tuple[Goal, str]], ground: Ground) -> Outlook:
    others = [other for other, _ in named]
    later = successor(goal, others, ground)
    verdict, pace = _verdict(goal, others, ground), pace_of(goal, ground)
    forecast = Forecast(
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
        came=verdict.came,
        superseded_by=next((name for other, name in named if other is later), None),
    )
    return Outlook(goal, pace, forecast)


def _verdict(goal: Goal, others: list[Goal], ground: Ground) -> Verdict:
    taking_back = withdrawal(goal, others, ground)
    if taking_back is not None:
        return withdrawn(taking_back, ground)
    measured = sorted(
        (*measures(goal, ground), *steps(goal, ground)), key=lambda one: (one.day, one.low, one.claims[0].id)
    )
    return settle(goal, measured, ground.latest, monotone=ground.world.monotone(goal.series.event))


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
    change = (lead.change,) if lead.change is not None else ()
    return (
        lead.event,
        quantity.unit,
        quantity.per,
        quantity.currency,
        kind,
        *change,
        lead.group,
        lead.place,
        lead.incident,
    )
