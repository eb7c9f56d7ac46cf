"""What a series supports, in words a headline could use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tallybook.model import Alternative, Estimate, Number
from tallybook.view.days import plain_day
from tallybook.view.picture_types import AlternativeView, EstimateView, LeftOutView, PivotView, StatementView
from tallybook.view.read_types import ClaimView
from tallybook.view.words import counted, plain_bounds

NO_DATE = "no date"
NO_ESTIMATE = "no estimate"


def view_estimate(
    estimate: Estimate, claims: Mapping[str, ClaimView], *, unit: str, currency: str | None
) -> EstimateView:
    """An estimate in words, with the claims it used and those it left out."""
    span = _span(estimate.low, estimate.high, unit=unit, currency=currency)
    best = None if estimate.best is None else plain_bounds(estimate.best, estimate.best, unit=unit, currency=currency)
    return EstimateView(
        moment=_moment(estimate, claims),
        day=estimate.at,
        low=estimate.low,
        best=estimate.best,
        high=estimate.high,
        figure=best or span,
        range=span,
        independent=estimate.independent,
        basis=_basis(estimate),
        method=estimate.method,
        why=_sentence(estimate.why),
        used=tuple(claims[identity] for identity in estimate.claims if identity in claims),
        left_out=tuple(
            LeftOutView(claim=claims[left.claim], why=left.why, by=claims.get(left.by or ""))
            for left in estimate.left_out
            if left.claim in claims
        ),
        likelihood=_likelihood(estimate),
        claimed_by=estimate.claimed_by,
        pivot=_pivot(estimate, claims, unit=unit, currency=currency),
        applied=estimate.applied,
        compared=tuple(_alternative(one, unit=unit, currency=currency) for one in estimate.compared),
    )


def _span(low: Number | None, high: Number | None, *, unit: str, currency: str | None) -> str:
    if low is None and high is None:
        return NO_ESTIMATE
    return plain_bounds(low, high, unit=unit, currency=currency)


def _alternative(alternative: Alternative, *, unit: str, currency: str | None) -> AlternativeView:
    best = alternative.best
    return AlternativeView(
        policy=alternative.policy,
        best="none" if best is None else plain_bounds(best, best, unit=unit, currency=currency),
        range=_span(alternative.low, alternative.high, unit=unit, currency=currency),
        why=_sentence(alternative.why),
    )


def _moment(estimate: Estimate, claims: Mapping[str, ClaimView]) -> str:
    """Its day, with where the year is from if all that give the day have borrowed it."""
    if estimate.at is None:
        return NO_DATE
    known = [claims[name].moment for name in _looked_at(estimate) if name in claims]
    sources = {moment.year_from for moment in known if moment.at == estimate.at}
    borrowed = sources and "" not in sources
    return ", ".join([plain_day(estimate.at), *(sorted(sources) if borrowed else ())])


def _looked_at(estimate: Estimate) -> list[str]:
    return [*estimate.claims, *(left.claim for left in estimate.left_out)]


def _basis(estimate: Estimate) -> str:
    """What an estimate rests on; organs of one state are one voice, however many statements they make."""
    statements, voices = len(estimate.claims), estimate.independent
    if statements <= voices:
        return counted(voices, "independent statement")
    told = counted(voices, "independent voice") if voices > 1 else "one voice"
    return f"{counted(statements, 'statement')} of {told}"


def _likelihood(estimate: Estimate) -> str:
    """The word of ICD 203 with the probability it stands for."""
    if estimate.likelihood is None or estimate.probability is None:
        return estimate.likelihood or ""
    return f"{estimate.likelihood} ({estimate.probability:.0%})"


def _pivot(estimate: Estimate, claims: Mapping[str, ClaimView], *, unit: str, currency: str | None) -> PivotView | None:
    pivot = estimate.pivot
    if pivot is None or pivot.claim not in claims:
        return None
    without = plain_bounds(pivot.best, pivot.best, unit=unit, currency=currency) if pivot.best is not None else ""
    return PivotView(claim=claims[pivot.claim], without=without)


def figure_of(latest: EstimateView | None, groups: Sequence[StatementView], *, unit: str, currency: str | None) -> str:
    """The number to print large: the estimate's; where there is none or it has no bounds, how far the claims reach."""
    if latest is not None and latest.range != NO_ESTIMATE:
        return latest.figure
    if len(groups) == 1:
        return groups[0].lead.value
    numbers = [bound for group in groups for bound in (group.lead.low, group.lead.high) if bound is not None]
    return plain_bounds(min(numbers, default=None), max(numbers, default=None), unit=unit, currency=currency)


def certainty_of(latest: EstimateView | None, groups: Sequence[StatementView]) -> str:
    """How sure the figure is, in a sentence or two."""
    if latest is None:
        return _unestimated(groups)
    when = "" if latest.moment == NO_DATE else f" as of {latest.moment}"
    if latest.claimed_by is not None:
        return f"Claimed by {latest.claimed_by} alone{when}; nobody of another side confirms it."
    if latest.range == NO_ESTIMATE:
        return "As far as the claims reach; no estimate can be made of them."
    if latest.best is None:
        return f"What the claims allow{when}; none of them is best."
    if latest.figure != latest.range:
        return f"Best supported{when}{_sureness(latest)}. The evidence allows {latest.range}."
    if latest.independent > 1:
        return f"Agreed{when} by {latest.basis}."
    alone = "One independent statement" if len(latest.used) < 2 else "One voice"
    return f"{alone} alone{', ' * bool(when)}{when.strip()}."


def _sureness(latest: EstimateView) -> str:
    """How sure the best value is, where the method tells: ", very likely to be about right"."""
    word = latest.likelihood.partition(" (")[0]
    if not word:
        return ""
    return f", a {word} of being about right" if word.endswith("chance") else f", {word} to be about right"


def _unestimated(groups: Sequence[StatementView]) -> str:
    if len(groups) == 1:
        return f"Said by {groups[0].lead.who} alone."
    return "As far as the statements reach; no estimate was made."


def _sentence(words: str) -> str:
    """A method's reason as a sentence of its own."""
    words = words.strip()
    return words and words[0].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")
