"""What a series supports, in words a headline could use."""

from __future__ import annotations

from collections.abc import Mapping

from tallybook.model import Estimate, Number
from tallybook.view.days import plain_day
from tallybook.view.types import ClaimView, EstimateView, LeftOutView
from tallybook.view.words import counted, plain_bounds


def view_estimate(
    estimate: Estimate, claims: Mapping[str, ClaimView], *, unit: str, currency: str | None
) -> EstimateView:
    """An estimate in words, with the claims it used and those it left out."""
    span = plain_bounds(estimate.low, estimate.high, unit=unit, currency=currency)
    best = None if estimate.best is None else plain_bounds(estimate.best, estimate.best, unit=unit, currency=currency)
    return EstimateView(
        moment=plain_day(estimate.at) if estimate.at else "no date",
        order=estimate.at.toordinal() if estimate.at else 0,
        low=estimate.low,
        best=estimate.best,
        high=estimate.high,
        figure=best or span,
        range=span,
        independent=counted(estimate.independent, "independent statement"),
        method=estimate.method,
        why=estimate.why,
        used=tuple(claims[identity] for identity in estimate.claims if identity in claims),
        left_out=tuple(
            LeftOutView(claim=claims[left.claim], why=left.why) for left in estimate.left_out if left.claim in claims
        ),
    )


def headline_of(latest: EstimateView | None, bounds: tuple[Number | None, Number | None], *, unit: str) -> str:
    """One sentence: what is supported and how surely; without an estimate, how far the claims lie apart."""
    if latest is None:
        return f"{_capital(plain_bounds(*bounds, unit=unit))} by the claims; no estimate was made."
    when = "" if latest.moment == "no date" else f", as of {latest.moment}"
    if latest.best is None:
        return f"{_capital(latest.range)}{when}; no single best value."
    if latest.figure == latest.range:
        return f"{_capital(latest.figure)}{when}; nothing read here says otherwise."
    return f"{_capital(latest.figure)} is best supported{when}; {_allowed(latest.range)}."


def _allowed(span: str) -> str:
    return f"the evidence allows anything {span}" if span.startswith("between") else f"the evidence allows {span}"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
