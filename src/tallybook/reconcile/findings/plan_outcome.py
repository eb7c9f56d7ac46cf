"""Plan and outcome: what was planned, expected or projected, against what was reported afterwards.

Told from the forecasts: reached, not reached by its day, unsettled, or open. A condition is kept: a forecast on one is
never missed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tallybook.model import Claim, Finding, Forecast, Outcome, Severity
from tallybook.reconcile.forecasts import Outlook
from tallybook.reconcile.ground import Ground, finding
from tallybook.reconcile.intervals import same_number
from tallybook.reconcile.scope import OTHER, is_count
from tallybook.reconcile.titles import plural
from tallybook.reconcile.wording import capital, day_words, stated_words

KIND = "plan and outcome"
SETTLED = frozenset({Outcome.REACHED, Outcome.MISSED})
ORDER = (Outcome.WITHDRAWN, Outcome.MISSED, Outcome.REACHED, Outcome.UNSETTLED, Outcome.OPEN)
"""Of several forecasts of one number, the outcome that is told."""
INNOCENT = {
    Outcome.MISSED: "It may have come about later, or been counted otherwise.",
    Outcome.UNSETTLED: "It may have come about without any of these pages saying so.",
}


def find(ground: Ground, outlooks: Sequence[Outlook]) -> Iterator[Finding]:
    """One finding for each number ahead in a series, however many say it; shares and rates once they are settled."""
    forecasts = [outlook.forecast for outlook in outlooks]
    by_id = {forecast.id: forecast for forecast in forecasts}
    told = [forecast for forecast in forecasts if _is_told(forecast, ground)]
    while told:
        same = [forecast for forecast in told if _same(forecast, told[0], ground)]
        yield _finding(same, by_id, ground)
        told = [forecast for forecast in told if forecast not in same]


def _is_told(forecast: Forecast, ground: Ground) -> bool:
    lead = ground.claims[forecast.claims[0]]
    known = lead.event != OTHER or (forecast.due is not None and lead.attribution.origin is not None)
    return known and (is_count(lead) or forecast.outcome in SETTLED)


def _same(a: Forecast, b: Forecast, ground: Ground) -> bool:
    first, second = (ground.claims[forecast.claims[0]] for forecast in (a, b))
    return a.series == b.series and first.modality == second.modality and same_number(first, second)


def _what(lead: Claim) -> str:
    return lead.event if lead.event != OTHER else plural(lead.quantity.unit or "person")


def _finding(same: Sequence[Forecast], by_id: Mapping[str, Forecast], ground: Ground) -> Finding:
    plans = [ground.claims[name] for forecast in same for name in forecast.claims]
    first = min(same, key=lambda forecast: (ORDER.index(forecast.outcome), forecast.due is None))
    lead: Claim = ground.claims[first.claims[0]]
    by = f" by {day_words(first.due.end)}" if first.due is not None else ""
    condition = ", on a condition" if any(claim.condition is not None for claim in plans) else ""
    plan = f"{capital(stated_words(lead))} {_what(lead)}{by}, {lead.modality.value}"
    text = f"{plan} according to {ground.voices(plans)}{condition}: {first.why}{_superseded(first, by_id, ground)}."
    claims = [*plans, *(ground.claims[name] for name in first.settled_by)]
    severity = Severity.CHECK if first.outcome is Outcome.MISSED else Severity.NOTE
    return finding(KIND, claims, text, severity=severity, innocent=INNOCENT.get(first.outcome))


def _superseded(forecast: Forecast, by_id: Mapping[str, Forecast], ground: Ground) -> str:
    """What its origin said in its place."""
    later = by_id.get(forecast.superseded_by or "")
    if later is None:
        return ""
    claim = ground.claims[later.claims[0]]
    day = ground.written(claim.document_id)
    on = f" on {day_words(day)}" if day is not None else ""
    return f"; superseded by {stated_words(claim)}, {claim.modality.value} by {ground.speaker(claim)}{on}"
