"""Which claims to look at first: those that an estimate hangs on most."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tallybook.model import Claim, Estimate, Evidence, Number, Picture, ReviewState, Severity
from tallybook.review.desk import Desk
from tallybook.review.making import anchored


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim that nobody has decided on. `moves` is how far an estimate would go without it, and `why` says so.

    `moves` is |ln(with / without)| of the best value, or half that of an end of the range, the larger; 0 for neither.
    """

    claim: str
    series: str | None
    moves: float
    why: str


def queue(evidence: Evidence, picture: Picture, desk: Desk) -> tuple[Waiting, ...]:
    """The claims without verdict and unchecked, the one whose loss would move the last estimate of its series most
    first; then those in a clash that nobody settled, those that are all their series has, and the others as they stand.

    A best value counts in full and an end of the range half: a reader quotes the best.
    """
    open_claims = {
        claim.id: claim
        for anchor, claim in anchored(evidence)
        if anchor not in desk.verdicts and desk.states.get(anchor, ReviewState.UNCHECKED) is ReviewState.UNCHECKED
    }
    claims = {claim.id: claim for claim in evidence.claims}
    moved = {one.claim: one for one in _moved(picture, claims)}
    clashing = {
        claim
        for finding in picture.findings
        if finding.severity is Severity.CLASH and finding.settled is None
        for claim in finding.claims
    }
    home = {claim: series.id for series in picture.series for claim in series.claims}
    alone = {series.claims[0] for series in picture.series if len(series.claims) == 1}
    waiting = [moved.get(claim) or _other(claim, home.get(claim), clashing, alone) for claim in open_claims]
    rank = {claim: place for place, claim in enumerate(open_claims)}
    return tuple(sorted(waiting, key=lambda one: (-one.moves, _class(one.claim, clashing, alone), rank[one.claim])))


def _class(claim: str, clashing: set[str], alone: set[str]) -> int:
    return 0 if claim in clashing else 1 if claim in alone else 2


def _other(claim: str, series: str | None, clashing: set[str], alone: set[str]) -> Waiting:
    reasons = ("it is in a clash that is not settled", "its series has no other claim", "no estimate moves without it")
    return Waiting(claim=claim, series=series, moves=0.0, why=reasons[_class(claim, clashing, alone)])


def _moved(picture: Picture, claims: Mapping[str, Claim]) -> Iterator[Waiting]:
    """Claims without which the last estimate of their series would be another."""
    last = {estimate.series: estimate for estimate in picture.estimates}
    for estimate in last.values():
        used = [claims[claim] for claim in estimate.claims if claim in claims]
        for claim in used:
            found = _without(claim, used, estimate)
            if found is not None and found[0] > 0:
                yield Waiting(claim=claim.id, series=estimate.series, moves=found[0], why=found[1])


def _without(claim: Claim, used: Sequence[Claim], estimate: Estimate) -> tuple[float, str] | None:
    """How far the estimate would move without a claim, and in words."""
    options: list[tuple[float, str]] = []
    pivot = estimate.pivot
    if pivot is not None and pivot.claim == claim.id and pivot.best != estimate.best:
        options.append((_distance(estimate.best, pivot.best), _words("best value", estimate.best, pivot.best)))
    others = [other for other in used if other.id != claim.id]
    for name, end, ends in (("low", estimate.low, _lows(others)), ("high", estimate.high, _highs(others))):
        own = claim.quantity.low if name == "low" else claim.quantity.high
        if end is None or own != end or not ends or end in ends:
            continue
        left = min(ends) if name == "low" else max(ends)
        options.append((_distance(end, left) / 2, _words(name, end, left)))
    return max(options, default=None)


def _lows(claims: Sequence[Claim]) -> list[Number]:
    return [claim.quantity.low for claim in claims if claim.quantity.low is not None]


def _highs(claims: Sequence[Claim]) -> list[Number]:
    return [claim.quantity.high for claim in claims if claim.quantity.high is not None]


def _distance(one: Number | None, other: Number | None) -> float:
    """|ln| of the two; a value that comes or goes, or is zero, counts as a doubling."""
    if one is None or other is None or one <= 0 or other <= 0:
        return 0.0 if one == other else math.log(2)
    return abs(math.log(one / other))


def _words(name: str, now: Number | None, without: Number | None) -> str:
    if without is None:
        return f"without it there would be no {name}; now it is {now:,}"
    if now is None:
        return f"without it the {name} would be {without:,}; now there is none"
    return f"without it the {name} would be {without:,}, not {now:,}"
