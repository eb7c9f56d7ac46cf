"""The votes of a series over time, and what a method makes of them on each date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tallybook.model import Claim, ClaimKind, Document, Estimate, Hedge, LeftOut, Modality, Series, Statement
from tallybook.reconcile.intervals import stated
from tallybook.reconcile.methods.method import Method, Question, Vote
from tallybook.reconcile.methods.telling import likelihood_of, pivot_of
from tallybook.reconcile.moments import Moment, earliest
from tallybook.reconcile.outliers import outliers
from tallybook.reconcile.scope import stands
from tallybook.reconcile.sides import only_side
from tallybook.reconcile.standing import standing
from tallybook.reconcile.world import World

WHY_NOT = {
    Modality.PLANNED: "planned, not yet done",
    Modality.EXPECTED: "expected, not yet so",
    Modality.PROJECTED: "projected, not yet so",
    Modality.DENIED: "denied by whoever is quoted",
}


def estimates_of(
    series: Series,
    *,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    moments: Mapping[str, Moment],
    statements: Iterable[Statement],
    taken_back: Mapping[str, str],
    method: Method,
    world: World,
    war: bool = False,
) -> Iterator[Estimate]:
    """One estimate for each day a statement of the series is dated, in order; one without a day if none is.

    `taken_back` says by claim id why a number is used no more. In a story of `war`, what one side alone says is its
    claim, and nothing is best.
    """
    members = [claims[identity] for identity in series.claims]
    barred = tuple(_barred(members, taken_back))
    out = {item.claim for item in barred}
    votes, repeats = _votes([c for c in members if c.id not in out], documents, moments, statements, world)
    question = Question(event=series.event, unit=series.unit, kind=series.kind, monotone=world.monotone(series.event))
    days: list[dt.date | None] = [*sorted({vote.at for vote in votes if vote.at is not None})] or [None]
    apart: list[LeftOut] = []
    for day in days:
        last = day == days[-1]
        heard = [vote for vote in votes if (last if vote.at is None else day is None or vote.at <= day)]
        apart = outliers(heard, series.kind, already=apart)
        far = {item.claim for item in apart}
        near = [vote for vote in heard if vote.claim not in far]
        heard_still, superseded = standing(near, series.kind, monotone=question.monotone)
        left_out = (*barred, *repeats, *apart, *superseded) if last else (*apart, *superseded)
        estimate = judged(series.id, day, heard_still, left_out, method, question, last=last)
        side = only_side(heard_still, series.event, world) if war else None
        yield estimate if side is None else _claimed(estimate, side)


def judged(
    series: str,
    day: dt.date | None,
    votes: Sequence[Vote],
    left_out: tuple[LeftOut, ...],
    method: Method,
    question: Question,
    *,
    last: bool = False,
) -> Estimate:
    """What a method makes of the votes that stand on a day; of the `last` day also what best hangs on."""
    if not votes:
        why = "no claim of this series can be used; see what is left out"
        return Estimate(
            series=series, at=day, low=None, best=None, high=None, independent=0, method=method.name,
            claims=(), left_out=left_out, why=why,
        )  # fmt: skip
    verdict = method.judge(votes, question)
    return Estimate(
        series=series,
        at=day,
        low=verdict.low,
        best=verdict.best,
        high=verdict.high,
        independent=len(votes),
        method=method.name,
        claims=tuple(vote.claim for vote in votes),
        left_out=left_out,
        why=verdict.why,
        probability=verdict.probability,
        likelihood=likelihood_of(verdict.probability),
        pivot=pivot_of(verdict.best, votes, question, method) if last else None,
    )


def _claimed(estimate: Estimate, side: str) -> Estimate:
    """An estimate to which only one side of a war speaks: no value of it is best."""
    why = f"claimed by {side} alone: neither another side nor anybody outside the conflict gives the number"
    return replace(estimate, best=None, claimed_by=side, why=why, probability=None, likelihood=None, pivot=None)


def _barred(members: Iterable[Claim], taken_back: Mapping[str, str]) -> Iterator[LeftOut]:
    for claim in members:
        why = taken_back.get(claim.id) or _why_barred(claim)
        if why is not None:
            yield LeftOut(claim=claim.id, why=why)


def _why_barred(claim: Claim) -> str | None:
    if claim.modality in WHY_NOT:
        return WHY_NOT[claim.modality]
    if claim.kind in (ClaimKind.RATE, ClaimKind.SHARE):
        return f"a {claim.kind.value}, not a count"
    if not stands(claim):
        return "a change, not a count"
    return 'no number, only words like "dozens"' if stated(claim) == (None, None) else None


def _votes(
    members: Sequence[Claim],
    documents: Mapping[str, Document],
    moments: Mapping[str, Moment],
    statements: Iterable[Statement],
    world: World,
) -> tuple[list[Vote], list[LeftOut]]:
    """One vote for each statement, and the claims that only repeat one."""
    usable = {claim.id: claim for claim in members}
    votes: list[Vote] = []
    repeats: list[LeftOut] = []
    for statement in statements:
        told = [usable[identity] for identity in statement.claims if identity in usable]
        if not told:
            continue
        speaking = max(
            told,
            key=lambda claim: (
                claim.attribution.origin is not None,
                claim.id in moments and moments[claim.id].said,
                _sharp(claim),
            ),
        )
        votes.append(_vote(speaking, told, documents, moments, world))
        repeats.extend(
            LeftOut(claim=c.id, why=f"repeats a statement: {statement.why}", by=speaking.id)
            for c in told
            if c is not speaking
        )
    return votes, repeats


def _sharp(claim: Claim) -> bool:
    return claim.quantity.hedge in (Hedge.EXACT, Hedge.RANGE)


def _vote(
    claim: Claim,
    told: Sequence[Claim],
    documents: Mapping[str, Document],
    moments: Mapping[str, Moment],
    world: World,
) -> Vote:
    origin = claim.attribution.origin
    document = documents.get(claim.document_id)
    outlet = (document.outlet if document is not None else None) or claim.document_id
    moment = earliest(moments.get(other.id) for other in told)
    low, high = stated(claim)
    return Vote(
        claim=claim.id,
        quantity=replace(claim.quantity, low=low, high=high),
        speaker=world.speaker(origin) if origin is not None else outlet,
        named=origin is not None,
        official=origin is not None and world.is_official(origin),
        side=world.side_of(origin) if origin is not None else None,
        at=moment.at if moment is not None else None,
    )
